"""`planner import` and `planner export`: files in and out."""

import copy
import json
import os
import stat
from pathlib import Path

import pytest

from planner.exchange.arrival import counted
from tests.planner.commands.conftest import EMPTY_TRIP, TWO_CITIES, Planner

AGENDA = ("export", "paris", "--document", "agenda")


def as_file(folder: Path, document: object, name: str = "trip.json") -> str:
    path = folder / name
    path.write_text(json.dumps(document), "utf-8")
    return str(path)


def test_a_new_trip_is_brought_in_and_what_was_added_is_counted(
    planner: Planner, tmp_path: Path
) -> None:
    result = planner("--db", str(tmp_path / "new"), "import", as_file(tmp_path, TWO_CITIES))
    assert result.code == 0
    assert result.lines[0] == "Imported “Paris and London” (paris-2026)."
    added = " ".join(" ".join(result.lines[1:]).split())
    assert added.startswith("added 2 people, 2 offices, 2 tenures, 3 venues, 1 trip, 2 stops,")
    assert "4 meetings" in added


def test_the_same_file_again_changes_nothing(planner: Planner, tmp_path: Path) -> None:
    before = planner("history").out
    result = planner("import", as_file(tmp_path, TWO_CITIES))
    assert result.lines[0] == "Nothing is new in “Paris and London” (paris-2026)."
    assert result.lines[1].startswith("  unchanged  2 people")
    assert planner("history").out == before


def test_a_changed_file_updates_and_can_be_taken_back(planner: Planner, tmp_path: Path) -> None:
    before = planner("show", "tokyo").out
    trip = {**EMPTY_TRIP["trip"], "title": "Tokyo at last"}  # type: ignore[dict-item] # it is an object
    result = planner("import", as_file(tmp_path, {**EMPTY_TRIP, "trip": trip}))
    assert "  changed    1 trip" in result.lines
    assert "Tokyo at last" in planner("show", "tokyo").out
    planner("undo", "tokyo")
    assert planner("show", "tokyo").out == before


def test_standard_input_is_a_file_too(planner: Planner, tmp_path: Path) -> None:
    text = json.dumps(EMPTY_TRIP, ensure_ascii=False)
    result = planner("--db", str(tmp_path / "new"), "import", "-", stdin=text)
    assert result.lines[0] == "Imported “Tōkyō 東京 🗼” (tokyo)."


def test_a_file_from_windows_may_begin_with_its_mark(planner: Planner, tmp_path: Path) -> None:
    path = tmp_path / "windows.json"
    path.write_text(json.dumps(EMPTY_TRIP), "utf-8-sig")
    assert planner("import", str(path)).code == 0


def test_what_was_read_and_is_doubtful_is_noted(planner: Planner, tmp_path: Path) -> None:
    document = copy.deepcopy(TWO_CITIES)
    document["stops"][0]["arrive"] = "2026-06-09T08:00+05:00[Europe/Paris]"  # type: ignore[index] # a list of objects
    result = planner("import", as_file(tmp_path, document))
    assert result.code == 0
    (note,) = (line for line in result.lines if line.startswith("▲ "))
    assert "stops[0].arrive" in note


def test_places_may_be_named_alone(planner: Planner, tmp_path: Path) -> None:
    document = {**EMPTY_TRIP, "stops": [{"place": "Reykjavík"}]}
    assert planner("import", as_file(tmp_path, document)).code == 0
    assert "Reykjav" in planner("show", "tokyo").out


def test_all_that_is_wrong_is_listed_with_its_path_and_nothing_is_changed(
    planner: Planner, tmp_path: Path
) -> None:
    document = copy.deepcopy(TWO_CITIES)
    document["meetings"][0]["minutes"] = "long"  # type: ignore[index] # a list of objects
    document["meetings"][1]["venue"] = "Nowhere"  # type: ignore[index] # likewise
    before = planner("history").out
    path = as_file(tmp_path, document, "paris.json")
    result = planner("import", path)
    assert (result.code, result.out) == (2, "")
    heading, *problems = result.err.splitlines()
    assert heading == f"planner: {path}: 2 things are wrong in it; nothing was changed."
    assert [each.split(":")[0].strip() for each in problems] == [
        "meetings[0].minutes",
        "meetings[1].venue",
    ]
    assert planner("history").out == before


def test_one_thing_that_is_wrong_is_one_line(planner: Planner) -> None:
    assert planner("import", "-", stdin="[]").err == (
        "planner: standard input: the top: expected an object in braces, found []. "
        "Nothing was changed.\n"
    )


def test_an_unknown_key_is_named_with_its_path(planner: Planner, tmp_path: Path) -> None:
    document = copy.deepcopy(TWO_CITIES)
    document["meetings"][1]["venu"] = "Orly"  # type: ignore[index] # a list of objects
    assert "meetings[1].venu" in planner("import", as_file(tmp_path, document)).err


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "expected"),
        (b"{", "expected"),
        (b"[]", "expected"),
        (b"{}", "expected"),
        (b'{"format": "something else"}', "expected"),
        (b"[" * 100_000, "expected"),
        (b"\xff\xfe{}", "UTF-8"),
        (b"\x00\x01\x02", "expected"),
        (b"SQLite format 3\x00", "expected"),
    ],
)
def test_another_kind_of_file_is_refused_in_words(
    planner: Planner, tmp_path: Path, content: bytes, told: str
) -> None:
    (tmp_path / "bad.json").write_bytes(content)
    result = planner("import", str(tmp_path / "bad.json"))
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("planner: ")
    assert told in result.err
    assert "Traceback" not in result.err


