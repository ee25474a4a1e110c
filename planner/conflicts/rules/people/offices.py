"""Who holds which office on the day: the papers print a title, and it must be the right one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.presence.spans import stands
from planner.conflicts.registry import Family, rule
from planner.conflicts.sentences import SHOWN, listed
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.titles import highest_titles, office_title, offices_on
from planner.records import Meeting, Office, Participant, Person, Tenure, Wording
from planner.records.words import Qualifier, RankClass, Response
from planner.text.spelling import fold
from planner.text.spoken import long_date, short_date

NOT_YET = frozenset({Qualifier.ELECT, Qualifier.DESIGNATE})
_RANKS = list(RankClass)

Term = tuple[Tenure, Office]


@dataclass(frozen=True, slots=True)
class _Fact:
    """What is wrong with somebody's office, whatever meetings they are in."""

    severity: Severity
    words: str
    way_out: str
    tenure: str = ""
    """The tenure to mend; empty where it is the title as printed."""
    accounted_by: frozenset[Qualifier] = frozenset()
    """What accounts for it where the title as printed says so."""


@dataclass(slots=True)
class _Seats:
    """Where a fact matters, in the order of the programme."""

    participants: dict[str, None] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)


@rule(
    "office-not-current",
    Family.PEOPLE,
    Severity.ERROR,
    Severity.WARNING,
    Severity.NOTICE,
    meaning="On the day somebody's term has ended or not begun, or another title is printed.",
)
def office_not_current(itinerary: Itinerary, _: Surroundings) -> Iterator[Conflict]:
    """Report each person whose office is in doubt, once, with the meetings for which it is."""
    desk = _Desk(itinerary)
    found: dict[_Fact, _Seats] = {}
    for meeting in itinerary.meetings:
        day = _day_of(meeting)
        if day is None or not stands(meeting):
            continue
        for participant in itinerary.participants_of(meeting.id):
            fact = desk.fact(participant, day)
            if fact:
                seats = found.setdefault(fact, _Seats())
                seats.participants[participant.id] = None
                seats.meetings[meeting.id] = meeting
    for fact, seats in found.items():
        yield _conflict(fact, seats)


def _day_of(meeting: Meeting) -> date | None:
    return meeting.start.date if meeting.start else meeting.day


def _conflict(fact: _Fact, seats: _Seats) -> Conflict:
    meetings = list(seats.meetings.values())
    named = [_on_its_day(meeting) for meeting in meetings[: SHOWN + 1]]
    start = meetings[0].start
    return Conflict(
        rule="office-not-current",
        severity=fact.severity,
        message=f"{fact.words} in {listed(named, len(meetings))}.",
        subjects=(*((fact.tenure,) if fact.tenure else seats.participants), *seats.meetings),
        at=start.instant if start else None,
        way_out=fact.way_out,
    )


def _on_its_day(meeting: Meeting) -> str:
    day = _day_of(meeting)
    return f"{meeting.title} on {short_date(day)}" if day else meeting.title


class _Desk:
    """Says what is wrong with somebody's office on a day, and remembers it.

    A long trip has the same people in many meetings of a day.
    """

    def __init__(self, itinerary: Itinerary) -> None:
        self._itinerary = itinerary
        self._facts: dict[tuple[str, str, date], _Fact | None] = {}
        self._wordings: dict[str, list[str]] = {}
        for wording in itinerary.all(Wording).values():
            self._wordings.setdefault(wording.record, []).append(wording.text)

    def fact(self, participant: Participant, day: date) -> _Fact | None:
        """Return what is wrong with the office of somebody who has not declined."""
        if participant.person is None or participant.response is Response.DECLINED:
            return None
        key = (participant.person, participant.printed_title, day)
        if key not in self._facts:
            person = self._itinerary.person(participant.person)
            made = self._made(person, participant.printed_title, day) if person else None
            self._facts[key] = made
        return self._facts[key]

    def _made(self, person: Person, printed: str, day: date) -> _Fact | None:
        current = offices_on(self._itinerary, person.id, day)
        if not current:
            fact = _of_term(person, _terms(self._itinerary, person), day)
            return None if fact is None or _says_any(printed, fact.accounted_by) else fact
        highest = highest_titles(self._itinerary, person, day)
        titles = {fold(highest), *_titles(current, self._wordings)}
        if not printed.strip() or not titles.isdisjoint(_readings(printed, current)):
            return None
        return _Fact(
            Severity.NOTICE,
            f"{person.name}, {highest}, is printed as “{printed}”",
            "leave the title as printed empty, or correct the office",
        )


def _terms(itinerary: Itinerary, person: Person) -> list[Term]:
    return [
        (tenure, office)
        for tenure in itinerary.tenures_of(person.id)
        if (office := itinerary.get(Office, tenure.office))
    ]


def _of_term(person: Person, terms: Sequence[Term], day: date) -> _Fact | None:
    """Return what is wrong where no term covers the day.

    Of several terms the next one counts, else the last: what somebody was before is no matter. Who
    is marked former, or elect or designate, is accounted for.
    """
    coming = [term for term in terms if term[0].since and term[0].since > day]
    over = [term for term in terms if not (term[0].since and term[0].since > day)]
    is_former = any(tenure.qualifier is Qualifier.FORMER for tenure, _ in over)
    if not terms or is_former or any(tenure.qualifier in NOT_YET for tenure, _ in coming):
        return None
    return _of_next_term(person, coming, day) if coming else _of_last_term(person, over)


def _of_next_term(person: Person, terms: Iterable[Term], day: date) -> _Fact:
    tenure, office = min(terms, key=lambda term: (term[0].since or day, *_order(term)))
    title = office_title(office, person.gender, tenure.qualifier)
    return _Fact(
        Severity.WARNING,
        f"{person.name} is {title} only from {long_date(tenure.since or day)} on and is not "
        "marked elect or designate, but is",
        "mark the term elect or designate, or correct its beginning",
        tenure.id,
        NOT_YET | {Qualifier.FORMER},
    )


def _of_last_term(person: Person, terms: Sequence[Term]) -> _Fact:
    ended = max(tenure.until or date.min for tenure, _ in terms)
    last = (term for term in terms if (term[0].until or date.min) == ended)
    tenure, office = min(last, key=_order)
    title = office_title(office, person.gender, tenure.qualifier)
    return _Fact(
        Severity.ERROR,
        f"{person.name} was {title} until {long_date(ended)} and is not marked former, but is",
        "name who holds the office then, or mark the term former",
        tenure.id,
        frozenset({Qualifier.FORMER}),
    )


def _order(term: Term) -> tuple[int, str, str]:
    """Sort terms by rank, title and id: the highest office is what somebody is known by."""
    tenure, office = term
    return (_RANKS.index(office.rank), office.title, tenure.id)


def _titles(terms: Iterable[Term], wordings: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Return every title of these offices, folded, in either gender and in any language."""
    for _, office in terms:
        own = (office.title, office.title_feminine, office.title_masculine)
        yield from (fold(title) for title in (*own, *wordings.get(office.id, ())) if title)


def _readings(printed: str, terms: Iterable[Term]) -> Iterator[str]:
    """Return a title as printed, folded, and the same without what marks the term.

    `Prime Minister-designate of Finland` is the title of who is designated.
    """
    words = fold(printed).split()
    yield " ".join(words)
    for tenure, _ in terms:
        yield " ".join(word for word in words if word != tenure.qualifier)


def _says_any(printed: str, marks: Iterable[Qualifier]) -> bool:
    return not frozenset(marks).isdisjoint(fold(printed).split())
