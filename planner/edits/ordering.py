"""The order that people give to topics, outcomes, participants and stops, as Edits."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planner.edits import Change, Edit
from planner.itinerary.order import stop_order
from planner.records import Outcome, Participant, Stop, Topic
from planner.records.naming import describe
from planner.records.plain import LARGEST_NUMBER

Placed = Topic | Outcome | Participant | Stop
"""What has a position."""


def reordered(
    records: Sequence[Placed], record_id: str, by: int, *, called: str = ""
) -> Edit | None:
    """Return the Edit that moves a record so many places down, or up where `by` is negative.

    `records` are all of one list, in its order, gaps and equal positions as they are. `called` is
    what the label calls the record. None where it is at the border, or is not in the list. Stops
    with different hours or days never pass one another: these, and not the position, order them.
    """
    found = next((each for each in records if each.id == record_id), None)
    if found is None or not by:
        return None
    peers = [each for each in records if _rank(each) == _rank(found)]
    there = peers.index(found) + by
    if not 0 <= there < len(peers):
        return None
    positions = rising(sorted(each.position for each in peers))
    peers.remove(found)
    peers.insert(there, found)
    label = f"Moved {called or describe(found)} {'up' if by < 0 else 'down'}"
    return Edit(label, tuple(_renumbered(peers, positions)))


def _rank(record: Placed) -> tuple[bool, float]:
    """Return what counts before the position."""
    return stop_order(record)[:2] if isinstance(record, Stop) else (False, 0.0)


def _renumbered(records: Sequence[Placed], positions: Sequence[int]) -> Iterator[Change]:
    for record, position in zip(records, positions, strict=True):
        if record.position != position:
            yield Change(record, replace(record, position=position))


def placed_after(
    records: Sequence[Placed], before: str, new: Placed
) -> tuple[Placed, tuple[Change, ...]]:
    """Return a new record with a position right after another's, and what makes room for it."""
    number = [each.id for each in records].index(before) + 1
    held = [each.position for each in records]
    positions = rising([*held[:number], held[number - 1], *held[number:]])
    room = _renumbered(records, [*positions[:number], *positions[number + 1 :]])
    return replace(new, position=positions[number]), tuple(room)


def rising(positions: Sequence[int]) -> list[int]:
    """Return positions that each lie above the one before, raised no more than that needs.

    Where they would become too large to be stored, they start again from 0.
    """
    made: list[int] = []
    for position in positions:
        made.append(max(position, made[-1] + 1) if made else position)
    return list(range(len(made))) if made and made[-1] > LARGEST_NUMBER else made
