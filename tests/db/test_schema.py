"""The tables: a column for every field, a foreign key for every reference."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.engine import Connection
from db.schema import STEPS, statements
from db.sqlite import sqlite3
from planner.records import KINDS, Record, kind_of
from planner.records.shape import Field, Form, shape_of
from tests.db.databases import copied

WHOLE_NUMBERS = (Form.NUMBER, Form.FLAG)
OTHER_TABLES = {"journal_edit", "journal_change", "about", "_sqlite_migrations"}


@pytest.fixture
def connection(blank: Path) -> Iterator[Connection]:
    with closing(copied(blank)) as engine:
        yield engine.connection


def test_there_is_a_table_for_every_kind_of_record_and_no_other(connection: Connection) -> None:
    rows = connection.execute("select name from sqlite_master where type = 'table'")
    assert {name for (name,) in rows} == {kind_of(kind) for kind in KINDS} | OTHER_TABLES


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_every_field_has_its_column_and_every_column_its_field(
    connection: Connection, kind: type[Record]
) -> None:
    rows = connection.execute(f'pragma table_info("{kind_of(kind)}")').fetchall()
    columns = [(name, form, bool(required)) for _, name, form, required, *_ in rows]
    assert columns == [column for field in shape_of(kind).fields for column in expected(field)]
    assert [name for _, name, _, _, _, is_key in rows if is_key] == ["id"]


def expected(field: Field) -> Iterator[tuple[str, str, bool]]:
    """Return the columns of a field: name, type, and whether it must have a value."""
    yield (
        field.name,
        "INTEGER" if field.form in WHOLE_NUMBERS else "TEXT",
        not field.may_be_none,
    )
    if field.form is Form.MOMENT:
        yield f"{field.name}_utc", "INTEGER", False


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_every_reference_is_a_foreign_key_and_nothing_cascades(
    connection: Connection, kind: type[Record]
) -> None:
    rows = connection.execute(f'pragma foreign_key_list("{kind_of(kind)}")').fetchall()
    keys = {(column, table, to) for _, _, table, column, to, *_ in rows}
    assert keys == {
        (field.name, field.refers_to, "id")
        for field in shape_of(kind).references
        if field.form is Form.TEXT and field.refers_to != "record"
    }
    assert {(update, delete) for *_, update, delete, _ in rows} <= {("NO ACTION", "NO ACTION")}


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_what_is_looked_up_by_is_indexed(connection: Connection, kind: type[Record]) -> None:
    indexed = set()
    for _, name, *_ in connection.execute(f'pragma index_list("{kind_of(kind)}")').fetchall():
        first = connection.execute(f'pragma index_info("{name}")').fetchone()
        indexed.add(first[2])
    named = {field.name for field in shape_of(kind).references if field.form is Form.TEXT}
    assert named <= indexed


def test_every_table_of_ours_is_strict(connection: Connection) -> None:
    rows = connection.execute("pragma table_list").fetchall()
    strict = {name: bool(is_strict) for _, name, _, _, _, is_strict in rows}
    ours = {kind_of(kind) for kind in KINDS} | {"journal_edit", "journal_change", "about"}
    assert all(strict[name] for name in ours)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("update about set value = x'00'")


def test_only_ids_are_unique(connection: Connection) -> None:
    for kind in KINDS:
        rows = connection.execute(f'pragma index_list("{kind_of(kind)}")').fetchall()
        assert {origin for _, _, unique, origin, _ in rows if unique} == {"pk"}


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_split_into_whole_statements(step: str) -> None:
    found = statements(step)
    assert len(found) == len(
        re.findall(r"^(?:CREATE|ALTER|UPDATE|INSERT)\b", "".join(found), re.MULTILINE)
    )
    assert all(sqlite3.complete_statement(statement) for statement in found)


def test_steps_are_numbered_in_order() -> None:
    assert [int(step[:4]) for step in STEPS] == list(range(1, len(STEPS) + 1))
