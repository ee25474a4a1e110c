"""Wall times where clocks change, and clocks that are not as far from home as one is used to.

A wall time in a gap or a fold is held as it was typed; these rules say so, one conflict a record.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from functools import lru_cache

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.presence.cases import GROUND, KINDS_PLANNED, PLANNED
from planner.conflicts.presence.journey import Ground
from planner.conflicts.presence.spans import stands
from planner.conflicts.registry import Family, case_rule
from planner.conflicts.sentences import called, city_of_zone, words_of
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.offsets import Offset, offsets, utc_label, weeks_ahead
from planner.moments import MINUTE, Moment
from planner.records import Place, Record
from planner.records.shape import Form, shape_of
from planner.text.spoken import length, long_date, short_date

MOMENTS = {
    kind: [field.name for field in shape_of(kind).fields if field.form is Form.MOMENT]
    for kind in KINDS_PLANNED
}
"""The fields that hold moments."""
TypedMoments = Sequence[tuple[str, Moment]]
"""The fields of a record that hold moments, and what they hold."""


@case_rule(
    PLANNED,
    "nonexistent-local-time",
    Family.TIME,
    Severity.ERROR,
    meaning="A wall time is skipped where the clocks go forward.",
)
def nonexistent_local_time(
    itinerary: Itinerary, _: Surroundings, record: Record
) -> Iterator[Conflict]:
    """Report wall times in a gap of their zone."""
    missing = [(field, each) for field, each in typed_moments(record) if each.is_nonexistent]
    if missing:
        field, moment = missing[0]
        said = " and ".join(f"{words_of(name)} {each.clock}" for name, each in missing)
        exists = moment.to(moment.zone)
        yield Conflict(
            rule="nonexistent-local-time",
            severity=Severity.ERROR,
            message=f"{called(itinerary, record)}: {said} on {long_date(moment.date)} does "
            f"not exist in {city_of_zone(moment.zone)}, the clocks go forward then.",
            subjects=(record.id,),
            at=moment.instant,
            way_out=f"set {words_of(field)} to {exists.clock} or another time",
        )


@case_rule(
    PLANNED,
    "ambiguous-local-time",
    Family.TIME,
    Severity.WARNING,
    meaning="A wall time occurs twice where the clocks go back, and nobody chose which is meant.",
)
def ambiguous_local_time(
    itinerary: Itinerary, _: Surroundings, record: Record
) -> Iterator[Conflict]:
    """Report wall times that occur twice, and are not said to be the first or the second."""
    twice = [
        (field, moment)
        for field, moment in typed_moments(record)
        if moment.fold is None and moment.is_ambiguous
    ]
    if twice:
        moment = twice[0][1]
        said = " and ".join(f"{words_of(name)} {each.clock}" for name, each in twice)
        first, second = (_utc(Moment(moment.wall, moment.zone, fold)) for fold in (0, 1))
        yield Conflict(
            rule="ambiguous-local-time",
            severity=Severity.WARNING,
            message=f"{called(itinerary, record)}: {said} on {long_date(moment.date)} occurs "
            f"twice in {city_of_zone(moment.zone)}, the clocks go back then.",
            subjects=(record.id,),
            at=moment.instant,
            way_out=f"choose the first ({first}) or the second ({second})",
        )


def typed_moments(record: Record) -> TypedMoments:
    """Return the moments typed for a record that stands, as far as they are on days of a change."""
    if not stands(record):
        return ()
    held = ((field, getattr(record, field)) for field in MOMENTS[type(record)])
    return [
        (field, moment)
        for field, moment in held
        if moment is not None and clocks_change_on(moment.date, moment.zone)
    ]


@lru_cache(maxsize=1024)
def clocks_change_on(day: date, zone: str) -> bool:
    """Tell whether any wall time of a day may be skipped or occur twice in a zone.

    Quick to ask again: most days have no change, and most moments need no closer look.
    """
    begins = Moment(datetime.combine(day, time()), zone)
    ends = Moment(datetime.combine(day, time(23, 59, 59)), zone)
    return begins.offset != ends.offset or ends.is_nonexistent or ends.is_ambiguous


def _utc(moment: Moment) -> str:
    return utc_label(int(moment.offset.total_seconds()) // MINUTE)


@case_rule(
    GROUND,
    "offset-shift",
    Family.TIME,
    Severity.NOTICE,
    meaning="The hours from home are not the usual ones on that date, or change during the stay.",
    limits=("unusual_offset_weeks",),
)
def offset_shift(itinerary: Itinerary, surroundings: Surroundings, _: Ground) -> Iterator[Conflict]:
    """Report, in one line a stop, clocks that are not as far from home's as one is used to."""
    home, weeks = itinerary.trip.home, surroundings.limits.unusual_offset_weeks
    rows: dict[str, list[Offset]] = {}
    for row in offsets(itinerary):
        shown = rows.setdefault(row.stop.id, [])
        if not shown or shown[-1].from_home != row.from_home:
            shown.append(row)
    for first, *later in rows.values():
        is_unusual = _is_unusual(first, home, weeks)
        if later or is_unusual:
            facts = [f"{_ahead(first.from_home, home.city)} on {short_date(first.day)}"]
            facts += [f"from {short_date(row.day)} {_ahead(row.from_home)}" for row in later]
            if is_unusual:
                facts.append(f"usually {_ahead(first.usually_from_home)}")
            stop = first.stop
            yield Conflict(
                rule="offset-shift",
                severity=Severity.NOTICE,
                message=f"{stop.place.city} is {', '.join(facts)}.",
                subjects=(stop.id,),
                at=stop.arrive.instant if stop.arrive else None,
                way_out="reckon calls home and deadlines with it",
            )


def _is_unusual(row: Offset, home: Place, weeks: int) -> bool:
    """Tell whether a difference holds for a few weeks of the year only."""
    if row.from_home == row.usually_from_home:
        return False
    held = weeks_ahead(row.stop.place.zone, home.zone, row.day.year)
    return held.get(row.from_home, 0) <= weeks


def _ahead(minutes: int, home: str = "") -> str:
    """Return `5 h ahead of Ottawa`, `5 h behind`, `level with Ottawa`."""
    if not minutes:
        return f"level with {home}" if home else "level"
    if minutes < 0:
        return f"{length(-minutes)} behind {home}".rstrip()
    return f"{length(minutes)} ahead of {home}" if home else f"{length(minutes)} ahead"
