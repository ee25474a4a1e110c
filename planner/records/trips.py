"""A trip, its stops, and the ways and nights between them."""

from dataclasses import dataclass
from datetime import date

from planner.moments import Moment
from planner.records.values import (
    PersonId,
    Place,
    Record,
    StopId,
    Thresholds,
    TripId,
    VenueId,
)
from planner.records.words import Mode, Status, StopPurpose, TripCategory, TripStatus, Visibility


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Trip(Record):
    """A leader's journey, from leaving home to coming back."""

    title: str
    short_name: str
    """What the command line calls it: `paris-london-2025`."""
    principal: PersonId
    accompanying: tuple[PersonId, ...] = ()
    category: TripCategory = TripCategory.WORKING
    purpose: str = ""
    context: str = ""
    """What happens in the world round the trip."""
    assessment: str = ""
    """What the trip as a whole is expected to bring, or brought."""
    status: TripStatus = TripStatus.PROPOSED
    earliest: date | None = None
    """The window while there are no dates yet."""
    latest: date | None = None
    home: Place
    starts_from: Place | None = None
    """Where it sets out, when that is not home."""
    ends_at: Place | None = None
    """Where it comes to an end, when that is not home."""
    invited_by: str = ""
    announcement_at: Moment | None = None
    announcement_agreed: bool = False
    marking: str = ""
    """The handling marking in head and foot of the papers."""
    thresholds: Thresholds = ()
    lead_officer: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Stop(Record):
    """A stay in one place between two movements."""

    trip: TripId
    position: int = 0
    """The order of stops whose hours are not known yet."""
    place: Place
    arrive: Moment | None = None
    depart: Moment | None = None
    arrive_on: date | None = None
    """The day of arrival while its hour is not known."""
    depart_on: date | None = None
    """The day of departure while its hour is not known."""
    purpose: StopPurpose = StopPurpose.VISIT
    airports: tuple[str, ...] = ()
    """Codes of the airports that serve it."""
    host_contact: str = ""
    mission_contact: str = ""
    control_room: str = ""
    notes: str = ""

    @property
    def arrival_day(self) -> date | None:
        """The local day of arrival, its hour known or not."""
        return self.arrive.date if self.arrive else self.arrive_on

    @property
    def departure_day(self) -> date | None:
        """The local day of departure, its hour known or not."""
        return self.depart.date if self.depart else self.depart_on

    @property
    def first_day(self) -> date | None:
        """The day of arrival, as far as it is known; else that of departure."""
        return self.arrival_day or self.departure_day

    @property
    def last_day(self) -> date | None:
        """The day of departure, as far as it is known; else that of arrival."""
        return self.departure_day or self.arrival_day


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Movement(Record):
    """A way from one stop or venue to another; each end names at least one of the two."""

    trip: TripId
    mode: Mode
    origin_stop: StopId | None = None
    origin_venue: VenueId | None = None
    destination_stop: StopId | None = None
    destination_venue: VenueId | None = None
    depart: Moment | None = None
    arrive: Moment | None = None
    day: date | None = None
    """The day of departure while its hour is not known."""
    boarding_minutes: int | None = None
    """Before departure; None takes the usual of the mode."""
    deplaning_minutes: int | None = None
    """After arrival; None takes the usual of the mode."""
    carrier: str = ""
    """The carrier, or the call sign."""
    reference: str = ""
    clearance: str = ""
    """The reference of the overflight or landing clearance."""
    clearance_state: str = ""
    met_by: str = ""
    seen_off_by: str = ""
    status: Status = Status.CONFIRMED
    actual_depart: Moment | None = None
    actual_arrive: Moment | None = None
    visibility: Visibility = Visibility.INTERNAL
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Lodging(Record):
    """Where the principal sleeps at a stop."""

    trip: TripId
    stop: StopId
    name: str
    venue: VenueId | None = None
    check_in: Moment | None = None
    check_out: Moment | None = None
    reference: str = ""
    notes: str = ""
