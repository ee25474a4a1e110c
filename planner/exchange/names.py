"""Finds the record that a reference means: by its id, or by the name that people use."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from planner.records import Place, Record, kind_of
from planner.records.shape import shape_of
from planner.store import Directory

_NAME_FIELDS: Mapping[str, str] = {
    "person": "name",
    "office": "title",
    "venue": "name",
    "trip": "short_name",
    "stop": "place",
    "meeting": "title",
    "topic": "title",
    "outcome": "text",
}
"""What records are called by; a movement has an id only."""


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    meeting: object
    place: object


class _Register:
    """Records by id, and by name."""

    def __init__(self) -> None:
        self._by_id: dict[tuple[str, str], _Entry] = {}
        self._by_name: dict[tuple[str, str], list[_Entry]] = {}

    def add(self, kind: str, values: Mapping[str, object]) -> None:
        entry = _Entry(str(values["id"]), values.get("meeting"), values.get("place"))
        name = values.get(_NAME_FIELDS.get(kind, ""))
        name = name.city if isinstance(name, Place) else name
        self._by_id[(kind, entry.id)] = entry
        if isinstance(name, str) and name:
            self._by_name.setdefault((kind, name), []).append(entry)

    def get(self, kind: str, record_id: str) -> _Entry | None:
        return self._by_id.get((kind, record_id))

    def named(self, kind: str, name: str) -> list[_Entry]:
        return self._by_name.get((kind, name), [])


class Names:
    """The records of a file and those known already."""

    def __init__(self, known: Directory) -> None:
        self.known = known_records(known)
        self._file, self._elsewhere = _Register(), _Register()
        for kind, records in self.known.items():
            for record in records.values():
                self._elsewhere.add(kind_of(kind), values_of(record))

    def add(self, kind: type[Record], values: Mapping[str, object]) -> None:
        """Make a record of the file known, once it has an id."""
        self._file.add(kind_of(kind), values)

    def meant(self, kind: str, reference: str, meeting: object = None) -> tuple[str, ...]:
        """Return the ids that a reference can mean: one, if it is clear.

        By id first, then by name in the file, then by name among the known. Of several of a name
        in the file, one of the same meeting is meant.
        """
        if self._file.get(kind, reference) or self._elsewhere.get(kind, reference):
            return (reference,)
        named = self._file.named(kind, reference)
        near = [entry for entry in named if meeting and entry.meeting == meeting]
        found = near or named or self._elsewhere.named(kind, reference)
        return tuple(entry.id for entry in found)

    def place_of(self, kind: str, record_id: str) -> Place | None:
        """Return the place of a stop or a venue."""
        for register in (self._file, self._elsewhere):
            entry = register.get(kind, record_id)
            if entry and isinstance(entry.place, Place):
                return entry.place
        return None


def known_records(known: Directory) -> dict[type[Record], dict[str, Record]]:
    """Return all that a directory holds, by kind and id."""
    tables: dict[type[Record], dict[str, Record]] = {}
    for field in fields(known):
        for record in getattr(known, field.name):
            tables.setdefault(type(record), {})[record.id] = record
    return tables


def values_of(record: Record) -> dict[str, object]:
    """Return what the fields of a record hold, by name."""
    return {field.name: getattr(record, field.name) for field in shape_of(type(record)).fields}
