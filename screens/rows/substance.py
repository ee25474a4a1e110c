"""What came of a meeting, what has to be ready for it, and who called about it."""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.itinerary.belongings import TO_DO, TO_PREPARE
from planner.records import FollowUp, Note, Outcome, Task
from planner.records.words import FollowUpState, OutcomeState, TaskState
from planner.text.spoken import counted, short_date
from screens.rows.painting import Painting, Piece
from screens.rows.text import INDENT, heading, item_rows, text_rows

_REACHED = frozenset(OutcomeState) - {
    OutcomeState.EXPECTED,
    OutcomeState.UNDER_NEGOTIATION,
    OutcomeState.WITHDRAWN,
}


def outcome_rows(outcomes: Sequence[Outcome], width: int) -> Iterator[Painting]:
    """Yield the outcomes, each with its form and how far it is."""
    if outcomes:
        yield from heading("Outcomes")
    for outcome in outcomes:
        state = Piece(outcome.state, "good" if outcome.state in _REACHED else "muted")
        role = "fallen" if outcome.state is OutcomeState.WITHDRAWN else ""
        yield from item_rows(outcome.text, (state,), width, role)
        about = (outcome.kind, ", ".join(outcome.parties), outcome.reference, outcome.effect)
        words = " · ".join(filter(None, about))
        yield from text_rows(words, width, "muted", indent=INDENT * 2)


def follow_up_rows(follow_ups: Sequence[FollowUp], today: date, width: int) -> Iterator[Painting]:
    """Yield the follow-ups, with who sees to them and until when."""
    if follow_ups:
        yield from heading("Follow-ups")
    for each in follow_ups:
        is_open = each.state in TO_DO
        state = "" if each.state is FollowUpState.OPEN else each.state.value
        yield from item_rows(each.text, (Piece(state, "" if is_open else "good"),), width)
        due, role = _due(each.due, today) if is_open else ("", "muted")
        owner = each.owner or "no owner"
        last = f"{each.last_word}" if each.last_word else ""
        yield Painting(
            (Piece(f"{INDENT * 2}{owner}", "muted"), Piece(f" · {due}" if due else "", role))
        )
        yield from text_rows(last, width, "muted", indent=INDENT * 2)


def _due(due: date | None, today: date) -> tuple[str, str]:
    if due is None:
        return "no due date", "warning"
    if due < today:
        return f"was due {short_date(due)}", "error"
    return f"due {short_date(due)}", "muted"


def task_rows(tasks: Sequence[Task], today: date, width: int) -> Iterator[Painting]:
    """Yield what has to be ready, with who does it and until when."""
    if tasks:
        yield from heading("Tasks")
    for task in tasks:
        is_open = task.state in TO_PREPARE
        state = "" if task.state is TaskState.OPEN else task.state.value
        yield from item_rows(task.what, (Piece(state, "" if is_open else "good"),), width)
        due, role = _due(task.due, today) if task.due else (_before(task), "muted")
        words = " · ".join(filter(None, (task.kind, task.owner or "no owner")))
        yield Painting(
            (
                Piece(f"{INDENT * 2}{words}", "muted"),
                Piece(f" · {due}" if due and is_open else "", role),
            )
        )


def _before(task: Task) -> str:
    if task.days_before is None:
        return ""
    return f"{counted(task.days_before, 'day')} before"


def note_rows(notes: Sequence[Note], width: int) -> Iterator[Painting]:
    """Yield the log of calls and mails, oldest first."""
    if notes:
        yield from heading("Log")
    for note in notes:
        whom = f" · {note.with_whom}" if note.with_whom else ""
        when = f"{short_date(note.when.date)} {note.when.clock}{whom}"
        yield from text_rows(when, width, "muted", indent=INDENT)
        yield from text_rows(note.words, width, indent=INDENT * 2)
