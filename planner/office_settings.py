"""The limits and severities of an office: read from the settings, and checked."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from difflib import get_close_matches

from planner.around import OfficeSettings
from planner.conflicts import Severity
from planner.errors import SettingsInvalid
from planner.settings import LARGEST_LIMIT, Limits, is_limit
from planner.settings_text import settings_table

OFF = "off"
_SEVERITIES: Mapping[str, Severity | None] = {
    OFF: None,
    **{severity.word: severity for severity in Severity},
}
_LISTED = "docs/rules.md lists them all"


def read_office_settings(text: str) -> OfficeSettings:
    """Return what settings say of limits and rules.

    `text` is TOML: a table `limits` with lines such as `rest_hours = 10`, and a table `rules` with
    lines such as `no-meal = "off"`. Raises `SettingsInvalid`. Whether there are such rules is
    left to `require_known_rules`: to know them, all have to be loaded.
    """
    return OfficeSettings(
        Limits().with_thresholds(_limits(settings_table(text, "limits"))),
        {rule: _severity(rule, typed) for rule, typed in settings_table(text, "rules").items()},
    )


def _limits(table: Mapping[str, object]) -> tuple[tuple[str, int], ...]:
    known = [field.name for field in fields(Limits)]
    found: list[tuple[str, int]] = []
    for name, typed in table.items():
        if name not in known:
            raise SettingsInvalid(f"“{name}” is no limit", _meant(name, known))
        # TOML's true is a whole number to Python.
        if not isinstance(typed, int) or isinstance(typed, bool) or not is_limit(name, typed):
            allowed = f"Write a whole number from 1 to {LARGEST_LIMIT}, such as {name} = "
            raise SettingsInvalid(
                f"“{name}” cannot be {_shown(typed)}", f"{allowed}{getattr(Limits(), name)}"
            )
        found.append((name, typed))
    return tuple(found)


def _severity(rule: str, typed: object) -> Severity | None:
    if not isinstance(typed, str) or typed not in _SEVERITIES:
        first, *others = (f'"{word}"' for word in _SEVERITIES)
        allowed = f"{', '.join([first, *others[:-1]])} or {others[-1]}"
        raise SettingsInvalid(f"the rule “{rule}” cannot be {_shown(typed)}", f"Write {allowed}")
    return _SEVERITIES[typed]


def _shown(typed: object) -> str:
    """Return a value as a sentence can name it, near enough to how it was typed."""
    if isinstance(typed, dict | list):
        return "a table" if isinstance(typed, dict) else "a list"
    shown = str(typed).lower() if isinstance(typed, bool) else str(typed)
    return f"“{shown if len(shown) <= 60 else f'{shown[:60]}…'}”"


def require_known_rules(office: OfficeSettings) -> None:
    """Raise `SettingsInvalid` where an office sets a rule that does not exist; loads the rules."""
    from planner.conflicts.registry import rules  # noqa: PLC0415 - reading settings needs no rules

    known = rules()
    for rule in office.severities:
        if rule not in known:
            raise SettingsInvalid(f"“{rule}” is no rule", _meant(rule, known))


def _meant(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name, known, 2)
    return f"Did you mean {' or '.join(close)}?" if close else _LISTED
