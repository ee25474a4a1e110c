"""What a person is told of entries of the journal: that they are saved, and when and by whom."""

from collections.abc import Sequence
from datetime import date

from planner.itinerary import Itinerary
from planner.journal import Headline, JournalEntry
from planner.records import Record, Trip

UNDO = "Undo"
"""How the label of an Edit begins that takes another back."""


def saved(entry: JournalEntry, today: date) -> str:
    """Return `Moved Audience to 16:15 · saved 16:49:58`; the times are those of this machine."""
    return f"{entry.edit.label} · saved {_when(entry, today)}"


def taken_back(entry: JournalEntry, today: date) -> str:
    """Return `Undone: moved Audience to 16:15 · saved 16:49:58`; the same of doing it again."""
    verb, _, what = entry.edit.label.partition(": ")
    done = "Undone" if verb == UNDO else "Done again"
    return f"{done}: {_within(what)} · saved {_when(entry, today)}"


def last_change(headline: Headline, today: date) -> str:
    """Return what was saved last, by whom and when, for whoever opens a trip."""
    what = _within(headline.label)
    return f"Saved · last change {_when(headline, today)} by {headline.author}: {what}"


def with_others(words: str, entries: Sequence[JournalEntry]) -> str:
    """Return what this person did, if anything, and what others did last that was not shown yet."""
    if not entries:
        return words
    others = f"{entries[-1].author}: {entries[-1].edit.label}"
    return f"{words} · before it {others}" if words else others


def about(entries: Sequence[JournalEntry], itinerary: Itinerary) -> tuple[JournalEntry, ...]:
    """Return the entries that change something a trip shows; the others are of other trips."""
    return tuple(
        entry
        for entry in entries
        if any(_is_of(change.record, itinerary) for change in entry.edit.changes)
    )


def _is_of(record: Record, itinerary: Itinerary) -> bool:
    trip = itinerary.trip.id
    own = trip in (record.id, getattr(record, "trip", None))
    meeting = getattr(record, "meeting", None) or ""
    return own or itinerary.find(record.id) is not None or itinerary.find(meeting) is not None


def _when(entry: JournalEntry | Headline, today: date) -> str:
    at = entry.at.astimezone()
    return f"{at:%H:%M:%S}" if at.date() == today else f"{at.day} {at:%b %Y %H:%M}"


def _within(label: str) -> str:
    """Return a label as it stands within a sentence."""
    return label[:1].lower() + label[1:]


def removes(entries: Sequence[JournalEntry], trip: str) -> bool:
    """Tell whether entries take a trip away."""
    return any(
        isinstance(change.before, Trip) and change.before.id == trip and change.after is None
        for entry in entries
        for change in entry.edit.changes
    )
