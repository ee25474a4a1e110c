"""Trips in and out of Summitry: the trip file, loss-free both ways."""

from planner.exchange.importing import Tally, import_edit, preview
from planner.exchange.reading import TripFile, read_trip_file
from planner.exchange.writing import write_trip_file

__all__ = [
    "Tally",
    "TripFile",
    "import_edit",
    "preview",
    "read_trip_file",
    "write_trip_file",
]
