"""What the fields of days and hours understand: of meetings, movements, stops and trips."""

from collections.abc import Mapping
from datetime import date

import pytest

from planner.forms import Draft, new
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Meeting, Movement, Place, Record, Stop, Trip
from planner.records.words import MeetingKind
from planner.settings import USUAL_MINUTES
from tests.planner.forms.filling import a_new, filled, outside, over, the_changed
from tests.planner.journeys import OTTAWA, PEOPLE, TRIP, in_london, in_ottawa, in_paris

HONOLULU = Place("Honolulu", "US", "Pacific/Honolulu", "Hawaii", 21.31, -157.86)
KIRITIMATI = Place("Kiritimati", "KI", "Pacific/Kiritimati", "", 1.87, -157.43)
TOKYO = Place("Tokyo", "JP", "Asia/Tokyo", "", 35.68, 139.65)


def meeting(hours: str, **texts: str) -> Meeting:
    record = a_new("meeting", "lunch", **{"kind": "working meal", "hours": hours, **texts}).record
    assert isinstance(record, Meeting)
    return record


@pytest.mark.parametrize(
    ("typed", "start", "minutes"),
    [
        ("23:00-00:30", in_paris("23:00"), 90),
        ("18 mar 22:00-01:00", in_paris("22:00", 18), 180),
        ("from 12:00 to 13:00", in_paris("12:00"), 60),
        ("12:00 75m", in_paris("12:00"), 75),
        ("2-3pm", in_paris("14:00"), 60),
        ("noon", in_paris("12:00"), 90),
        ("tomorrow 9:30", in_paris("09:30", 18), 90),
        ("12:00 - open", in_paris("12:00"), None),
        ("12:00 OPEN", in_paris("12:00"), None),
        ("18 mar 12:00 open", in_paris("12:00", 18), None),
        ("12:00 Europe/London", in_london("12:00"), 90),
        ("12:00-13:00 Europe/London", in_london("12:00"), 60),
        ("17 mar 7:00 America/Toronto for 45m", in_ottawa("07:00", 17), 45),
        ("75 min", None, 75),
        ("90 minutes", None, 90),
        ("120M", None, 120),
        ("30 mar 02:30", in_paris("02:30", 30), 90),
    ],
)
def test_hours_are_read_as_staff_type_them(
    typed: str, start: Moment | None, minutes: int | None
) -> None:
    found = meeting(typed)
    assert (found.start, found.minutes) == (start, minutes)
    assert (found.day, found.part_of_day) == (None, None)


@pytest.mark.parametrize(
    ("typed", "day", "part", "minutes"),
    [
        ("tue", 18, None, None),
        ("tomorrow morning", 18, "morning", None),
        ("tue evening", 18, "evening", None),
        ("TUE Evening", 18, "evening", None),
        ("night", 17, "night", None),
        ("18 mar for 40m", 18, None, 40),
        ("afternoon for 90m", 17, "afternoon", 90),
    ],
)
def test_a_day_or_a_part_of_it_will_do_until_the_hour_is_known(
    typed: str, day: int, part: str | None, minutes: int | None
) -> None:
    found = meeting(typed)
    assert (found.day, found.part_of_day) == (date(2025, 3, day), part)
    assert (found.start, found.minutes) == (None, minutes)


@pytest.mark.parametrize("kind", MeetingKind)
def test_a_start_alone_takes_the_usual_length_of_its_kind(kind: MeetingKind) -> None:
    assert meeting("12:00", kind=kind.value).minutes == USUAL_MINUTES[kind]


def test_a_start_alone_has_no_length_while_the_kind_is_not_known() -> None:
    draft = a_new("meeting", "lunch", hours="12:00")
    assert (draft.value("start", "hours"), draft.value("minutes", "hours")) == (
        in_paris("12:00"),
        None,
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "not placed yet"),
        ("75m", "not placed yet · 1 h 15"),
        ("18 mar", "Tuesday 18 March 2025, hour not known yet"),
        ("18 mar evening", "Tuesday 18 March 2025, evening"),
        (
            "12:00",
            "Mon 17 Mar 2025 12:00 CET (UTC+1), 07:00 at home · 1 h 30, usual, to 13:30",
        ),
        ("12:00 open", "Mon 17 Mar 2025 12:00 CET (UTC+1), 07:00 at home"),
        ("12:00 for 45m", "Mon 17 Mar 2025 12:00 CET (UTC+1), 07:00 at home · 45 min, to 12:45"),
        ("30 mar 02:30 open", "Sun 30 Mar 2025 02:30 Europe/Paris (skipped by the clocks)"),
    ],
)
def test_what_was_understood_of_hours_is_said(typed: str, said: str) -> None:
    assert a_new("meeting", "lunch", kind="working meal", hours=typed).said("hours") == said


