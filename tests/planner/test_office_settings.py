"""What an office may set of limits and rules, and in which words the rest is refused."""

import pytest

from planner.around import OfficeSettings
from planner.conflicts import Severity
from planner.errors import SettingsInvalid
from planner.office_settings import read_office_settings, require_known_rules
from planner.settings import Limits


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("", OfficeSettings()),
        ("[limits]\n[rules]", OfficeSettings()),
        ('[keys]\n"trip.add" = "z"', OfficeSettings()),
        ("[limits]\nrest_hours = 10", OfficeSettings(Limits(rest_hours=10))),
        ("[limits]\nrest_hours = 1", OfficeSettings(Limits(rest_hours=1))),
        ("[limits]\nrest_hours = 10_000", OfficeSettings(Limits(rest_hours=10_000))),
        (
            "limits = { rest_hours = 10, meal_hours = 5 }",
            OfficeSettings(Limits(rest_hours=10, meal_hours=5)),
        ),
        ('[rules]\nno-buffer = "off"', OfficeSettings(severities={"no-buffer": None})),
        (
            '[rules]\n"no-buffer" = "error"',
            OfficeSettings(severities={"no-buffer": Severity.ERROR}),
        ),
        (
            '[rules]\nno-buffer = "warning"\nno-meal = "notice"',
            OfficeSettings(severities={"no-buffer": Severity.WARNING, "no-meal": Severity.NOTICE}),
        ),
    ],
)
def test_settings_give_limits_and_severities(text: str, office: OfficeSettings) -> None:
    assert read_office_settings(text) == office


NUMBER = "Write a whole number from 1 to 10000, such as rest_hours = 9."
WORDS = 'Write "off", "error", "warning" or "notice".'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[limits", "it is not TOML: "),
        ("[limits]\nrest_hours = 9\nrest_hours = 9", "it is not TOML: "),
        ("[limit]\nrest_hours = 9", "nothing is set by “limit”. Keys stand under [keys], "),
        ("limits = 9", "“limits” is not a table. Begin it with a line [limits]."),
        ('rules = "off"', "“rules” is not a table. Begin it with a line [rules]."),
        ("[limits]\nrest_hour = 9", "“rest_hour” is no limit. Did you mean rest_hours"),
        ("[limits]\nxyz = 9", "“xyz” is no limit. docs/rules.md lists them all."),
        ("[limits]\nrest_hours = 0", f"“rest_hours” cannot be “0”. {NUMBER}"),
        ("[limits]\nrest_hours = -9", f"“rest_hours” cannot be “-9”. {NUMBER}"),
        ("[limits]\nrest_hours = 10_001", f"“rest_hours” cannot be “10001”. {NUMBER}"),
        ("[limits]\nrest_hours = 9.5", f"“rest_hours” cannot be “9.5”. {NUMBER}"),
        ("[limits]\nrest_hours = true", f"“rest_hours” cannot be “true”. {NUMBER}"),
        ('[limits]\nrest_hours = "9"', f"“rest_hours” cannot be “9”. {NUMBER}"),
        ("[limits]\nrest_hours = [9]", f"“rest_hours” cannot be a list. {NUMBER}"),
        ("[limits.rest_hours]\na = 1", f"“rest_hours” cannot be a table. {NUMBER}"),
        ('[rules]\nno-buffer = "Off"', f"the rule “no-buffer” cannot be “Off”. {WORDS}"),
        ("[rules]\nno-buffer = false", f"the rule “no-buffer” cannot be “false”. {WORDS}"),
        ("[rules]\nno-buffer = 1", f"the rule “no-buffer” cannot be “1”. {WORDS}"),
        ("[rules]\nno.venue = 1", f"the rule “no” cannot be a table. {WORDS}"),
    ],
)
def test_what_cannot_be_set_is_refused_with_what_is_allowed(text: str, words: str) -> None:
    with pytest.raises(SettingsInvalid) as raised:
        read_office_settings(text)
    assert str(raised.value).startswith(words)
    assert str(raised.value).endswith((".", "?"))


def test_a_long_value_is_told_by_its_beginning() -> None:
    with pytest.raises(SettingsInvalid, match=r"x{60}…"):
        read_office_settings(f'[rules]\nno-buffer = "{"x" * 900}"')


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("no-buffe", "“no-buffe” is no rule. Did you mean no-buffer"),
        ("xyz", "“xyz” is no rule. docs/rules.md lists them all."),
        ("", "“” is no rule. docs/rules.md lists them all."),
    ],
)
def test_a_rule_that_does_not_exist_is_refused_once_rules_are_run(rule: str, words: str) -> None:
    office = read_office_settings(f'[rules]\n"{rule}" = "off"')
    with pytest.raises(SettingsInvalid) as raised:
        require_known_rules(office)
    assert str(raised.value).startswith(words)


def test_a_rule_that_exists_is_taken() -> None:
    require_known_rules(OfficeSettings(severities={"no-buffer": None}))
    require_known_rules(OfficeSettings())
