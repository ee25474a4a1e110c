"""A question: what each key answers, what it says, and that nothing is lost by a stray key."""

from db.store import SqliteStore
from planner.records import Meeting
from screens.dialogs.question import QuestionDialog
from screens.workspace import WorkspaceScreen
from tests.screens.opened import asked, on_top, part_text, running, selected, unbroken, words
from tests.screens.typing_keys import Typist


async def test_each_key_has_its_answer_and_any_other_has_none() -> None:
    async with asked(QuestionDialog("Remove Paris?")) as (keys, answers):
        await keys.press("x", "space", "tab", "Y", "q")
        assert answers == []
        await keys.press("y")
        for key, default, _ in ANSWERS[1:]:
            QuestionDialog("Go on?", default=default).open(keys.pilot.app, answers.append)
            await keys.press(key)
        assert answers == [answer for _, _, answer in ANSWERS]


ANSWERS = (
    ("y", False, True),
    ("n", True, False),
    ("escape", True, False),
    ("enter", False, False),
    ("enter", True, True),
)
"""A key, what Enter is to answer, and the answer."""


async def test_it_says_what_would_be_lost_and_which_answer_enter_gives() -> None:
    text = f"Remove “[b]Budget[/b] \x1b[31m” with {', '.join(['3 topics'] * 9)}?"
    detail = "2 meetings stay [/]"
    async with asked(QuestionDialog(text, detail, yes="Throw away", no="Go on")) as (keys, _):
        shown = part_text(keys.pilot)
    assert unbroken(text).replace("\x1b", "␛") in unbroken(shown)
    assert detail in shown
    assert shown.splitlines()[-1].split() == ["y", "Throw", "away", "n", "Go", "on", "↵"]


async def test_keys_that_a_person_gave_it_are_shown_and_answer() -> None:
    own = {"question.yes": "j", "question.no": "f8"}
    async with asked(QuestionDialog("Go on?"), own) as (keys, answers):
        assert part_text(keys.pilot).splitlines()[-1].split() == ["j", "Remove", "F8", "Keep", "↵"]
        await keys.press("y", "n")
        assert answers == []
        await keys.press("j")
        assert answers == [True]


async def test_a_meeting_with_people_is_only_removed_by_a_yes(store: SqliteStore) -> None:
    async with running(store, (80, 24)) as pilot:
        keys = Typist(pilot)
        await keys.press("d")
        question = unbroken(part_text(pilot))
        assert "Remove meeting “Meeting at Downing Street” with 3 topics and 1" in question
        await keys.press("enter")
        on_top(pilot, WorkspaceScreen)
        assert store.load("trip").get(Meeting, "starmer-meeting")
        await keys.press("delete", "y")
        assert store.load("trip").get(Meeting, "starmer-meeting") is None
        assert words(pilot).startswith("Removed meeting “Meeting at Downing Street” · saved ")
        await keys.press("u")
        assert store.load("trip").get(Meeting, "starmer-meeting")
        assert selected(pilot)
