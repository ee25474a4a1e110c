"""Which record of a file is which: ids that stay the same each time the file is read."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping

from planner.records import (
    Acknowledgement,
    FollowUp,
    Lodging,
    Meeting,
    Movement,
    Note,
    Office,
    Outcome,
    Participant,
    Person,
    Place,
    Record,
    Release,
    Stop,
    Task,
    Tenure,
    Topic,
    TravelTime,
    Trip,
    Unavailability,
    Venue,
    Wording,
    kind_of,
)
from planner.records.plain import canonical, value_to_plain
from planner.records.shape import shape_of

NATURAL_KEYS: Mapping[type[Record], tuple[str, ...]] = {
    Person: ("name",),
    Office: ("title", "of"),
    Tenure: ("person", "office", "since"),
    Unavailability: ("person", "start", "end"),
    Venue: ("name", "place"),
    TravelTime: ("origin", "destination", "mode"),
    Trip: ("short_name",),
    Stop: ("trip", "place"),
    Movement: (
        "trip",
        "mode",
        "origin_stop",
        "origin_venue",
        "destination_stop",
        "destination_venue",
    ),
    Lodging: ("trip", "stop", "name"),
    Meeting: ("trip", "title"),
    Participant: ("meeting", "movement", "person", "words"),
    Topic: ("meeting", "title"),
    Outcome: ("trip", "meeting", "text"),
    FollowUp: ("trip", "meeting", "outcome", "text"),
    Task: ("trip", "meeting", "what"),
    Note: ("trip", "meeting", "when", "words"),
    Acknowledgement: ("trip", "rule", "subjects"),
    Release: ("trip", "number"),
    Wording: ("record", "field", "language"),
}
"""What tells a record from others of its kind; of a place, the city and country."""
ASSUMED = frozenset({"of", "place", "since"})
"""What may be left out where the rest names only one record that is known."""


def derived_id(kind: type[Record], values: Mapping[str, object], occurrence: int = 0) -> str:
    """Return the id of a record that has none of its own: a hash of its kind and natural key.

    `occurrence` counts those of one key, so that an entry that is there twice is two.
    """
    shape = shape_of(kind)
    key = []
    for name in NATURAL_KEYS[kind]:
        field = shape.field(name)
        plain = value_to_plain(field, values.get(name))
        key.append([plain["city"], plain["country"]] if isinstance(plain, dict) else plain)
    text = canonical([kind_of(kind), *key, occurrence])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def is_match(kind: type[Record], values: Mapping[str, object], known: Record) -> bool:
    """Tell whether a record that exists is the one meant, by its natural key.

    A hand writer need not say of which body a known office is, nor where a known venue is.
    """
    stated = [name for name in NATURAL_KEYS[kind] if name in values or name not in ASSUMED]
    return all(
        _comparable(values.get(name, shape_of(kind).field(name).default))
        == _comparable(getattr(known, name))
        for name in stated
    )


def _comparable(value: object) -> object:
    return (value.city, value.country) if isinstance(value, Place) else value


def short_name_of(title: str) -> str:
    """Return the short name of a trip called so: `Paris & London` is `paris-london`."""
    letters = unicodedata.normalize("NFKD", title.casefold())
    bare = "".join(each for each in letters if not unicodedata.combining(each))
    return re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", bare)).strip("-") or "trip"
