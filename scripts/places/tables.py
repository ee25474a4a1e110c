"""The tables written by hand, in `data/`: tab-separated, a header line, UTF-8."""

import csv
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).with_name("data")


def rows(name: str) -> Iterator[dict[str, str]]:
    """Return the rows of a table, by the names of its columns."""
    with (DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True):
            yield {column: value or "" for column, value in row.items()}


def listed(text: str) -> frozenset[str]:
    """Return the names of a cell that holds several, divided by `|`."""
    return frozenset(filter(None, text.split("|")))
