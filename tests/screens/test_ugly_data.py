"""Names as they come, long and in every script: no column moves, and no terminal obeys them."""

import unicodedata
from collections.abc import Iterator

import pytest
from rich.cells import cell_len

from db.store import SqliteStore
from planner.edits import Edit, create
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import (
    Lodging,
    Meeting,
    Movement,
    Outcome,
    Participant,
    Person,
    Place,
    Record,
    Stop,
    Topic,
    Trip,
    Venue,
)
from planner.records.words import MeetingKind, Mode, OutcomeKind, Role, Side, Status
from planner.text.cells import cell_width, printable, steady
from planner.text.spoken import length
from screens.dialogs.export import PaperChoice, PaperPreview
from screens.dialogs.roll import RollLines
from screens.widgets.attention import Attention
from screens.widgets.conflicts import Conflicts
from screens.widgets.details import Details
from screens.widgets.lines import MARGIN, Lines
from screens.widgets.programme import Programme
from screens.widgets.trip_list import TripList
from tests.planner.journeys import OTTAWA, in_london
from tests.screens.opened import painted, rows_of, running, shown
from tests.screens.typing_keys import Typist

pytestmark = pytest.mark.painted

SIZES = ((80, 24), (120, 40), (200, 60))
LONG = 80
ENTRIES = 200
UGLY = (
    "Working session with the delegation of the European Council and its members",
    "李强国务院总理与加拿大总理的双边会谈以及午餐会",
    "👩‍👩‍👧‍👦👨🏽‍🚀🏳️‍🌈👍🏿❤️☎️1️⃣🇫🇷🇬🇧🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "פגישה עם ראש הממשלה ושר החוץ",
    "اجتماع مع رئيس الوزراء ووزير الخارجية",
    "[bold]Budget[/] [/x] [red on blue]€ [link=https://x]here[/link]",
    "\x1b[31mred\x1b]0;title\x07 \x00\x08\x0b\x7f\x9b2J\r\ntwo\tthree\u2028four\u202eback\u2066",
    unicodedata.normalize("NFD", "Réunion à l’Élysée — Müller, Łódź, São Tomé e Príncipe, 한국어"),
    "नई दिल्ली में प्रधानमंत्री के साथ बैठक และกรุงเทพมหานคร",
    "\u200bhid\u200bden\u2060 zero\ufeff width\u00ad soft Z\u0335\u0321\u0353a\u0334l\u0338g\u0337",
    "w" * 79 + "!",
    "🎉" * 40,
)
"""Each is said again and again until it has eighty characters."""


def ugly(number: int, tag: str = "") -> str:
    """Return one of the texts, eighty characters long, with a tag in front to know it by."""
    return (tag + f"{UGLY[number % len(UGLY)]} " * LONG)[:LONG]


def clean(text: str) -> str:
    """Return a text as a terminal is shown it, without the spaces at which it may be broken."""
    return "".join(steady(printable(text)).split())


def place(number: int, zone: str) -> Place:
    return Place(ugly(number), "GB", zone, ugly(number + 1), 51.5, -0.1 + number)


def records() -> Iterator[Record]:
    """Yield a trip of two hundred entries in which everything is called something ugly."""
    yield Person(id="principal", name=ugly(2), ours=True)
    yield Trip(id="trip", title=ugly(2), short_name="ugly", principal="principal", home=OTTAWA)
    for number, (stop, day) in enumerate((("first", 17), ("second", 19))):
        arrive, depart = in_london("08:00", day), in_london("23:00", day + 1)
        where = place(number + 3, "Europe/London")
        yield Stop(id=stop, trip="trip", place=where, arrive=arrive, depart=depart)
        yield Lodging(id=f"night-{stop}", trip="trip", stop=stop, name=ugly(number))
    for number in range(len(UGLY)):
        yield Person(id=f"person-{number}", name=ugly(number))
        yield Venue(
            id=f"venue-{number}", name=ugly(number), place=place(number + 1, "Europe/London")
        )
    for number in range(ENTRIES):
        yield from (movement(number) if number % 20 == 10 else meeting(number))


def start(number: int) -> Moment | None:
    if number % 7 == 5:
        return None
    return in_london(f"{8 + number % 12:02}:{number % 60:02}", 17 + number % 4)


def movement(number: int) -> Iterator[Record]:
    depart = in_london(f"{8 + number % 12:02}:00", 17 + number % 4)
    yield Movement(
        id=tag(number),
        trip="trip",
        mode=list(Mode)[number % len(Mode)],
        origin_venue=f"venue-{number % len(UGLY)}",
        destination_venue=f"venue-{(number + 1) % len(UGLY)}",
        depart=depart,
        arrive=depart.plus(number),
        met_by=ugly(number),
        carrier=ugly(number),
    )


