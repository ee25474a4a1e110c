"""The forms of trips, stops, movements and nights."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from planner.edits import Change, Edit, create
from planner.edits.stays import stays_moved
from planner.errors import FieldInvalid
from planner.forms.answers import Answers
from planner.forms.draft import Draft
from planner.forms.layout import Layout
from planner.forms.layouts.shorthand import (
    duration,
    flag,
    lines,
    moment,
    one_of,
    person,
    place,
    required_of,
    text,
    venue,
    words,
)
from planner.forms.questions.fields import MomentQuestion, TextQuestion
from planner.forms.questions.movements import ArrivalQuestion, AtEndQuestion, DepartureQuestion
from planner.forms.questions.people import PeopleQuestion
from planner.forms.questions.places import AirportsQuestion, EndQuestion, StopQuestion
from planner.forms.questions.question import Question, Reading
from planner.forms.questions.times import (
    DayOrHourQuestion,
    DaysQuestion,
    LaterQuestion,
    UntilQuestion,
)
from planner.records import Lodging, Movement, Place, Record, Stop, Trip
from planner.records.words import (
    Mode,
    Status,
    StopPurpose,
    TripCategory,
    TripStatus,
    Visibility,
)
from planner.settings import Limits, is_limit
from planner.text.spelling import fold

CONTEXT, HANDLING, CONTACTS, FLIGHT = "Context", "Handling", "Contacts", "Aircraft and crossing"
_LIMIT = re.compile(r"([a-z_ ]+?) ?= ?([0-9]{1,9})")


ALSO_CALLED: Mapping[str, Mode] = {
    "plane": Mode.GOVERNMENT_AIRCRAFT,
    "aircraft": Mode.GOVERNMENT_AIRCRAFT,
    "flight": Mode.GOVERNMENT_AIRCRAFT,
    "airline": Mode.COMMERCIAL_AIR,
    "helo": Mode.HELICOPTER,
    "chopper": Mode.HELICOPTER,
    "train": Mode.RAIL,
    "car": Mode.MOTORCADE,
    "drive": Mode.MOTORCADE,
    "road": Mode.MOTORCADE,
    "ship": Mode.SEA,
    "boat": Mode.SEA,
    "walk": Mode.ON_FOOT,
}
"""What else people call the modes."""


@dataclass(frozen=True, kw_only=True)
class ShortNameQuestion(TextQuestion):
    """What the command line calls the trip; made of its title unless something is typed."""

    empty: object = None

    @property
    def help(self) -> str:
        """What can be typed."""
        return "What the command line calls the trip; made of its title unless you type another."

    def read(self, text: str, draft: Answers) -> Reading:
        """Return the short name."""
        if text and not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", text):
            raise FieldInvalid(self.label, "letters, numbers and dashes", f"“{text}”")
        name = text or _short_name(draft)
        return Reading({self.name: name}, "" if text else name)


def _short_name(draft: Answers) -> str:
    """Return a name made of the title's letters, the year behind it where one is known."""
    words_of_title = [part for part in fold(draft.text("title")).split() if part.isascii()]
    letters = [part for part in words_of_title if part not in {"and", "the", "of", "to"}]
    first = draft.value("earliest", "days")
    year = str(getattr(first, "year", ""))
    base = "-".join(letters[:5]) or "trip"
    return base if not year or year in letters else f"{base}-{year}"


@dataclass(frozen=True, kw_only=True)
class ThresholdsQuestion(Question):
    """The trip's own limits for the rules: `same_stop_km = 60, completeness_days = 5`."""

    @property
    def help(self) -> str:
        """What can be typed."""
        names = ", ".join(Limits.__dataclass_fields__)
        return (
            f"Limits of this trip alone, such as same_stop_km = 60, with commas between: {names}."
        )

    def written(self, values: Mapping[str, object], draft: Answers) -> str:
        """Return the limits as one would type them."""
        held = values.get(self.name)
        pairs = held if isinstance(held, tuple) else ()
        return ", ".join(f"{name} = {value}" for name, value in pairs)

    def read(self, text: str, draft: Answers) -> Reading:
        """Return pairs of limit and number."""
        pairs = [self._pair(part.strip()) for part in text.split(",") if part.strip()]
        return Reading({self.name: tuple(sorted(dict(pairs).items()))})

    def _pair(self, part: str) -> tuple[str, int]:
        found = _LIMIT.fullmatch(part.lower())
        name = found[1].strip().replace(" ", "_") if found else ""
        if found is None or not is_limit(name, int(found[2])):
            some = ", ".join(list(Limits.__dataclass_fields__)[:3])
            expected = f"a limit and a number, such as {some}"
            raise FieldInvalid(self.label, expected, f"“{part}”", "a limit and a number")
        return name, int(found[2])


@dataclass(frozen=True, kw_only=True)
class AtHomeQuestion(MomentQuestion):
    """A moment on the clocks of the home that the same form names."""

    def zone(self, draft: Answers) -> str:
        """Return the zone of the trip's home."""
        home = draft.value("home")
        return home.zone if isinstance(home, Place) else ""


