"""A small journey, Paris and then London, that tests of several rooms look at."""

from datetime import UTC, datetime

from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import (
    FollowUp,
    Lodging,
    Meeting,
    Movement,
    Office,
    Outcome,
    Participant,
    Person,
    Place,
    Record,
    Stop,
    Tenure,
    Topic,
    Trip,
    Venue,
)
from planner.records.words import (
    MeetingKind,
    Mode,
    OfficeOf,
    OutcomeKind,
    OutcomeState,
    RankClass,
    Role,
    Side,
    Stance,
    Status,
    TripStatus,
)

OTTAWA = Place("Ottawa", "CA", "America/Toronto", "Ontario", 45.4215, -75.6972)
PARIS = Place("Paris", "FR", "Europe/Paris", "", 48.8566, 2.3522)
LONDON = Place("London", "GB", "Europe/London", "England", 51.5074, -0.1278)
MONTREAL = Place("Montréal", "CA", "America/Toronto", "Quebec", 45.4706, -73.7408)


def in_paris(clock: str, day: int = 17) -> Moment:
    """Return a moment of March 2025 in Paris."""
    return Moment.from_text(f"2025-03-{day:02}T{clock}[Europe/Paris]")


def in_london(clock: str, day: int = 17) -> Moment:
    """Return a moment of March 2025 in London."""
    return Moment.from_text(f"2025-03-{day:02}T{clock}[Europe/London]")


def in_ottawa(clock: str, day: int) -> Moment:
    """Return a moment of March 2025 in Ottawa."""
    return Moment.from_text(f"2025-03-{day:02}T{clock}[America/Toronto]")


def present(moment: Moment) -> datetime:
    """Return a moment as the aware datetime that a clock gives."""
    return datetime.fromtimestamp(moment.instant, UTC)


LUNCH = Meeting(
    id="lunch",
    trip="trip",
    stop="paris",
    title="Working lunch",
    kind=MeetingKind.WORKING_MEAL,
    status=Status.HELD,
    venue="elysee",
    start=in_paris("12:00"),
    minutes=90,
)
STARMER = Meeting(
    id="starmer-meeting",
    trip="trip",
    stop="london",
    title="Meeting at Downing Street",
    kind=MeetingKind.BILATERAL,
    status=Status.CONFIRMED,
    venue="downing-street",
    start=in_london("18:00"),
    minutes=60,
)
CEREMONY = Meeting(
    id="ceremony",
    trip="trip",
    stop="london",
    title="Departure ceremony",
    kind=MeetingKind.DEPARTURE_CEREMONY,
    status=Status.TENTATIVE,
    start=in_london("08:30", 18),
)
NATO_CALL = Meeting(
    id="nato-call",
    trip="trip",
    title="Call with the Secretary General of NATO",
    kind=MeetingKind.CALL,
)
FLIGHT_OUT = Movement(
    id="flight-out",
    trip="trip",
    mode=Mode.GOVERNMENT_AIRCRAFT,
    origin_venue="trudeau",
    destination_venue="orly",
    destination_stop="paris",
    depart=in_ottawa("20:40", 16),
    arrive=in_paris("08:40"),
    status=Status.HELD,
)
CROSSING = Movement(
    id="crossing",
    trip="trip",
    mode=Mode.GOVERNMENT_AIRCRAFT,
    origin_venue="orly",
    origin_stop="paris",
    destination_venue="northolt",
    destination_stop="london",
    depart=in_paris("14:30"),
    arrive=in_london("14:40"),
    status=Status.HELD,
)
TRIP = Trip(
    id="trip",
    title="Paris and London",
    short_name="paris-london",
    principal="carney",
    home=OTTAWA,
    status=TripStatus.CONFIRMED,
)
PEOPLE: tuple[Record, ...] = (
    Person(id="carney", name="Mark Carney", ours=True),
    Person(id="macron", name="Emmanuel Macron"),
    Person(id="starmer", name="Sir Keir Starmer"),
    Office(
        id="president",
        title="President of the French Republic",
        of_kind=OfficeOf.STATE,
        of="FR",
        rank=RankClass.HEAD_OF_STATE,
    ),
    Tenure(id="macron-president", person="macron", office="president"),
)
VENUES: tuple[Record, ...] = (
    Venue(id="trudeau", name="Montréal–Trudeau", place=MONTREAL),
    Venue(id="orly", name="Orly", place=Place("Paris", "FR", "Europe/Paris", "", 48.7262, 2.3652)),
    Venue(
        id="northolt",
        name="RAF Northolt",
        place=Place("London", "GB", "Europe/London", "England", 51.553, -0.4182),
    ),
    Venue(id="elysee", name="Élysée Palace", place=PARIS),
    Venue(id="downing-street", name="10 Downing Street", place=LONDON),
)
JOURNEY: tuple[Record, ...] = (
    *PEOPLE,
    *VENUES,
    TRIP,
    Stop(id="paris", trip="trip", place=PARIS, arrive=in_paris("08:40"), depart=in_paris("14:30")),
    Stop(
        id="london",
        trip="trip",
        place=LONDON,
        arrive=in_london("14:40"),
        depart=in_london("09:00", 18),
    ),
    FLIGHT_OUT,
    CROSSING,
    Lodging(id="residence", trip="trip", stop="london", name="The residence"),
    LUNCH,
    STARMER,
    CEREMONY,
    NATO_CALL,
    Participant(
        id="macron-lunch", meeting="lunch", person="macron", side=Side.THEIRS, role=Role.COUNTERPART
    ),
    Participant(
        id="starmer-there",
        meeting="starmer-meeting",
        person="starmer",
        side=Side.THEIRS,
        role=Role.COUNTERPART,
    ),
    Topic(id="trade", meeting="starmer-meeting", position=0, title="Trade", minutes=20),
    Topic(id="cyber", meeting="starmer-meeting", position=1, title="Cyber threats", minutes=55),
    Topic(
        id="tariffs",
        meeting="starmer-meeting",
        position=2,
        title="Tariffs",
        stance=Stance.IF_RAISED,
    ),
    Outcome(
        id="partnership",
        trip="trip",
        meeting="lunch",
        kind=OutcomeKind.PARTNERSHIP,
        text="A security partnership",
        state=OutcomeState.ANNOUNCED,
    ),
    FollowUp(
        id="exchange",
        trip="trip",
        meeting="lunch",
        outcome="partnership",
        text="Faster exchange of intelligence",
        owner="Privy Council Office",
    ),
)


def journey(*, without: frozenset[str] = frozenset()) -> Itinerary:
    """Return the journey, without some of its records."""
    return Itinerary.of(record for record in JOURNEY if record.id not in without)
