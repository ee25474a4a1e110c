"""Reads what was promised on any trip, in four queries whatever there is."""

from db.engine import Connection
from db.rows import select
from planner.promises import Promise
from planner.records import FollowUp, Trip
from planner.records.words import Response, Role, Side

_MEETINGS = """
    select "follow_up"."id", "meeting"."title", "meeting"."id", "outcome"."text"
    from "follow_up"
    left join "outcome" on "outcome"."id" = "follow_up"."outcome"
    left join "meeting"
        on "meeting"."id" = coalesce("follow_up"."meeting", "outcome"."meeting")
"""
_LEADS = f"""
    select "participant"."meeting",
        coalesce("person"."name", "participant"."words")
    from "participant" left join "person" on "person"."id" = "participant"."person"
    where "participant"."side" <> '{Side.OURS.value}'
        and "participant"."role" in ('{Role.COUNTERPART.value}', '{Role.PRINCIPAL.value}')
        and coalesce("participant"."response", '') <> '{Response.DECLINED.value}'
        and "participant"."meeting" in (
            select coalesce("follow_up"."meeting", "outcome"."meeting") from "follow_up"
            left join "outcome" on "outcome"."id" = "follow_up"."outcome"
        )
    order by "participant"."position", "participant"."id"
"""  # noqa: S608 - our own words
_COUNTERPARTS = """
    select "follow_up"."id", "person"."name" from "follow_up"
    join "person" on "person"."id" = "follow_up"."counterpart"
"""


def promises(connection: Connection) -> tuple[Promise, ...]:
    """Return every follow-up with what it comes from, in the order of their ids."""
    trips = select(connection, Trip)
    leads: dict[str, list[str]] = {}
    for meeting, name in connection.execute(_LEADS):
        leads.setdefault(meeting, []).append(name)
    named = dict(connection.execute(_COUNTERPARTS).fetchall())
    origins = {key: rest for key, *rest in connection.execute(_MEETINGS)}
    found = []
    for key, each in sorted(select(connection, FollowUp).items()):
        title, meeting, outcome = origins[key]
        people = (named[key],) if key in named else tuple(dict.fromkeys(leads.get(meeting, ())))
        found.append(Promise(each, trips[each.trip], title or "", outcome or "", people))
    return tuple(found)
