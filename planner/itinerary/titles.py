"""Who somebody is on a day: the title that is printed is that of the office held then."""

from datetime import date

from planner.itinerary.itinerary import Itinerary
from planner.records import Office, Participant, Person, Tenure
from planner.records.words import Gender, Qualifier, RankClass

_RANKS = list(RankClass)


def is_held_on(tenure: Tenure, day: date) -> bool:
    """Tell whether a tenure covers a day; both its dates belong to it."""
    begun = tenure.since is None or tenure.since <= day
    return begun and (tenure.until is None or day <= tenure.until)


def offices_on(itinerary: Itinerary, person: str, day: date) -> tuple[tuple[Tenure, Office], ...]:
    """Return the offices that a person holds on a day, the highest in rank first."""
    held = [
        (tenure, office)
        for tenure in itinerary.tenures_of(person)
        if is_held_on(tenure, day) and (office := itinerary.get(Office, tenure.office))
    ]
    return tuple(sorted(held, key=lambda pair: (_RANKS.index(pair[1].rank), pair[1].title)))


def office_title(office: Office, gender: Gender | None, qualifier: Qualifier | None) -> str:
    """Return an office's title for a person: `Prime Minister-designate of Finland`."""
    title = office.title
    if gender is Gender.FEMININE:
        title = office.title_feminine or title
    elif gender is Gender.MASCULINE:
        title = office.title_masculine or title
    return f"{title} ({qualifier})" if qualifier else title


def titles_on(itinerary: Itinerary, person: Person, day: date) -> tuple[str, ...]:
    """Return the titles of a person on a day, the highest first; empty where none is known."""
    return tuple(
        office_title(office, person.gender, tenure.qualifier)
        for tenure, office in offices_on(itinerary, person.id, day)
    )


def highest_titles(itinerary: Itinerary, person: Person, day: date) -> str:
    """Return the titles of a person's highest rank on a day: the King has one of each realm."""
    offices = offices_on(itinerary, person.id, day)
    return " and ".join(
        office_title(office, person.gender, tenure.qualifier)
        for tenure, office in offices
        if office.rank is offices[0][1].rank
    )


def printed_title(itinerary: Itinerary, participant: Participant, day: date) -> str:
    """Return the title to print for a participant: the one stated, else the highest on the day."""
    person = itinerary.person(participant.person)
    if participant.printed_title or person is None:
        return participant.printed_title
    return highest_titles(itinerary, person, day)


def participant_name(itinerary: Itinerary, participant: Participant) -> str:
    """Return what a participant is called: the person's name, else the words."""
    person = itinerary.person(participant.person)
    return person.name if person else participant.words
