"""The entries of a programme, and who is in them."""

from dataclasses import dataclass
from datetime import date

from planner.moments import Moment
from planner.records.values import (
    MeetingId,
    MovementId,
    PersonId,
    Record,
    StopId,
    TripId,
    VenueId,
)
from planner.records.words import (
    Attends,
    Coverage,
    Interpretation,
    MeetingKind,
    PartOfDay,
    ReadoutState,
    Response,
    Role,
    Side,
    Status,
    Visibility,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Meeting(Record):
    """Anything on the programme that is not a movement or a night."""

    trip: TripId
    stop: StopId | None = None
    title: str
    kind: MeetingKind
    purpose: str = ""
    status: Status = Status.PROPOSED
    part_of: MeetingId | None = None
    """The meeting inside which this one happens: a pull-aside at a plenary."""
    choice: str = ""
    """Entries with the same word here are alternatives of one slot."""
    series: str = ""
    """Entries with the same word here were planned as one recurrence."""
    fixed: bool = False
    """May not be moved by a suggestion."""
    informational: bool = False
    """Stands in the programme and occupies nobody."""
    occupies_principal: bool = True
    buffer_before: int = 0
    """Minutes to keep free before."""
    buffer_after: int = 0
    """Minutes to keep free after."""
    attends: Attends = Attends.PRINCIPAL
    hosted_by: str = ""
    format: str = ""
    """The size of each side, as protocol writes it: `1+4`."""
    venue: VenueId | None = None
    start: Moment | None = None
    day: date | None = None
    """The day while the hour is not known."""
    part_of_day: PartOfDay | None = None
    minutes: int | None = None
    """Its length; None where only the start is known."""
    accepted_start: Moment | None = None
    """The start that the lead counterpart accepted."""
    accepted_minutes: int | None = None
    accepted_venue: VenueId | None = None
    told_at: Moment | None = None
    """When they were last told of a change; what they count on is what was accepted."""
    requested_on: date | None = None
    requested_through: str = ""
    interpretation: Interpretation | None = None
    language: str = ""
    coverage: Coverage = Coverage.NOT_STATED
    media_arrive_by: Moment | None = None
    media_door: str = ""
    media_note: str = ""
    announcement_at: Moment | None = None
    announcement_agreed: bool = False
    visibility: Visibility = Visibility.INTERNAL
    public_line: str = ""
    """The sentence of the public itinerary."""
    dress: str = ""
    greeter: str = ""
    gift_given: str = ""
    gift_received: str = ""
    remarks_by: str = ""
    remarks_minutes: int | None = None
    site_lead: str = ""
    host_contact: str = ""
    wet_weather: str = ""
    """The plan for rain."""
    actual_start: Moment | None = None
    actual_end: Moment | None = None
    readout: str = ""
    readout_state: ReadoutState | None = None
    placeholder_expires: Moment | None = None
    notes: str = ""
    """Internal; never printed for the public."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Participant(Record):
    """That a person, or somebody described in words, is in a meeting or on a movement."""

    meeting: MeetingId | None = None
    movement: MovementId | None = None
    position: int = 0
    person: PersonId | None = None
    words: str = ""
    """Who it is when no person is named: `1 official, Foreign Office, TBC`."""
    side: Side
    role: Role
    response: Response | None = None
    printed_title: str = ""
    """The title to print in place of the office's."""
    languages: tuple[str, ...] = ()
    """What an interpreter interprets between, as ISO 639-1 codes."""
    seat: str = ""
    """The vehicle or the seat."""
