"""What to know before a version is released: what forbids it, and what is still open in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.conflicts import Finding, Report, Severity
from planner.conflicts.sentences import name_of_entry
from planner.itinerary import Itinerary
from planner.itinerary.entries import FALLEN_AWAY, FIRM
from planner.moments import Moment
from planner.records import Meeting, Movement, Release
from planner.records.words import MeetingKind, Status, TripStatus
from planner.text.spoken import counted, long_date, short_date

Entry = Meeting | Movement


@dataclass(frozen=True, slots=True)
class Remark:
    """Something of one sort that is still open in a programme."""

    heading: str
    """How many there are: `2 placeholders`."""
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BeforeRelease:
    """All there is to know before a version is frozen."""

    number: int
    """The number that it would have."""
    errors: tuple[Finding, ...]
    """What forbids it: the errors that nobody acknowledged."""
    remarks: tuple[Remark, ...]
    """What is not decided yet, and goes out so."""
    warnings: tuple[Finding, ...]


def before_release(itinerary: Itinerary, report: Report) -> BeforeRelease:
    """Return what to know before a trip is released; `report` is what the rules find in it."""
    found = report.open
    return BeforeRelease(
        number=next_number(itinerary),
        errors=tuple(each for each in found if each.conflict.severity is Severity.ERROR),
        remarks=tuple(_remarks(itinerary)),
        warnings=tuple(each for each in found if each.conflict.severity is Severity.WARNING),
    )


def next_number(itinerary: Itinerary) -> int:
    """Return the number of the next release; those for the public and the others share them."""
    return 1 + max((each.number for each in itinerary.all(Release).values()), default=0)


def _remarks(itinerary: Itinerary) -> Iterator[Remark]:
    standing = [each for each in itinerary.meetings if each.status not in FALLEN_AWAY]
    placeholders = [each for each in standing if _is_placeholder(each)]
    slots = _open_slots(standing)
    said = {each.id for each in (*placeholders, *(one for slot in slots for one in slot))}
    entries: tuple[Entry, ...] = (*itinerary.meetings, *itinerary.movements)
    proposed = [each for each in entries if each.status is Status.PROPOSED and each.id not in said]
    if itinerary.trip.status is TripStatus.CANCELLED:
        yield Remark("The trip is cancelled", ("Nothing is checked in it any more",))
    if placeholders:
        items = tuple(_as_placeholder(each) for each in placeholders)
        yield Remark(counted(len(items), "placeholder"), items)
    if slots:
        items = tuple(" or ".join(map(_as_alternative, slot)) for slot in slots)
        yield Remark(f"{counted(len(items), 'slot')} with alternatives", items)
    if proposed:
        items = tuple(_called(itinerary, each) for each in proposed)
        noun = "entry" if len(items) == 1 else "entries"
        yield Remark(f"{len(items)} {noun} only proposed", items)


def _is_placeholder(meeting: Meeting) -> bool:
    """Tell whether a meeting only keeps a time free: by its kind, or until it is confirmed."""
    if meeting.kind is MeetingKind.PLACEHOLDER:
        return meeting.status is not Status.HELD
    return meeting.placeholder_expires is not None and meeting.status not in FIRM


def _open_slots(standing: Sequence[Meeting]) -> list[list[Meeting]]:
    """Return the alternatives, slot by slot, of which more than one is still in the programme.

    Where all are firm a conflict speaks of it: that is no open choice, but one made twice.
    """
    slots: dict[str, list[Meeting]] = {}
    for meeting in standing:
        if meeting.choice:
            slots.setdefault(meeting.choice, []).append(meeting)
    return [
        slot
        for slot in slots.values()
        if len(slot) > 1 and not all(each.status in FIRM for each in slot)
    ]


def _as_placeholder(meeting: Meeting) -> str:
    expires = meeting.placeholder_expires
    if expires is None:
        return f"{meeting.title}, {_when(meeting)}: kept without an expiry"
    hour = f"{expires.clock} {expires.zone_label}".rstrip()
    return f"{meeting.title}, {_when(meeting)}: kept until {hour} on {long_date(expires.date)}"


def _as_alternative(meeting: Meeting) -> str:
    return f"{meeting.title} ({_when(meeting)}, {meeting.status})"


def _called(itinerary: Itinerary, entry: Entry) -> str:
    return f"{name_of_entry(itinerary, entry)}, {_when(entry)}"


def _when(entry: Entry) -> str:
    """Return `Mon 17 Mar 15:00`, as far as it is known."""
    start = _start(entry)
    if start is not None:
        return f"{short_date(start.date)} {start.clock}"
    return short_date(entry.day) if entry.day else "no day yet"


def _start(entry: Entry) -> Moment | None:
    return entry.start if isinstance(entry, Meeting) else entry.depart or entry.arrive
