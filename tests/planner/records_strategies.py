"""Records to try laws on, made from their shapes: a new field is tried without a word here."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar, cast

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from planner.moments import Moment
from planner.records import (
    KINDS,
    Acknowledgement,
    FollowUp,
    Lodging,
    Meeting,
    Movement,
    Note,
    Office,
    Outcome,
    Participant,
    Person,
    Place,
    Record,
    Release,
    Stop,
    Task,
    Tenure,
    Topic,
    TravelTime,
    Trip,
    Unavailability,
    Venue,
    Wording,
    kind_of,
)
from planner.records.plain import LARGEST_NUMBER
from planner.records.shape import Field, Form, shape_of
from planner.settings import Limits

R = TypeVar("R", bound=Record)

ZONES = (
    "Europe/Paris",
    "Europe/London",
    "America/Toronto",
    "America/Iqaluit",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
    "Antarctica/Troll",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "UTC",
)
"""Whole, half and quarter hours, both hemispheres, both sides of the date line."""

ODD_TEXTS = (
    "",
    "Déjeuner de travail",
    "[bold]markup[/bold]",
    "🇨🇦 👩🏽‍🚀",
    "שלום עליכם",
    "\u202ereversed\u202c",
    "tab\tline\nreturn\r",
    "\x01\x1b[31mred\x7f\x85",
    "line\u2028paragraph\u2029",
    'quotes " and \\ and “these”',
    " spaces ",
    "null",
    "x" * 1000,
)
"""Texts that something in the way of a record could trip over."""

ODD_HOURS = (
    ("Europe/Paris", datetime.fromisoformat("2025-03-30T02:30")),
    ("Europe/Paris", datetime.fromisoformat("2025-10-26T02:30")),
    ("Australia/Lord_Howe", datetime.fromisoformat("2025-04-06T01:45")),
    ("Antarctica/Troll", datetime.fromisoformat("2025-10-26T02:15")),
    ("Pacific/Apia", datetime.fromisoformat("2011-12-30T12:00")),
    ("America/Toronto", datetime.fromisoformat("2025-11-02T01:00")),
)
"""Wall times that are skipped, and that come twice."""


RECORDS_OF_A_KIND = 16
"""So many of each kind are in the trips of the laws, in ever new company."""


def texts() -> st.SearchStrategy[str]:
    """Return texts that can be stored: no half characters, and no U+0000."""
    letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    return st.sampled_from(ODD_TEXTS) | st.text(letters, max_size=12)


def walls() -> st.SearchStrategy[datetime]:
    """Return wall times to the second, from 1980 to 2060."""
    first = datetime.fromisoformat("1980-01-01T00:00")
    seconds = round((datetime.fromisoformat("2061-01-01T00:00") - first).total_seconds())
    return st.integers(0, seconds - 1).map(lambda each: first + timedelta(seconds=each))


def moments() -> st.SearchStrategy[Moment]:
    """Return moments in any zone, skipped and repeated hours among them."""
    return st.builds(
        lambda where, fold: Moment(where[1], where[0], fold),
        st.sampled_from(ODD_HOURS) | st.tuples(st.sampled_from(ZONES), walls()),
        st.sampled_from((None, 0, 1)),
    )


def places() -> st.SearchStrategy[Place]:
    """Return places, with and without what is optional."""
    degrees = st.none() | st.floats(-180, 180, allow_nan=False)
    return st.builds(
        Place,
        city=texts().filter(bool),
        country=st.sampled_from(("FR", "GB", "CA", "XK")),
        zone=st.sampled_from(ZONES),
        admin_area=texts(),
        latitude=degrees,
        longitude=degrees,
    )


def ids() -> st.SearchStrategy[str]:
    """Return ids, as Summitry makes them."""
    return st.integers(0, 2**64 - 1).map(lambda number: f"{number:016x}")


def values_of(field: Field) -> st.SearchStrategy[object]:
    """Return all that a field can hold, its default not more than anything else."""
    whole: st.SearchStrategy[object]
    if field.choices is not None:
        whole = st.sampled_from(list(field.choices))
    elif field.form is Form.TEXTS:
        whole = st.lists(ids() if field.refers_to else texts(), max_size=3).map(tuple)
    elif field.refers_to or field.name == "id":
        whole = ids()
    else:
        whole = _BY_FORM[field.form]
    return st.none() | whole if field.may_be_none else whole


_BY_FORM: dict[Form, st.SearchStrategy[object]] = {
    Form.TEXT: texts(),
    Form.NUMBER: st.integers(-LARGEST_NUMBER, LARGEST_NUMBER) | st.integers(0, 5),
    Form.FLAG: st.booleans(),
    # None before 1900 can be stored, and a law moves trips by two years.
    Form.DATE: st.dates(date(1903, 1, 1), date(2100, 1, 1)),
    Form.MOMENT: moments(),
    Form.PLACE: places(),
    Form.THRESHOLDS: st.dictionaries(
        st.sampled_from([field.name for field in fields(Limits)]), st.integers(1, 500), max_size=3
    ).map(lambda limits: tuple(sorted(limits.items()))),
}


def records_of(kind: type[R]) -> st.SearchStrategy[R]:
    """Return records of a kind, with any value in any field; what they refer to is nowhere."""
    if kind not in _RECORDS:
        drawn = {field.name: values_of(field) for field in shape_of(kind).fields}
        _RECORDS[kind] = st.builds(kind, **drawn)
    return cast("st.SearchStrategy[R]", _RECORDS[kind])


_RECORDS: dict[type[Record], st.SearchStrategy[Record]] = {}


def text_fields(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields of a kind that can have wordings in other languages."""
    return tuple(
        field.name
        for field in shape_of(kind).fields
        if field.form is Form.TEXT and not field.refers_to and field.name != "id"
    )


