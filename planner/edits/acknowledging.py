"""Letting conflicts stand for a reason, and no longer, as Edits."""

from collections.abc import Callable, Iterable
from datetime import datetime

from planner.conflicts import Conflict, Finding
from planner.edits import Change, Edit, create, delete
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Acknowledgement, new_id
from planner.text.spoken import counted


def acknowledge(
    itinerary: Itinerary,
    findings: Iterable[Finding],
    reason: str,
    by: str,
    now: datetime,
    make_id: Callable[[], str] = new_id,
) -> Edit:
    """Return the Edit that lets conflicts stand while their facts hold.

    What was said of them before, while the facts were others, is replaced. `now` is aware.
    """
    found = list(findings)
    at = Moment.at(int(now.timestamp()), itinerary.trip.home.zone)
    said = [
        Acknowledgement(
            id=make_id(),
            trip=itinerary.trip.id,
            rule=conflict.rule,
            subjects=conflict.subjects,
            fingerprint=conflict.fingerprint,
            reason=reason.strip(),
            by=by,
            at=at,
        )
        for conflict in (each.conflict for each in found)
    ]
    changes = (*_withdrawn(found), *create(*said))
    return Edit(f"Acknowledged {called(each.conflict for each in found)}", changes)


def withdraw(findings: Iterable[Finding]) -> Edit:
    """Return the Edit after which acknowledged conflicts show again."""
    found = list(findings)
    what = called(each.conflict for each in found)
    return Edit(f"No longer acknowledged {what}", tuple(_withdrawn(found)))


def _withdrawn(findings: Iterable[Finding]) -> Iterable[Change]:
    said = {
        each.acknowledgement.id: each.acknowledgement for each in findings if each.acknowledgement
    }
    return delete(*said.values())


def called(conflicts: Iterable[Conflict]) -> str:
    """Return what some conflicts are called together: `agenda-overrun`, `3 conflicts`."""
    found = list(conflicts)
    rules = {conflict.rule for conflict in found}
    if len(found) == 1:
        return found[0].rule
    kind = f"{next(iter(rules))} conflict" if len(rules) == 1 else "conflict"
    return counted(len(found), kind)
