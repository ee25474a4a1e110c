"""The settings file as text: TOML, of which each reader takes the table that is its own."""

import tomllib
from collections.abc import Mapping

from planner.errors import SettingsInvalid

SECTIONS = ("keys", "limits", "rules")


def settings_table(text: str, section: str) -> Mapping[str, object]:
    """Return a table of the settings, empty where there is none of its name.

    Raises `SettingsInvalid` where the text is no TOML, or names a table that nobody reads.
    """
    try:
        settings = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsInvalid(f"it is not TOML: {error}", "Mend the line") from error
    for name in settings:
        if name not in SECTIONS:
            known = "Keys stand under [keys], limits under [limits], rules under [rules]"
            raise SettingsInvalid(f"nothing is set by “{name}”", known)
    table = settings.get(section, {})
    if not isinstance(table, dict):
        raise SettingsInvalid(f"“{section}” is not a table", f"Begin it with a line [{section}]")
    return table