def meeting(number: int) -> Iterator[Record]:
    yield Meeting(
        id=tag(number),
        trip="trip",
        stop="first" if number % 4 < 2 else "second",
        title=ugly(number, tag(number)),
        kind=list(MeetingKind)[number % len(MeetingKind)],
        status=list(Status)[number % len(Status)],
        venue=f"venue-{number % len(UGLY)}" if number % 3 else None,
        start=start(number),
        minutes=(None, 5, 90, 600)[number % 4],
        purpose=ugly(number + 1),
        notes=ugly(number + 2),
    )
    if number % 2:
        yield Participant(
            id=f"with-{number}",
            meeting=tag(number),
            person=f"person-{number % len(UGLY)}",
            side=Side.THEIRS,
            role=Role.COUNTERPART,
        )
    if number % 9 == 0:
        for position in range(3):
            what = ugly(number + position)
            key = f"{number}-{position}"
            yield Topic(id=f"topic-{key}", meeting=tag(number), position=position, title=what)
            yield Outcome(
                id=f"outcome-{key}",
                trip="trip",
                meeting=tag(number),
                kind=OutcomeKind.COMMITMENT,
                text=what,
            )


def tag(number: int) -> str:
    return f"<{number}>"


@pytest.fixture(scope="module")
def ugly_store() -> Iterator[SqliteStore]:
    store = SqliteStore.in_memory("planner")
    store.apply(Edit("Imported", create(*records())))
    yield store
    store.close()


def check(pane: Lines) -> list[str]:
    """Check every row of a pane, those out of sight too, and return them."""
    width = pane.scrollable_content_region.width
    rows = rows_of(pane)
    for row in rows:
        assert cell_len(row) == cell_width(row) == width, row
        assert not [sign for sign in row if is_obeyed(sign)], row
        assert not set(row) & UNSTEADY, row
    return rows


UNSTEADY = {"\u200d", "\ufe0f", *map(chr, range(0x1F3FB, 0x1F400))}
"""What puts emoji together, or changes one: terminals differ over how wide that is."""


def is_obeyed(sign: str) -> bool:
    return unicodedata.category(sign) == "Cc" or unicodedata.bidirectional(sign) in STEERING


STEERING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
"""What reorders a line beyond the text that it stands in."""


PANES: tuple[tuple[list[str], type[Lines]], ...] = (
    ([], Programme),
    (["tab"], Details),
    (["tab"], Conflicts),
    (["escape"], TripList),
    ([], Attention),
    (["enter", "home", "t"], RollLines),
)
"""Keys that lead from one pane to the next."""
PAPERS: tuple[tuple[list[str], type[Lines]], ...] = (
    (["escape", "x", "T"], PaperChoice),
    ([], PaperPreview),
)
"""What takes longest to draw up is as wide in a large terminal as in a small one."""


@pytest.mark.parametrize("size", SIZES)
async def test_every_pane_keeps_its_columns_and_gives_the_terminal_no_orders(
    ugly_store: SqliteStore, size: tuple[int, int]
) -> None:
    async with running(ugly_store, size) as pilot:
        keys = Typist(pilot)
        for pressed, pane in PANES + (PAPERS if size == SIZES[0] else ()):
            await keys.press(*pressed)
            await keys.wait()
            for line in painted(pilot):
                assert cell_len(line.text) == line.cell_length == size[0], line.text
                assert not [sign for sign in line.text if is_obeyed(sign)], line.text
            rows = check(pilot.app.screen.query_one(pane))
            assert rows
            if pane is Programme:
                check_programme(ugly_store.load("trip"), rows)


def check_programme(trip: Itinerary, rows: list[str]) -> None:
    """Check that each meeting has its row, its length in one column, and an ellipsis if cut."""
    by_row = {each.id: row for row in rows for each in trip.meetings if each.id in row}
    for each in trip.meetings:
        row = by_row[each.id]
        assert clean(each.title) in "".join(row.split()) or "…" in row, row
        if each.minutes is not None:
            assert row.endswith(f"{length(each.minutes):>6}" + " " * MARGIN), row


async def test_what_is_broken_into_lines_loses_nothing(ugly_store: SqliteStore) -> None:
    async with running(ugly_store, (120, 40)) as pilot:
        keys = Typist(pilot)
        details = pilot.app.screen.query_one(Details)
        trip = ugly_store.load("trip")
        told = 0
        for _ in range(4):
            for _ in range(5):
                keys.post("down")
            await keys.settle()
            record = trip.find(shown(pilot).selected_record)
            text = "".join("".join(check(details)).split()).replace("\u200e", "")
            if isinstance(record, Meeting):
                told += 1
                assert clean(record.title) in text
                assert clean("".join(record.notes.split())) in text
        assert told > 2
