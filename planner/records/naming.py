"""How a record is called in a sentence."""

from planner.records.meetings import Participant
from planner.records.shape import kind_of
from planner.records.values import Place, Record
from planner.text.cells import cut

LONGEST = 80
"""How many cells of a name a message shows."""
_NAMING_FIELDS = ("title", "name", "text", "what", "words", "reason", "rule")


def describe(record: Record) -> str:
    """Return the kind and the name of a record, as a message says it: `meeting “Audience”`."""
    kind = called_kind(type(record))
    name = cut(name_of(record), LONGEST)
    return f"{kind} “{name}”" if name else f"{kind} {record.id}"


def called_kind(kind: type[Record]) -> str:
    """Return what a kind of record is called in a sentence: `travel time`, `follow-up`."""
    name = kind_of(kind)
    return "follow-up" if name == "follow_up" else name.replace("_", " ")


def name_of(record: Record) -> str:
    """Return what a person would call a record; empty where it has no words of its own."""
    if isinstance(record, Participant):
        return record.words or record.printed_title
    place = getattr(record, "place", None)
    for field in _NAMING_FIELDS:
        value = getattr(record, field, None)
        if isinstance(value, str) and value:
            return value
    return place.city if isinstance(place, Place) else ""
