"""What was changed since the programme was handed out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.registry import Family, rule
from planner.conflicts.rules.release.released import (
    Key,
    Records,
    by_key,
    is_public_entry,
    last_release,
    trip_in,
)
from planner.conflicts.sentences import called, listed
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.records import (
    KINDS,
    SHARED,
    Acknowledgement,
    Meeting,
    Movement,
    Note,
    Person,
    Record,
    Release,
    Stop,
    Task,
    Tenure,
    TravelTime,
    Trip,
    Unavailability,
    Venue,
    Wording,
)
from planner.records.shape import shape_of
from planner.records.words import ReleaseScope, Status, TripStatus
from planner.text.spoken import long_date

NOT_SHOWN: frozenset[type[Record]] = frozenset(
    {Acknowledgement, Note, Release, Task, TravelTime, Unavailability}
)
"""What no paper of a programme prints."""
_ANNOUNCED = frozenset({"announcement_at", "announcement_agreed"})
BOOKKEEPING: Mapping[type[Record], frozenset[str]] = {
    Trip: _ANNOUNCED | {"status", "short_name", "thresholds", "lead_officer", "assessment"},
    Meeting: _ANNOUNCED
    | {
        "actual_start",
        "actual_end",
        "fixed",
        "series",
        "occupies_principal",
        "buffer_before",
        "buffer_after",
        "accepted_start",
        "accepted_minutes",
        "accepted_venue",
        "told_at",
        "requested_on",
        "requested_through",
        "placeholder_expires",
        "readout",
        "readout_state",
    },
    Movement: frozenset({"actual_depart", "actual_arrive", "clearance", "clearance_state"}),
    Person: frozenset({"source", "verified_on", "verified_by"}),
}
"""Fields with which the staff keep track, and which change nothing for whoever has the paper."""
PUBLISHED: Mapping[type[Record], frozenset[str]] = {
    Meeting: frozenset(
        {
            "stop",
            "title",
            "venue",
            "start",
            "day",
            "part_of_day",
            "minutes",
            "coverage",
            "media_arrive_by",
            "media_door",
            "media_note",
            "public_line",
        }
    ),
    Movement: frozenset(
        {
            "mode",
            "origin_stop",
            "origin_venue",
            "destination_stop",
            "destination_venue",
            "depart",
            "arrive",
            "day",
        }
    ),
    Stop: frozenset({"place"}),
    Venue: frozenset({"name", "place", "parent"}),
    Wording: frozenset({"record", "field", "language", "text"}),
}
"""All that a public itinerary is made of."""
_WHERE = ("stop", "venue", "origin_stop", "origin_venue", "destination_stop", "destination_venue")
_WORDED = PUBLISHED[Meeting] | PUBLISHED[Venue]
_UNWORDED = BOOKKEEPING[Meeting]
"""Fields whose wordings in other languages matter as little as they do."""


@rule(
    "unreleased-changes",
    Family.RELEASE,
    Severity.NOTICE,
    meaning="The last release is older than a change to what it shows.",
)
def unreleased_changes(itinerary: Itinerary, _: Surroundings) -> Iterator[Conflict]:
    """Report what is other than in the last release for each audience.

    What is held is left out: nobody waits for a new programme of it.
    """
    if itinerary.trip.status is TripStatus.COMPLETED:
        return
    for scope in ReleaseScope:
        release = last_release(itinerary, scope)
        earlier = trip_in(release.trip_text) if release else None
        if release and earlier:
            changed = _changed(itinerary, earlier, scope)
            if changed:
                yield _conflict(itinerary, release, changed)


def _conflict(
    itinerary: Itinerary, release: Release, changed: Sequence[tuple[str, Record]]
) -> Conflict:
    when = f"{release.at.clock} on {long_date(release.at.date)}"
    head = f"{release.scope.capitalize()} release {release.number} of {when}"
    names = listed([name for name, _ in changed])
    subjects = (each.id for _, each in changed if itinerary.find(each.id))
    return Conflict(
        rule="unreleased-changes",
        severity=Severity.NOTICE,
        message=f"{head} is older than changes to {names}.",
        subjects=tuple(dict.fromkeys((release.id, *subjects))),
        way_out="release the programme again",
    )


def _changed(
    itinerary: Itinerary, earlier: Itinerary, scope: ReleaseScope
) -> list[tuple[str, Record]]:
    """Return what a reader would find changed, by name: entries with all that is their own.

    People, offices and venues come and go with the entries that name them, which speak for them.
    """
    before, now = _shown(scope, by_key(earlier)), _shown(scope, by_key(itinerary))
    carried = SHARED | {Stop} if scope is ReleaseScope.PUBLIC else SHARED
    found: dict[Key, tuple[str, Record]] = {}
    for key in before.keys() | now.keys():
        if _is_same(scope, before.get(key), now.get(key)):
            continue
        owner = _owner(now.get(key) or before[key], before, now)
        record, holder = now.get(owner), itinerary
        if record is None:
            record, holder = before.get(owner), earlier
        is_carried = owner[0] in carried and not (owner in before and owner in now)
        if record and not is_carried and getattr(record, "status", None) is not Status.HELD:
            found[owner] = (called(holder, record), record)
    return sorted(
        found.values(), key=lambda each: (KINDS.index(type(each[1])), each[0], each[1].id)
    )


def _shown(scope: ReleaseScope, records: Records) -> Records:
    """Return the records that a paper for an audience is made of."""
    if scope is ReleaseScope.INTERNAL:
        return {
            key: record
            for key, record in records.items()
            if key[0] not in NOT_SHOWN and getattr(record, "field", "") not in _UNWORDED
        }
    entries = {key: record for key, record in records.items() if is_public_entry(record)}
    wanted = {getattr(each, field, None) for each in entries.values() for field in _WHERE}
    places = {
        key: record
        for key, record in records.items()
        if key[0] in (Stop, Venue) and key[1] in wanted
    }
    worded = {key[1] for key in (*entries, *places)}
    wordings = {
        key: record
        for key, record in records.items()
        if isinstance(record, Wording) and record.record in worded and record.field in _WORDED
    }
    return {**entries, **places, **wordings}


def _is_same(scope: ReleaseScope, one: Record | None, other: Record | None) -> bool:
    if one is None or other is None:
        return False
    if one == other:
        return True
    fields = _fields_shown(scope)[type(one)]
    return all(getattr(one, each) == getattr(other, each) for each in fields)


@cache
def _fields_shown(scope: ReleaseScope) -> Mapping[type[Record], tuple[str, ...]]:
    """Return the fields of each kind that a paper for an audience prints."""
    if scope is ReleaseScope.PUBLIC:
        return {kind: tuple(names) for kind, names in PUBLISHED.items()}
    return {
        kind: tuple(
            field.name
            for field in shape_of(kind).fields
            if field.name not in BOOKKEEPING.get(kind, ())
        )
        for kind in KINDS
    }


def _owner(record: Record, before: Records, now: Records) -> Key:
    """Return the kind and id of what a reader would say was changed."""
    if isinstance(record, Tenure):
        return (Person, record.person)
    if isinstance(record, Wording):
        of = [(kind, record.record) for kind in KINDS]
        return next((key for key in of if key in now or key in before), (Wording, record.id))
    for kind, field in ((Meeting, "meeting"), (Movement, "movement")):
        owner = getattr(record, field, None)
        if owner:
            return (kind, owner)
    return (type(record), record.id)
