"""How a row says a movement: as much of its two ends as there is room for."""

from planner.itinerary import Itinerary
from planner.itinerary.entry_words import MODE_SIGNS, time_change
from planner.itinerary.whereabouts import end_names
from planner.records import Movement
from screens.rows.painting import Piece, longest


def movement_pieces(
    itinerary: Itinerary, movement: Movement, room: int, role: str
) -> tuple[Piece, ...]:
    """Return a movement where it departs: `✈ Orly → Northolt`, in little room `✈ to Northolt`."""
    origin, destination = end_names(itinerary, movement)
    sign = MODE_SIGNS[movement.mode]
    words = longest((f"{sign} {origin} → {destination}", f"{sign} to {destination}"), room)
    change = time_change(movement)
    return (Piece(words, role), *_beside(f"time change {change}" if change else ""))


def arrival_pieces(
    itinerary: Itinerary, movement: Movement, room: int, role: str
) -> tuple[Piece, ...]:
    """Return a movement where it arrives: `✈ Arrive Orly from Montréal`."""
    origin, destination = end_names(itinerary, movement)
    arrives = f"{MODE_SIGNS[movement.mode]} Arrive {destination}"
    met = f"met by {movement.met_by}" if movement.met_by else ""
    return (Piece(longest((f"{arrives} from {origin}", arrives), room), role), *_beside(met))


def _beside(words: str) -> tuple[Piece, ...]:
    return (Piece(f"  {words}", "muted", is_extra=True),) if words else ()
