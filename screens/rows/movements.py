"""How a row says a movement: as much of its two ends as there is room for."""

from planner.itinerary import Itinerary
from planner.itinerary.entry_words import MODE_SIGNS, time_change
from planner.itinerary.whereabouts import end_names
from planner.records import Movement
from planner.text.cells import cell_width
from screens.rows.painting import Piece, longest

BETWEEN = "  "


def movement_pieces(
    itinerary: Itinerary, movement: Movement, room: int, role: str
) -> tuple[Piece, ...]:
    """Return a movement where it departs: `✈ Orly → Northolt`, in little room `✈ to Northolt`."""
    origin, destination = end_names(itinerary, movement)
    sign = MODE_SIGNS[movement.mode]
    whole, short = f"{sign} {origin} → {destination}", f"{sign} to {destination}"
    change = time_change(movement)
    for beside in (f"time change {change}", change) if change else ():
        if cell_width(f"{whole}{BETWEEN}{beside}") <= room:
            return (Piece(whole, role), Piece(f"{BETWEEN}{beside}", "muted"))
    return (Piece(longest((whole, short), room), role),)


def arrival_pieces(
    itinerary: Itinerary, movement: Movement, room: int, role: str
) -> tuple[Piece, ...]:
    """Return a movement where it arrives: `✈ Arrive Orly from Montréal`."""
    origin, destination = end_names(itinerary, movement)
    arrives = f"{MODE_SIGNS[movement.mode]} Arrive {destination}"
    met = f"{BETWEEN}met by {movement.met_by}" if movement.met_by else ""
    words = longest((f"{arrives} from {origin}", arrives), room)
    return (Piece(words, role), Piece(met, "muted", is_extra=True))
