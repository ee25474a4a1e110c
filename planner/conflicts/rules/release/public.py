"""What the public may read: who agreed that it does, and what must not stand in it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import leading_counterparts
from planner.conflicts.presence.spans import stands, wholes_of
from planner.conflicts.registry import Family, rule
from planner.conflicts.rules.release.released import is_public_entry, last_release, trip_in
from planner.conflicts.rules.release.secrets import Secrets, secrets_of
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.entries import FIRM
from planner.itinerary.titles import participant_name
from planner.moments import Moment, minutes_between
from planner.records import Meeting, Person, Record, Release, Venue, Wording
from planner.records.naming import name_of
from planner.records.words import MeetingKind, ReleaseScope, Status, Visibility
from planner.text.spelling import fold
from planner.text.spoken import long_date

SHORTEST_NOTE = 30
"""Letters of a sentence of an internal note: a shorter one may stand anywhere by chance."""
_SENTENCES = re.compile(r"[.!?;]+\s|\n")


@rule(
    "announcement-not-agreed",
    Family.RELEASE,
    Severity.ERROR,
    Severity.WARNING,
    meaning="The other side has not agreed that a public entry is announced, or not so early.",
)
def announcement_not_agreed(itinerary: Itinerary, _: Surroundings) -> Iterator[Conflict]:
    """Report public entries that the other side leads too; worse where they are released.

    What is part of a public entry is announced with it, but for a pull-aside.
    """
    release = last_release(itinerary, ReleaseScope.PUBLIC)
    released = trip_in(release.trip_text) if release else None
    for meeting in itinerary.meetings:
        if _needs_agreement(itinerary, meeting):
            is_out = released and is_public_entry(released.get(Meeting, meeting.id))
            found = _unagreed(itinerary, meeting, release if is_out else None)
            if found:
                yield found


def _needs_agreement(itinerary: Itinerary, meeting: Meeting) -> bool:
    if not _is_public(meeting) or meeting.start is None or meeting.status is Status.HELD:
        return False
    wholes = wholes_of(itinerary, meeting) if meeting.kind is not MeetingKind.PULL_ASIDE else ()
    if any(is_public_entry(itinerary.get(Meeting, whole)) for whole in wholes):
        return False
    return bool(leading_counterparts(itinerary, meeting.id))


def _is_public(meeting: Meeting) -> bool:
    return meeting.visibility is Visibility.PUBLIC and stands(meeting)


def _unagreed(itinerary: Itinerary, meeting: Meeting, out: Release | None) -> Conflict | None:
    """Return what is wrong with the announcement of a meeting, which a release may have made."""
    agreed, early = meeting.announcement_at, 0
    if meeting.announcement_agreed:
        early = minutes_between(out.at, agreed) if out and agreed else 0
        if out is None or agreed is None or early <= 0:
            return None
        fact = f"the agreed hour is {_hour(agreed)}, {early:,} min later"
    else:
        fact = f"{_others(itinerary, meeting)} not agreed to its announcement"
    bites = agreed or meeting.start
    where = f"in public release {out.number} of {_hour(out.at)}" if out else "public"
    return Conflict(
        rule="announcement-not-agreed",
        severity=Severity.ERROR if out else Severity.WARNING,
        message=f"{meeting.title} is {where}, and {fact}.",
        subjects=(meeting.id, *((out.id,) if out else ())),
        at=bites.instant if bites else None,
        shortfall=early or None,
        way_out=_way_out(meeting, out),
        fold="" if out else "Announcement not agreed",
    )


def _way_out(meeting: Meeting, out: Release | None) -> str:
    if meeting.announcement_agreed:
        return "agree on an earlier hour with the other side"
    other = "release the public itinerary without it" if out else "make it internal until then"
    return f"agree on the announcement, or {other}"


def _others(itinerary: Itinerary, meeting: Meeting) -> str:
    """Return who leads the other sides, with the verb: a name where it is one."""
    leading = leading_counterparts(itinerary, meeting.id)
    if len(leading) > 1:
        return "the other sides have"
    return f"{participant_name(itinerary, leading[0]) or 'the other side'} has"


def _hour(moment: Moment) -> str:
    label = f" {moment.zone_label}".rstrip()
    return f"{moment.clock}{label} on {long_date(moment.date)}"


@rule(
    "public-leak",
    Family.RELEASE,
    Severity.ERROR,
    meaning="A public entry is a placeholder, or tells what is restricted or an internal note.",
)
def public_leak(itinerary: Itinerary, _: Surroundings) -> Iterator[Conflict]:
    """Report whatever of a public entry the public should not read."""
    public = [meeting for meeting in itinerary.meetings if _is_public(meeting)]
    if not public:
        return
    secrets, wordings = secrets_of(itinerary), _public_wordings(itinerary)
    for meeting in public:
        lines = (meeting.public_line or meeting.title, *wordings.get(meeting.id, ()))
        for leak in (*_by_nature(itinerary, meeting), *_in_words(meeting, lines, secrets)):
            yield Conflict(
                rule="public-leak",
                severity=Severity.ERROR,
                message=f"{meeting.title} is public, and {leak.fact}.",
                subjects=(meeting.id, *leak.about),
                at=meeting.start.instant if meeting.start else None,
                way_out=leak.way_out,
            )


@dataclass(frozen=True, slots=True)
class _Leak:
    """What the public should not read of an entry."""

    fact: str
    way_out: str
    about: tuple[str, ...] = ()
    """The record that is told of, if it is one."""


def _public_wordings(itinerary: Itinerary) -> Mapping[str, list[str]]:
    """Return the public lines in other languages by meeting."""
    found: dict[str, list[str]] = {}
    for each in sorted(itinerary.all(Wording).values(), key=lambda each: (each.language, each.id)):
        if each.field == "public_line":
            found.setdefault(each.record, []).append(each.text)
    return found


def _by_nature(itinerary: Itinerary, meeting: Meeting) -> Iterator[_Leak]:
    """Return why an entry is not for the public, whatever its words say."""
    is_held_open = meeting.placeholder_expires is not None and meeting.status not in FIRM
    if meeting.kind is MeetingKind.PLACEHOLDER or is_held_open:
        yield _Leak("it is only a placeholder", "make it internal until it is settled")
    for each in wholes_of(itinerary, meeting):
        whole = itinerary.get(Meeting, each)
        if whole and whole.visibility is Visibility.RESTRICTED:
            fact = f"it is part of {whole.title}, which is restricted"
            yield _Leak(fact, "make it restricted too", (whole.id,))
            return


def _in_words(meeting: Meeting, lines: Sequence[str], secrets: Secrets) -> Iterator[_Leak]:
    """Return what the lines for the public tell; where there are none, the title is read."""
    what = "its public line" if meeting.public_line else "its title"
    folded = [fold(line) for line in lines]
    told = {record.id: record for line in folded for record in secrets.told_in(line)}
    for record in told.values():
        if record.id != meeting.id:
            fact = f"{what} names {_restricted(record)}"
            yield _Leak(fact, f"take that out of {what}", (record.id,))
    if meeting.public_line and any(map(_notes_in(meeting), folded)):
        yield _Leak("its public line repeats an internal note", "write the public line anew")


def _restricted(record: Record) -> str:
    match record:
        case Person():
            return f"{record.name}, who is in restricted entries only"
        case Venue():
            return f"{record.name}, where only restricted entries take place"
        case _:
            return f"{name_of(record)}, which is restricted"


def _notes_in(meeting: Meeting) -> Callable[[str], bool]:
    """Return what tells whether a folded line has a whole sentence of the internal notes in it."""
    sentences = [
        f" {folded} "
        for text in (meeting.notes, meeting.purpose)
        for sentence in _SENTENCES.split(text)
        if len(folded := fold(sentence)) >= SHORTEST_NOTE
    ]
    return lambda line: any(sentence in f" {line} " for sentence in sentences)
