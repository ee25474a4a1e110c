"""A second migration, as a later Summitry will have one, for tests of upgrades."""

from collections.abc import Callable

from db import schema

SetAttribute = Callable[[object, str, object], None]

LATER_STEP = "0002_later"
LATER_STATEMENTS = (
    'alter table "trip" add column "later" text',
    """update "trip" set "later" = 'set by the step'""",
    'create table "later" ("id" text primary key not null) strict',
)


def add_later_step(
    set_attribute: SetAttribute, statements: tuple[str, ...] = LATER_STATEMENTS
) -> None:
    """Let this process know one migration more than was released."""
    known = schema.statements
    set_attribute(schema, "STEPS", (*schema.STEPS, LATER_STEP))
    set_attribute(
        schema,
        "statements",
        lambda step: list(statements) if step == LATER_STEP else known(step),
    )
