"""One trip as an unchanging view, and what follows from it: entries, titles, the programme."""

from planner.itinerary.itinerary import Itinerary

__all__ = ["Itinerary"]
