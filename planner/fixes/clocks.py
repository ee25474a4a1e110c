"""Mending moments: which of two wall times is meant, what clocks show, whose clocks they are."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from planner.conflicts import Conflict, Surroundings
from planner.conflicts.sentences import called
from planner.edits import Change, Edit
from planner.fixes.candidate import Candidate
from planner.itinerary import Itinerary
from planner.itinerary.whereabouts import destination_place, origin_place, place_of
from planner.moments import Moment
from planner.records import Meeting, Movement, Place, Record
from planner.records.shape import Form, shape_of


def chosen(
    itinerary: Itinerary,
    surroundings: Surroundings,  # noqa: ARG001 - one signature for all sources
    conflict: Conflict,
) -> Iterator[Candidate]:
    """Yield the first and the second of a wall time that occurs twice."""
    for record, moments in _subject(itinerary, conflict):
        for fold, word in ((0, "first"), (1, "second")):
            fields = {
                name: replace(moment, fold=fold)
                for name, moment in moments.items()
                if moment.fold is None and moment.is_ambiguous
            }
            yield from _set(itinerary, record, fields, f"the {word} {_clock(fields)}")


def existing(
    itinerary: Itinerary,
    surroundings: Surroundings,  # noqa: ARG001 - one signature for all sources
    conflict: Conflict,
) -> Iterator[Candidate]:
    """Yield a wall time that is skipped as what clocks show then."""
    for record, moments in _subject(itinerary, conflict):
        fields = {
            name: Moment.at(moment.instant, moment.zone)
            for name, moment in moments.items()
            if moment.is_nonexistent
        }
        yield from _set(itinerary, record, fields, _clock(fields))


def of_zone(
    itinerary: Itinerary,
    surroundings: Surroundings,  # noqa: ARG001 - one signature for all sources
    conflict: Conflict,
) -> Iterator[Candidate]:
    """Yield an entry with its hours, as they are written, on the clocks of its place."""
    for record, moments in _subject(itinerary, conflict):
        places = _places(itinerary, record)
        fields = {
            name: Moment(moment.wall, place.zone)
            for name, moment in moments.items()
            if (place := places.get(name)) and place.zone != moment.zone
        }
        cities = dict.fromkeys(place.city for name in fields if (place := places[name]))
        yield from _set(itinerary, record, fields, f"the clocks of {' and '.join(cities)}")


def _subject(
    itinerary: Itinerary, conflict: Conflict
) -> Iterator[tuple[Record, Mapping[str, Moment]]]:
    """Yield the record that a conflict is about, with the moments it holds."""
    record = itinerary.find(conflict.subjects[0])
    if record is None:
        return
    held = (
        (field.name, getattr(record, field.name))
        for field in shape_of(type(record)).fields
        if field.form is Form.MOMENT
    )
    yield record, {name: moment for name, moment in held if isinstance(moment, Moment)}


def _places(itinerary: Itinerary, record: Record) -> Mapping[str, Place | None]:
    """Return the place whose clocks tell each hour of an entry."""
    if isinstance(record, Meeting):
        return {"start": place_of(itinerary, record)}
    if isinstance(record, Movement):
        return {
            "depart": origin_place(itinerary, record),
            "arrive": destination_place(itinerary, record),
        }
    return {}


def _clock(fields: Mapping[str, Moment]) -> str:
    return " and ".join(moment.clock for moment in fields.values())


def _set(
    itinerary: Itinerary, record: Record, fields: Mapping[str, Moment], what: str
) -> Iterator[Candidate]:
    if fields:
        changed = replace(record, **fields)  # type: ignore[arg-type] # moments, by field
        name = called(itinerary, record)
        edit = Edit(f"Set {name} to {what}", (Change(record, changed),))
        yield Candidate(f"set {name} to {what}", edit)
