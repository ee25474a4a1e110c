"""What a run measured, and the table of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles


@dataclass
class Figure:
    """One thing that was measured, run by run, each time beside the yardstick."""

    name: str
    bar: float
    """How many times what the yardstick takes it may take."""
    pairs: list[tuple[float, float]] = field(default_factory=list)
    """Seconds of the product and of the yardstick, measured one right after the other."""

    @property
    def ratio(self) -> float:
        """How many times as long as the yardstick it takes: the median of the pairs."""
        return median(product / yardstick for product, yardstick in self.pairs)

    @property
    def is_met(self) -> bool:
        """Whether it stays under the bar."""
        return self.ratio < self.bar

    def row(self) -> tuple[str, ...]:
        """Return it as a row of the table."""
        products, yardsticks = ([pair[side] for pair in self.pairs] for side in (0, 1))
        return (
            self.name,
            _milliseconds(products),
            _milliseconds(yardsticks),
            f"{self.ratio:.2f}",
            f"< {self.bar:g}",
            "yes" if self.is_met else "NO",
        )


HEADINGS = ("", "planner, ms", "minimal app, ms", "ratio", "bar", "met")


def table(figures: Iterable[Figure]) -> str:
    """Return figures as a table of text."""
    rows = [HEADINGS, *(figure.row() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _milliseconds(seconds: Sequence[float]) -> str:
    """Return the median, and between which values nine runs of ten lie."""
    cuts = quantiles(seconds, n=20, method="inclusive")
    return f"{median(seconds) * 1000:.1f} ({cuts[0] * 1000:.1f}–{cuts[-1] * 1000:.1f})"
