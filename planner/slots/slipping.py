"""Slip the day: push an entry, and let what follows be pushed no farther than it must be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from planner.conflicts.meetings import leading_counterparts, who_to_tell
from planner.conflicts.presence.journey import Leg, journey
from planner.conflicts.presence.spans import span_of, wholes_of
from planner.conflicts.sentences import listed, name_of_entry
from planner.conflicts.surroundings import Surroundings
from planner.edits import Change, Edit
from planner.edits.nudges import nudge
from planner.itinerary import Itinerary
from planner.itinerary.entries import FALLEN_AWAY, entry_of
from planner.itinerary.titles import participant_name
from planner.moments import Moment, minutes_between
from planner.records import Meeting, Movement, Participant, Record
from planner.records.words import Response, Role, Status
from planner.slots.pushing import Chain, Push
from planner.text.spoken import length


@dataclass(frozen=True, slots=True)
class Moved:
    """An entry that moves."""

    record: Meeting | Movement
    """As it was."""
    name: str
    at: Moment
    """Its start before."""
    after: Moment
    absorbed: int = 0
    """The minutes that the gap before it took of the push."""
    released: str = ""
    """Why it would have stayed, had it not been released."""

    @property
    def minutes(self) -> int:
        """How much later it is; negative where it is earlier."""
        return minutes_between(self.at, self.after)


@dataclass(frozen=True, slots=True)
class Stopped:
    """An entry that stays, although it would have to move."""

    record: Meeting | Movement
    name: str
    at: Moment
    why: str
    """`fixed`, `confirmed with Emmanuel Macron`, `leaves for London`."""
    short: int
    """The minutes by which what pushes it comes too near."""
    absorbed: int = 0
    may_be_released: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry that need not move: the gap before it takes the rest of the push."""

    record: Meeting | Movement
    name: str
    at: Moment
    absorbed: int


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody whose accepted times change."""

    name: str
    entries: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """What a push does, all of it in order; the Edit writes nothing where nothing may move."""

    edit: Edit
    moved: tuple[Moved, ...] = ()
    stopped: tuple[Stopped, ...] = ()
    kept: tuple[Kept, ...] = ()
    told: tuple[Told, ...] = ()


def slip(
    itinerary: Itinerary,
    surroundings: Surroundings,
    entry_id: str,
    minutes: int,
    released: frozenset[str] = frozenset(),
) -> Slip:
    """Return what pushing an entry does to the principal's day.

    Each entry that follows is pushed only as far as the way, boarding, deplaning and buffers ask;
    what was too tight stays as tight as it was. An entry moves whole, with its parts, and keeps its
    length. What is held, over, begun or fixed never moves; what is confirmed with a counterpart who
    accepted, and movements between stops, only where `released` or pushed themselves.

    Negative minutes pull the entry and its parts earlier, and nothing else: `stopped` names what it
    then comes too near to. An entry that is not the principal's own, or is part of another, moves
    with its parts alone.
    """
    record = itinerary.get(Meeting, entry_id) or itinerary.get(Movement, entry_id)
    if record is None or entry_of(record) is None or not minutes:
        return Slip(Edit("Slipped nothing", ()))
    return _Slipping(itinerary, surroundings, released).of(record, minutes)


@dataclass(frozen=True, slots=True)
class _Hold:
    """Why an entry stays where it is."""

    why: str
    may_be_released: bool = False


class _Slipping:
    """Pushes the entries of one trip."""

    def __init__(
        self, itinerary: Itinerary, surroundings: Surroundings, released: frozenset[str]
    ) -> None:
        self._itinerary = itinerary
        self._present = surroundings.instant
        self._released = released
        self._spots = journey(itinerary, surroundings.limits).spots
        self._chain = Chain(itinerary, surroundings.limits)
        self._parts = _parts_by_whole(itinerary)

    def of(self, record: Meeting | Movement, minutes: int) -> Slip:
        """Push a record; it says so itself where it may not be moved at all."""
        name = name_of_entry(self._itinerary, record)
        hold = self._hold(record)
        if hold and not hold.may_be_released:
            stopped = Stopped(record, name, _start(record), hold.why, abs(minutes))
            return Slip(Edit(f"Slipped {name} by nothing", ()), stopped=(stopped,))
        moved = list(self._with_parts(record, minutes))
        first = frozenset(each.record.id for each in moved)
        stopped_ones, kept = list[Stopped](), list[Kept]()
        if minutes < 0:
            stopped_ones.extend(map(self._too_near, self._chain.hindering(first, -minutes)))
        else:
            for push in self._chain.pushed(first, minutes, self._stays):
                self._sort(push, moved, stopped_ones, kept)
        moved.sort(key=_order)
        return Slip(
            Edit(_label(name, len(moved) - 1, minutes), _changes(self._itinerary, moved)),
            tuple(moved),
            tuple(stopped_ones),
            tuple(kept),
            _told(self._itinerary, moved),
        )

    def _sort(
        self, push: Push, moved: list[Moved], stopped: list[Stopped], kept: list[Kept]
    ) -> None:
        """Put a push among what moves, what stays against it and what it does not reach."""
        record = push.leg.entry.record
        name, at = name_of_entry(self._itinerary, record), _start(record)
        hold = self._hold(record)
        if not push.minutes:
            kept.append(Kept(record, name, at, push.absorbed))
        elif hold and self._stays(push.leg):
            why, may = hold.why, hold.may_be_released
            stopped.append(Stopped(record, name, at, why, push.minutes, push.absorbed, may))
        else:
            whole, *parts = self._with_parts(record, push.minutes)
            released = hold.why if hold else ""
            moved.append(replace(whole, absorbed=push.absorbed, released=released))
            moved.extend(parts)

    def _too_near(self, push: Push) -> Stopped:
        record = push.leg.entry.record
        name = name_of_entry(self._itinerary, record)
        return Stopped(record, name, _start(record), "comes before", push.minutes)

    def _with_parts(self, record: Meeting | Movement, minutes: int) -> Iterator[Moved]:
        for each in (record, *self._parts.get(record.id, ())):
            at = _start(each)
            yield Moved(each, name_of_entry(self._itinerary, each), at, at.plus(minutes))

    def _stays(self, leg: Leg) -> bool:
        hold = self._hold(leg.entry.record)
        return hold is not None and not (hold.may_be_released and leg.entry.id in self._released)

    def _hold(self, record: Meeting | Movement) -> _Hold | None:
        """Return why an entry stays, what cannot be released before what can; its parts count."""
        holds = [*self._holds(record)]
        for part in self._parts.get(record.id, ()):
            holds.extend(
                replace(hold, why=f"its part {part.title} is {hold.why}")
                for hold in self._holds(part)
            )
        return min(holds, key=lambda hold: hold.may_be_released, default=None)

    def _holds(self, record: Meeting | Movement) -> Iterator[_Hold]:
        if record.status is Status.HELD:
            yield _Hold("held")
        elif self._is_over(record):
            yield _Hold("over")
        elif record.actual_start if isinstance(record, Meeting) else record.actual_depart:
            yield _Hold("under way")
        if isinstance(record, Movement):
            if self._spots.changes_stay(record):
                city = self._spots.destination(record).city
                yield _Hold(f"leaves for {city}" if city else "leaves", may_be_released=True)
            return
        if record.fixed:
            yield _Hold("fixed")
        accepted = _who_accepted(self._itinerary, record)
        if record.status is Status.CONFIRMED and accepted:
            yield _Hold(f"confirmed with {listed(accepted)}", may_be_released=True)

    def _is_over(self, record: Meeting | Movement) -> bool:
        entry = entry_of(record)
        return entry is not None and span_of(self._itinerary, entry).end <= self._present


def _parts_by_whole(itinerary: Itinerary) -> Mapping[str, list[Meeting]]:
    """Return what is part of each meeting, parts of parts too, as far as it has an hour."""
    parts: dict[str, list[Meeting]] = {}
    for meeting in itinerary.meetings:
        if meeting.start and meeting.status not in FALLEN_AWAY:
            for whole in wholes_of(itinerary, meeting):
                parts.setdefault(whole, []).append(meeting)
    return parts


def _start(record: Meeting | Movement) -> Moment:
    entry = entry_of(record)
    assert entry is not None  # noqa: S101 - only what has an hour is looked at
    return entry.start


def _order(moved: Moved) -> tuple[int, bool, str]:
    """Sort by start, a whole before its parts."""
    is_part = isinstance(moved.record, Meeting) and moved.record.part_of is not None
    return moved.at.instant, is_part, moved.record.id


def _label(name: str, others: int, minutes: int) -> str:
    more = f" and {others} more" if others else ""
    if minutes < 0:
        return f"Pulled {name}{more} earlier by {length(-minutes)}"
    return f"Slipped {name}{more} by {length(minutes)}"


def _changes(itinerary: Itinerary, moved: list[Moved]) -> tuple[Change, ...]:
    """Return one change for each record; a stay may begin and end with movements that both move."""
    changes: dict[str, Change] = {}
    for each in moved:
        edit = nudge(itinerary, each.record.id, each.minutes)
        for change in edit.changes if edit else ():
            known = changes.get(change.record.id)
            changes[change.record.id] = _joined(known, change) if known else change
    return tuple(changes.values())


def _joined(one: Change, other: Change) -> Change:
    record: Record = one.record
    touched = {name: getattr(other.after, name) for name in other.touched}
    return Change(one.before, replace(record, **touched))


def _who_accepted(itinerary: Itinerary, meeting: Meeting) -> list[str]:
    return [
        participant_name(itinerary, each) or "somebody not named yet"
        for each in leading_counterparts(itinerary, meeting.id)
        if each.response is Response.ACCEPTED
    ]


def _told(itinerary: Itinerary, moved: list[Moved]) -> tuple[Told, ...]:
    """Return who has to hear of it, in the order in which it comes to them."""
    names: dict[str, str] = {}
    entries: dict[str, list[Moved]] = {}
    for each in moved:
        if isinstance(each.record, Meeting):
            for participant in _to_tell(itinerary, each.record):
                key = participant.person or f"\n{participant.words}"
                names.setdefault(key, _called(itinerary, participant))
                entries.setdefault(key, []).append(each)
    return tuple(Told(name, tuple(entries[key])) for key, name in names.items())


def _to_tell(itinerary: Itinerary, meeting: Meeting) -> Iterator[Participant]:
    """Yield who accepted the time, and who comes because it was accepted."""
    is_agreed = meeting.accepted_start is not None or any(
        each.response is Response.ACCEPTED for each in leading_counterparts(itinerary, meeting.id)
    )
    for each in who_to_tell(itinerary, meeting.id):
        if is_agreed or each.response is Response.ACCEPTED:
            yield each


def _called(itinerary: Itinerary, participant: Participant) -> str:
    name = participant_name(itinerary, participant) or "Somebody not named yet"
    return f"{name} (interpreter)" if participant.role is Role.INTERPRETER else name
