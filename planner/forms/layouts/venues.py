"""The forms of venues, and of the ways between them."""

from planner.forms.draft import Layout
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

TRAVEL_TIME = Layout(
    TravelTime,
    "travel time",
    (
        venue("origin", "From", required=True),
        venue("destination", "To", required=True),
        one_of("mode", "By", Mode, empty=Mode.MOTORCADE),
        duration("minutes", "Takes", required=True),
        one_of("source", "Known from", TravelSource, empty=TravelSource.HOST),
    ),
)
