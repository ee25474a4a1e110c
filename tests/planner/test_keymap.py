"""A person's own keys: what settings may say, and in which words they are refused."""

from collections.abc import Mapping

import pytest

from planner.errors import SettingsInvalid
from planner.keymap import Keys, read_keymap
from screens.commands.keys import key_name, written
from screens.commands.registry import TYPED_IN, default_keys

SCREENS: Mapping[str, Keys] = {
    "trip": {"trip.add": ("a",), "trip.edit": ("enter", "e"), "app.quit": ("q",)},
    "trips": {"trips.new": ("n",), "app.quit": ("q",)},
    "form": {"form.save": ("ctrl+s",), "form.cancel": ("escape",)},
}


def read(text: str) -> dict[str, str]:
    return read_keymap(text, SCREENS, key_name, ("form",))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", {}),
        ("# nothing yet", {}),
        ("[keys]", {}),
        ('[keys]\n"trip.add" = "z"', {"trip.add": "z"}),
        ('[keys]\ntrip.add = "z"', {"trip.add": "z"}),
        ('[keys.trip]\nadd = "z"', {"trip.add": "z"}),
        ('keys = { "trip.add" = "z" }', {"trip.add": "z"}),
        ('[keys]\n"trip.add" = "z, insert"', {"trip.add": "z,insert"}),
        ('[keys]\n"trip.add" = " Ctrl+K ,F5"', {"trip.add": "ctrl+k,f5"}),
        ('[keys]\n"trip.add" = "?"', {"trip.add": "question_mark"}),
        ('[keys]\n"app.quit" = "ctrl+x"', {"app.quit": "ctrl+x"}),
        ('[keys]\n"trip.add" = "q"\n"app.quit" = "z"', {"trip.add": "q", "app.quit": "z"}),
        ('[keys]\n"trips.new" = "a"', {"trips.new": "a"}),
        ('[keys]\n"trip.add" = "a"', {"trip.add": "a"}),
        ('[keys]\n"form.save" = "ctrl+w, f2"', {"form.save": "ctrl+w,f2"}),
        ('[keys]\n"form.cancel" = "ctrl+g"', {"form.cancel": "ctrl+g"}),
    ],
)
def test_settings_give_keys_to_commands(text: str, keys: dict[str, str]) -> None:
    assert read(text) == keys


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[keys", "it is not TOML: "),
        ("[colours]\na = 1", "nothing is set by “colours”. Keys stand under [keys], limits under"),
        ("keys = 1", "“keys” is not a table. Begin it with a line [keys]."),
        ('[keys]\n"trip.ad" = "z"', "“trip.ad” is no command. Did you mean trip.add or trip.edit?"),
        ('[keys]\n"xyz" = "z"', "“xyz” is no command. docs/keys.md lists them all."),
        ('[keys]\n"trip.add" = ""', "“trip.add” has no keys. Write them as text, such as"),
        ('[keys]\n"trip.add" = "z,"', "“trip.add” has no keys. "),
        ('[keys]\n"trip.add" = 5', "“trip.add” has no keys. "),
        ('[keys]\n"trip.add" = ["z"]', "“trip.add” has no keys. "),
        ('[keys]\n"trip.add" = "dog"', "“trip.add”: there is no key “dog”. Write a letter, f5,"),
        ('[keys]\n"trip.add" = "q"', "the key “q” is that of trip.add and of app.quit. Give one"),
        ('[keys]\n"trip.add" = "e"', "the key “e” is that of trip.add and of trip.edit."),
        ('[keys]\n"app.quit" = "n"', "the key “n” is that of trips.new and of app.quit."),
        ('[keys]\n"trip.add" = "ctrl+m"', "the key “enter” is that of trip.add and of trip.edit."),
        ('[keys]\n"form.save" = "space"', "“form.save”: “space” is typed into the fields there."),
        ('[keys]\n"form.save" = "s"', "“form.save”: “s” is typed into the fields there. Take one"),
    ],
)
def test_settings_that_cannot_be_used_are_refused_with_the_way_out(text: str, words: str) -> None:
    with pytest.raises(SettingsInvalid) as raised:
        read(text)
    assert str(raised.value).startswith(words)
    assert str(raised.value).endswith((".", "?"))


@pytest.mark.parametrize("screen", sorted(default_keys()))
def test_the_usual_keys_are_keys_that_may_be_written_into_settings(screen: str) -> None:
    keys = default_keys()
    lines = [f'"{command}" = "{", ".join(some)}"' for command, some in keys[screen].items()]
    found = read_keymap("\n".join(["[keys]", *lines]), keys, key_name, TYPED_IN)
    assert found == {command: ",".join(some) for command, some in keys[screen].items()}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("a", "a"),
        ("A", "A"),
        ("é", "é"),
        ("7", "7"),
        ("?", "question_mark"),
        ("/", "slash"),
        ("+", "plus"),
        ("-", "minus"),
        (" a ", "a"),
        ("comma", "comma"),
        ("f5", "f5"),
        ("F5", "f5"),
        ("ctrl+k", "ctrl+k"),
        ("Ctrl+K", "ctrl+k"),
        ("CTRL+SHIFT+up", "ctrl+shift+up"),
        ("shift+ctrl+up", "ctrl+shift+up"),
        ("shift+a", "A"),
        ("alt+up", "alt+up"),
        ("enter", "enter"),
        ("return", "enter"),
        ("ctrl+m", "enter"),
        ("ctrl+i", "tab"),
        ("esc", "escape"),
        ("Del", "delete"),
        ("PgDn", "pagedown"),
        ("space", "space"),
        ("insert", "insert"),
        ("home", "home"),
    ],
)
def test_a_key_is_known_by_the_name_that_people_type(typed: str, name: str) -> None:
    assert key_name(typed) == name


@pytest.mark.parametrize(
    "typed", ["", "  ", "dog", "bell", "ctrl+", "hyper+a", "ab", "\x1b", "\t", "<any>", "f99"]
)
def test_what_is_no_key_has_no_name(typed: str) -> None:
    assert key_name(typed) == ""


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("a", "a"),
        ("A", "A"),
        ("question_mark", "?"),
        ("slash", "/"),
        ("ctrl+s", "^s"),
        ("shift+left", "⇧←"),
        ("alt+up", "alt+↑"),
        ("f1", "F1"),
        ("escape", "esc"),
        ("enter", "↵"),
        ("delete", "Del"),
        ("ctrl+shift+pagedown", "^⇧PgDn"),
    ],
)
def test_a_key_is_shown_in_few_signs(key: str, shown: str) -> None:
    assert written(key) == shown


def test_every_key_of_ours_is_called_as_textual_calls_it() -> None:
    keys = {key for some in default_keys().values() for each in some.values() for key in each}
    assert {key: key_name(key) for key in keys} == {key: key for key in keys}
