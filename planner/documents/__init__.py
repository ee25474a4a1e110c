"""Papers: what is handed out, made of the Itinerary alone and laid out by templates."""

from planner.documents.agenda import agenda
from planner.documents.rendering import DocumentFormat

__all__ = ["DocumentFormat", "agenda"]
