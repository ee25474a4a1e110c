"""The settings file: a person's own keys, and the limits and severities of their office."""

import os
from pathlib import Path

import click

from planner.around import OfficeSettings
from planner.commands.files import read_text
from planner.errors import FileUnusable, SettingsInvalid

FILE_NAME = "settings.toml"


def settings_path() -> Path:
    """Return the file of `SUMMITRY_SETTINGS`, else the one in the person's settings folder."""
    named = os.environ.get("SUMMITRY_SETTINGS")
    if named:
        try:
            return Path(named).expanduser()
        except RuntimeError as error:
            raise click.ClickException(
                f"SUMMITRY_SETTINGS: {named} names no home folder."
            ) from error
    from platformdirs import user_config_path  # noqa: PLC0415 - a file that is named needs no search

    return user_config_path("summitry", appauthor=False) / FILE_NAME


def own_keys() -> dict[str, str]:
    """Return the keys that a person gave to commands; none where there is no settings file.

    Raises `FileUnusable` where the file cannot be read, or says what cannot be done.
    """
    path = settings_path()
    if not path.exists():
        return {}
    from planner.keymap import read_keymap  # noqa: PLC0415 - most people have no keys of their own
    from screens.commands.keys import key_name  # noqa: PLC0415 - likewise
    from screens.commands.registry import TYPED_IN, default_keys  # noqa: PLC0415 - likewise

    text = read_text(str(path))
    try:
        return read_keymap(text, default_keys(), key_name, TYPED_IN)
    except SettingsInvalid as error:
        raise FileUnusable(str(path), str(error)) from error


def office_settings() -> OfficeSettings:
    """Return the limits and severities that an office set; the usual where there is no file.

    Raises `FileUnusable` where the file cannot be read, or sets what cannot be set.
    """
    path = settings_path()
    if not path.exists():
        return OfficeSettings()
    from planner.office_settings import read_office_settings  # noqa: PLC0415 - as of keys

    text = read_text(str(path))
    try:
        return read_office_settings(text)
    except SettingsInvalid as error:
        raise FileUnusable(str(path), str(error)) from error


def refuse_unknown_rules(office: OfficeSettings) -> None:
    """Raise `FileUnusable` where an office sets a rule that does not exist; loads the rules."""
    if not office.severities:
        return
    from planner.office_settings import require_known_rules  # noqa: PLC0415 - as of keys

    try:
        require_known_rules(office)
    except SettingsInvalid as error:
        raise FileUnusable(str(settings_path()), str(error)) from error
