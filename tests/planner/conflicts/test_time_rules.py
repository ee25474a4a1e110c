"""Hours are compared as instants, and never as the wall clocks of two zones."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.conflicts import Conflict, Family
from planner.conflicts.registry import rules
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Record
from planner.records.shape import Form, shape_of
from tests.planner.building import (
    JOINING,
    everything_in,
    flight,
    found,
    joins_in,
    meeting,
    stop,
    takes,
    trip,
)
from tests.planner.conflicts.test_laws import itineraries

TOKYO, OTTAWA = "Asia/Tokyo", "America/Toronto"
TIME = {name for name, rule in rules().items() if rule.family is Family.TIME}
MOVING = {"movement-implausible", "movement-sequence", "stop-unused"}


def of_time(itinerary: Itinerary) -> list[Conflict]:
    """Return what the rules find that compare hours."""
    compared = TIME | JOINING | MOVING
    return [each for each in everything_in(itinerary) if each.rule in compared]


def leaving(depart: str, arrive: str) -> Record:
    return flight(
        "Haneda",
        "Trudeau Airport",
        "",
        depart=Moment.from_text(depart),
        arrive=Moment.from_text(arrive),
    )


def with_(way_home: Record) -> Itinerary:
    """Return a trip from Ottawa to Tokyo, home by one flight."""
    return trip(
        flight("Trudeau Airport", "Haneda", "2025-03-15T13:00/2025-03-16T15:00"),
        stop("Tokyo", "2025-03-16T15:00/2025-03-17T17:00"),
        meeting("Talks", "10:00-11:00", "Tokyo", venue="Kantei"),
        takes(30, "Haneda", "Kantei"),
        takes(30, "Kantei", "Haneda"),
        way_home,
    )


def test_a_trip_over_the_date_line_that_arrives_before_it_leaves_is_clean() -> None:
    way_home = leaving(f"2025-03-17T17:00[{TOKYO}]", f"2025-03-17T16:00[{OTTAWA}]")
    assert not of_time(with_(way_home))


def test_the_same_clocks_in_one_zone_are_an_arrival_before_the_departure() -> None:
    way_home = leaving(f"2025-03-17T17:00[{TOKYO}]", f"2025-03-17T16:00[{TOKYO}]")
    (conflict, *others) = of_time(with_(way_home))
    assert conflict.rule == "ends-before-start"
    assert conflict.shortfall == 60
    assert conflict.message == (
        "Government aircraft Haneda–Trudeau Airport: "
        "arrival 16:00 is 60 min before departure 17:00."
    )
    assert {each.rule for each in others} == {"zone-mismatch"}


@pytest.mark.parametrize(
    ("depart", "arrive", "early"),
    [
        ("2025-03-18T08:00[Pacific/Kiritimati]", "2025-03-17T11:00[Pacific/Honolulu]", None),
        ("2025-03-17T11:00[Pacific/Honolulu]", "2025-03-18T10:59[Pacific/Kiritimati]", 1),
        ("2025-03-17T11:00[Pacific/Honolulu]", "2025-03-18T11:01[Pacific/Kiritimati]", None),
        ("2025-03-17T09:00[Pacific/Apia]", "2025-03-16T11:30[Pacific/Pago_Pago]", None),
        ("2025-03-17T12:00[Asia/Kathmandu]", "2025-03-17T12:10[Asia/Kolkata]", None),
        ("2025-03-17T12:00[Asia/Kolkata]", "2025-03-17T12:10[Asia/Kathmandu]", 5),
        ("2025-10-26T01:40+01:00[Europe/London]", "2025-10-26T01:10+00:00[Europe/London]", None),
        ("2025-10-26T01:40+00:00[Europe/London]", "2025-10-26T01:50+01:00[Europe/London]", 50),
        ("2025-03-30T01:50[Europe/Paris]", "2025-03-30T00:30[Europe/London]", 20),
        ("2025-03-30T01:50[Europe/Paris]", "2025-03-30T02:05[Europe/London]", None),
        ("2025-10-26T01:55[Europe/London]", "2025-10-26T02:00[Europe/Paris]", 55),
        (
            "2025-11-02T01:50-04:00[America/Toronto]",
            "2025-11-02T01:10-05:00[America/Toronto]",
            None,
        ),
        ("2025-04-06T01:55+11:00[Australia/Lord_Howe]", "2025-04-06T00:45[Asia/Tokyo]", None),
    ],
)
def test_what_comes_first_is_not_for_the_clocks_to_say(
    depart: str, arrive: str, early: int | None
) -> None:
    conflicts = found("ends-before-start", trip(leaving(depart, arrive)))
    assert [each.shortfall for each in conflicts] == ([] if early is None else [early])


def told_elsewhere(record: Record, random: Random) -> Record:
    """Return a record with its hours told by other clocks: the instants stay."""
    fields: dict[str, object] = {}
    for field in shape_of(type(record)).fields:
        value = getattr(record, field.name)
        if field.form is Form.MOMENT and isinstance(value, Moment):
            fields[field.name] = value.to(random.choice((TOKYO, OTTAWA, "UTC", "Pacific/Apia")))
    changed: Record = replace(record, **fields)  # type: ignore[arg-type] # the same kinds of values
    return changed


@given(itineraries(), st.integers(0, 2**32))
def test_by_whichever_clocks_the_hours_are_told_the_same_entries_do_not_fit(
    itinerary: Itinerary, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 - no secret, a seeded choice
    told = Itinerary.of(told_elsewhere(each, random) for each in itinerary.records)
    assert [
        (each.rule, each.severity, each.subjects, each.at, each.shortfall)
        for each in joins_in(told)
    ] == [
        (each.rule, each.severity, each.subjects, each.at, each.shortfall)
        for each in joins_in(itinerary)
    ]
