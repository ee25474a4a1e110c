"""What a phrase leaves out."""

from dataclasses import dataclass
from datetime import date

from planner.moments import Moment
from planner.zones import zone


@dataclass(frozen=True, slots=True)
class Context:
    """The day, the zone and the moment that a phrase is understood from.

    Given by the caller, so that nothing is ever filled in from the machine's clock.
    """

    today: date
    """The day of a time without a date; `monday` and a year left out start here."""
    zone: str
    """The IANA name of the zone that the clocks on the wall follow."""
    near: Moment | None = None
    """What `+45m` is relative to; None where there is nothing."""
    present: Moment | None = None
    """What `now`, `today` and `tomorrow` count from; without it, the day alone."""

    def __post_init__(self) -> None:
        """Refuse a zone that no clock follows: `ZoneUnknown`."""
        zone(self.zone)

    @property
    def present_day(self) -> date:
        """The day that `today` says: a form opened on a day in March is not filled in on it."""
        return self.present.to(self.zone).date if self.present else self.today
