"""Edits drawn at random that a store takes: the laws of storage are tried on sequences of them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from planner.edits import Change, Edit
from planner.moments import Moment
from planner.records import KINDS, Participant, Record, Topic, Trip, Wording, kind_of
from planner.records.plain import LARGEST_NUMBER
from planner.records.shape import Field, Form, shape_of
from tests.db.samples import LONDON, PARIS, names_of
from tests.planner.records_strategies import ODD_HOURS, ODD_TEXTS, ZONES

Records = Mapping[str, Record]
"""All that is stored, by id."""

_BOUND = ("stop", "movement", "meeting", "topic", "outcome", "record")
"""Kinds of which a record can only name those of its own trip."""


def edit_at_random(random: Random, records: Records) -> Edit:
    """Return an Edit of one to four changes that what is stored allows."""
    now = dict(records)
    changes: list[Change] = []
    for _ in range(random.choice((1, 1, 2, 4))):
        for change in _changes(random, now):
            changes.append(change)
            take_in(now, change)
    return Edit(random.choice(ODD_TEXTS), tuple(changes))


def take_in(records: dict[str, Record], change: Change) -> None:
    """Carry a change out on records, by the plainest means."""
    if change.after is None:
        del records[change.record.id]
    else:
        records[change.record.id] = change.after


def _changes(random: Random, records: Records) -> list[Change]:
    match random.choices(("create", "update", "delete", "rely"), (10, 8, 3, 1))[0]:
        case "create":
            made = _created(random, records)
            return [Change(None, made)] if made else []
        case "delete":
            return [Change(record, None) for record in _with_all_that_names(random, records)]
        case "rely":
            record = _one_of(random, records)
            return [Change(record, record)]
    record = _one_of(random, records)
    return [Change(record, updated(random, record, records))]


def _one_of(random: Random, records: Records) -> Record:
    return records[random.choice(sorted(records))]


def _created(random: Random, records: Records) -> Record | None:
    """Return a record of any kind but a trip; None where what it must name is not there yet."""
    kind = random.choice([each for each in KINDS if each is not Trip])
    shape = shape_of(kind)
    trip = random.choice(sorted(each.id for each in records.values() if isinstance(each, Trip)))
    values: dict[str, object] = {"id": f"{random.getrandbits(64):016x}"}
    for field in shape.fields:
        if field.name == "trip":
            values["trip"] = trip
        elif field.refers_to:
            values[field.name] = _named(random, field, trip, records)
            if values[field.name] is None and not field.may_be_none:
                return None
        elif field.name != "id" and (field.required or random.random() < 0.3):
            values[field.name] = _value(random, field)
    make: Callable[..., Record] = kind
    made = make(**values)
    return None if is_nowhere(made) else made


def is_nowhere(record: Record) -> bool:
    """Tell whether somebody takes part in nothing, which cannot be stored."""
    return isinstance(record, Participant) and not record.meeting and not record.movement


def updated(random: Random, record: Record, records: Records) -> Record:
    """Return a record with one to three of its fields changed."""
    fields = [field for field in shape_of(type(record)).fields if field.name not in ("id", "trip")]
    values: dict[str, object] = {}
    for field in random.sample(fields, random.randint(1, min(3, len(fields)))):
        if not field.refers_to:
            values[field.name] = _value(random, field)
            continue
        named = _named(random, field, trip_of(record, records), records)
        if named is not None or field.may_be_none:
            values[field.name] = named
    after = replace(record, **values)  # type: ignore[arg-type] # the fields of any kind
    return record if is_nowhere(after) or trip_of(after, records) is None else after


def _named(random: Random, field: Field, trip: str | None, records: Records) -> object:
    """Return what a field can name: of the same trip, where it belongs to one; or None."""
    ids = sorted(
        each.id
        for each in records.values()
        if field.refers_to in (kind_of(type(each)), "record")
        and not isinstance(each, Wording)
        and (field.refers_to not in _BOUND or trip_of(each, records) == trip)
    )
    if field.form is Form.TEXTS:
        return tuple(random.sample(ids, min(len(ids), random.randint(0, 2))))
    if not ids or (field.may_be_none and random.random() < 0.4):
        return None
    return random.choice(ids)


def trip_of(record: Record, records: Records) -> str | None:
    """Return the trip that a record belongs to, an empty text where it is shared; else None."""
    if isinstance(record, Trip | Wording):
        return record.id if isinstance(record, Trip) else trip_of(records[record.record], records)
    if isinstance(record, Topic | Participant):
        parent = record.meeting or getattr(record, "movement", None)
        other = getattr(record, "movement", None) or parent
        trips = {trip_of(records[each], records) for each in (parent, other) if each}
        return trips.pop() if len(trips) == 1 else None
    return getattr(record, "trip", "")


def _with_all_that_names(random: Random, records: Records) -> list[Record]:
    """Return a record that no trip hangs on, after all that names it, however far away."""
    going = [_one_of(random, records)]
    seen = {going[0].id}
    for record in going:
        for each in records.values():
            if record.id in names_of(each) and each.id not in seen:
                seen.add(each.id)
                going.append(each)
    if len(going) > 8 or any(isinstance(each, Trip) for each in going):
        return []
    return _children_first(going)


def _children_first(records: list[Record]) -> list[Record]:
    """Return records, each before those it names; none where they go in a ring."""
    placed: list[Record] = []
    left = list(records)
    while left:
        named = {name for record in left for name in names_of(record)}
        free = [record for record in left if record.id not in named]
        if not free:
            return []
        placed += free
        left = [record for record in left if record.id in named]
    return placed


def _value(random: Random, field: Field) -> object:
    if field.may_be_none and random.random() < 0.2:
        return None
    if field.choices:
        return random.choice(list(field.choices))
    return _VALUES[field.form](random)


def _moment(random: Random) -> Moment:
    zone, wall = random.choice(ODD_HOURS)
    if random.random() < 0.8:
        zone = random.choice(ZONES)
        start = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
        wall = start + timedelta(minutes=random.randrange(80 * 365 * 24 * 60))
    return Moment(wall, zone, random.choice((None, 0, 1)))


def _texts(random: Random) -> tuple[str, ...]:
    return tuple(random.choices(ODD_TEXTS, k=random.randint(0, 3)))


_VALUES: dict[Form, Callable[[Random], object]] = {
    Form.TEXT: lambda random: random.choice(ODD_TEXTS),
    Form.NUMBER: lambda random: random.choice((0, 1, -5, 45, LARGEST_NUMBER, -LARGEST_NUMBER)),
    Form.FLAG: lambda random: random.random() < 0.5,
    Form.DATE: lambda random: date(2025, 1, 1) + timedelta(days=random.randint(-9999, 9999)),
    Form.MOMENT: _moment,
    Form.PLACE: lambda random: random.choice((PARIS, LONDON, replace(PARIS, admin_area="[x]"))),
    Form.TEXTS: _texts,
    Form.THRESHOLDS: lambda random: (("rest", random.randint(0, 500)),),
}