def _some_of(kind: type[R]) -> list[R]:
    """Return records of a kind, the plainest first: what the records of trips are drawn from.

    A trip whose every field is drawn by itself takes longer to draw than any law takes to try.
    """
    found = cast("list[R]", _SOME.setdefault(kind, []))
    if found:
        return found

    @settings(max_examples=RECORDS_OF_A_KIND, database=None, phases=[Phase.generate])
    @given(records_of(kind))
    def keep(record: R) -> None:
        found.append(record)

    keep()
    return found


_SOME: dict[type[Record], list[Record]] = {}


class _Trip:
    """Draws the records of one trip, each after those it refers to."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self.records: list[Record] = []

    def some(self, least: int, most: int) -> range:
        """Return how many there are of something."""
        return range(self._draw(st.integers(least, most)))

    def one_of(self, among: Sequence[Record], *, maybe: bool = False) -> str | None:
        """Return the id of one of these; perhaps of none."""
        choices: list[str | None] = [record.id for record in among]
        return self._draw(st.sampled_from([None, *choices] if maybe or not choices else choices))

    def several(self, among: Sequence[Record]) -> tuple[str, ...]:
        """Return the ids of some of these, in any order."""
        if not among:
            return ()
        every = st.sampled_from([record.id for record in among])
        return tuple(self._draw(st.lists(every, max_size=3, unique=True)))

    def add(self, kind: type[R], **references: object) -> R:
        """Draw a record that refers to these."""
        with_fields: Callable[..., R] = replace
        drawn = self._draw(st.sampled_from(_some_of(kind)))
        record = with_fields(drawn, id=f"{len(self.records):016x}", **references)
        self.records.append(record)
        return record


def trips() -> st.SearchStrategy[tuple[Record, ...]]:
    """Return the records of one trip: consistent, and each of them of the trip or named by it."""
    return st.deferred(_trips_of_some)


def _trips_of_some() -> st.SearchStrategy[tuple[Record, ...]]:
    # Before the first example: a law cannot be tried within another.
    for kind in KINDS:
        _some_of(kind)
    return _trips()


@st.composite
def _trips(draw: st.DrawFn) -> tuple[Record, ...]:
    made = _Trip(draw)
    people = [made.add(Person) for _ in made.some(1, 3)]
    for _ in made.some(0, 2):
        office = made.add(Office)
        made.add(Tenure, person=made.one_of(people), office=office.id)
    for _ in made.some(0, 1):
        made.add(Unavailability, person=made.one_of(people))
    venues = [made.add(Venue, parent=None)]
    for _ in made.some(0, 2):
        venues.append(made.add(Venue, parent=venues[-1].id))
    for _ in made.some(0, 2):
        made.add(TravelTime, origin=made.one_of(venues), destination=made.one_of(venues))
    trip = made.add(
        Trip,
        short_name=draw(st.from_regex("[a-z0-9é東-]{1,20}", fullmatch=True)),
        principal=people[0].id,
        accompanying=tuple(each.id for each in people),
    )
    _add_programme(made, trip, people, venues)
    _add_wordings(made)
    return tuple(made.records)


def _add_programme(
    made: _Trip, trip: Trip, people: Sequence[Person], venues: Sequence[Venue]
) -> None:
    stops = [made.add(Stop, trip=trip.id) for _ in made.some(1, 3)]
    movements = [
        made.add(
            Movement,
            trip=trip.id,
            origin_stop=made.one_of(stops, maybe=True),
            origin_venue=made.one_of(venues),
            destination_stop=made.one_of(stops),
            destination_venue=made.one_of(venues, maybe=True),
        )
        for _ in made.some(1, 2)
    ]
    made.add(Lodging, trip=trip.id, stop=made.one_of(stops), venue=venues[-1].id)
    meetings: list[Meeting] = []
    for _ in made.some(1, 3):
        meetings.append(
            made.add(
                Meeting,
                trip=trip.id,
                stop=made.one_of(stops, maybe=True),
                part_of=made.one_of(meetings, maybe=True),
                venue=made.one_of(venues, maybe=True),
                accepted_venue=made.one_of(venues, maybe=True),
            )
        )
    for _ in made.some(1, 3):
        meeting = made.one_of(meetings, maybe=True)
        movement = made.one_of(movements, maybe=meeting is not None)
        person = made.one_of(people, maybe=True)
        who = made.add(Participant, meeting=meeting, movement=movement, person=person)
        if person is None and not who.words.strip():
            made.records[-1] = replace(who, words="1 official")
    _add_substance(made, trip, people, meetings)


def _add_substance(
    made: _Trip, trip: Trip, people: Sequence[Person], meetings: Sequence[Meeting]
) -> None:
    topics = [made.add(Topic, meeting=made.one_of(meetings)) for _ in made.some(0, 3)]
    outcomes = [
        made.add(
            Outcome,
            trip=trip.id,
            meeting=made.one_of(meetings, maybe=True),
            topics=made.several(topics),
        )
        for _ in made.some(1, 3)
    ]
    for _ in made.some(1, 3):
        made.add(
            FollowUp,
            trip=trip.id,
            meeting=made.one_of(meetings, maybe=True),
            outcome=made.one_of(outcomes, maybe=True),
            counterpart=made.one_of(people, maybe=True),
        )
    for kind in (Task, Note):
        made.add(kind, trip=trip.id, meeting=made.one_of(meetings, maybe=True))
    for each in (Acknowledgement, Release):
        made.add(each, trip=trip.id)


def _add_wordings(made: _Trip) -> None:
    worded = [record for record in made.records if text_fields(type(record))]
    kinds = {record.id: type(record) for record in worded}
    for number in made.some(1, 3):
        record = made.one_of(worded) or ""
        language = ("fr", "iu", "de")[number]
        made.add(Wording, record=record, field=text_fields(kinds[record])[0], language=language)


def whole_trip() -> tuple[Record, ...]:
    """Return a trip with a record of every kind, in which no field is at its default."""
    outer = (
        replace(_whole(Venue, "venue-0"), parent=None),
        replace(_whole(Meeting, "meeting-0"), part_of=None),
    )
    records = {record.id: record for record in (*map(_first, KINDS), *outer)}
    records["venue-1"] = replace(_first(Venue), parent="venue-0")
    records["meeting-1"] = replace(_first(Meeting), part_of="meeting-0")
    records["wording-1"] = replace(_first(Wording), record="meeting-1", field="public_line")
    return tuple(records.values())


def _first(kind: type[R]) -> R:
    return _whole(kind, f"{kind_of(kind)}-1")


def _whole(kind: type[R], record_id: str) -> R:
    values = {field.name: _other_than_default(field) for field in shape_of(kind).fields}
    make: Callable[..., R] = kind
    if kind is Trip:
        values["short_name"] = "whole-trip"
    return make(**{**values, "id": record_id})


def _other_than_default(field: Field) -> object:
    if field.refers_to:
        return (f"{field.refers_to}-1",) if field.form is Form.TEXTS else f"{field.refers_to}-1"
    if field.choices is not None:
        return next(choice for choice in field.choices if choice != field.default)
    if field.form is Form.FLAG:
        return not field.default
    day = timedelta(days=len(field.name))
    noon = datetime(2025, 3, 17, 12, tzinfo=UTC) + day
    others: dict[Form, object] = {
        Form.TEXT: f"the {field.name}",
        Form.NUMBER: 100 + len(field.name),
        Form.DATE: date(2025, 3, 17) + day,
        Form.MOMENT: Moment(noon.replace(tzinfo=None), "America/Iqaluit"),
        Form.PLACE: Place("London", "CA", "America/Toronto", "Ontario", 42.98, -81.25),
        Form.TEXTS: (f"one {field.name}", f"another {field.name}"),
        Form.THRESHOLDS: (("fastest_kmh", 600), ("same_stop_km", 15)),
    }
    return others[field.form]
