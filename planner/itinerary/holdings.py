"""The records of a trip by kind, by id, and by what they belong to."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar, cast

from planner.itinerary.closure import Tables, table
from planner.itinerary.order import position_order
from planner.records import Outcome, Participant, Person, Record, Tenure, Topic, Venue
from planner.records.words import Role, Side

R = TypeVar("R", bound=Record)
_NOTHING: Mapping[str, Record] = {}


_INDEXES: Mapping[str, type[Record]] = {
    "_topics": Topic,
    "_in_meetings": Participant,
    "_on_movements": Participant,
    "_outcomes": Outcome,
    "_tenures": Tenure,
}
"""The indexes, each by the kind of record that it is made of."""


class Holdings:
    """What a trip holds; each index is made when it is first asked for, and kept."""

    def __init__(self, tables: Tables) -> None:
        """Take the records by kind and id."""
        self._tables = tables

    def take_over(self, before: "Holdings") -> None:
        """Take over the indexes of what the trip held before, as far as nothing in them changed."""
        for name, kind in _INDEXES.items():
            known = before.__dict__.get(name)
            if known is not None and before.all(kind) is self.all(kind):
                self.__dict__[name] = known

    def all(self, kind: type[R]) -> Mapping[str, R]:
        """Return the records of a kind by id, in no order."""
        return table(self._tables, kind)

    def get(self, kind: type[R], record_id: str | None) -> R | None:
        """Return a record, or None where it is not of this trip."""
        if not record_id:
            return None
        # By way of `all` it takes twice as long, and the rules ask thousands of times.
        return cast("R | None", self._tables.get(kind, _NOTHING).get(record_id))

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record, kind after kind."""
        return tuple(record for records in self._tables.values() for record in records.values())

    def find(self, record_id: str) -> Record | None:
        """Return the record of an id, whatever its kind."""
        for records in self._tables.values():
            if record_id in records:
                return records[record_id]
        return None

    @cached_property
    def _topics(self) -> Mapping[str | None, list[Topic]]:
        return _grouped(self.all(Topic).values(), "meeting")

    def topics_of(self, meeting: str) -> tuple[Topic, ...]:
        """Return the agenda of a meeting, in order."""
        return tuple(self._topics.get(meeting, ()))

    @cached_property
    def _in_meetings(self) -> Mapping[str | None, list[Participant]]:
        return _grouped(self.all(Participant).values(), "meeting")

    @cached_property
    def _on_movements(self) -> Mapping[str | None, list[Participant]]:
        return _grouped(self.all(Participant).values(), "movement")

    def participants_of(self, entry: str) -> tuple[Participant, ...]:
        """Return who is in a meeting or on a movement, in order."""
        return tuple(self._in_meetings.get(entry) or self._on_movements.get(entry) or ())

    @cached_property
    def _outcomes(self) -> Mapping[str | None, list[Outcome]]:
        return _grouped(self.all(Outcome).values(), "meeting")

    def outcomes_of(self, meeting: str | None) -> tuple[Outcome, ...]:
        """Return the outcomes of a meeting, or of the trip as a whole for None, in order."""
        return tuple(self._outcomes.get(meeting, ()))

    def lead_counterpart(self, meeting: str) -> Participant | None:
        """Return the first counterpart named on the other side of a meeting, if any."""
        for participant in self.participants_of(meeting):
            if participant.side is not Side.OURS and participant.role is Role.COUNTERPART:
                return participant
        return None

    @cached_property
    def _tenures(self) -> Mapping[str | None, list[Tenure]]:
        return _grouped(self.all(Tenure).values(), "person")

    def tenures_of(self, person: str) -> tuple[Tenure, ...]:
        """Return the offices that a person holds or held, in no order."""
        return tuple(self._tenures.get(person, ()))

    def person(self, person: str | None) -> Person | None:
        """Return a person that the trip names."""
        return self.get(Person, person)

    def venue(self, venue: str | None) -> Venue | None:
        """Return a venue that the trip names."""
        return self.get(Venue, venue)


def _grouped(records: Iterable[R], field: str) -> dict[str | None, list[R]]:
    groups: dict[str | None, list[R]] = {}
    for record in sorted(records, key=position_order):
        groups.setdefault(getattr(record, field), []).append(record)
    return groups
