"""Who is in a meeting or on a movement, side by side."""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.itinerary import Itinerary
from planner.itinerary.titles import participant_name, printed_title
from planner.records import Participant
from planner.records.words import Response, Side
from planner.text.cells import cell_width
from screens.rows.painting import Painting, Piece, width_of
from screens.rows.text import INDENT, heading, item_rows, text_rows

_SIDES = {Side.THEIRS: "Theirs", Side.OURS: "Ours", Side.THIRD: "Third side"}
_RESPONSES = {
    Response.ACCEPTED: "good",
    Response.TENTATIVE: "warning",
    Response.INVITED: "muted",
    Response.DECLINED: "error",
}


def people_rows(
    itinerary: Itinerary, participants: Sequence[Participant], day: date | None, width: int
) -> Iterator[Painting]:
    """Yield the participants by side: name, the title of the day, role and what they answered."""
    for side, name in _SIDES.items():
        there = [each for each in participants if each.side is side]
        if there:
            yield from heading(name)
        for each in there:
            yield from _participant(itinerary, each, day, width)


def _participant(
    itinerary: Itinerary, participant: Participant, day: date | None, width: int
) -> Iterator[Painting]:
    name = participant_name(itinerary, participant)
    title = printed_title(itinerary, participant, day) if day else participant.printed_title
    answer = participant.response
    right = (
        Piece(participant.role, "muted"),
        Piece(f" · {answer}" if answer else "", _RESPONSES[answer] if answer else ""),
    )
    role = "fallen" if answer is Response.DECLINED else ""
    room = width - len(INDENT) - width_of(right) - 2
    if title and cell_width(f"{name}, {title}") <= room:
        yield Painting((Piece(INDENT), Piece(name, role), Piece(f", {title}", "muted")), right)
    else:
        yield from item_rows(name, right, width, role)
        yield from text_rows(title, width, "muted", indent=INDENT * 2)
    more = (", ".join(participant.languages), participant.seat)
    yield from text_rows(" · ".join(filter(None, more)), width, "muted", indent=INDENT * 2)
