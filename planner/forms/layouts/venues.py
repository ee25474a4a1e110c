"""The forms of venues, and of the ways between them."""

from dataclasses import dataclass

from planner.errors import FieldInvalid
from planner.forms.answers import Answers
from planner.forms.layout import Layout
from planner.forms.layouts.shorthand import (
    duration,
    flag,
    lines,
    one_of,
    place,
    text,
    venue,
    words,
)
from planner.forms.questions.places import VenueQuestion
from planner.forms.questions.question import Reading
from planner.records import TravelTime, Venue
from planner.records.words import Mode, TravelSource, VenueKind

ADVANCE = "For the advance"

VENUE = Layout(
    Venue,
    "venue",
    (
        words("name", "Name", "Hôtel de Marigny"),
        place("place", "Where", example="city", required=True),
        one_of("kind", "Kind", VenueKind, empty=VenueKind.OTHER),
        venue("parent", "Part of"),
        text("code", "Code", "ORY, for an airport or station"),
        flag("exclusive", "One at a time"),
        text("arrival_door", "Arrival door", "", ADVANCE),
        text("holding_room", "Holding room", "", ADVANCE),
        text("press_position", "Press position", "", ADVANCE),
        text("contact", "Contact", "", ADVANCE),
        lines("notes", "Notes", "", ADVANCE),
    ),
)


@dataclass(frozen=True, kw_only=True)
class OtherVenueQuestion(VenueQuestion):
    """Where a way leads: another venue than the one it sets out from."""

    depends: tuple[str, ...] = ("origin",)

    def read(self, text: str, draft: Answers) -> Reading:
        """Return the venue; a way from a place to itself is refused."""
        reading = super().read(text, draft)
        venue = reading.fields[self.name]
        if venue is not None and venue == draft.value("origin"):
            raise FieldInvalid(self.label, "another venue than it sets out from", f"“{text}”")
        return reading


TRAVEL_TIME = Layout(
    TravelTime,
    "travel time",
    (
        venue("origin", "From", required=True),
        OtherVenueQuestion(
            name="destination", label="To", example="Matignon, ORY …", required=True
        ),
        one_of("mode", "By", Mode, empty=Mode.MOTORCADE),
        duration("minutes", "Takes", required=True),
        one_of("source", "Known from", TravelSource, empty=TravelSource.HOST),
    ),
)
