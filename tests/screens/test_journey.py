"""The main job by keys alone: a trip laid out from nothing, and found again."""

from datetime import UTC, date, datetime
from pathlib import Path

from db.store import SqliteStore
from planner.clock import Clock, fixed_clock
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Person
from planner.records.words import OutcomeKind, Stance
from screens.app import PlannerApp
from screens.widgets.conflicts import Conflicts
from screens.widgets.details import Details
from screens.widgets.lines import Lines
from screens.widgets.programme import Programme
from screens.workspace import WorkspaceScreen
from tests.screens.opened import KeptFiles, app_of, screen_text, text_of, words
from tests.screens.typing_keys import Typist


def in_march() -> Clock:
    now = Moment.from_text("2025-03-01T09:00[America/Toronto]")
    return fixed_clock(datetime.fromtimestamp(now.instant, UTC))


async def lay_out_the_journey(keys: Typist) -> None:
    await keys.press("n")
    await keys.fill("Paris and London", "Mark Carney", save=False)
    await keys.press("enter")
    await keys.fill("Mark Carney", "prime minister of canada", "14 mar 2025", "m", "y", "en, fr")
    await keys.fill("ottawa", "16-18 mar 2025")
    await keys.press("a", "s")
    await keys.fill("paris", "17 mar 8:40", "14:30")
    await keys.press("ctrl+s")
    await keys.press("a", "s")
    await keys.fill("london", "", "18 mar 9:00")
    await keys.fill("", "", "", "", "+1h10")


async def schedule_the_meetings(keys: Typist) -> None:
    await keys.press("a", "m")
    await keys.fill("working", "Emmanuel Macron", save=False)
    await keys.press("enter")
    await keys.fill("", "president of france", "14 may 2017")
    await keys.fill("", "12:00-13:30", "elys")
    await keys.press("t", "a")
    await keys.fill("Intelligence-sharing", "", "30m")
    await keys.press("a")
    await keys.fill("Trade", "", "20m")
    await keys.press("a")
    await keys.fill("United States tariffs", "if")
    await keys.press("escape", "end", "a", "m")
    await keys.fill("audience", "King Charles III", save=False)
    await keys.press("enter")
    await keys.fill("", "king of the uk")
    await keys.fill("", "16:15", "buckingham")


async def meet_the_prime_minister_too_early(keys: Typist) -> None:
    await keys.press("a", "m")
    await keys.fill("bilat", "Sir Keir Starmer", save=False)
    await keys.press("enter")
    await keys.fill("", "pm uk")
    await keys.fill("", "16:30-17:30", "10 down")


async def record_what_came_of_lunch(keys: Typist) -> None:
    await keys.press("up", "up", "up", "o", "a")
    await keys.fill("partner", "A new security partnership", "agreed")
    await keys.press("w", "a")
    await keys.fill("Draft the text of the partnership", "GAC", "30 apr 2025")
    await keys.press("escape", "escape")


async def export_the_agenda(keys: Typist) -> None:
    await keys.press("x", "down", "enter", "enter")


def unbroken(pane: Lines) -> str:
    """Return what a pane shows as one line, however it was broken."""
    return " ".join(text_of(pane).split())


async def test_the_journey_by_keys_alone(tmp_path: Path) -> None:
    path, files = str(tmp_path / "trips.sqlite3"), KeptFiles()
    store = SqliteStore.open(path, "officer")
    app = app_of(store, None, in_march(), files)
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Typist(pilot)
        await lay_out_the_journey(keys)
        assert isinstance(app.screen, WorkspaceScreen)
        assert "✈ Paris → London  time change −1 h" in text_of(app.screen.query_one(Programme))
        await schedule_the_meetings(keys)
        assert "16:15 (12:15) Audience with King Charles III" in screen_text(pilot)

        await meet_the_prime_minister_too_early(keys)
        for pane in (Conflicts, Details):
            assert "overlap by 15 min" in unbroken(app.screen.query_one(pane))
        await keys.press(*["shift+right"] * 6)
        assert "overlap" not in text_of(app.screen.query_one(Conflicts))
        assert words(pilot).startswith("Moved Bilateral meeting with Sir Keir Starmer to 17:00")

        await record_what_came_of_lunch(keys)
        assert "Draft the text of the partnership" in text_of(app.screen.query_one(Details))
        await export_the_agenda(keys)
        assert words(pilot) == "Written to /papers/paris-london-2025-agenda.md"
        assert keys.pressed < 700
        await keys.press("q")
    store.close()

    assert "Intelligence-sharing" in files.texts["paris-london-2025-agenda.md"]
    await find_it_all_again(SqliteStore.open(path, "officer"))


async def find_it_all_again(store: SqliteStore) -> None:
    app: PlannerApp = app_of(store, None, in_march())
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Typist(pilot)
        await keys.settle()
        assert "16–18 March 2025" in screen_text(pilot)
        assert "Mark Carney · Paris → London" in screen_text(pilot)
        await keys.press("enter")
        shown = screen_text(pilot)
        for line in ("Working meal with Emmanuel Macron", "Audience with King Charles III"):
            assert line in shown
        assert "Bilateral meeting with Sir Keir" in shown
    prove(store.load(store.trips()[0].trip.id))
    store.close()


def prove(trip: Itinerary) -> None:
    assert [stop.place.city for stop in trip.stops] == ["Paris", "London"]
    out, over = trip.movements
    assert (over.depart, over.arrive) == (
        Moment.from_text("2025-03-17T14:30[Europe/Paris]"),
        Moment.from_text("2025-03-17T14:40[Europe/London]"),
    )
    assert out.arrive == Moment.from_text("2025-03-17T08:40[Europe/Paris]")
    lunch, audience, bilateral = trip.meetings
    assert [topic.title for topic in trip.topics_of(lunch.id)] == [
        "Intelligence-sharing",
        "Trade",
        "United States tariffs",
    ]
    assert trip.topics_of(lunch.id)[2].stance is Stance.IF_RAISED
    assert audience.minutes == 30
    assert bilateral.start == Moment.from_text("2025-03-17T17:00[Europe/London]")
    (outcome,) = trip.outcomes_of(lunch.id)
    assert outcome.kind is OutcomeKind.PARTNERSHIP
    (follow_up,) = trip.follow_ups
    assert (follow_up.outcome, follow_up.owner) == (outcome.id, "GAC")
    assert follow_up.due == date(2025, 4, 30)
    people = {person.name for person in trip.all(Person).values()}
    assert people == {"Mark Carney", "Emmanuel Macron", "King Charles III", "Sir Keir Starmer"}
