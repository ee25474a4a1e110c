"""What a person sees of a trip at one moment: the state that every pane of the screen shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Self

from planner.conflicts import Conflict, Report, Surroundings, check
from planner.conflicts.rechecking import check_after, check_at
from planner.edits import Edit
from planner.itinerary import Itinerary
from planner.itinerary.belongings import Belongings
from planner.itinerary.listing import Listing, Row
from planner.itinerary.whereabouts import whereabouts_after
from planner.journal import JournalEntry
from planner.records import Place
from planner.workspace.concerns import Concerns, entry_named

_UNMOVED = ("listing", "belongings", "here", "concerns")
"""What does not depend on the cursor: working it out again would cost at every key."""


@dataclass(frozen=True)
class Workspace:
    """A trip, what is wrong with it, and what is selected; every key makes a new one."""

    itinerary: Itinerary
    surroundings: Surroundings
    report: Report
    selected: str = ""
    """The key of the row the cursor is on; empty where there is none to be on."""
    is_checked: bool = True
    """Whether the rules were run: a trip that is being opened is shown before they are."""

    @classmethod
    def of(cls, itinerary: Itinerary, surroundings: Surroundings, selected: str = "") -> Self:
        """Check a trip and put the cursor on a row, or on what comes next."""
        made = cls(itinerary, surroundings, check(itinerary, surroundings))
        return made.with_selected(selected)

    @classmethod
    def unchecked(cls, itinerary: Itinerary, surroundings: Surroundings) -> Self:
        """Show a trip without waiting for its rules; the cursor is on what comes next."""
        return cls(itinerary, surroundings, Report(()), is_checked=False).with_selected("")

    def checked(self) -> Self:
        """Return it with what the rules say."""
        report = check(self.itinerary, self.surroundings)
        checked = replace(self, report=report, is_checked=True)
        kept = {each: getattr(self, each) for each in _UNMOVED if each != "concerns"}
        checked.__dict__.update(kept)
        return checked

    @property
    def now(self) -> datetime:
        """The present."""
        return self.surroundings.now

    @cached_property
    def belongings(self) -> Belongings:
        """The follow-ups, tasks and notes by meeting."""
        return Belongings.of(self.itinerary)

    @cached_property
    def listing(self) -> Listing:
        """The programme as a list."""
        return Listing(self.itinerary, self.surroundings.instant, self.belongings)

    @cached_property
    def concerns(self) -> Concerns:
        """What is wrong with each entry of the list."""
        return Concerns(self.itinerary, self.listing, self.report)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the list."""
        return self.listing.rows

    @property
    def cursor(self) -> int:
        """The number of the row that is selected; 0 where none is."""
        return self.listing.places.get(self.selected, (0, 0))[1]

    @property
    def selected_record(self) -> str:
        """The id of what is selected: a meeting or movement, a stop, a lodging; empty for none."""
        return self.rows[self.cursor].record if self.selected else ""

    def with_selected(self, key: str) -> Self:
        """Return one with the cursor on a row; if that is gone, on the first still to come."""
        key = self.listing.nearest(key)
        return self if key == self.selected else self._moved_to(key)

    def _moved_to(self, key: str) -> Self:
        moved = replace(self, selected=key)
        moved.__dict__.update({name: getattr(self, name) for name in _UNMOVED})
        return moved

    def with_moved_cursor(self, by: int) -> Self:
        """Return one with the cursor so many rows on, as far as there are rows."""
        keys = self.listing.keys
        if not keys:
            return self
        here = self.listing.places[self.selected][0]
        return self._moved_to(keys[min(max(here + by, 0), len(keys) - 1)])

    def with_record_selected(self, record: str) -> Self:
        """Return one with the cursor on the first row of a record, if it is in the list."""
        key = self.listing.first_keys.get(record)
        return self.with_selected(key) if key else self

    def with_conflict_selected(self, conflict: Conflict) -> Self:
        """Return one with the cursor on the first entry that a conflict is about."""
        entries = self.concerns.entries_of(conflict)
        return self.with_record_selected(entries[0]) if entries else self

    def with_next_conflict(self) -> Self:
        """Return one with the cursor on the next entry with a conflict, round to the first."""
        below, _ = self.listing.around(self.selected)
        ahead = (*below, *self.listing.keys)
        wrong = {self.listing.first_keys[record] for record in self.concerns.by_entry}
        return self.with_selected(next((key for key in ahead if key in wrong), self.selected))

    def after(
        self,
        entries: Sequence[JournalEntry],
        surroundings: Surroundings | None = None,
    ) -> Self:
        """Return it as it is once entries of the journal are taken in, checked again.

        Those it has seen already are passed over: two answers can carry the same one.
        `surroundings` are those it has now, if they may have changed.
        """
        itinerary = caught_up(self.itinerary, entries)
        around = surroundings or self.surroundings
        report = _rechecked(self, itinerary, around, entries)
        following = type(self)(itinerary, around, report).with_selected(self.selected)
        if following.selected_record == self.selected_record:
            return following
        below, above = self.listing.around(self.selected)
        near = (key for key in (*below, *above) if key in following.listing.places)
        return following.with_selected(next(near, ""))

    def with_edit_selected(self, edit: Edit) -> Self:
        """Return one with the cursor on the first row that an edit made or changed, if on any."""
        changed = (change.record.id for change in edit.changes if change.after)
        records = (entry_named(self.itinerary, record) for record in changed)
        shown = (record for record in records if record in self.listing.first_keys)
        return self.with_record_selected(next(shown, ""))

    def at(self, now: datetime) -> Self:
        """Return it at another time, checked again."""
        surroundings = replace(self.surroundings, now=now)
        report = check_at(self.report, self.itinerary, surroundings)
        return type(self)(self.itinerary, surroundings, report).with_selected(self.selected)

    @cached_property
    def here(self) -> Place:
        """Where the principal is now: where the last entry that began took them, else home."""
        itinerary, now = self.itinerary, self.surroundings.instant
        begun = [
            entry for entry in itinerary.entries if entry.stands and entry.start.instant <= now
        ]
        place = whereabouts_after(itinerary, begun[-1], now) if begun else None
        return place or itinerary.trip.home


def caught_up(itinerary: Itinerary, entries: Sequence[JournalEntry]) -> Itinerary:
    """Return a trip with entries of the journal taken in; those it has seen are passed over."""
    for entry in entries:
        if entry.position > itinerary.position:
            itinerary = itinerary.after(entry.edit, entry.position)
    return itinerary


def _rechecked(
    workspace: Workspace,
    itinerary: Itinerary,
    around: Surroundings,
    entries: Sequence[JournalEntry],
) -> Report:
    """Return what the rules find in what a trip became, asking only what may have changed."""
    if around != workspace.surroundings:
        return check(itinerary, around)
    new = (each for each in entries if each.position > workspace.itinerary.position)
    changes = [change for each in new for change in each.edit.changes]
    return check_after(workspace.report, workspace.itinerary, itinerary, around, changes)