def test_a_file_that_is_not_there_is_named(planner: Planner) -> None:
    result = planner("import", "nowhere.json")
    assert (result.code, result.err) == (2, "planner: nowhere.json: No such file or directory.\n")


def test_a_folder_is_not_a_file(planner: Planner, tmp_path: Path) -> None:
    assert planner("import", str(tmp_path)).err == f"planner: {tmp_path}: Is a directory.\n"


def test_the_trip_file_comes_back_as_it_was(planner: Planner, tmp_path: Path) -> None:
    written = planner("export", "paris").out
    new = str(tmp_path / "new.sqlite3")
    planner("--db", new, "import", "-", stdin=written)
    assert planner("--db", new, "export", "paris").out == written


def test_without_a_document_the_trip_file_is_meant(planner: Planner) -> None:
    assert planner("export", "paris", "--format", "json").out == planner("export", "paris").out


def test_the_agenda_is_text_unless_markdown_is_wanted(planner: Planner) -> None:
    text = planner(*AGENDA).out
    assert text == planner(*AGENDA, "--format", "text").out
    assert "Working lunch" in text
    markdown = planner(*AGENDA, "--format", "markdown").out
    assert "\n#" in markdown
    assert "Working lunch" in markdown


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "paris", "--format", "text"),
        ("export", "paris", "--format", "markdown"),
        (*AGENDA, "--format", "json"),
        (*AGENDA, "--format", "pdf"),
        ("export", "paris", "--document", "brief"),
        ("export",),
    ],
)
def test_what_does_not_go_together_is_refused(planner: Planner, arguments: tuple[str, ...]) -> None:
    result = planner(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "`planner export --help`" in result.err


def test_a_file_is_written_whole_and_for_its_owner_alone(planner: Planner, tmp_path: Path) -> None:
    path = tmp_path / "agenda.txt"
    result = planner(*AGENDA, "-o", str(path))
    assert (result.code, result.out) == (0, "")
    assert path.read_text("utf-8") == planner(*AGENDA).out
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sorted(each.name for each in tmp_path.iterdir() if "agenda" in each.name) == [
        "agenda.txt"
    ]


def test_a_file_that_exists_is_replaced_by_force_alone(planner: Planner, tmp_path: Path) -> None:
    path = tmp_path / "agenda.txt"
    path.write_text("mine")
    result = planner(*AGENDA, "-o", str(path))
    assert result.code == 2
    assert "--force" in result.err
    assert path.read_text() == "mine"
    assert planner(*AGENDA, "-o", str(path), "--force").code == 0
    assert "Working lunch" in path.read_text("utf-8")


def test_a_link_stays_and_what_it_points_to_is_replaced(planner: Planner, tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("mine")
    link.symlink_to(real)
    planner(*AGENDA, "-o", str(link), "--force")
    assert link.is_symlink()
    assert "Working lunch" in real.read_text("utf-8")


@pytest.mark.parametrize("target", [".", "missing/agenda.txt", "device"])
def test_what_cannot_be_written_is_told_and_left(
    planner: Planner, tmp_path: Path, target: str
) -> None:
    path = Path(os.devnull) if target == "device" else tmp_path / target
    result = planner(*AGENDA, "-o", str(path), "--force")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"planner: {path}: ")
    assert Path(os.devnull).is_char_device()


def test_a_failed_write_leaves_the_old_file_whole_and_nothing_beside_it(
    planner: Planner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "agenda.txt").write_text("the old one")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = planner(*AGENDA, "-o", str(folder / "agenda.txt"), "--force")
    assert (result.code, "No space left on device" in result.err) == (2, True)
    assert [each.read_text() for each in folder.iterdir()] == ["the old one"]


def test_a_terminal_is_shown_no_control_characters(
    planner: Planner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    trip = {**EMPTY_TRIP["trip"], "notes": "c1 \x9b2J and \x1b[2J"}  # type: ignore[dict-item] # it is an object
    planner("import", as_file(tmp_path, {**EMPTY_TRIP, "trip": trip}))
    assert "\x9b" in planner("export", "tokyo").out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert not set(planner("export", "tokyo").out) & set("\x9b\x1b")


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (1, "person", "1 person"),
        (2, "person", "2 people"),
        (1, "follow_up", "1 follow-up"),
        (3, "follow_up", "3 follow-ups"),
        (1, "travel_time", "1 travel time"),
        (0, "travel_time", "0 travel times"),
        (2, "unavailability", "2 unavailabilities"),
    ],
)
def test_records_are_counted_in_words(number: int, kind: str, words: str) -> None:
    assert counted(number, kind) == words
