"""`planner rules`: the list of the rules, and all there is to say of one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from planner.around import OfficeSettings
from planner.commands.printed.page import width_of
from planner.commands.printed.rules import rule_page, rules_page
from planner.conflicts import Family, Rule, Severity
from planner.conflicts.registry import rules
from planner.settings import Limits
from screens.commands.trip import ACKNOWLEDGE
from tests.planner.commands.conftest import Planner

OVERRUN = "agenda-overrun"


@pytest.fixture
def settings(database: Path) -> Callable[[str], None]:
    """Write the settings of the office."""
    path = database.with_name("settings.toml")

    def write(text: str) -> None:
        path.write_text(text, "utf-8")

    return write


def said(planner: Planner, *arguments: str) -> str:
    """Return what it says, on one line."""
    result = planner("rules", *arguments)
    assert result.code == 0
    return " ".join(result.out.split())


def test_every_rule_is_listed_with_its_severities_and_meaning(planner: Planner) -> None:
    lines = planner("rules").lines
    assert lines[0] == "● error  ▲ warning  · notice"
    words = said(planner)
    for rule in rules().values():
        (line,) = (each for each in lines if f" {rule.id} " in each)
        severities = {severity for severity in Severity if severity.mark in line[:3]}
        assert severities == set(rule.severities)
        first_words = " ".join(rule.meaning.split()[:3])
        assert f"{rule.id} {first_words}" in words


def test_they_are_listed_family_by_family(planner: Planner) -> None:
    lines = planner("rules").lines
    headings = [lines[number + 1] for number, line in enumerate(lines) if not line]
    assert headings == [family.capitalize() for family in Family]


def test_one_rule_is_explained(planner: Planner) -> None:
    lines = planner("rules", OVERRUN).lines
    assert lines[0].split() == [OVERRUN, "substance"]
    words = said(planner, OVERRUN)
    assert rules()[OVERRUN].meaning in words
    assert "Severity warning Limits consecutive_factor = 2 Looks at the trip alone" in words
    assert f"`{ACKNOWLEDGE.keys[0]}` on the conflict lets it stand for a reason" in words
    assert f'In settings.toml, under [rules]: {OVERRUN} = "off"' in words
    assert "In settings.toml, under [limits]: consecutive_factor = 2." in words


def test_what_it_looks_at_beside_the_trip_is_said(planner: Planner) -> None:
    assert "Looks at the trip, the present" in said(planner, "coverage-unset")
    assert "other trips of the same people" in said(planner, "counterpart-overlap")


def test_a_rule_without_limits_has_none_to_change(planner: Planner) -> None:
    words = said(planner, "public-leak")
    assert "Limits" not in words
    assert "[limits]" not in words


@pytest.mark.parametrize("typed", ["Agenda-Overrun", " agenda-overrun "])
def test_capitals_and_spaces_do_not_matter(planner: Planner, typed: str) -> None:
    assert planner("rules", typed).lines[0].startswith(OVERRUN)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("agenda-overun", "There is no rule “agenda-overun”. Did you mean `agenda-overrun`"),
        ("announcement", "Did you mean `announcement-not-agreed`?"),
        ("zzz", "There is no rule “zzz”. `planner rules` lists them."),
        ("", "There is no rule “”. `planner rules` lists them."),
        ("\x1b[31m", "“␛[31m”"),
    ],
)
def test_an_unknown_rule_is_told_with_what_comes_near(
    planner: Planner, typed: str, told: str
) -> None:
    result = planner("rules", typed)
    assert (result.code, result.out) == (2, "")
    assert told in result.err
    assert result.err.count("\n") == 1


def test_of_several_near_ones_three_are_named(planner: Planner) -> None:
    told = planner("rules", "overlap").err
    assert told.count("-overlap`") == 3
    assert "`, `" in told
    assert "` or `" in told


def test_it_opens_no_database(planner: Planner) -> None:
    assert planner("--db", "/dev/null/trips", "rules").code == 0


def test_limits_are_those_of_the_office(planner: Planner, settings: Callable[[str], None]) -> None:
    settings("[limits]\nconsecutive_factor = 3\n")
    words = said(planner, OVERRUN)
    assert "consecutive_factor = 3, as your office set it; else 2" in words


@pytest.mark.parametrize(
    ("word", "marks", "told"),
    [
        ("off", "   ", "Severity off, as your office set it; else warning"),
        ("error", "●  ", "Severity error, as your office set it; else warning"),
    ],
)
def test_severities_are_those_of_the_office(
    planner: Planner, settings: Callable[[str], None], word: str, marks: str, told: str
) -> None:
    settings(f'[rules]\n{OVERRUN} = "{word}"\n')
    assert told in said(planner, OVERRUN)
    (line,) = (each for each in planner("rules").lines if f" {OVERRUN} " in each)
    assert line[:3] == marks
    assert ("Switched off by your office." in said(planner)) is (word == "off")


def test_an_office_that_misspelt_a_rule_can_look_it_up(
    planner: Planner, settings: Callable[[str], None]
) -> None:
    settings('[rules]\nagenda-overun = "off"\n')
    assert OVERRUN in said(planner)


def test_settings_that_cannot_be_used_are_told(
    planner: Planner, settings: Callable[[str], None]
) -> None:
    settings("[limits]\nconsecutive_factor = 0\n")
    result = planner("rules")
    assert (result.code, result.out) == (2, "")
    assert "“consecutive_factor” cannot be “0”" in result.err


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    office = OfficeSettings(Limits(rest_hours=10), {OVERRUN: None})
    listed: list[Rule] = list(rules().values())
    pages = [
        rules_page(listed, office, width),
        *(rule_page(each, office, width) for each in listed),
    ]
    assert all(width_of(line) <= width for page in pages for line in page)
