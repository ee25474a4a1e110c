"""What an agenda says of the trip: its head, its days and the way through them."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import (
    Movement,
    Stop,
    Trip,
)
from planner.records.words import (
    Status,
)
from tests.planner.building import (
    flight,
    meeting,
    motorcade,
    trip,
)
from tests.planner.documents.papers import (
    sample,
    text_of,
    with_fields,
    words_of,
)


@cache
def lines() -> tuple[str, ...]:
    return tuple(text_of(sample()).splitlines())


LINES = [
    "Agenda of all meetings                                        16–18 March 2025",
    "Principal     Mark Carney, Prime Minister of Canada",
    "Visit         Working visit · announced",
    "Home          Ottawa, Canada · starts from Montréal, Canada",
    "As of         Monday 17 March 2025, 16:50 GMT (12:50 Ottawa)",
    "Clocks        Mon 17 Mar  Paris    CET, UTC+1  Ottawa −5 h (usually −6 h)",
    "              Mon 17 Mar  London   GMT, UTC±0  Ottawa −4 h (usually −5 h)",
    "              Tue 18 Mar  Iqaluit  EDT, UTC−4  Ottawa ±0",
    "Sunday 16 March 2025 · Montréal, Canada                 EDT, UTC−4 (Ottawa ±0)",
    "20:40  Government aircraft from Montréal–Trudeau to Paris–Orly",
    "       arrives 08:40 [+1] in Paris (03:40 Ottawa) · flying time 7 h ·",
    "       time change +5 h",
    "Monday 17 March 2025 · Paris, France                  CET, UTC+1 (Ottawa −5 h)",
    "Local        Ottawa",
    "08:40        03:40   Arrival at Paris–Orly from Montréal–Trudeau",
    "09:00–09:35  04:00   Motorcade from Paris–Orly to Notre-Dame de Paris   35 min",
    "12:00–13:30  07:00   Working lunch with President Emmanuel Macron",
    "    working meal · 1 h 30 · public",
    "    Media         closed to the media",
    "    Format        1+3 · no interpretation",
    "    Their side    Emmanuel Macron, President of the French Republic",
    "    Our side      Mark Carney, Prime Minister of Canada",
    "                  1 official, Prime Minister’s Office (notetaker)",
    "    Topics: 90 of 90 minutes",
    "    Topics: 75 of 60 minutes, 15 over",
    "    If raised",
    "     8. Five Eyes                                                    discussed",
    "      partnership · announced · Canada and France · public",
    "      → Faster exchange of intelligence on threats",
    "        Privy Council Office · no due date · open",
    "        Global Affairs Canada · due Tuesday 18 March 2025 · open",
    "    Media         pooled photo at the start · media arrive by 17:15",
    "                     Overnight: Residence in London               rest 13 h 05",
    "20:00–20:10  Motorcade from Military base, Iqaluit to Iqaluit Airport   10 min",
    "The trip as a whole",
    "    * The beginning of a renewed partnership between Canada and Europe",
]


@pytest.mark.parametrize("line", LINES)
def test_the_agenda_of_the_sample_has_the_line(line: str) -> None:
    assert line in lines()


def test_it_begins_with_the_marking_and_its_last_line_says_that_it_ends() -> None:
    assert lines()[0] == "SAMPLE"
    assert lines()[-2:] == ("SAMPLE", "ends")


def test_meetings_stand_in_the_order_of_the_journey() -> None:
    titles = [known.title for known in sample().meetings]
    places = [next(n for n, line in enumerate(lines()) if title in line) for title in titles]
    assert places == sorted(places)


def test_a_start_without_an_end_is_printed_alone() -> None:
    itinerary = trip(meeting("Audience", "14:00", "London"))
    assert "14:00  10:00   Audience" in text_of(itinerary).splitlines()


def test_another_day_at_home_is_marked() -> None:
    itinerary = trip(meeting("Breakfast", "08:00-09:00", "Tokyo"))
    assert "08:00–09:00  19:00 [-1]  Breakfast" in text_of(itinerary).splitlines()


def test_an_end_on_the_next_day_is_marked() -> None:
    known = replace(meeting("Dinner", "22:00", "London"), minutes=150)
    assert "22:00–00:30 [+1]  18:00" in text_of(trip(known))


def test_a_cancelled_movement_is_marked() -> None:
    itinerary = trip(motorcade("Élysée", "Orly", "13:40-14:10", status=Status.CANCELLED))
    assert "Motorcade from Élysée to Orly CANCELLED" in words_of(text_of(itinerary))


def test_an_agenda_of_one_meeting_has_no_other_and_nothing_of_the_trip_as_a_whole() -> None:
    text = text_of(sample(), "starmer-meeting")
    assert "Agenda: Meeting with Prime Minister Sir Keir Starmer" in text
    for other in sample().meetings:
        assert (other.title in text) is (other.id == "starmer-meeting")
    assert "Motorcade" not in text
    assert "The trip as a whole" not in text
    assert "Paris    CET" not in text


def test_a_meeting_of_another_trip_is_refused() -> None:
    with pytest.raises(KeyError):
        text_of(sample(), "no-such-meeting")


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ({"day": date(2025, 3, 17), "part_of_day": "evening"}, "Mon 17 Mar, evening"),
        ({"day": date(2025, 3, 17)}, "Mon 17 Mar"),
        ({}, "no day yet"),
    ],
)
def test_what_has_no_hour_has_a_list_of_its_own(fields: dict[str, object], when: str) -> None:
    itinerary = trip(meeting("Lunch", "12:00-13:00"), meeting("Audience", "", "London", **fields))
    text = text_of(itinerary)
    assert f"{when}  Audience" in text.partition("Not placed yet")[2]
    alone = text_of(itinerary, "Audience")
    assert f"{when}  Audience" in alone
    assert "Lunch" not in alone


def test_a_movement_without_an_hour_is_not_forgotten() -> None:
    way = flight("Orly", "Northolt", "", day=date(2025, 3, 17))
    text = text_of(trip(way))
    assert "Mon 17 Mar  Government aircraft from Orly to Northolt" in text


def test_clocks_that_change_within_a_day_are_said_to() -> None:
    forward = trip(meeting("Mass", "10:00-11:00", "Paris", on="2025-03-30"))
    wanted = "The clocks go forward by 1 h on this day, from UTC+1 to UTC+2."
    assert wanted in text_of(forward).splitlines()
    assert "CEST, UTC+2" in text_of(forward)
    back = trip(meeting("Mass", "10:00-11:00", "Paris", on="2025-10-26"))
    assert "The clocks go back by 1 h on this day, from UTC+2 to UTC+1." in text_of(back)
    assert "The clocks go" not in text_of(sample())


def test_a_zone_without_a_name_prints_its_offset_alone() -> None:
    itinerary = trip(meeting("Cabinet", "10:00-11:00", "Brasília"))
    assert "UTC−3 (Ottawa −1 h)" in text_of(itinerary)
    printed = Moment.from_text("2025-03-17T10:00[America/Sao_Paulo]")
    assert "10:00 UTC−3 (09:00 Ottawa)" in text_of(itinerary, printed=printed)


def test_a_trip_without_anything_is_still_a_paper() -> None:
    text = text_of(trip())
    assert "no dates yet" in text
    assert "Jeanne Roy" in text
    assert text.endswith("\nends\n")


def test_who_travels_along_is_printed_with_title() -> None:
    along = with_fields(Trip, "paris-london-iqaluit-2025", accompanying=("starmer",))
    wanted = "Accompanied   Sir Keir Starmer, Prime Minister of the United Kingdom"
    assert wanted in text_of(along).splitlines()


def test_notes_of_a_stay_stand_on_its_first_day_only() -> None:
    assert text_of(sample()).count("London is four hours from Ottawa") == 1
    itinerary = with_fields(Stop, "london", notes="")
    assert "London is four hours" not in text_of(itinerary)


def test_an_arrival_says_who_meets_the_principal() -> None:
    itinerary = with_fields(Movement, "montreal-paris", met_by="the Ambassador")
    assert "from Montréal–Trudeau met by the Ambassador" in words_of(text_of(itinerary))


def test_the_page_of_the_documentation_shows_what_the_agenda_says() -> None:
    page = (Path(__file__).parents[3] / "docs" / "documents.md").read_text("utf-8")
    excerpts = page.split("```text\n")[1:]
    assert excerpts
    for excerpt in excerpts:
        assert excerpt.partition("```")[0] in text_of(sample())


def test_it_is_the_same_each_time() -> None:
    other = Itinerary.of(reversed(sample().records))
    assert text_of(other) == text_of(sample())
