"""What might mend a conflict, before anything is proven."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planner.conflicts import Conflict, Surroundings
from planner.edits import Edit
from planner.itinerary import Itinerary


@dataclass(frozen=True, slots=True)
class Candidate:
    """An Edit that may mend a conflict, and who would have to be asked first."""

    words: str
    """What it does, as an order: `move Audience to 14:10 London`."""
    edit: Edit
    asks: tuple[str, ...] = ()
    """The counterparts who accepted what it changes, by name."""


Source = Callable[[Itinerary, Surroundings, Conflict], Iterator[Candidate]]
