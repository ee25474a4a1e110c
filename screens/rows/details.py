"""What is shown of what is selected."""

from collections.abc import Iterator

from planner.conflicts import Conflict
from planner.itinerary import Itinerary
from planner.itinerary.offsets import offsets
from planner.itinerary.programme import planned_days
from planner.records import Lodging, Meeting, Movement, Record, Stop, Trip
from planner.text.spoken import date_range
from planner.workspace import Workspace
from screens.rows.journey import lodging_rows, movement_rows, stop_rows
from screens.rows.meeting import meeting_body, meeting_head
from screens.rows.painting import Painting, Piece
from screens.rows.text import fact_rows, item_rows, text_rows


def details(workspace: Workspace, width: int) -> tuple[Painting, ...]:
    """Return the rows for what is selected at a width: what is wrong with it stands first."""
    itinerary = workspace.itinerary
    record = itinerary.find(workspace.selected_record) or itinerary.trip
    head, body = _parts(workspace, record, width)
    conflicts = _conflicts(workspace.concerns.of(record.id), width)
    return (*head, *conflicts, *body)


def _parts(
    workspace: Workspace, record: Record, width: int
) -> tuple[Iterator[Painting], Iterator[Painting]]:
    """Return what says which record it is, and the rest of it."""
    itinerary = workspace.itinerary
    if isinstance(record, Meeting):
        return meeting_head(itinerary, record, width), meeting_body(workspace, record, width)
    if isinstance(record, Movement):
        return movement_rows(itinerary, record, width), iter(())
    if isinstance(record, Stop):
        clocks = [each for each in offsets(itinerary) if each.stop == record]
        return stop_rows(itinerary, record, clocks, width), iter(())
    if isinstance(record, Lodging):
        return lodging_rows(itinerary, record, width), iter(())
    return _trip(itinerary, width), iter(())


def _conflicts(conflicts: tuple[Conflict, ...], width: int) -> Iterator[Painting]:
    if conflicts:
        yield Painting()
    for conflict in conflicts:
        mark = Piece(f"{conflict.severity.mark} ", conflict.severity.word)
        yield from item_rows(conflict.message, (), width, head=mark)
        if conflict.way_out:
            arrow = Piece("→ ", "good")
            yield from item_rows(conflict.way_out, (), width, "good", head=arrow)


def _trip(itinerary: Itinerary, width: int) -> Iterator[Painting]:
    trip: Trip = itinerary.trip
    principal = itinerary.person(trip.principal)
    days = planned_days(itinerary)
    yield Painting(
        (Piece(f"{trip.category.capitalize()} visit", "heading"),),
        (Piece(trip.status, "muted"),),
        role="day",
    )
    yield from text_rows(trip.title, width, "title")
    facts = (
        ("Principal", principal.name if principal else ""),
        ("Days", date_range(*days) if days else "no dates yet"),
        ("Home", trip.home.city),
        ("Invited by", trip.invited_by),
        ("Lead officer", trip.lead_officer),
    )
    yield from fact_rows(facts, width)
    for text in (trip.purpose, trip.context, trip.assessment):
        yield from text_rows(text, width, before=True)
    yield from text_rows(trip.notes, width, "muted", before=True)
