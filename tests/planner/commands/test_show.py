"""`planner show`: the programme as it is printed."""

from collections.abc import Callable

import pytest

from planner.text.cells import cell_width
from tests.planner.commands.conftest import Planner, retitled

LUNCH = [
    "● 12:00  (06:00)  Working lunch                                           1 h 30",
    "                  Jean Petit, President of the French Republic",
    "                  Élysée Palace · closed",
]


def test_over_it_stand_the_trip_who_travels_when_and_what_is_wrong(planner: Planner) -> None:
    assert planner("show", "paris").lines[:4] == [
        "Paris and London                                                      paris-2026",
        "Anne Roy, Prime Minister of Canada",
        "9–11 June 2026 · working visit · confirmed · Paris → London",
        "● 1 error  ▲ 3 warnings  · 1 notice",
    ]


def test_a_block_is_a_day_in_a_city_with_its_clocks(planner: Planner) -> None:
    assert (
        "Tue 9 Jun  Paris, France                                CEST UTC+2 · Ottawa −6 h"
        in planner("show", "paris").lines
    )


def test_an_entry_has_its_mark_both_times_what_with_whom_where_and_how_long(
    planner: Planner,
) -> None:
    assert "\n".join(LUNCH) in planner("show", "paris").out


def test_a_start_without_an_end_has_no_length_and_a_doubtful_entry_its_status(
    planner: Planner,
) -> None:
    assert "▲ 23:30  (17:30)  Late call (tentative)" in planner("show", "paris").lines


def test_a_movement_says_when_it_arrives_and_how_far_the_clocks_jump(planner: Planner) -> None:
    lines = planner("show", "paris").lines
    at = lines.index(
        "  09:00  (03:00)  ✈ Orly → Northolt                                       1 h 10"
    )
    assert lines[at + 1].strip() == "arrives 09:10 (04:10 Ottawa) · time change −1 h"


def test_a_night_closes_the_day_with_the_rest_it_leaves(planner: Planner) -> None:
    assert (
        "                  ☾ Overnight Residence                              rest 9 h 30"
        in planner("show", "paris").lines
    )


def test_what_has_no_hour_stands_apart_with_its_day_and_part_of_day(planner: Planner) -> None:
    lines = planner("show", "paris").lines
    at = lines.index("Not placed yet")
    assert lines[at + 1].split() == [
        "Wed",
        "10",
        "Jun",
        "evening",
        "Reception",
        "(proposed)",
        "1",
        "h",
    ]


def test_a_movement_without_an_hour_is_not_forgotten(
    planner: Planner, bring: Callable[[dict[str, object]], None]
) -> None:
    venue = {"place": {"city": "Ottawa", "country": "CA", "zone": "America/Toronto"}}
    bring(
        {
            **retitled("later", "Later"),
            "venues": [{"name": "Uplands", **venue}, {"name": "Rideau Hall", **venue}],
            "movements": [
                {
                    "mode": "motorcade",
                    "origin_venue": "Uplands",
                    "destination_venue": "Rideau Hall",
                    "day": "2026-07-01",
                }
            ],
        }
    )
    lines = planner("show", "later").lines
    at = lines.index("Not placed yet")
    assert lines[at + 1].split() == ["Wed", "1", "Jul", "▸", "Uplands", "→", "Rideau", "Hall"]


def test_an_empty_trip_says_so(planner: Planner) -> None:
    result = planner("show", "tokyo")
    assert result.code == 0
    assert result.lines[-1] == "Nothing is on this programme yet."


def test_what_is_past_is_shown_too_and_the_present_is_a_line(planner: Planner) -> None:
    result = planner("--now", "2026-06-09T14:00[Europe/Paris]", "show", "paris")
    assert "\n".join(LUNCH) in result.out
    at = next(number for number, line in enumerate(result.lines) if "now" in line)
    assert result.lines[at].startswith("── 14:00 now ──")
    assert "Late call" in result.lines[at + 1]


def test_a_wide_terminal_has_the_details_beside_each_entry(
    planner: Planner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    lines = planner("show", "paris").lines
    entry = next(line for line in lines if "Working lunch" in line)
    assert "Jean Petit, President of the French Republic" in entry
    assert cell_width(entry) == 120


@pytest.mark.parametrize("columns", ["20", "60", "80", "99", "100", "120", "300"])
def test_no_line_is_wider_than_the_page(
    planner: Planner, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    width = min(max(int(columns), 60), 120)
    assert max(map(cell_width, planner("show", "paris").lines)) <= width


@pytest.mark.parametrize(
    "title",
    [
        "[bold]Macron[/bold] $HOME {x}",
        "x" * 10_000,
        "東京" * 200,
        "👩‍👩‍👧🇫🇷" * 50,
        "مرحبا بالعالم",
        "e\u0301" * 100,
    ],
)
def test_any_title_is_shown_whole_and_keeps_the_page(
    planner: Planner, bring: Callable[[dict[str, object]], None], title: str
) -> None:
    bring(_with_meeting(title))
    result = planner("show", "odd")
    assert result.code == 0
    assert title.replace(" ", "") in "".join(result.out.split())
    assert max(map(cell_width, result.lines)) <= 80


def test_an_entry_without_words_has_its_hour_all_the_same(
    planner: Planner, bring: Callable[[dict[str, object]], None]
) -> None:
    bring(_with_meeting("  ", status="confirmed"))
    assert any(line[2:7] == "12:00" for line in planner("show", "odd").lines)


def test_a_title_cannot_command_the_terminal(
    planner: Planner, bring: Callable[[dict[str, object]], None]
) -> None:
    bring(_with_meeting("red \x1b[31m alert \x07 \x9b2J \u202etxt"))
    for arguments in (("show", "odd"), ("trips",), ("check", "odd"), ("history",)):
        out = planner(*arguments).out
        assert not set(out) & set("\x1b\x07\x9b\u202e")
    assert "red ␛[31m alert ␇ �2J �txt" in planner("show", "odd").out


def test_the_marking_stands_in_head_and_foot(
    planner: Planner, bring: Callable[[dict[str, object]], None]
) -> None:
    document = _with_meeting("Meeting")
    document["trip"] = {**document["trip"], "marking": "PROTECTED B"}  # type: ignore[dict-item] # an object
    bring(document)
    lines = planner("show", "odd").lines
    assert lines[0] == lines[-1] == "PROTECTED B"


def _with_meeting(title: str, **fields: str) -> dict[str, object]:
    venue = {"name": "Hall", "place": {"city": "Paris", "country": "FR", "zone": "Europe/Paris"}}
    meeting = {"title": title, "kind": "other", "venue": "Hall", "start": "2026-06-09T12:00"}
    return {**retitled("odd", title), "venues": [venue], "meetings": [meeting | fields]}


def test_looks_are_for_terminals_alone(planner: Planner, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in planner("show", "paris").out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert "\x1b[31m" in planner("show", "paris").out


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_who_wants_no_colour_gets_none(
    planner: Planner, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv(name, value)
    assert "\x1b[" not in planner("show", "paris").out
