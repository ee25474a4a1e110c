"""Forms as they are opened: shaped by the trip, the place and the day that somebody is at."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from planner.errors import InputError
from planner.forms.draft import Draft
from planner.forms.layouts import LAYOUTS
from planner.forms.questions.naming import SeveralQuestion, parted
from planner.forms.questions.places import stop_place
from planner.forms.reference import Reference
from planner.geography.places import Gazetteer
from planner.geography.travel import great_circle_km, mode_for
from planner.itinerary import Itinerary
from planner.itinerary.entries import entry_of
from planner.itinerary.whereabouts import destination_stop, stop_of
from planner.moments import MINUTE, Moment, utc
from planner.records import (
    Lodging,
    Meeting,
    Movement,
    Outcome,
    Record,
    Stop,
    TravelTime,
)
from planner.records.shape import kind_of, shape_of
from planner.records.words import OutcomeState, Role, Side
from planner.settings import Limits
from planner.store import Directory
from planner.workspace import Workspace

Start = Mapping[str, object]


def reference_in(workspace: Workspace, directory: Directory, gazetteer: Gazetteer) -> Reference:
    """Return what a form looks things up in when it is opened over a trip."""
    itinerary = workspace.itinerary
    now = Moment.at(workspace.surroundings.instant // MINUTE * MINUTE, itinerary.trip.home.zone)
    record = itinerary.find(workspace.selected_record)
    stop = _stop_at(itinerary, record)
    entry = entry_of(record) if isinstance(record, Meeting | Movement) else None
    near = (entry.end or entry.start) if entry else None
    return Reference(
        directory=directory,
        gazetteer=gazetteer,
        today=now.date,
        itinerary=itinerary,
        day=_day_at(record, stop, near) or itinerary.trip.earliest,
        stop=stop.id if stop else None,
        near=near,
        now=now,
    )


def reference_outside(directory: Directory, gazetteer: Gazetteer, now: datetime) -> Reference:
    """Return what a form looks things up in when no trip is open."""
    return Reference(directory=directory, gazetteer=gazetteer, today=now.date(), now=utc(now))


def _stop_at(itinerary: Itinerary, record: Record | None) -> Stop | None:
    within = Limits().same_stop_km
    match record:
        case Stop():
            return record
        case Lodging():
            return itinerary.get(Stop, record.stop)
        case Meeting():
            return stop_of(itinerary, record, within)
        case Movement():
            return destination_stop(itinerary, record, within)
    return itinerary.stops[0] if itinerary.stops else None


def _day_at(record: Record | None, stop: Stop | None, near: Moment | None) -> date | None:
    if near is not None:
        return near.date
    if isinstance(record, Meeting | Movement) and record.day:
        return record.day
    return stop.arrival_day if stop else None


def _names(record: Record) -> list[str]:
    return [field.name for field in shape_of(type(record)).fields]


def change_of(record: Record, reference: Reference) -> Draft:
    """Return the form that changes a record."""
    start = {name: getattr(record, name) for name in _names(record)}
    return Draft(LAYOUTS[kind_of(type(record))], reference, start, before=record)


def new(kind: str, reference: Reference, owner: str = "", **given: object) -> Draft:
    """Return the form that makes a record of a kind.

    `owner` is the id of the meeting or movement that it belongs to; `given` are fields that are
    known already.
    """
    shape = _STARTS.get(kind)
    start: dict[str, object] = dict(shape(reference, owner)) if shape else {}
    return Draft(LAYOUTS[kind], reference, {**start, **given})


def proposed(record: Record, reference: Reference, purpose: str = "") -> Draft:
    """Return the form of a record that was drawn up and is not stored, to be looked over."""
    start = {name: getattr(record, name) for name in _names(record)}
    return Draft(LAYOUTS[kind_of(type(record))], reference, start, purpose=purpose)


def rebased(draft: Draft, reference: Reference) -> Draft:
    """Return a form over what is kept now, with all that was typed into it.

    Where its record was removed meanwhile it makes the record anew.
    """
    known = reference.with_made(
        each for each in draft.reference.made if not reference.find(each.id)
    )
    held = reference.find(draft.before.id) if draft.before else None
    start = {name: getattr(held, name) for name in _names(held)} if held else dict(draft.start)
    fresh = replace(draft, reference=known, start=start, before=held)
    typed = dict(draft.typed)
    if draft.before and held is None:
        # Its people went with it: the form knows them only by what stands in their fields.
        beside = (each.name for each in draft.layout.questions if not each.fields)
        typed = {**{name: draft.text(name) for name in beside}, **typed}
    kept = {name: text for name, text in typed.items() if text != fresh.opened(name)}
    return replace(fresh, typed=kept)


def copy_of(record: Record, reference: Reference) -> Draft:
    """Return the form of another record like one that trips share; a way is turned round."""
    start = {name: getattr(record, name) for name in _names(record) if name != "id"}
    if isinstance(record, TravelTime):
        start |= {"origin": record.destination, "destination": record.origin}
    return Draft(LAYOUTS[kind_of(type(record))], reference, start)


def _trip(reference: Reference, _: str) -> Start:
    latest = reference.directory.trips[-1] if reference.directory.trips else None
    return {"principal": latest.principal, "home": latest.home} if latest else {}


def _of_trip(reference: Reference) -> dict[str, object]:
    return {"trip": reference.trip.id if reference.trip else ""}


def _stop(reference: Reference, _: str) -> Start:
    stops, trip = reference.stops, reference.trip
    start: dict[str, object] = {**_of_trip(reference), "position": _place_behind(stops)}
    if stops:
        last = stops[-1]
        start["arrive_on"] = last.last_day
    elif trip is not None:
        start["arrive_on"] = trip.earliest
    return start


def _movement(reference: Reference, _: str) -> Start:
    start = _of_trip(reference)
    stops = reference.stops
    here = next((number for number, each in enumerate(stops) if each.id == reference.stop), None)
    if here is None:
        return start
    start["origin_stop"] = stops[here].id
    start["day"] = reference.day
    if here + 1 < len(stops):
        start["destination_stop"] = stops[here + 1].id
        km = great_circle_km(stops[here].place, stops[here + 1].place)
        start["mode"] = mode_for(km) if km is not None else None
        leaves = stops[here].depart
        start["depart"] = leaves
        start["day"] = None if leaves else stops[here].depart_on or reference.day
        start["arrive"] = stops[here + 1].arrive
    return start


def _night(reference: Reference, _: str) -> Start:
    return {**_of_trip(reference), "stop": reference.stop}


def _meeting(reference: Reference, _: str) -> Start:
    return {**_of_trip(reference), "stop": reference.stop}


def _place_behind(owners: Sequence[Record]) -> int:
    return 1 + max((getattr(each, "position", 0) for each in owners), default=-1)


def _participant(reference: Reference, owner: str) -> Start:
    itinerary = reference.itinerary
    held = itinerary.participants_of(owner) if itinerary else ()
    on_the_way = itinerary is not None and itinerary.get(Movement, owner) is not None
    return {
        "movement" if on_the_way else "meeting": owner,
        "position": _place_behind(held),
        "side": Side.OURS,
        "role": Role.DELEGATION,
    }


def _topic(reference: Reference, owner: str) -> Start:
    held = reference.itinerary.topics_of(owner) if reference.itinerary else ()
    return {"meeting": owner, "position": _place_behind(held)}


def _outcome(reference: Reference, owner: str) -> Start:
    itinerary = reference.itinerary
    held = itinerary.outcomes_of(owner or None) if itinerary else ()
    return {
        **_of_trip(reference),
        "meeting": owner or None,
        "position": _place_behind(held),
        "state": OutcomeState.EXPECTED,
    }


def _follow_up(reference: Reference, owner: str) -> Start:
    itinerary = reference.itinerary
    outcome = itinerary.get(Outcome, owner) if itinerary else None
    meeting = (outcome.meeting or "") if outcome else owner
    lead = itinerary.lead_counterpart(meeting) if itinerary and meeting else None
    return {
        **_of_meeting(reference, meeting),
        "outcome": outcome.id if outcome else None,
        "counterpart": lead.person if lead else None,
    }


def _of_person(_: Reference, owner: str) -> Start:
    return {"person": owner or None}


def _of_meeting(reference: Reference, owner: str) -> Start:
    return {**_of_trip(reference), "meeting": owner or None}


def _note(reference: Reference, owner: str) -> Start:
    stop = reference.find(reference.stop)
    zone = stop.place.zone if isinstance(stop, Stop) else ""
    now = reference.now
    return {**_of_meeting(reference, owner), "when": now.to(zone) if now and zone else now}


_STARTS: Mapping[str, Callable[[Reference, str], Start]] = {
    "trip": _trip,
    "stop": _stop,
    "movement": _movement,
    "lodging": _night,
    "meeting": _meeting,
    "participant": _participant,
    "topic": _topic,
    "outcome": _outcome,
    "follow_up": _follow_up,
    "task": _of_meeting,
    "note": _note,
    "tenure": _of_person,
    "unavailability": _of_person,
}


def made_on_the_way(outer: Draft, question: str, text: str) -> Draft:
    """Return the form for a record that a field of another form names and nobody has made yet."""
    kind = outer.layout.by_name[question].new_kind
    named = _last_named(outer, question, text)[1].strip()
    given: dict[str, object] = {"title" if kind == "office" else "name": named}
    place = stop_place(outer) if kind == "venue" else None
    if place is not None:
        given["place"] = place
    if kind == "person" and question in OURS:
        given["ours"] = True
    draft = new(kind, outer.reference, "", **given)
    return _by_office(draft, named) if kind == "person" else draft


OURS = frozenset({"principal", "accompanying"})
"""The questions of whom one of ours is the answer."""


def _by_office(draft: Draft, named: str) -> Draft:
    """Return the form of a person with an office filled in where that, and no name, was typed."""
    try:
        draft.layout.by_name["office"].read(named, draft)
    except InputError:
        return draft
    return draft.with_text("name", "").with_text("office", named)


def _last_named(outer: Draft, question: str, text: str) -> tuple[str, str]:
    """Return what stands before the last of several names, and that name; a lone one is whole."""
    if not isinstance(outer.layout.by_name[question], SeveralQuestion):
        return "", text
    return parted(text)


def name_of_made(draft: Draft) -> str:
    """Return what a record that was made is called."""
    name = "title" if draft.layout.kind == "office" else "name"
    return draft.text(name).strip()


def naming_made(outer: Draft, question: str, text: str, made: Draft) -> str:
    """Return what the field that wanted a record shall say once it is made."""
    return _last_named(outer, question, text)[0] + name_of_made(made)
