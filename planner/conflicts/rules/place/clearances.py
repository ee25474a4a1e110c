"""Government aircraft that nobody cleared for landing and overflight yet.

A flight within the country of home needs no other state's leave.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.home_dates import today_at_home
from planner.conflicts.presence.spans import stands
from planner.conflicts.registry import Family, Need, rule
from planner.conflicts.sentences import name_of_entry
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.whereabouts import destination_place, origin_place
from planner.records import Movement, Place
from planner.records.words import Mode, Status
from planner.text.spoken import counted, long_date

SATURDAY = 5
NOT_NEEDED = frozenset({"not needed", "not required", "none needed", "none required", "exempt"})
"""What staff write into the state of a clearance where there is none to get."""
HOLIDAYS_IN_A_ROW = 366
"""So many days off are looked through at most; a calendar with more of them is no calendar."""


@rule(
    "clearance-missing",
    Family.PLACE,
    Severity.WARNING,
    meaning="A government aircraft leaves within a few working days and has no clearance "
    "reference.",
    limits=("clearance_working_days",),
    needs=(Need.CLOCK, Need.HOLIDAYS),
)
def clearance_missing(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report flights that lack a reference from the day on which it is due, at home, until they go.

    Who says that none is needed has answered; that it was granted does not say under which number.
    """
    today = today_at_home(itinerary, surroundings)
    due_days: dict[date, date] = {}
    for movement in itinerary.movements:
        leaves = _day_of(movement)
        if leaves is None or not _needs_clearance(itinerary, movement):
            continue
        if _is_over(movement, leaves, today, surroundings.instant):
            continue
        due = due_days.get(leaves)
        if due is None:
            due = due_days[leaves] = _due_day(leaves, itinerary.trip.home, surroundings)
        if due <= today:
            yield _missing(itinerary, movement, leaves, due, surroundings)


def _missing(
    itinerary: Itinerary, movement: Movement, leaves: date, due: date, surroundings: Surroundings
) -> Conflict:
    moment = movement.depart or movement.arrive
    ahead = counted(surroundings.limits.clearance_working_days, "working day")
    state = movement.clearance_state.strip()
    said = f" ({state})" if state else ""
    verb = "leaves" if movement.depart or not movement.arrive else "arrives"
    return Conflict(
        rule="clearance-missing",
        severity=Severity.WARNING,
        message=f"{name_of_entry(itinerary, movement)} {verb} on {long_date(leaves)} without a "
        f"clearance reference{said}, due {ahead} before, on {long_date(due)}.",
        subjects=(movement.id,),
        at=moment.instant if moment else None,
        way_out="enter the clearance reference, or that none is needed",
        fold="No clearance reference",
    )


def _day_of(movement: Movement) -> date | None:
    """Return the day on which a movement leaves, or arrives if only that is known."""
    moment = movement.depart or movement.arrive
    return moment.date if moment else movement.day


def _needs_clearance(itinerary: Itinerary, movement: Movement) -> bool:
    """Tell whether a movement needs a clearance, and has no reference of one."""
    if movement.mode is not Mode.GOVERNMENT_AIRCRAFT or not stands(movement):
        return False
    if movement.clearance.strip() or movement.clearance_state.strip().casefold() in NOT_NEEDED:
        return False
    ends = origin_place(itinerary, movement), destination_place(itinerary, movement)
    return any(place is None or place.country != itinerary.trip.home.country for place in ends)


def _is_over(movement: Movement, leaves: date, today: date, instant: int) -> bool:
    moment = movement.depart or movement.arrive
    if movement.status is Status.HELD or movement.actual_depart:
        return True
    return moment.instant <= instant if moment else leaves < today


def _due_day(leaves: date, home: Place, surroundings: Surroundings) -> date:
    """Return the day that lies so many working days at home before a departure."""
    missing, day = surroundings.limits.clearance_working_days, leaves
    days_off = 0
    while missing and day > date.min and days_off < HOLIDAYS_IN_A_ROW:
        day -= timedelta(days=1)
        is_working_day = day.weekday() < SATURDAY and not surroundings.holidays.on(home, day)
        missing -= is_working_day
        days_off = 0 if is_working_day else days_off + 1
    return day
