"""The agenda: one meeting or all of them, in the order of the journey, with what came of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from planner.documents.journey import (
    ClockRow,
    DayHeading,
    Hours,
    arrival_words,
    clock_rows,
    day_heading,
    hours,
    hours_at,
    night_words,
    rest_words,
    way_facts,
    way_words,
)
from planner.documents.people import Attendee, attendee
from planner.documents.rendering import DocumentFormat, rendered
from planner.documents.results import Results, results_of
from planner.documents.sheets import Sheet, sheet
from planner.documents.words import (
    VISITS,
    joined,
    marks,
    moment_words,
    one_line,
    paragraphs,
    place_words,
)
from planner.itinerary import Itinerary
from planner.itinerary.programme import Block, Line, LineKind, programme, trip_days
from planner.moments import Moment
from planner.records import Meeting, Movement
from planner.text.spoken import date_range, short_date


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A line of the journey; a meeting has its sheet under it."""

    hours: Hours
    words: str
    marks: str = ""
    """`(T)`, `CANCELLED`, `RESTRICTED`: what a reader must not miss."""
    facts: str = ""
    """How long a way takes, and when it arrives; a meeting has its own on its sheet."""
    sheet: Sheet | None = None


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A local day in one place."""

    heading: DayHeading
    lines: tuple[AgendaLine, ...]


@dataclass(frozen=True, slots=True)
class TripHead:
    """What is said of the trip before its days; what is empty is not printed."""

    title: str
    marking: str
    dates: str
    visit: str
    """`Working visit · announced`."""
    principal: Attendee
    accompanying: tuple[Attendee, ...]
    home: str
    """`Ottawa, Canada · starts from Montréal, Canada`."""
    invited_by: str
    purpose: str
    context: str
    assessment: str
    notes: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """All that the paper says, for a template to lay out."""

    head: TripHead
    scope: str
    """`Agenda of all meetings`, or of which one."""
    printed: str
    """As of when: what is past due then is said to be."""
    clocks: tuple[ClockRow, ...]
    days: tuple[AgendaDay, ...]
    unplaced: tuple[AgendaLine, ...]
    """What has no hour yet: `hours.here` is its day and part of day."""
    results: Results = field(default=Results((), ()))
    """Those of the trip as a whole."""


def agenda(
    itinerary: Itinerary,
    printed: Moment,
    meeting: str | None = None,
    format: DocumentFormat = DocumentFormat.TEXT,  # noqa: A002 - what it is called everywhere
) -> str:
    """Return the agenda of a trip, or of the meeting of an id, as of a moment.

    It is an internal paper: restricted entries are in it, and marked. Raises `KeyError` where the
    trip has no such meeting.
    """
    return rendered("agenda", format, agenda=agenda_of(itinerary, printed, meeting))


def agenda_of(itinerary: Itinerary, printed: Moment, meeting: str | None = None) -> Agenda:
    """Return what an agenda says; raises `KeyError` where the trip has no such meeting."""
    days = trip_days(itinerary)
    today = printed.to(itinerary.trip.home.zone).date
    first = days[0] if days else today
    writing = _Writing(itinerary, first, today)
    whole = meeting is None
    only = None if meeting is None else itinerary.all(Meeting)[meeting]
    blocks = [block for block in programme(itinerary) if whole or _holds(block, only)]
    return Agenda(
        head=_head(itinerary, first),
        scope="Agenda of all meetings" if only is None else f"Agenda: {one_line(only.title)}",
        printed=moment_words(printed, itinerary.trip.home),
        clocks=clock_rows(itinerary, None if whole or not blocks else blocks[0].place),
        days=tuple(
            AgendaDay(day_heading(itinerary, block), tuple(writing.lines(block, only)))
            for block in blocks
        ),
        unplaced=tuple(writing.unplaced(only)),
        results=results_of(itinerary, None, today) if whole else Results((), ()),
    )


def _holds(block: Block, meeting: Meeting | None) -> bool:
    return any(line.entry and line.entry.record is meeting for line in block.lines)


def _head(itinerary: Itinerary, first: date) -> TripHead:
    trip = itinerary.trip
    days = trip_days(itinerary)
    starts, ends = trip.starts_from, trip.ends_at
    return TripHead(
        title=one_line(trip.title),
        marking=one_line(trip.marking),
        dates=date_range(*days) if days else "no dates yet",
        visit=joined((VISITS[trip.category], str(trip.status))),
        principal=attendee(itinerary, trip.principal, first),
        accompanying=tuple(attendee(itinerary, each, first) for each in trip.accompanying),
        home=joined(
            (
                place_words(trip.home),
                f"starts from {place_words(starts)}" if starts else "",
                f"ends at {place_words(ends)}" if ends else "",
            )
        ),
        invited_by=one_line(trip.invited_by),
        purpose=paragraphs(trip.purpose),
        context=paragraphs(trip.context),
        assessment=paragraphs(trip.assessment),
        notes=paragraphs(trip.notes),
    )


@dataclass(frozen=True, slots=True)
class _Writing:
    """Turns lines of the programme into lines of the paper."""

    itinerary: Itinerary
    first: date
    """The first day of the trip, whose titles hold where a meeting has no day yet."""
    today: date

    def lines(self, block: Block, only: Meeting | None) -> Iterator[AgendaLine]:
        for line in block.lines:
            if only is None or (line.entry and line.entry.record is only):
                yield self._line(block, line)

    def _line(self, block: Block, line: Line) -> AgendaLine:
        if line.entry is None:
            return AgendaLine(Hours("", ""), night_words(line, block.place), facts=rest_words(line))
        when, record = hours(line.entry, self.itinerary.trip.home), line.entry.record
        if isinstance(record, Meeting):
            return self._meeting(record, when, line.entry.start.date)
        if line.kind is LineKind.ARRIVAL:
            return self._arrival(line, record)
        return self._movement(record, when)

    def _arrival(self, line: Line, movement: Movement) -> AgendaLine:
        met_by = one_line(movement.met_by)
        return AgendaLine(
            hours_at(line.start, self.itinerary.trip.home),
            arrival_words(self.itinerary, movement),
            marks(movement),
            f"met by {met_by}" if met_by else "",
        )

    def _movement(self, movement: Movement, when: Hours) -> AgendaLine:
        return AgendaLine(
            when,
            way_words(self.itinerary, movement),
            marks(movement),
            way_facts(self.itinerary, movement),
        )

    def _meeting(self, meeting: Meeting, when: Hours, day: date) -> AgendaLine:
        return AgendaLine(
            when,
            one_line(meeting.title) or "Untitled",
            marks(meeting),
            sheet=sheet(self.itinerary, meeting, day, self.today),
        )

    def unplaced(self, only: Meeting | None) -> Iterator[AgendaLine]:
        """Return what has no hour yet, movements before meetings."""
        for movement in self.itinerary.movements:
            if only is None and movement.depart is None and movement.arrive is None:
                yield self._movement(movement, Hours(_day_words(movement.day, ""), ""))
        for meeting in self.itinerary.unplaced:
            if only is None or meeting is only:
                when = Hours(_day_words(meeting.day, meeting.part_of_day or ""), "")
                yield self._meeting(meeting, when, meeting.day or self.first)


def _day_words(day: date | None, part: str) -> str:
    return joined((short_date(day) if day else "no day yet", part), ", ")
