"""A Moment: a wall time in a zone, which is what a programme promises.

Zone rules change, and a meeting at 10:00 in Paris stays at 10:00, so the wall time and the zone
are the truth and the instant is derived. Written as RFC 9557 text:
`2025-03-17T10:00:00+01:00[Europe/Paris]`.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Self

from planner.errors import MomentInvalid
from planner.zones import zone

_TEXT = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)"
    r"(Z|[+-]\d\d:\d\d)?"
    r"\[([A-Za-z0-9_+/-]+)\]"
)
MINUTE = 60
YEARS = range(1900, 2200)
"""The years that can be read; beyond them is a slip of the hand, and arithmetic without sense."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A wall time, an IANA zone, and which of two equal wall times is meant.

    `fold` is 0 (the first) or 1 (the second) where the clocks go back and somebody chose, and None
    where nobody did or there is nothing to choose. A wall time that does not exist, or exists
    twice, can be held: rules report it, and nothing moves it.
    """

    wall: datetime
    zone: str
    fold: int | None = None
    # The rules ask for the instants of a long trip ten thousand times a check, and whether its
    # hours are doubtful thousands of times: working it out anew was half of their time.
    _instant: int | None = field(default=None, init=False, repr=False, compare=False)
    _shift: timedelta | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep one form for equal moments: no fold inside the wall, none where none is needed.

        Raises `ZoneUnknown`.
        """
        zone(self.zone)
        if self.wall.fold or self.wall.tzinfo is not None:
            object.__setattr__(self, "wall", self.wall.replace(tzinfo=None, fold=0))
        if self.fold is not None and not self.is_ambiguous:
            object.__setattr__(self, "fold", None)

    @classmethod
    def at(cls, instant: int, zone_name: str) -> Self:
        """Return the wall time that clocks in the zone show at an instant (UTC seconds)."""
        local = datetime.fromtimestamp(instant, tz=zone(zone_name))
        return cls(local.replace(tzinfo=None, fold=0), zone_name, local.fold)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read RFC 9557 text; the offset may be left out, and never outweighs the wall time.

        Raises `MomentInvalid` for another form, and `ZoneUnknown` for a zone that is not known.
        """
        found = _TEXT.fullmatch(text)
        if found is None:
            raise MomentInvalid(text)
        day, time, offset, zone_name = found.groups()
        try:
            wall = datetime.fromisoformat(f"{day}T{time}")
        except ValueError as error:
            raise MomentInvalid(text) from error
        if wall.year not in YEARS:
            raise MomentInvalid(text)
        moment = cls(wall, zone_name)
        if offset is None or not moment.is_ambiguous:
            return moment
        folds = [fold for fold in (0, 1) if _offset_text(moment._offset(fold)) == offset]
        return replace(moment, fold=folds[0]) if folds else moment

    def to_text(self) -> str:
        """Write RFC 9557 text, without an offset where the wall time does not say which it is."""
        wall = self.wall.isoformat(timespec="seconds")
        doubtful = self.is_nonexistent or (self.fold is None and self.is_ambiguous)
        offset = "" if doubtful else _offset_text(self.offset)
        return f"{wall}{offset}[{self.zone}]"

    def _offset(self, fold: int) -> timedelta:
        offset = self.wall.replace(tzinfo=zone(self.zone), fold=fold).utcoffset()
        return offset if offset is not None else timedelta(0)

    @property
    def offset(self) -> timedelta:
        """How far the zone is ahead of UTC at this moment."""
        return self._offset(self.fold or 0)

    @property
    def instant(self) -> int:
        """The instant, in seconds since 1970 UTC.

        In a gap it is read by the offset before it; of two equal wall times, unless somebody
        chose, it is the first (PEP 495).
        """
        known = self._instant
        if known is None:
            wall = self.wall.replace(tzinfo=zone(self.zone), fold=self.fold or 0)
            known = int(wall.timestamp())
            object.__setattr__(self, "_instant", known)
        return known

    @property
    def is_ambiguous(self) -> bool:
        """Whether the wall time occurs twice: the clocks go back over it (PEP 495)."""
        return self._jump > timedelta(0)

    @property
    def is_nonexistent(self) -> bool:
        """Whether the wall time is skipped: the clocks go forward over it (PEP 495)."""
        return self._jump < timedelta(0)

    @property
    def _jump(self) -> timedelta:
        """How far the clocks go back over this wall time; negative where they go forward."""
        known = self._shift
        if known is None:
            known = self._offset(0) - self._offset(1)
            object.__setattr__(self, "_shift", known)
        return known

    @property
    def date(self) -> date:
        """The local date."""
        return self.wall.date()

    @property
    def clock(self) -> str:
        """The local time of day, `17:35`."""
        return f"{self.wall:%H:%M}"

    @property
    def zone_label(self) -> str:
        """The zone's abbreviation on the day, `CET`; empty where it has only a number."""
        name = self.wall.replace(tzinfo=zone(self.zone), fold=self.fold or 0).tzname() or ""
        return name if name.isalpha() else ""

    def plus(self, minutes: int) -> Self:
        """Return the moment so many minutes later on a stopwatch, whatever the clocks do."""
        return type(self).at(self.instant + minutes * MINUTE, self.zone)

    def to(self, zone_name: str) -> Self:
        """Return the same instant as clocks in another zone show it."""
        return type(self).at(self.instant, zone_name)


def minutes_between(start: Moment, end: Moment) -> int:
    """Return the elapsed minutes from one moment to another, negative if it is earlier."""
    return (end.instant - start.instant) // MINUTE


def utc(moment: datetime) -> Moment:
    """Return an aware datetime as a Moment in UTC."""
    return Moment(moment.astimezone(UTC).replace(tzinfo=None, microsecond=0), "UTC")


def stated_offset_disagrees(text: str) -> bool:
    """Tell whether RFC 9557 text states an offset that its wall time does not have there.

    The wall time wins; the reader of a file says so in a note.
    """
    found = _TEXT.fullmatch(text)
    if found is None or found[3] is None:
        return False
    moment = Moment.from_text(text)
    stated = "+00:00" if found[3] == "Z" else found[3]
    return moment.is_nonexistent or stated not in {
        _offset_text(moment._offset(fold))  # noqa: SLF001 - the same module
        for fold in ((0, 1) if moment.is_ambiguous else (0,))
    }


def _offset_text(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / MINUTE)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
