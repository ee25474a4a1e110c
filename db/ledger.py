"""The journal as it is kept: a row an edit, a row a change; rows are only ever added."""

from collections.abc import Sequence
from datetime import datetime

from db.engine import Connection, damaged
from db.schema import STEPS
from planner.edits import Change, Edit
from planner.errors import InputError
from planner.journal import Heading, Headline, JournalEntry
from planner.records import Record, kind_named, kind_of
from planner.records.plain import from_json, to_json
from planner.text.spoken import short_date

_ENTRIES = 'select "position", "at", "author", "label", "undoes" from "journal_edit" '


def position(connection: Connection) -> int:
    """Return the position of the latest entry; 0 where there is none."""
    (latest,) = connection.execute('select max("position") from "journal_edit"').fetchone()
    return int(latest or 0)


def append(
    connection: Connection,
    entry: JournalEntry,
    trips: Sequence[str | None],
) -> None:
    """Write an entry; `trips` says to which trip each of its changes belongs."""
    connection.execute(
        'insert into "journal_edit" ("position", "at", "author", "label", "undoes", "schema") '
        "values (?, ?, ?, ?, ?, ?)",
        (
            entry.position,
            entry.at.isoformat(timespec="microseconds"),
            entry.author,
            entry.edit.label,
            entry.undoes,
            len(STEPS),
        ),
    )
    connection.executemany(
        'insert into "journal_change" '
        '("edit", "number", "kind", "record", "trip", "before", "after") '
        "values (?, ?, ?, ?, ?, ?, ?)",
        [
            (entry.position, number, *_change_cells(change, trip))
            for number, (change, trip) in enumerate(zip(entry.edit.changes, trips, strict=True))
        ],
    )


def _change_cells(change: Change, trip: str | None) -> tuple[str | None, ...]:
    before = to_json(change.before) if change.before else None
    after = before
    if change.writes:
        after = to_json(change.after) if change.after else None
    return (kind_of(type(change.record)), change.record.id, trip, before, after)


def entries(
    connection: Connection, condition: str, values: Sequence[str | int | None]
) -> tuple[JournalEntry, ...]:
    """Return the entries that meet a condition, with their changes."""
    rows = connection.execute(_ENTRIES + condition, list(values)).fetchall()
    return tuple(_entry(connection, *row) for row in rows)


def _entry(
    connection: Connection, number: int, at: str, author: str, label: str, undoes: int | None
) -> JournalEntry:
    rows = connection.execute(
        'select "kind", "before", "after" from "journal_change" where "edit" = ? order by "number"',
        (number,),
    )
    changes = tuple(
        Change(_record(connection, kind, before), _record(connection, kind, after))
        for kind, before, after in rows
    )
    return JournalEntry(number, _time(connection, at), author, Edit(label, changes), undoes)


def _time(connection: Connection, at: str) -> datetime:
    try:
        return datetime.fromisoformat(at)
    except ValueError as error:
        raise damaged(connection, "a time in the journal", error) from error


def _record(connection: Connection, kind: str, text: str | None) -> Record | None:
    if text is None:
        return None
    try:
        return from_json(kind_named(kind), text)
    except (ValueError, KeyError, InputError) as error:
        raise damaged(connection, f"a {kind} in the journal", error) from error


def since(connection: Connection, seen: int) -> tuple[JournalEntry, ...]:
    """Return what was written after a position, oldest first."""
    return entries(connection, 'where "position" > ? order by "position"', (seen,))


def latest(connection: Connection, trip: str | None, limit: int) -> tuple[JournalEntry, ...]:
    """Return the latest entries (that touch a trip), newest first."""
    if trip is None:
        return entries(connection, 'order by "position" desc limit ?', (limit,))
    return entries(
        connection,
        'where "position" in (select "edit" from "journal_change" where "trip" = ?) '
        'order by "position" desc limit ?',
        (trip, limit),
    )


def last_change(connection: Connection, trip: str) -> Headline | None:
    """Return what the latest entry that touches a trip says of itself."""
    row = connection.execute(
        'select "at", "author", "label" from "journal_edit" where "position" = '
        '(select max("edit") from "journal_change" where "trip" = ?)',
        (trip,),
    ).fetchone()
    return Headline(_time(connection, row[0]), *row[1:]) if row else None


def headings(connection: Connection, author: str, trip: str | None) -> tuple[Heading, ...]:
    """Return an author's entries, in order: those of a trip, and those that touch none.

    A change to a person made while planning a trip belongs to no trip, and is still what its
    author did last. What takes back another entry is always among them: it touches no more than
    that one, and perhaps less.
    """
    rows = connection.execute(
        'select "position", "author", "undoes" from "journal_edit" where "author" = ? '
        'and (? is null or "undoes" is not null or "position" not in '
        '(select "edit" from "journal_change" where "trip" is not null) '
        'or "position" in (select "edit" from "journal_change" where "trip" = ?)) '
        'order by "position"',
        (author, trip, trip),
    )
    return tuple(Heading(*row) for row in rows)


def last_changed(connection: Connection, record_id: str, field: str) -> str:
    """Say who last changed a field of a record, and when (UTC)."""
    rows = connection.execute(
        'select "journal_edit"."author", "journal_edit"."at", '
        '"journal_change"."kind", "before", "after" '
        'from "journal_change" join "journal_edit" on "journal_edit"."position" = "edit" '
        'where "record" = ? order by "edit" desc, "number" desc',
        (record_id,),
    )
    for author, at, kind, before, after in rows:
        one, other = _record(connection, kind, before), _record(connection, kind, after)
        if getattr(one, field, None) != getattr(other, field, None):
            moment = _time(connection, at)
            return f"{author} ({short_date(moment.date())} at {moment:%H:%M} UTC)"
    return "somebody"


def kind_with_id(connection: Connection, record_id: str) -> str | None:
    """Return the kind of the record that has or had an id; None where there never was one."""
    row = connection.execute(
        'select "kind" from "journal_change" where "record" = ? limit 1', (record_id,)
    ).fetchone()
    return str(row[0]) if row else None
