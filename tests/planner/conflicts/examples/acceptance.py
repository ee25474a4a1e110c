"""Examples of the rules about what was accepted, and who holds which office."""

from collections.abc import Mapping
from datetime import date

from planner.records import Office, Record, Tenure
from planner.records.words import OfficeOf, Qualifier, RankClass, Response, TripCategory
from tests.planner.building import at, meeting, sits_in, trip
from tests.planner.conflicts.examples.example import HOUR, Example


def holds(
    person: str,
    title: str,
    since: str = "",
    until: str = "",
    qualifier: Qualifier | None = None,
    /,
    *,
    rank: RankClass = RankClass.HEAD_OF_GOVERNMENT,
    of: str = "FR",
    of_kind: OfficeOf = OfficeOf.STATE,
    **titles: str,
) -> list[Record]:
    """Return that a person holds an office from a day to a day, both as ISO text."""
    post = Office(id=title, title=title, of=of, of_kind=of_kind, rank=rank, **titles)
    first = date.fromisoformat(since) if since else None
    last = date.fromisoformat(until) if until else None
    term = Tenure(
        id=f"{person}, {title}",
        person=person,
        office=title,
        since=first,
        until=last,
        qualifier=qualifier,
    )
    return [post, term]


_PRESIDENT = holds(
    "Macron", "President of the French Republic", rank=RankClass.HEAD_OF_STATE, of="FR"
)
_PRIME_MINISTER = holds("Bayrou", "Prime Minister of the French Republic", of="FR")
_TALKS = meeting("Talks", "12:00-13:00", venue="Matignon")


def _state_visit(president_at: str) -> list[Record]:
    audience = meeting("Audience", president_at, venue="Élysée")
    seats = [*sits_in("Macron", audience), *sits_in("Bayrou", _TALKS)]
    return [_TALKS, audience, *seats, *_PRESIDENT, *_PRIME_MINISTER]


EXAMPLES: Mapping[str, Example] = {
    "changed-since-accepted": Example(
        trip(meeting("Bilateral", "12:00-13:00", accepted_start=at("12:01", "Paris"))),
        trip(meeting("Bilateral", "12:00-13:00", accepted_start=at("12:00", "Paris"))),
    ),
    "unconfirmed-counterpart": Example(
        trip(HOUR, sits_in("Macron", HOUR, response=Response.INVITED)),
        trip(HOUR, sits_in("Macron", HOUR, response=Response.ACCEPTED)),
    ),
    "office-not-current": Example(
        trip(HOUR, sits_in("Barnier", HOUR), holds("Barnier", "Premier", "", "2025-03-16")),
        trip(HOUR, sits_in("Barnier", HOUR), holds("Barnier", "Premier", "", "2025-03-17")),
    ),
    "precedence-order": Example(
        trip(_state_visit("12:01-13:00"), category=TripCategory.STATE),
        trip(_state_visit("12:00-13:00"), category=TripCategory.STATE),
    ),
}
