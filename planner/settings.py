"""The limits that rules measure against, and the usual lengths: office-wide, and a trip's own."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Self

from planner.records import Thresholds
from planner.records.words import MeetingKind, Mode

USUAL_MINUTES: Mapping[MeetingKind, int] = {
    MeetingKind.BILATERAL: 45,
    MeetingKind.TETE_A_TETE: 20,
    MeetingKind.EXPANDED_MEETING: 45,
    MeetingKind.TRILATERAL: 45,
    MeetingKind.PLENARY: 180,
    MeetingKind.MULTILATERAL: 120,
    MeetingKind.ROUNDTABLE: 60,
    MeetingKind.WORKING_MEAL: 90,
    MeetingKind.AUDIENCE: 30,
    MeetingKind.COURTESY_CALL: 30,
    MeetingKind.PULL_ASIDE: 15,
    MeetingKind.DROP_BY: 10,
    MeetingKind.CALL: 20,
    MeetingKind.OFFICIAL_DINNER: 120,
    MeetingKind.BANQUET: 150,
    MeetingKind.RECEPTION: 60,
    MeetingKind.SIGNING: 20,
    MeetingKind.ARRIVAL_CEREMONY: 15,
    MeetingKind.DEPARTURE_CEREMONY: 15,
    MeetingKind.WREATH_LAYING: 20,
    MeetingKind.CEREMONY: 30,
    MeetingKind.PHOTO: 10,
    MeetingKind.STATEMENTS: 15,
    MeetingKind.PRESS_CONFERENCE: 30,
    MeetingKind.MEDIA_AVAILABILITY: 15,
    MeetingKind.INTERVIEW: 20,
    MeetingKind.SPEECH: 30,
    MeetingKind.SITE_VISIT: 45,
    MeetingKind.EMBASSY_VISIT: 45,
    MeetingKind.MEET_AND_GREET: 30,
    MeetingKind.BRIEFING: 30,
    MeetingKind.PERSONAL_TIME: 60,
    MeetingKind.PLACEHOLDER: 30,
    MeetingKind.OTHER: 30,
}
"""What a kind of meeting takes when nobody said; checks that use it say so."""

BOARDING_MINUTES: Mapping[Mode, int] = {
    Mode.GOVERNMENT_AIRCRAFT: 15,
    Mode.COMMERCIAL_AIR: 90,
    Mode.HELICOPTER: 10,
    Mode.RAIL: 20,
}
DEPLANING_MINUTES: Mapping[Mode, int] = {
    Mode.GOVERNMENT_AIRCRAFT: 15,
    Mode.COMMERCIAL_AIR: 45,
    Mode.HELICOPTER: 5,
    Mode.RAIL: 10,
}

GROUND_KMH: Mapping[Mode, int] = {
    Mode.HELICOPTER: 320,
    Mode.RAIL: 320,
    Mode.MOTORCADE: 130,
}
"""What the modes below an aircraft do at best, over the great circle."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers that rules use; each can be set for the office, and for a trip."""

    same_stop_km: int = 100
    """An entry or airport without a stop belongs to the nearest one within this."""
    fastest_kmh: int = 1000
    """Nothing carries a principal faster, door to door."""
    longest_meeting_hours: int = 12
    """A longer one is probably a mistake."""
    consecutive_factor: int = 2
    """How much longer talk takes with consecutive interpretation."""
    unusual_offset_weeks: int = 13
    """Hours from home that hold longer than this in a year are a season, and no surprise."""
    completeness_days: int = 7
    """Rules of completeness only notice what is farther away than this."""
    accepted_hours: int = 24
    """So close to a meeting, what its counterpart has not accepted is an error."""
    buffer_minutes: int = 10
    """What should lie between two counterparts in one venue."""
    buffer_minutes_multilateral: int = 5
    """The same where many leaders meet in a row."""
    clearance_working_days: int = 5
    """So many working days ahead a government aircraft needs its clearances."""
    long_day_hours: int = 14
    """From the first entry to the last, a day should not be longer."""
    rest_hours: int = 9
    """What should lie between the last entry of a day and the first of the next."""
    landing_hours: int = 2
    """After a night aloft, nothing should begin sooner after landing."""
    meal_hours: int = 6
    """Nobody should be occupied longer than this without a meal."""
    pause_minutes: int = 30
    """What counts as a pause in which to eat."""
    back_to_back_minutes: int = 15
    """A gap up to this lets nobody draw breath between meetings."""
    earliest_hour: int = 8
    """Substantive meetings do not begin earlier by the clocks there."""
    latest_hour: int = 20
    """Substantive meetings do not last longer into the evening."""
    agenda_hours: int = 72
    """So close to a meeting it has topics."""
    text_hours: int = 24
    """So close to a meeting, a joint text is agreed."""
    readout_hours: int = 12
    """So long after a meeting, there is a readout or an outcome."""
    coverage_hours: int = 72
    """So close to a public entry, it is known which media cover it."""
    media_hours: int = 48
    """So close to an entry open to media, they are told when to be there."""

    def with_thresholds(self, thresholds: Thresholds) -> Self:
        """Return these limits with a trip's own put in; what is no limit is left out."""
        return replace(self, **{name: value for name, value in thresholds if is_limit(name, value)})


LARGEST_LIMIT = 10_000


def is_limit(name: str, value: int) -> bool:
    """Tell whether a trip can have this as a limit of its own: a known name, and above zero."""
    return name in {field.name for field in fields(Limits)} and 0 < value <= LARGEST_LIMIT
