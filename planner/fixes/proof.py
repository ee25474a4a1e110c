"""What is offered to mend a conflict: only what checking again proves to do so.

A way out clears its conflict and adds none that is as bad or worse (principle 12 of the rules); of
what it adds beside that, the person who takes it is told.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from planner.conflicts import Conflict, Report, Severity, Surroundings, check
from planner.conflicts.rechecking import check_after
from planner.edits import Edit
from planner.fixes.candidate import Candidate
from planner.fixes.sources import candidates
from planner.itinerary import Itinerary

RELEASED = "unreleased-changes"
TOLD = "changed-since-accepted"
MOST = 9
"""How many ways out are offered: more are no help."""

Facts = Counter[tuple[str, frozenset[str], Severity]]
"""How often each rule speaks of the same records as badly, whatever words it has for it."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A way out that was proven."""

    words: str
    """What it does, as an order."""
    edit: Edit
    clears: int
    """How many conflicts are gone with it; the one it is for among them."""
    adds: int
    """How many there are then that were not there; each less bad than the one it is for."""
    asks: tuple[str, ...]
    """The counterparts who accepted what it changes."""

    @property
    def effect(self) -> str:
        """What comes of it, in words: `clears 2, adds none`."""
        words = f"clears {self.clears}, adds {self.adds or 'none'}"
        if not self.asks:
            return words
        return f"{words}; accepted by {', '.join(self.asks)}, who must be asked"


def fixes_for(
    itinerary: Itinerary,
    surroundings: Surroundings,
    conflict: Conflict,
    report: Report | None = None,
) -> tuple[Fix, ...]:
    """Return the proven ways out of a conflict, those first that nobody must be asked about.

    Nothing that is fixed or held is moved, and no movement between cities. `report` is what the
    rules find in the trip as it is, where that is known already.
    """
    before = report or check(itinerary, surroundings)
    proven = islice(
        (
            fix
            for candidate in _each_once(candidates(itinerary, surroundings, conflict))
            if (fix := _proven(itinerary, surroundings, conflict, before, candidate))
        ),
        MOST,
    )
    return tuple(sorted(proven, key=lambda fix: (bool(fix.asks), fix.adds, -fix.clears)))


def _each_once(found: Iterable[Candidate]) -> Iterable[Candidate]:
    return {candidate.words: candidate for candidate in found}.values()


def _proven(
    itinerary: Itinerary,
    surroundings: Surroundings,
    conflict: Conflict,
    before: Report,
    candidate: Candidate,
) -> Fix | None:
    tried = itinerary.after(candidate.edit)
    after = check_after(before, itinerary, tried, surroundings, candidate.edit.changes)
    fact = (conflict.rule, frozenset(conflict.subjects), conflict.severity)
    cleared, added = _facts(before) - _facts(after), _facts(after) - _facts(before)
    # Whatever is changed differs from what was released; that is no reason against a way out. Nor
    # is that somebody has to be told, where `asks` says so.
    ignored = {RELEASED, TOLD} if candidate.asks else {RELEASED}
    added = Counter({each: n for each, n in added.items() if each[0] not in ignored})
    if not cleared[fact] or any(severity <= conflict.severity for _, _, severity in added):
        return None
    # What is only less bad than before is neither gone nor new.
    eased = {(rule, subjects) for rule, subjects, _ in added}
    same = [each for each in cleared if (each[0], each[1]) in eased]
    if fact in same:
        return None
    return Fix(
        candidate.words,
        candidate.edit,
        cleared.total() - sum(cleared[each] for each in same),
        added.total() - len(same),
        candidate.asks,
    )


def _facts(report: Report) -> Facts:
    return Counter(
        (each.conflict.rule, frozenset(each.conflict.subjects), each.conflict.severity)
        for each in report.findings
    )
