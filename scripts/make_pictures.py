"""Makes the pictures of the documentation from the running product and the sample trip."""

import asyncio
import re
from datetime import UTC, datetime
from pathlib import Path

from db.places import ShippedGazetteer
from db.store import SqliteStore
from planner.clock import fixed_clock
from planner.commands.files import LocalFiles
from planner.desk import Desk
from planner.exchange import import_edit, read_trip_file
from planner.sample import SAMPLE_NOW, sample_text
from screens.app import PlannerApp

NAMED = {" ": "space", ":": "colon"}
FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
SHOTS = (
    ("workspace", (120, 40), True, ("down", "down")),
    ("workspace-small", (80, 24), True, ("down", "down")),
    ("trips", (100, 20), False, ()),
    (
        "form",
        (110, 34),
        True,
        ("a", "m", *"bilat", "tab", *"starmer", "tab", "tab", *"19:30 for 1h15", "tab", *"10 d"),
    ),
    ("export", (100, 34), True, ("down", "down", "x")),
)
"""Each picture: its name, its size in cells, whether a trip is open, and the keys pressed."""


def sample_store() -> tuple[SqliteStore, str]:
    """Return a store in memory with the sample in it, and the trip's id."""
    store = SqliteStore.in_memory("summitry")
    known = store.directory()
    file = read_trip_file(sample_text(), known, ShippedGazetteer())
    store.apply(import_edit(file, None, known))
    return store, file.trip.id


async def shoot(name: str, size: tuple[int, int], keys: tuple[str, ...], *, opened: bool) -> None:
    """Keep one screen, after some keys, as an SVG file."""
    store, trip = sample_store()
    now = datetime.fromtimestamp(SAMPLE_NOW.instant, UTC)
    desk = Desk(store, fixed_clock(now), ShippedGazetteer, LocalFiles())
    app = PlannerApp(desk, trip if opened else None)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*(NAMED.get(key, key) for key in keys))
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        picture = app.export_screenshot(title="Summitry")
    store.close()
    # The font would be fetched from the network by whoever looks at the page.
    picture = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    # Spaces at the beginning of a run of text would be dropped.
    picture = picture.replace("<svg ", '<svg xml:space="preserve" ', 1)
    # When it was saved is when the picture was made: the same picture should have the same bytes.
    picture = re.sub(r"\b\d\d:\d\d:\d\d\b", "16:49:58", picture)
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.svg").write_text(picture, encoding="utf-8")
    print(FOLDER / f"{name}.svg")


def main() -> None:
    """Make every picture."""
    for name, size, opened, keys in SHOTS:
        asyncio.run(shoot(name, size, keys, opened=opened))


if __name__ == "__main__":
    main()
