"""Freezing a version of a programme as an Edit."""

from datetime import datetime

from planner.conflicts import Report
from planner.edits import Edit, create
from planner.errors import ReleaseRefused
from planner.exchange import write_trip_file
from planner.exchange.identity import derived_id
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Release
from planner.records.words import ReleaseScope
from planner.releases.before import before_release


def release(  # noqa: PLR0913 - all that a release says of itself
    itinerary: Itinerary,
    report: Report,
    *,
    scope: ReleaseScope,
    recipients: str,
    note: str,
    marking: str,
    by: str,
    now: datetime,
) -> Edit:
    """Return the Edit that freezes a trip as its next version; `now` is aware.

    The whole trip is kept whatever the scope: a paper chooses what its readers may see. `report`
    is what the rules find in the trip. Raises `ReleaseRefused` while there are errors that nobody
    acknowledged.
    """
    before = before_release(itinerary, report)
    if before.errors:
        raise ReleaseRefused(
            before.number, tuple(finding.conflict.message for finding in before.errors)
        )
    trip = itinerary.trip
    made = Release(
        # Of two windows that release the same number at once, the store refuses the second.
        id=derived_id(Release, {"trip": trip.id, "number": before.number}),
        trip=trip.id,
        number=before.number,
        at=Moment.at(int(now.timestamp()), trip.home.zone),
        by=by,
        scope=scope,
        recipients=recipients.strip(),
        note=note.strip(),
        marking=marking.strip(),
        journal_position=itinerary.position,
        trip_text=_frozen(itinerary),
    )
    return Edit(f"Released version {made.number}, {scope}", create(made))


def _frozen(itinerary: Itinerary) -> str:
    """Return the text of a trip without its earlier releases.

    Each of those holds a whole trip: kept inside one another they would double with each release.
    """
    kept = (record for record in itinerary.records if not isinstance(record, Release))
    return write_trip_file(Itinerary.of(kept))
