"""A trip file as an Edit: what it adds and changes, so that it can be previewed and taken back."""

from dataclasses import dataclass, replace

from planner.edits import Change, Edit, rely_on
from planner.exchange.names import known_records
from planner.exchange.reading import TripFile
from planner.itinerary import Itinerary
from planner.itinerary.closure import Tables, named
from planner.records import KINDS, SHARED, Office, Person, Record, Venue, kind_of
from planner.store import Directory


@dataclass(frozen=True, slots=True)
class Tally:
    """How many records of one kind an Edit adds, changes, and leaves as they are."""

    kind: str
    added: int
    changed: int
    unchanged: int


def import_edit(file: TripFile, stored: Itinerary | None, known: Directory) -> Edit:
    """Return the Edit that makes a trip as a file has it.

    `stored` is the trip of the file's id, where there is one. What it holds and the file does not
    mention stays; of people, offices and venues, so do the fields that the file leaves out.
    """
    held = {kind: dict(records) for kind, records in known_records(known).items()}
    relied = rely_on(*_relied_on(file, held))
    for record in stored.records if stored else ():
        held.setdefault(type(record), {})[record.id] = record
    changes = tuple(_change(file, record, held) for record in file.records)
    return Edit(f"Imported “{file.trip.title}”", (*relied, *changes))


def _change(file: TripFile, record: Record, held: Tables) -> Change:
    before = held.get(type(record), {}).get(record.id)
    if before is None or type(record) not in SHARED:
        return Change(before, record)
    given = {name: getattr(record, name) for name in file.given[record.id]}
    return Change(before, replace(before, **given))


def _relied_on(file: TripFile, held: Tables) -> list[Record]:
    """Return the records that the file names and does not hold, each after those it refers to."""
    own = {record.id for record in file.records}
    found: dict[str, Record] = {}
    wanted: list[Record] = list(file.records)
    while wanted:
        wanted = [
            held[kind][each]
            for kind in (Person, Office, Venue)
            for each in sorted(named(wanted, kind_of(kind)) - own - found.keys())
            if each in held.get(kind, {})
        ]
        found = {**{record.id: record for record in wanted}, **found}
    return sorted(found.values(), key=lambda each: KINDS.index(type(each)))


def preview(edit: Edit) -> tuple[Tally, ...]:
    """Return what an Edit does, kind after kind."""
    tallies = []
    for kind in KINDS:
        changes = [change for change in edit.changes if type(change.record) is kind]
        added = sum(change.before is None for change in changes)
        unchanged = sum(not change.writes for change in changes)
        if changes:
            changed = len(changes) - added - unchanged
            tallies.append(Tally(kind_of(kind), added, changed, unchanged))
    return tuple(tallies)
