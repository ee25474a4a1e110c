"""A trip file in: the text, the records it means, and what is worth saying about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from planner.exchange.drafts import Draft, drafts_of
from planner.exchange.identity import derived_id, is_match, short_name_of
from planner.exchange.names import Names, values_of
from planner.exchange.parsing import parse_document
from planner.exchange.problems import Problems, joined, quoted
from planner.exchange.soundness import faults
from planner.exchange.values import PlaceResolver, ValueReader, wanted_of
from planner.records import KINDS, SHARED, Meeting, Record, Trip, Venue, Wording
from planner.records.shape import shape_of
from planner.store import Directory

_INSIDE: Mapping[type[Record], str] = {Venue: "parent", Meeting: "part_of"}
"""The fields that refer to a record of the same kind."""


@dataclass(frozen=True, slots=True)
class TripFile:
    """What a trip file holds."""

    trip: Trip
    records: tuple[Record, ...]
    """Each after those it refers to."""
    given: Mapping[str, frozenset[str]]
    """The fields that the file states of people, offices, venues and the like, by id: the others
    of one that exists are kept."""
    notes: tuple[str, ...] = ()
    """What was read and is doubtful, with the path."""


def read_trip_file(text: str, known: Directory, gazetteer: PlaceResolver) -> TripFile:
    """Return what the text of a trip file holds; the same text gives the same ids each time.

    `known` are the people, offices and venues that exist already: the file may name them, and
    need not repeat what is known of them. A trip without an id is the known one of its short name.
    Raises `TripFileInvalid` with all that is wrong.
    """
    drafts = drafts_of(parse_document(text))
    return _Reading(drafts, known, gazetteer).trip_file()


class _Reading:
    """The drafts of one file, becoming records kind after kind."""

    def __init__(
        self, drafts: tuple[Draft, ...], known: Directory, gazetteer: PlaceResolver
    ) -> None:
        self._drafts = {kind: [each for each in drafts if each.kind is kind] for kind in KINDS}
        self._problems = Problems()
        self._names = Names(known)
        self._values = ValueReader(self._names, gazetteer, self._problems)
        self._taken: dict[str, Draft] = {}

    def trip_file(self) -> TripFile:
        """Return the finished file; raises `TripFileInvalid`."""
        self._claim_stated_ids()
        for kind, drafts in self._drafts.items():
            self._read(kind, drafts)
        records = {
            draft.id: self._record(draft) for drafts in self._drafts.values() for draft in drafts
        }
        self._problems.refuse()
        (trip,) = (record for record in records.values() if isinstance(record, Trip))
        return TripFile(
            trip=trip,
            records=self._in_order({key: record for key, record in records.items() if record}),
            given={
                draft.id: frozenset(draft.values) - {"id"}
                for kind in KINDS
                for draft in self._drafts[kind]
                if kind in SHARED
            },
            notes=tuple(self._values.notes),
        )

    def _claim_stated_ids(self) -> None:
        """Take the ids that the file states, before any is derived."""
        for kind, drafts in self._drafts.items():
            for draft in drafts:
                if "id" not in draft.plain:
                    continue
                self._values.read(draft, shape_of(kind).field("id"))
                if draft.values.get("id") == "":
                    self._problems.add(joined(draft.path, "id"), "an id, or no such key", '""')
                elif draft.id:
                    self._claim(draft, joined(draft.path, "id"), "an id of its own")

    def _claim(self, draft: Draft, path: str, wanted: str) -> None:
        other = self._taken.setdefault(draft.id, draft)
        if other is not draft:
            self._problems.add(path, wanted, f"that of {other.path}")

    def _read(self, kind: type[Record], drafts: list[Draft]) -> None:
        """Read the drafts of a kind, and give ids to those that state none."""
        inside = _INSIDE.get(kind)
        for draft in drafts:
            self._values.inherit(draft)
            done = {"id", inside, *draft.values}
            for field in shape_of(kind).fields:  # a stop stands before the hours it places
                if field.name in draft.plain and field.name not in done:
                    self._values.read(draft, field)
            if kind is Trip:
                draft.values.setdefault("short_name", short_name_of(str(draft.values.get("title"))))
            if any(field.name == "position" for field in shape_of(kind).fields):
                draft.values.setdefault("position", draft.number)
            if not draft.id:
                self._give_id(draft)
            self._names.add(kind, draft.values)
        for draft in drafts:
            if inside and inside in draft.plain:
                self._values.read(draft, shape_of(kind).field(inside))

    def _give_id(self, draft: Draft) -> None:
        known = self._names.known.get(draft.kind, {}).values()
        matches = [each.id for each in known if is_match(draft.kind, draft.values, each)]
        if len(matches) > 1:
            wanted = f"an id, because {len(matches)} of this name are known"
            self._problems.add(draft.path, wanted, "none")
        occurrence = 0
        draft.values["id"] = matches[0] if matches else derived_id(draft.kind, draft.values)
        if draft.kind in SHARED or draft.kind is Wording:
            self._claim(draft, draft.path, "a name of its own, or an id")
            return
        while draft.id in self._taken:
            occurrence += 1
            draft.values["id"] = derived_id(draft.kind, draft.values, occurrence)
        self._taken[draft.id] = draft

    def _record(self, draft: Draft) -> Record | None:
        """Return the record of a draft, on top of what is known of it; None where it is wrong."""
        shared = self._names.known.get(draft.kind, {}) if draft.kind in SHARED else {}
        known = shared.get(draft.id)
        values = {**(values_of(known) if known else {}), **draft.values}
        missing = [
            field
            for field in shape_of(draft.kind).fields
            if field.required and field.name not in values
        ]
        for field in missing:
            if field.name not in draft.plain:
                self._problems.add(joined(draft.path, field.name), wanted_of(field), "nothing")
        if missing:
            return None
        self._refuse_unsound(draft, values)
        make: Callable[..., Record] = draft.kind
        return make(**values)

    def _refuse_unsound(self, draft: Draft, values: Mapping[str, object]) -> None:
        for where, wanted in faults(draft.kind, values):
            name, *inside = where.split("/")
            if name in draft.plain and name not in draft.values:
                continue  # what stands there was refused already
            path = joined(draft.path, name)
            for part in inside:
                path = joined(path, part)
            self._problems.add(path, wanted, quoted(draft.plain.get(name)))

    def _in_order(self, records: Mapping[str, Record]) -> tuple[Record, ...]:
        """Return records each after those it refers to; raises `TripFileInvalid` for a circle."""
        depths: dict[str, int] = {}
        for kind, field in _INSIDE.items():
            known = self._names.known.get(kind, {})
            outer = {
                each.id: getattr(each, field)
                for each in (*known.values(), *records.values())
                if type(each) is kind
            }
            for draft in self._drafts[kind]:
                depth = _depth(draft.id, outer)
                if depth is None:
                    found = quoted(draft.plain.get(field))
                    wanted = "one that is not itself inside this one"
                    self._problems.add(joined(draft.path, field), wanted, found)
                depths[draft.id] = depth or 0
        self._problems.refuse()
        order = {kind: number for number, kind in enumerate(KINDS)}
        return tuple(
            sorted(records.values(), key=lambda each: (order[type(each)], depths.get(each.id, 0)))
        )


def _depth(record_id: str, outer: Mapping[str, str | None]) -> int | None:
    """Return in how many others a record is, one inside another; None where it is in itself."""
    seen = [record_id]
    while inside := outer.get(seen[-1]):
        if inside == record_id:
            return None
        if inside in seen:
            break
        seen.append(inside)
    return len(seen) - 1
