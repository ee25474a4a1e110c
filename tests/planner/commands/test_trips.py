"""`planner trips`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from planner.text.cells import cell_width
from tests.planner.commands.conftest import Planner, retitled

Bring = Callable[[dict[str, object]], None]


def test_each_trip_is_a_line_that_begins_with_its_short_name(planner: Planner) -> None:
    assert [line.split()[0] for line in planner("trips").lines] == ["paris-2026", "tokyo"]


def test_a_line_has_days_status_cities_and_what_is_wrong(planner: Planner) -> None:
    line = planner("trips").lines[0]
    assert line.split(maxsplit=1)[1].strip() == (
        "9–11 June 2026  confirmed  Paris → London  ● 1  ▲ 3  · 1"
    )


def test_a_trip_without_days_or_conflicts_says_so(planner: Planner) -> None:
    assert planner("trips").lines[1].split() == ["tokyo", "no", "dates", "yet", "proposed", "✓"]


def test_names_in_any_script_stand_in_line(planner: Planner, bring: Bring) -> None:
    bring(retitled("東京-🇯🇵", "Tōkyō"))
    starts = {
        cell_width(line[: line.index(word)])
        for line, word in zip(
            sorted(planner("trips").lines), ["9–11", "no dates", "no dates"], strict=True
        )
    }
    assert len(starts) == 1


def test_a_pipe_gets_every_city_however_long(
    planner: Planner, bring: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(_long_route())
    monkeypatch.setenv("COLUMNS", "60")
    assert "→ Reykjavík → Sarajevo" in planner("trips").out


def test_a_terminal_gets_no_line_wider_than_itself(
    planner: Planner, bring: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(_long_route())
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    lines = planner("trips").lines
    assert max(map(cell_width, lines)) <= 80
    assert any("…" in line for line in lines)


def test_without_trips_it_says_how_to_get_one(planner: Planner, tmp_path: Path) -> None:
    result = planner("--db", str(tmp_path / "new.sqlite3"), "trips")
    assert result.code == 0
    assert "planner import" in result.out


def _long_route() -> dict[str, object]:
    cities = ("Bucharest", "Copenhagen", "Helsinki", "Ljubljana", "Reykjavík", "Sarajevo")
    stops = [
        {"place": {"city": city, "country": "FR", "zone": "Europe/Paris"}, "position": number}
        for number, city in enumerate(cities)
    ]
    return {**retitled("long", "A long journey"), "stops": stops}
