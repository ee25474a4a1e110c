"""Writes what is made from the records: the schema of the trip file, and the reference page."""

import json
from pathlib import Path

from planner.exchange.reference import records_page
from planner.exchange.schema import trip_file_schema

PROJECT = Path(__file__).parent.parent
SCHEMA = PROJECT / "planner" / "exchange" / "trip-file.schema.json"
PAGE = PROJECT / "docs" / "records.md"


def made() -> dict[Path, str]:
    """Return the text of each file that is made."""
    schema = json.dumps(trip_file_schema(), ensure_ascii=False, indent=2) + "\n"
    return {SCHEMA: schema, PAGE: records_page()}


def main() -> None:
    """Write them."""
    for path, text in made().items():
        path.write_text(text, encoding="utf-8")
        print(f"Wrote {path.relative_to(PROJECT)}")


if __name__ == "__main__":
    main()