@pytest.mark.parametrize(
    ("stop", "typed", "start"),
    [
        ("Paris", "12:00", in_paris("12:00")),
        ("London", "19:00", in_london("19:00")),
        ("", "12:00", in_paris("12:00")),
    ],
)
def test_hours_are_on_the_clocks_and_the_first_day_of_the_stop(
    stop: str, typed: str, start: Moment
) -> None:
    assert meeting(typed, stop=stop).start == start


def test_hours_that_stand_there_already_follow_the_clocks_of_another_stop() -> None:
    draft = a_new("meeting", "lunch", kind="call", hours="17 mar 18:00-18:20")
    assert draft.value("start", "hours") == in_paris("18:00")
    assert draft.with_text("stop", "London").value("start", "hours") == in_london("18:00")


@pytest.mark.parametrize(
    "typed", ["25:00", "12:00-12:00", "noonish", "32 mar", "10:30-2:30", "12:00 for ever", "open"]
)
def test_hours_that_mean_nothing_are_refused(typed: str) -> None:
    draft = a_new("meeting", "lunch", kind="call", hours=typed)
    assert draft.problems == ("hours",)
    assert draft.beside("hours") == "not clear"
    assert f"“{typed}”" in draft.problem("hours")


def way(**texts: str) -> Draft:
    known = {"mode": "government", "origin": "Paris", "destination": "London"}
    return a_new("movement", "lunch", **{**known, "depart": "17 mar 15:30", **texts})


@pytest.mark.parametrize(
    ("typed", "arrive"),
    [
        ("15:40", in_london("15:40")),
        ("+1h10", in_london("15:40")),
        ("+70m", in_london("15:40")),
        ("70m", in_london("15:40")),
        ("70 min", in_london("15:40")),
        ("1h10m", in_london("15:40")),
        ("1 h 10 min", in_london("15:40")),
        ("+1d", in_london("14:30", 18)),
        ("14:00", in_london("14:00", 18)),
        ("noon", in_london("12:00", 18)),
        ("18 mar 9:00", in_london("09:00", 18)),
        ("17 mar 14:00", in_london("14:00")),
        ("16:40 Europe/Paris", in_paris("16:40")),
        ("", None),
    ],
)
def test_an_arrival_is_on_the_clocks_there_and_after_the_departure(
    typed: str, arrive: Moment | None
) -> None:
    record = way(arrive=typed).record
    assert isinstance(record, Movement)
    assert (record.depart, record.arrive) == (in_paris("15:30"), arrive)


def test_an_arrival_says_how_long_the_way_takes() -> None:
    assert way(arrive="15:40").said("arrive") == (
        "1 h 10 · Mon 17 Mar 2025 15:40 GMT (UTC+0), 11:40 at home"
    )


def test_an_arrival_moves_with_its_departure_and_its_end() -> None:
    draft = way(arrive="+1h10")
    assert draft.with_text("depart", "17 mar 16:30").value("arrive") == in_london("16:40")
    assert draft.with_text("destination", "Paris").value("arrive") == in_paris("16:40")


@pytest.mark.parametrize("typed", ["+1h10", "70m"])
def test_a_length_wants_a_departure_to_count_from(typed: str) -> None:
    draft = way(depart="17 mar", arrive=typed)
    assert draft.beside("arrive") == "expected an hour of departure first"


def test_a_length_that_could_be_an_hour_is_asked_about() -> None:
    assert "+1h10 for a length, or an hour such as 01:10" in way(arrive="1h10").problem("arrive")


