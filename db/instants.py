"""Keeps the instants that stand beside moments true when the rules of time zones change."""

from db.engine import Connection, Engine
from db.rows import cells, select
from planner.records import KINDS
from planner.records.shape import Form, Shape, shape_of
from planner.zones import zone_data_version

_NAME = "zone data"


def keep_instants_current(engine: Engine) -> None:
    """Work out every instant anew if they were worked out by other rules than today's."""
    version = zone_data_version()
    with engine.telling_errors():
        if _kept_version(engine.connection) == version:
            return
    with engine.writing() as connection:
        if _kept_version(connection) == version:
            return
        for kind in KINDS:
            _rebuild(connection, shape_of(kind))
        connection.execute('delete from "about" where "name" = ?', (_NAME,))
        connection.execute('insert into "about" ("name", "value") values (?, ?)', (_NAME, version))


def _kept_version(connection: Connection) -> str | None:
    row = connection.execute('select "value" from "about" where "name" = ?', (_NAME,)).fetchone()
    return str(row[0]) if row else None


def _rebuild(connection: Connection, shape: Shape) -> None:
    moments = [field for field in shape.fields if field.form is Form.MOMENT]
    if not moments:
        return
    columns = ", ".join(f'"{field.name}" = ?, "{field.name}_utc" = ?' for field in moments)
    rows = [
        [
            *(cell for field in moments for cell in cells(field, getattr(record, field.name))),
            record.id,
        ]
        for record in select(connection, shape.record).values()
    ]
    connection.executemany(
        f'update "{shape.kind}" set {columns} where "id" = ?',  # noqa: S608 - our own names
        rows,
    )
