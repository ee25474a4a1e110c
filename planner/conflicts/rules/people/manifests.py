"""Who of ours is in a room, and on no way there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import severity_of_lack
from planner.conflicts.presence.journey import journey
from planner.conflicts.presence.spans import spans_by_entry, stands
from planner.conflicts.presence.spots import Spots
from planner.conflicts.presence.stays import is_bound_to_no_place
from planner.conflicts.registry import Family, Need, rule
from planner.conflicts.rules.people.overlap import Attendance, attendances
from planner.conflicts.sentences import SHOWN, listed, name_of_entry
from planner.conflicts.surroundings import Surroundings
from planner.geography.travel import great_circle_km
from planner.itinerary import Itinerary
from planner.itinerary.titles import offices_on
from planner.moments import Moment
from planner.records import Meeting, Movement, Person, Stop
from planner.records.words import RankClass, Response, Role, Side, Status
from planner.settings import Limits
from planner.text.spelling import fold


@dataclass(frozen=True, slots=True)
class _Manifest:
    """Who is known to go to a stay, by all movements that lead there."""

    first: Movement
    """The first movement on which anybody of ours is named."""
    named: frozenset[str]
    in_words: frozenset[Role]
    """As what people of ours go there who are not named: `12 officials`."""


@dataclass(slots=True)
class _Presence:
    """The meetings of one person at one stop, in order, and as what the person is there."""

    meetings: list[tuple[Meeting, Moment]] = field(default_factory=list)
    roles: set[Role] = field(default_factory=set)


@rule(
    "not-on-manifest",
    Family.PEOPLE,
    Severity.WARNING,
    Severity.NOTICE,
    meaning="Somebody of ours is in a meeting at a stop, on no movement there, and not local.",
    limits=("completeness_days", "same_stop_km"),
    needs=(Need.CLOCK,),
)
def not_on_manifest(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report once for each stop who is missing on the way to it, where others are named on one.

    Those who go in words alone (`12 officials`) may be anybody who sits there in the same role.
    """
    limits = surroundings.limits
    spots = journey(itinerary, limits).spots
    manifests = _manifests(itinerary, spots)
    if not manifests:
        return
    order = {entry: number for number, entry in enumerate(spans_by_entry(itinerary, limits))}
    for person_id, attendance in attendances(itinerary, limits).items():
        person = itinerary.person(person_id)
        if person is None or not attendance.is_ours:
            continue
        for area, presence in _presences(itinerary, spots, attendance, order).items():
            manifest, stop = manifests.get(area), itinerary.get(Stop, area)
            if manifest is None or stop is None or person.id in manifest.named:
                continue
            is_in_words = not manifest.in_words.isdisjoint(presence.roles)
            if not is_in_words and not _is_local(itinerary, limits, stop, person, presence):
                yield _conflict(itinerary, surroundings, person, stop, manifest, presence)


def _manifests(itinerary: Itinerary, spots: Spots) -> Mapping[str, _Manifest]:
    """Return, by stay, who goes there; none where nobody but the principal is named."""
    leading: dict[str, list[Movement]] = {}
    for movement in itinerary.movements:
        area = spots.destination(movement).area
        if area and stands(movement) and spots.changes_stay(movement):
            leading.setdefault(area, []).append(movement)
    found = ((area, _manifest(itinerary, movements)) for area, movements in leading.items())
    return {area: manifest for area, manifest in found if manifest}


def _manifest(itinerary: Itinerary, movements: Sequence[Movement]) -> _Manifest | None:
    aboard = [
        (movement, each)
        for movement in movements
        for each in itinerary.participants_of(movement.id)
        if each.response is not Response.DECLINED
    ]
    ours = [(movement, each) for movement, each in aboard if each.side is Side.OURS]
    unsaid = {None, "", itinerary.trip.principal}
    first = next((movement for movement, each in ours if each.person not in unsaid), None)
    if first is None:
        return None
    return _Manifest(
        first,
        frozenset(each.person for _, each in aboard if each.person),
        frozenset(each.role for _, each in ours if not each.person),
    )


def _presences(
    itinerary: Itinerary, spots: Spots, attendance: Attendance, order: Mapping[str, int]
) -> Mapping[str, _Presence]:
    """Return, by stay, the meetings still to come that somebody is in."""
    found: dict[str, _Presence] = {}
    for entry in sorted(attendance.roles, key=order.__getitem__):
        meeting = itinerary.get(Meeting, entry)
        if meeting is None or meeting.start is None or meeting.status is Status.HELD:
            continue
        area = "" if is_bound_to_no_place(meeting) else spots.of_meeting(meeting).area
        if area:
            presence = found.setdefault(area, _Presence())
            presence.meetings.append((meeting, meeting.start))
            presence.roles |= attendance.roles[entry]
    return found


def _is_local(
    itinerary: Itinerary, limits: Limits, stop: Stop, person: Person, presence: _Presence
) -> bool:
    """Tell whether somebody is there without having travelled, as far as the records can say.

    That is everybody at home, who greets, who is an ambassador of ours, and who is named among the
    contacts of the stop.
    """
    if Role.GREETER in presence.roles or _is_home(itinerary, limits, stop):
        return True
    _, start = presence.meetings[0]
    offices = offices_on(itinerary, person.id, start.date)
    if any(office.rank is RankClass.AMBASSADOR for _, office in offices):
        return True
    contacts = fold(f"{stop.mission_contact} {stop.host_contact} {stop.control_room}")
    name = fold(person.name)
    return bool(name) and f" {name} " in f" {contacts} "


def _is_home(itinerary: Itinerary, limits: Limits, stop: Stop) -> bool:
    """Tell whether a stop is where the trip starts from, so that people are there already."""
    start = itinerary.trip.starts_from or itinerary.trip.home
    for place in (itinerary.trip.home, start):
        km = great_circle_km(place, stop.place)
        if place.is_one_city_with(stop.place) if km is None else km <= limits.same_stop_km:
            return True
    return False


def _conflict(
    itinerary: Itinerary,
    surroundings: Surroundings,
    person: Person,
    stop: Stop,
    manifest: _Manifest,
    presence: _Presence,
) -> Conflict:
    shown = [meeting for meeting, _ in presence.meetings[: SHOWN + 1]]
    titles = listed([meeting.title for meeting in shown], len(presence.meetings))
    way = name_of_entry(itinerary, manifest.first)
    return Conflict(
        rule="not-on-manifest",
        severity=min(severity_of_lack(meeting, surroundings) for meeting, _ in presence.meetings),
        message=f"{person.name} is in {titles} in {stop.place.city}, but on no movement there.",
        subjects=(manifest.first.id, person.id, *(meeting.id for meeting in shown)),
        at=presence.meetings[0][1].instant,
        way_out=f"name {person.name} on {way}",
        fold="Not on a manifest",
    )
