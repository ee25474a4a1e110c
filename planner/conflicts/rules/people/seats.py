"""The seats without which a meeting does not work: who interprets, and who takes notes.

Who sits in a meeting sits in its parts too. Languages are compared however they were typed: `fr`,
`fr-CA`, `French` and `français` are one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import (
    MULTILATERAL,
    SUBSTANTIVE,
    leading_counterparts,
    severity_of_lack,
)
from planner.conflicts.presence.spans import hour_to_come, wholes_of
from planner.conflicts.registry import Family, Need, meeting_rule
from planner.conflicts.sentences import SHOWN, listed
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.titles import participant_name
from planner.records import Meeting, Participant, Person
from planner.records.words import Attends, Interpretation, MeetingKind, Response, Role, Side
from planner.text.spelling import fold

TALKS = SUBSTANTIVE | {MeetingKind.AUDIENCE, MeetingKind.COURTESY_CALL, MeetingKind.PULL_ASIDE}
"""Meetings in which two people talk to each other, and not to an audience."""
_LANGUAGES = """
ar ara arabic arabe
bg bul bulgarian български
bn ben bengali bangla
cs ces cze czech čeština
da dan danish dansk
de deu ger german deutsch allemand
el ell gre greek ελληνικά grec
en eng english anglais
es spa spanish español castilian castellano espagnol
et est estonian eesti
fa fas per persian farsi dari
fi fin finnish suomi
fr fra fre french français
ga gle irish gaeilge
he heb hebrew
hi hin hindi
hr hrv croatian hrvatski
hu hun hungarian magyar
id ind indonesian
it ita italian italiano italien
iu iku inuktitut
ja jpn japanese japonais 日本語
ko kor korean coréen 한국어
lt lit lithuanian lietuvių
lv lav latvian latviešu
ms msa may malay
nl nld dut dutch nederlands flemish néerlandais
no nb nn nor norwegian norsk
pl pol polish polski polonais
pt por portuguese português portugais
ro ron rum romanian română
ru rus russian русский russe
sk slk slo slovak slovenčina
sl slv slovenian slovenščina
sr srp serbian srpski
sv swe swedish svenska
sw swa swahili kiswahili
th tha thai
tr tur turkish türkçe turc
uk ukr ukrainian українська ukrainien
ur urd urdu
vi vie vietnamese
zh zho chi chinese mandarin putonghua chinois 中文
"""
"""A line a language: its ISO 639-1 code, and what else it is called."""


@meeting_rule(
    "missing-interpreter",
    Family.PEOPLE,
    Severity.WARNING,
    Severity.NOTICE,
    meaning="The principal and a lead counterpart share no language, and nobody interprets.",
    limits=("completeness_days",),
    needs=(Need.CLOCK,),
)
def missing_interpreter(
    itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting
) -> Iterator[Conflict]:
    """Report a meeting of the principal with somebody whom he cannot talk to.

    Of whom no language is recorded, nothing can be said. One interpreter may go on from where
    another ends, and one of whom no languages are recorded serves for all.
    """
    start, principal = hour_to_come(meeting), itinerary.person(itinerary.trip.principal)
    if start is None or principal is None or not _keys(principal.languages):
        return
    if not _is_talk_of_principal(meeting):
        return
    seated = _seated(itinerary, meeting, Role.INTERPRETER)
    leads = _not_understood(itinerary, meeting, principal, seated)
    if leads:
        yield Conflict(
            rule="missing-interpreter",
            severity=severity_of_lack(meeting, surroundings),
            message=_without_interpreter(itinerary, meeting, principal, leads, seated),
            subjects=(meeting.id, *(person.id for person in leads)),
            at=start.instant,
            way_out=f"assign an interpreter for {_between((principal, *leads))}",
            fold="No interpreter",
        )


def _is_talk_of_principal(meeting: Meeting) -> bool:
    """Tell whether the principal talks there, and not through the booths of an organiser."""
    is_his = meeting.attends is Attends.PRINCIPAL and meeting.occupies_principal
    has_booths = meeting.interpretation is Interpretation.SIMULTANEOUS
    return is_his and meeting.kind in TALKS and not (has_booths and meeting.kind in MULTILATERAL)


def _not_understood(
    itinerary: Itinerary, meeting: Meeting, principal: Person, seated: Sequence[Participant]
) -> tuple[Person, ...]:
    """Return the lead counterparts whom neither a language nor an interpreter joins to us."""
    if any(not _keys(each.languages) for each in seated):
        return ()
    reached = _reached(_keys(principal.languages), {_keys(each.languages) for each in seated})
    people = (itinerary.person(each.person) for each in leading_counterparts(itinerary, meeting.id))
    leads = {person.id: person for person in people if person}
    return tuple(
        person
        for person in leads.values()
        if person.id != principal.id
        and (spoken := _keys(person.languages))
        and reached.isdisjoint(spoken)
    )


def _reached(known: frozenset[str], interpreted: set[frozenset[str]]) -> frozenset[str]:
    """Return the languages that one can be understood in, by way of those who interpret."""
    while joined := {each for each in interpreted if not each.isdisjoint(known)}:
        known, interpreted = known.union(*joined), interpreted - joined
    return known


def _without_interpreter(
    itinerary: Itinerary,
    meeting: Meeting,
    principal: Person,
    leads: Sequence[Person],
    seated: Sequence[Participant],
) -> str:
    others = listed([_with_languages(person.name, person.languages) for person in leads])
    ours = _with_languages(principal.name, principal.languages)
    apart = f"{ours} shares no language with {others}"
    if not seated:
        return f"{meeting.title} has no interpreter: {apart}."
    shown = [
        _with_languages(participant_name(itinerary, each), each.languages)
        for each in seated[: SHOWN + 1]
    ]
    verb = "does" if len(seated) == 1 else "do"
    interpreters = listed(shown, len(seated))
    return f"{meeting.title}: {apart}, and {interpreters} {verb} not interpret between them."


def _with_languages(name: str, languages: Sequence[str]) -> str:
    return f"{name or 'somebody'} ({', '.join(languages)})"


def _between(people: Iterable[Person]) -> str:
    """Return the languages to interpret between: the best of each person."""
    best = (next(filter(fold, person.languages), "") for person in people)
    return listed(list(dict.fromkeys(best)))


@meeting_rule(
    "missing-notetaker",
    Family.PEOPLE,
    Severity.WARNING,
    Severity.NOTICE,
    meaning="A substantive meeting, other than a tête-à-tête, has no notetaker of ours.",
    limits=("completeness_days",),
    needs=(Need.CLOCK,),
)
def missing_notetaker(
    itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting
) -> Iterator[Conflict]:
    """Report a meeting that nobody of ours will write down."""
    start = hour_to_come(meeting)
    if start is None or not _is_written_down(meeting):
        return
    seated = _seated(itinerary, meeting, Role.NOTETAKER)
    if not any(each.side is Side.OURS for each in seated):
        yield Conflict(
            rule="missing-notetaker",
            severity=severity_of_lack(meeting, surroundings),
            message=f"{meeting.title} has no notetaker.",
            subjects=(meeting.id,),
            at=start.instant,
            way_out="assign a notetaker",
            fold="No notetaker",
        )


def _is_written_down(meeting: Meeting) -> bool:
    """Tell whether a meeting needs a notetaker: not one between two, nor the spouse's."""
    is_private = meeting.kind is MeetingKind.TETE_A_TETE or meeting.attends is Attends.SPOUSE
    return meeting.kind in SUBSTANTIVE and not is_private


def _seated(itinerary: Itinerary, meeting: Meeting, role: Role) -> tuple[Participant, ...]:
    """Return those who have a role in a meeting or its whole and did not decline, in order."""
    seated = (
        each
        for entry in (meeting.id, *wholes_of(itinerary, meeting))
        for each in itinerary.participants_of(entry)
        if each.role is role and each.response is not Response.DECLINED
    )
    return tuple(sorted(seated, key=lambda each: (each.position, each.id)))


@lru_cache(maxsize=1024)
def _keys(languages: tuple[str, ...]) -> frozenset[str]:
    """Return languages in one form each, whatever they were typed as."""
    return frozenset().union(*(_known_or_typed(key) for each in languages if (key := fold(each))))


def _known_or_typed(language: str) -> set[str]:
    known = _codes()
    return {known[word] for word in language.split() if word in known} or {language}


@cache
def _codes() -> Mapping[str, str]:
    """Return the code of each language by every folded name and code of it."""
    lines = (fold(line).split() for line in _LANGUAGES.strip().splitlines())
    return {name: names[0] for names in lines for name in names}
