"""A trip file on its way in: what it would add, change and leave, before anything is stored."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from planner.edits import Edit
from planner.errors import TripGone
from planner.exchange.importing import Tally, import_edit, preview
from planner.exchange.reading import TripFile, read_trip_file
from planner.exchange.values import PlaceResolver
from planner.itinerary import Itinerary
from planner.records import Trip, kind_named
from planner.records.naming import called_kind
from planner.store import Directory

_PLURALS = {"person": "people", "unavailability": "unavailabilities"}


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a trip file brings, and the Edit that brings it."""

    edit: Edit
    trip: Trip
    is_new: bool
    """Whether no trip of its id is kept yet."""
    tallies: tuple[Tally, ...]
    notes: tuple[str, ...]
    """What was read and is doubtful, with its place in the file."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Takes in a trip file in two steps, since a long file takes its time and a store its thread.

    `read` asks nothing of the store, and may run in any thread.
    """

    directory: Directory
    gazetteer: PlaceResolver
    load: Callable[[str], Itinerary]
    """Returns the trip of an id; raises `TripGone`."""

    def read(self, text: str) -> TripFile:
        """Return what the text of a trip file holds; raises `TripFileInvalid`."""
        return read_trip_file(text, self.directory, self.gazetteer)

    def preview(self, file: TripFile) -> ImportPreview:
        """Return what a file adds to what is kept, and what it changes."""
        try:
            stored = self.load(file.trip.id)
        except TripGone:
            stored = None
        edit = import_edit(file, stored, self.directory)
        return ImportPreview(edit, file.trip, stored is None, preview(edit), file.notes)


def draw_up(
    text: str,
    directory: Directory,
    gazetteer: PlaceResolver,
    load: Callable[[str], Itinerary],
) -> ImportPreview:
    """Return what the text of a trip file brings; raises `TripFileInvalid` with all its faults.

    `load` returns the trip of an id, and raises `TripGone`.
    """
    arrival = Arrival(directory, gazetteer, load)
    return arrival.preview(arrival.read(text))


def tally_words(tallies: Iterable[Tally]) -> Iterator[tuple[str, str]]:
    """Yield what is added, changed and left, kind after kind: `added`, `1 trip, 3 stops`."""
    listed = tuple(tallies)
    for verb in ("added", "changed", "unchanged"):
        numbers = [(getattr(tally, verb), tally.kind) for tally in listed]
        words = ", ".join(counted(number, kind) for number, kind in numbers if number)
        if words:
            yield verb, words


def counted(number: int, kind: str) -> str:
    """Return `1 stop`, `12 people`."""
    one = called_kind(kind_named(kind))
    return f"{number} {_PLURALS.get(kind, f'{one}s') if number != 1 else one}"