TRIP = Layout(
    Trip,
    "trip",
    (
        words("title", "Title", "Paris and London"),
        person("principal", "Principal", required=True),
        place("home", "Home", example="Ottawa", required=True),
        DaysQuestion(name="days", label="Days", example="16-18 mar 2025"),
        one_of("category", "Visit", TripCategory, empty=TripCategory.WORKING),
        one_of("status", "Status", TripStatus, empty=TripStatus.PROPOSED),
        lines("purpose", "Purpose"),
        PeopleQuestion(name="accompanying", label="Accompanied by", group=CONTEXT),
        lines("context", "Context", "what happens in the world round it", CONTEXT),
        lines("assessment", "Assessment", "what it is expected to bring", CONTEXT),
        text("invited_by", "Invited by", "", CONTEXT),
        place("starts_from", "Starts from", CONTEXT, "where it sets out, if not from home"),
        place("ends_at", "Ends at", CONTEXT, "where it ends, if not at home"),
        ShortNameQuestion(
            name="short_name",
            label="Short name",
            group=HANDLING,
            depends=("title", "days"),
        ),
        text("marking", "Marking", "RESTRICTED", HANDLING),
        AtHomeQuestion(
            name="announcement_at",
            label="Announced",
            group=HANDLING,
            example="14 mar 9:30",
            depends=("home",),
            moves=False,
        ),
        flag("announcement_agreed", "Agreed with the host", HANDLING),
        text("lead_officer", "Lead officer", "", HANDLING),
        ThresholdsQuestion(
            name="thresholds", label="Own limits", group=HANDLING, example="same_stop_km = 60"
        ),
        lines("notes", "Notes", "", HANDLING),
    ),
)


STOP = Layout(
    Stop,
    "stop",
    (
        place("place", "City", example="London, Paris, Iqaluit …", required=True),
        DayOrHourQuestion(
            name="arrive",
            label="Arrives",
            day_field="arrive_on",
            example="17 mar 8:40, or the day alone",
            depends=("place",),
        ),
        LaterQuestion(
            name="depart",
            label="Departs",
            day_field="depart_on",
            after="arrive",
            example="14:30, 18 mar, or nothing yet",
            depends=("place", "arrive"),
        ),
        one_of("purpose", "Purpose", StopPurpose, empty=StopPurpose.VISIT),
        AirportsQuestion(name="airports", label="Airports", example="ORY, CDG", group=CONTACTS),
        text("host_contact", "Host contact", "", CONTACTS),
        text("mission_contact", "Mission contact", "", CONTACTS),
        text("control_room", "Control room", "", CONTACTS),
        lines("notes", "Notes", "", CONTACTS),
    ),
)


def _stays_beside(draft: Draft, record: Record) -> tuple[Change, ...]:
    """Return the stops that begin or end with this movement, with its new hours."""
    itinerary = draft.reference.itinerary
    if not isinstance(record, Movement) or itinerary is None:
        return ()
    before = draft.before if isinstance(draft.before, Movement) else None
    known = {each.id: each for each in (*draft.reference.venues, *draft.made)}
    ends = [known.get(venue or "") for venue in (record.origin_venue, record.destination_venue)]
    lacking = dict.fromkeys(each for each in ends if each and not itinerary.find(each.id))
    moved = Edit("", (*create(*lacking), Change(draft.before, record)))
    return stays_moved(itinerary.after(moved), before, record)


MOVEMENT = Layout(
    Movement,
    "movement",
    (
        required_of("mode", "By", Mode, "mode of travel", ALSO_CALLED),
        EndQuestion(name="origin", label="From", end="origin", example="Paris, Orly, Élysée …"),
        EndQuestion(name="destination", label="To", end="destination", example="London, Northolt"),
        DepartureQuestion(
            label="Departs", example="17 mar 14:30, or the day alone", depends=("origin",)
        ),
        ArrivalQuestion(
            label="Arrives",
            example="14:40, or +1h10",
            depends=("depart", "destination", "origin", "mode"),
        ),
        text("carrier", "Carrier", "carrier or call sign"),
        one_of("status", "Status", Status, empty=Status.CONFIRMED),
        duration("boarding_minutes", "Boarding", FLIGHT),
        duration("deplaning_minutes", "Deplaning", FLIGHT),
        text("reference", "Reference", "", FLIGHT),
        text("clearance", "Clearance", "overflight or landing clearance", FLIGHT),
        text("clearance_state", "Clearance is", "requested, granted", FLIGHT),
        text("met_by", "Met by", "", FLIGHT),
        text("seen_off_by", "Seen off by", "", FLIGHT),
        AtEndQuestion(name="actual_depart", label="Left at", group=FLIGHT, end="origin"),
        AtEndQuestion(name="actual_arrive", label="Arrived at", group=FLIGHT, end="destination"),
        one_of("visibility", "Visibility", Visibility, FLIGHT, Visibility.INTERNAL),
        lines("notes", "Notes", "", FLIGHT),
    ),
    _stays_beside,
)

LODGING = Layout(
    Lodging,
    "night",
    (
        StopQuestion(name="stop", label="Stop", required=True),
        words("name", "Name", "the residence, Hôtel de Marigny"),
        venue("venue", "Venue"),
        moment("check_in", "Check-in", moves=True),
        UntilQuestion(
            name="check_out",
            label="Check-out",
            example="18 mar 7:00",
            depends=("stop", "venue", "check_in"),
            after="check_in",
        ),
        text("reference", "Reference"),
        lines("notes", "Notes"),
    ),
)
