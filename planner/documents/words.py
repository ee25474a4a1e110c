"""The words that papers share: user text in its printable form, lists, and what stands for what."""

from collections.abc import Iterable, Mapping

from planner.geography.countries import country_name
from planner.itinerary.offsets import utc_label
from planner.moments import MINUTE, Moment
from planner.records import Meeting, Movement, Place
from planner.records.words import Attends, Coverage, Status, TripCategory, Visibility
from planner.text.spoken import counted, home_time, length, long_date

SEPARATOR = " · "

VISITS: Mapping[TripCategory, str] = {
    TripCategory.STATE: "State visit",
    TripCategory.OFFICIAL: "Official visit",
    TripCategory.OFFICIAL_WORKING: "Official working visit",
    TripCategory.WORKING: "Working visit",
    TripCategory.GUEST_OF_GOVERNMENT: "Visit as guest of government",
    TripCategory.PRIVATE: "Private visit",
    TripCategory.TRANSIT: "Transit",
    TripCategory.MULTILATERAL: "Visit to a multilateral meeting",
    TripCategory.CEREMONIAL: "Ceremonial visit",
}

COVERAGE: Mapping[Coverage, str] = {
    Coverage.NOT_STATED: "coverage not stated",
    Coverage.OPEN: "open to the media",
    Coverage.POOLED: "pooled coverage",
    Coverage.POOLED_PHOTO: "pooled photo at the start",
    Coverage.HOST_BROADCASTER: "host broadcaster",
    Coverage.OFFICIAL_PHOTOGRAPHER: "official photographer only",
    Coverage.CLOSED: "closed to the media",
}

ATTENDS: Mapping[Attends, str] = {
    Attends.PRINCIPAL: "",
    Attends.SPOUSE: "spouse’s programme",
    Attends.DELEGATION: "delegation only",
}

_STATUS_MARKS: Mapping[Status, str] = {
    Status.PROPOSED: "TBC",
    Status.REQUESTED: "TBC",
    Status.TENTATIVE: "(T)",
    Status.CONFIRMED: "",
    Status.HELD: "",
    Status.DECLINED: "DECLINED",
    Status.POSTPONED: "POSTPONED",
    Status.CANCELLED: "CANCELLED",
    Status.SUPERSEDED: "SUPERSEDED",
}


def marks(record: Meeting | Movement) -> str:
    """Return what stands after an entry's name: `(T)`, `CANCELLED`, `RESTRICTED`; empty if firm."""
    restricted = "RESTRICTED" if record.visibility is Visibility.RESTRICTED else ""
    return joined((_STATUS_MARKS[record.status], restricted), " ")


def status_word(status: Status) -> str:
    """Return the word for what is not firm yet; what is confirmed, held or off needs none."""
    return str(status) if _STATUS_MARKS[status] in ("TBC", "(T)") else ""


def one_line(text: str) -> str:
    """Return a name, title or other short text on one line."""
    return " ".join(text.split())


def paragraphs(text: str) -> str:
    """Return a longer text with a line a paragraph, and no empty ones."""
    return "\n".join(line for each in text.splitlines() if (line := one_line(each)))


def joined(parts: Iterable[str], separator: str = SEPARATOR) -> str:
    """Return the parts that are not empty, with a separator between them."""
    return separator.join(part for part in parts if part)


def listed(parts: Iterable[str]) -> str:
    """Return `Canada, France and Germany`."""
    known = [part for part in parts if part]
    return " and ".join((", ".join(known[:-1]), known[-1])) if len(known) > 1 else "".join(known)


def place_words(place: Place) -> str:
    """Return `Paris, France`."""
    return joined((one_line(place.city), country_name(place.country)), ", ")


def minutes_words(minutes: int) -> str:
    """Return `1 minute`, `75 minutes`."""
    return counted(minutes, "minute")


def within(minutes: int | None) -> str:
    """Return a length, `1 h 30`; empty where it is not known."""
    return "" if minutes is None else length(minutes)


def moment_words(moment: Moment, home: Place) -> str:
    """Return `Monday 17 March 2025, 16:50 GMT (12:50 Ottawa)`."""
    zone = moment.zone_label or utc_label(int(moment.offset.total_seconds()) // MINUTE)
    at_home = home_time(moment, home.zone)
    beside = f" ({at_home} {one_line(home.city)})" if at_home else ""
    return f"{long_date(moment.date)}, {moment.clock} {zone}{beside}"