def test_an_arrival_can_be_known_before_the_departure() -> None:
    record = way(depart="", arrive="17 mar 15:40").record
    assert isinstance(record, Movement)
    assert (record.depart, record.day, record.arrive) == (None, None, in_london("15:40"))


@pytest.mark.parametrize(
    ("typed", "depart", "day"),
    [
        ("17 mar 15:30", in_paris("15:30"), None),
        ("18 mar", None, date(2025, 3, 18)),
        ("", None, None),
    ],
)
def test_a_departure_can_be_a_day_or_nothing_yet(
    typed: str, depart: Moment | None, day: date | None
) -> None:
    record = way(depart=typed, arrive="").record
    assert isinstance(record, Movement)
    assert (record.depart, record.day) == (depart, day)


@pytest.mark.parametrize(
    ("origin", "destination", "depart", "arrive", "expected"),
    [
        (
            "Honolulu",
            "Kiritimati",
            "17 mar 23:00",
            "02:00",
            "2025-03-19T02:00[Pacific/Kiritimati]",
        ),
        ("Honolulu", "Kiritimati", "17 mar 09:00", "+3h", "2025-03-18T12:00[Pacific/Kiritimati]"),
        ("Kiritimati", "Honolulu", "19 mar 08:00", "11:00", "2025-03-18T11:00[Pacific/Honolulu]"),
        ("Tokyo", "Ottawa", "18 mar 18:00", "17:00", "2025-03-18T17:00[America/Toronto]"),
        ("Ottawa", "Tokyo", "16 mar 13:00", "16:00", "2025-03-17T16:00[Asia/Tokyo]"),
    ],
)
def test_over_the_date_line_the_day_is_that_of_the_departure_there(
    origin: str, destination: str, depart: str, arrive: str, expected: str
) -> None:
    stops: list[Record] = [
        Stop(id=place.city, trip="trip", position=number, place=place)
        for number, place in enumerate((HONOLULU, KIRITIMATI, TOKYO, OTTAWA))
    ]
    reference = over(Itinerary.of([*PEOPLE, TRIP, *stops]))
    draft = filled(
        new("movement", reference),
        mode="commercial",
        origin=origin,
        destination=destination,
        depart=depart,
        arrive=arrive,
    )
    assert draft.value("arrive") == Moment.from_text(expected)


def stop_days(**texts: str) -> Mapping[str, object]:
    record = a_new("stop", "lunch", **{"place": "Paris", **texts}).record
    assert isinstance(record, Stop)
    names = ("arrive", "arrive_on", "depart", "depart_on")
    return {name: value for name in names if (value := getattr(record, name)) is not None}


@pytest.mark.parametrize(
    ("arrive", "depart", "expected"),
    [
        ("", "", {}),
        ("17 mar", "", {"arrive_on": date(2025, 3, 17)}),
        ("17 mar", "19 mar", {"arrive_on": date(2025, 3, 17), "depart_on": date(2025, 3, 19)}),
        ("17 mar 8:40", "14:30", {"arrive": in_paris("08:40"), "depart": in_paris("14:30")}),
        ("17 mar 8:40", "19 mar", {"arrive": in_paris("08:40"), "depart_on": date(2025, 3, 19)}),
        ("19 mar", "14:30", {"arrive_on": date(2025, 3, 19), "depart": in_paris("14:30", 19)}),
        ("19 mar", "+2d", {"arrive_on": date(2025, 3, 19), "depart_on": date(2025, 3, 21)}),
        ("", "18 mar 14:30", {"depart": in_paris("14:30", 18)}),
    ],
)
def test_a_stop_takes_days_or_hours_and_departs_from_the_day_it_arrived(
    arrive: str, depart: str, expected: Mapping[str, object]
) -> None:
    assert stop_days(arrive=arrive, depart=depart) == expected


@pytest.mark.parametrize(
    ("arrive", "depart"),
    [
        ("19 mar 8:40", "tomorrow"),
        ("17 mar 8:40", "8:20"),
        ("17 mar", "16 mar"),
        ("17 mar", "16 mar 9:00"),
        ("17 mar 8:40", "16 mar"),
    ],
)
def test_a_stop_does_not_end_before_it_begins(arrive: str, depart: str) -> None:
    draft = a_new("stop", "lunch", place="Paris", arrive=arrive, depart=depart)
    assert draft.problems == ("depart",)
    assert (
        draft.problem("depart") == f"Departs: expected nothing before “Arrives”, found “{depart}”."
    )


