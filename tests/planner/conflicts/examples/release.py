"""Examples of the rules about what leaves the house."""

from collections.abc import Mapping
from dataclasses import replace

from planner.exchange import write_trip_file
from planner.records import Record, Release
from planner.records.words import Coverage, ReleaseScope, Visibility
from tests.planner.building import as_of, at, meeting, sits_in, trip
from tests.planner.conflicts.examples.example import Example


def released(
    *parts: Record | list[Record], scope: ReleaseScope = ReleaseScope.INTERNAL, **fields: object
) -> Release:
    """Return that a trip of these records was released on the evening before the first day."""
    made = Release(
        id="release",
        trip="trip",
        number=1,
        at=at("18:00", "Paris", "2025-03-16"),
        by="Protocol",
        scope=scope,
        journal_position=1,
        trip_text=write_trip_file(trip(*parts)),
    )
    return replace(made, **fields)  # type: ignore[arg-type] # the tests know its fields


OPEN = meeting("Statement", "12:00-12:30", visibility=Visibility.PUBLIC, coverage=Coverage.OPEN)
AGREED = replace(OPEN, announcement_agreed=True, announcement_at=at("08:00", "Paris"))
NAMING = replace(OPEN, public_line="The Prime Minister meets Anna Weiss.")
SECRET = meeting("Call", "14:00", visibility=Visibility.RESTRICTED)
KNOWN = meeting("Call", "14:00")
LUNCH = meeting("Lunch", "12:00-13:00")
LATER = meeting("Lunch", "12:01-13:01")

EXAMPLES: Mapping[str, Example] = {
    "coverage-unset": Example(
        trip(OPEN),
        trip(OPEN),
        as_of("2025-03-15T12:00[Europe/Paris]"),
        as_of("2025-03-15T11:59[Europe/Paris]"),
    ),
    "announcement-not-agreed": Example(
        trip(OPEN, sits_in("Macron", OPEN)), trip(AGREED, sits_in("Macron", AGREED))
    ),
    "public-leak": Example(
        trip(NAMING, SECRET, sits_in("Anna Weiss", SECRET)),
        trip(NAMING, KNOWN, sits_in("Anna Weiss", KNOWN)),
    ),
    "unreleased-changes": Example(trip(LATER, released(LUNCH)), trip(LUNCH, released(LUNCH))),
}
