"""Build `db/places.sqlite3`, the gazetteer that is shipped, from its sources.

Run by `make places`, which installs the sources first (the `places` extra of `pyproject.toml`).
"""

from pathlib import Path

from places.airports import airports
from places.atlas import Atlas
from places.cities import cities, importance, is_kept
from places.regions import Regions
from places.venues import venues
from places.writing import write

TARGET = Path(__file__).parent.parent / "db" / "places.sqlite3"


def main() -> None:
    """Gather, check, write, and say what was written."""
    found = cities(Regions())
    atlas = Atlas(found)
    halls, fields = venues(atlas), airports(atlas)
    called_for = {(each.country, each.city) for each in (*halls, *fields)}
    kept = [each for each in found if is_kept(each) or (each.country, each.name) in called_for]
    write(TARGET, sorted([*kept, *halls, *fields], key=importance))
    size = TARGET.stat().st_size / 1_000_000
    print(f"{len(kept)} cities, {len(fields)} airports, {len(halls)} venues: {size:.1f} MB")


if __name__ == "__main__":
    main()