def test_a_stop_is_on_the_clocks_of_its_city() -> None:
    place = "London, England, United Kingdom"
    assert stop_days(place=place, arrive="17 mar 8:40") == {"arrive": in_london("08:40")}


def test_a_stop_without_a_city_is_on_the_clocks_at_home() -> None:
    draft = a_new("stop", "lunch", arrive="17 mar 8:40")
    assert draft.value("arrive") == in_ottawa("08:40", 17)
    assert draft.with_text("place", "Paris").value("arrive") == in_paris("08:40")


@pytest.mark.parametrize(
    ("typed", "earliest", "latest"),
    [
        ("16-18 mar 2025", "2025-03-16", "2025-03-18"),
        ("16–18 mar", "2025-03-16", "2025-03-18"),
        ("16 - 18 mar 2025", "2025-03-16", "2025-03-18"),
        ("28 feb to 3 mar", "2025-02-28", "2025-03-03"),
        ("28 feb - 3 mar 2026", "2026-02-28", "2026-03-03"),
        ("28 feb – 3 mar", "2025-02-28", "2025-03-03"),
        ("28 dec to 3 jan 2026", "2025-12-28", "2026-01-03"),
        ("2025-03-16 to 2025-03-18", "2025-03-16", "2025-03-18"),
        ("17 mar 2025", "2025-03-17", "2025-03-17"),
        ("tomorrow", "2025-03-02", "2025-03-02"),
    ],
)
def test_the_days_of_a_trip_are_from_the_first_to_the_last(
    typed: str, earliest: str, latest: str
) -> None:
    draft = trip(days=typed)
    record = draft.record
    assert isinstance(record, Trip)
    assert (str(record.earliest), str(record.latest)) == (earliest, latest)


def trip(**texts: str) -> Draft:
    known = {"title": "Paris and London", "principal": "carney", "home": "Ottawa"}
    return filled(new("trip", outside()), **{**known, **texts})


def test_a_trip_has_no_days_while_none_are_typed() -> None:
    assert (trip().value("earliest", "days"), trip().value("latest", "days")) == (None, None)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("16-18 mar", "Sunday 16 March 2025 to Tuesday 18 March 2025"),
        ("17 mar", "Monday 17 March 2025"),
    ],
)
def test_the_days_of_a_trip_are_said_with_their_weekdays(typed: str, said: str) -> None:
    assert trip(days=typed).said("days") == said


@pytest.mark.parametrize(
    ("typed", "beside"),
    [
        ("18-16 mar 2025", "expected the first day before the last"),
        ("3 mar to 28 feb 2025", "expected the first day before the last"),
        ("some day", "not clear"),
        ("16-32 mar", "not clear"),
    ],
)
def test_days_of_a_trip_that_cannot_be_are_refused(typed: str, beside: str) -> None:
    assert trip(days=typed).beside("days") == beside


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("30 apr", "2025-04-30"),
        ("30 apr 2026", "2026-04-30"),
        ("tomorrow", "2025-03-18"),
        ("next tue", "2025-03-18"),
        ("17.3.", "2025-03-17"),
        ("2025-12-24", "2025-12-24"),
        ("+2w", "2025-03-31"),
    ],
)
def test_a_date_counts_from_the_day_that_the_cursor_is_on(typed: str, due: str) -> None:
    draft = a_new("follow_up", "lunch", "lunch", text="Write", due=typed)
    assert str(draft.value("due")) == due


def test_a_time_alone_counts_from_where_the_cursor_is() -> None:
    draft = a_new("note", "lunch", "lunch", words="Called", when="+45m")
    assert draft.value("when") == in_paris("14:15")
    assert draft.said("when") == "Mon 17 Mar 2025 14:15 CET (UTC+1), 09:15 at home"


def test_a_moment_is_written_with_its_zone_where_that_is_another() -> None:
    draft = the_changed("lunch", media_arrive_by="17 mar 11:00 Europe/London")
    record = draft.record
    assert isinstance(record, Meeting)
    assert record.media_arrive_by == in_london("11:00")
