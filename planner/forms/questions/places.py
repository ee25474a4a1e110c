"""Questions about places: cities of the gazetteer, venues, and the ends of a movement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.errors import (
    AnswerNeeded,
    FieldInvalid,
    NameUnknown,
    PlaceAmbiguous,
    PlaceUnknown,
)
from planner.forms.questions.clocks import id_of
from planner.forms.questions.fields import TextsQuestion
from planner.forms.questions.naming import MOST_SHOWN, NamedQuestion, parted
from planner.forms.questions.question import Question, Reading, Suggestion
from planner.geography.countries import country_code, country_name
from planner.geography.places import Site
from planner.records import Place, Record, Stop, Venue
from planner.text.spelling import fold

if TYPE_CHECKING:
    from planner.forms.answers import Answers

PARTS = "city; country code; time zone; latitude; longitude"
"""How a place is typed that the gazetteer does not know."""


@dataclass(frozen=True, kw_only=True)
class PlaceQuestion(Question):
    """A city, an airport or a venue of the gazetteer, or a place in five parts."""

    @property
    def help(self) -> str:
        """What can be typed."""
        return (
            "A city, by its own or another name (Kiev, NYC, Den Haag), with its region or country "
            f"where there are several. What is not known here is typed as {PARTS}."
        )

    def written(self, values: Mapping[str, object], draft: "Answers") -> str:
        """Return the place as one would type it."""
        place = values.get(self.name)
        return place_label(place) if isinstance(place, Place) else ""

    def read(self, text: str, draft: "Answers") -> Reading:
        """Return the place."""
        if not text:
            if self.required:
                raise AnswerNeeded(self.label)
            return Reading({self.name: None})
        if ";" in text:
            place = _in_parts(text)
            return Reading({self.name: place}, place_words(place))
        place = _resolved(text, draft).place
        return Reading({self.name: place}, place_words(place))

    def suggestions(self, text: str, draft: "Answers") -> tuple[Suggestion, ...]:
        """Return the cities and sites that a text may mean."""
        return _sites(text, draft)


def place_label(place: Place) -> str:
    """Return `London, Ontario, Canada`."""
    area = "" if place.admin_area == place.city else place.admin_area
    return ", ".join(filter(None, (place.city, area, country_name(place.country))))


def place_words(place: Place) -> str:
    """Return a place with its clocks, as it was understood."""
    return f"{place_label(place)} · {place.zone}"


def _in_parts(text: str) -> Place:
    parts = [part.strip() for part in text.split(";")]
    if len(parts) not in (3, 5):
        raise FieldInvalid("place", PARTS, f"{len(parts)} parts", "three parts, or five")
    city, country, zone = parts[0], country_code(parts[1]), parts[2]
    if not city or country is None:
        expected = "a city and a country such as CA"
        raise FieldInvalid("place", expected, f"“{text}”", "a city and a country")
    latitude, longitude = _degrees(parts[3:]) if len(parts) == 5 else (None, None)
    return Place(city, country, zone, "", latitude, longitude)


def _degrees(parts: Sequence[str]) -> tuple[float, float]:
    try:
        latitude, longitude = float(parts[0]), float(parts[1])
    except ValueError as error:
        raise FieldInvalid("place", "degrees such as 82.5", f"“{'; '.join(parts)}”") from error
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise FieldInvalid("place", "degrees on earth", f"“{'; '.join(parts)}”")
    return latitude, longitude


def _resolved(text: str, draft: "Answers") -> Site:
    try:
        return draft.reference.gazetteer.resolve(text)
    except PlaceUnknown as error:
        raise NameUnknown("place", text, error.close[:2], new=f"Or type {PARTS}.") from error


def _sites(text: str, draft: "Answers") -> tuple[Suggestion, ...]:
    if not text:
        return ()
    found = draft.reference.gazetteer.find(text, MOST_SHOWN)
    is_known = _is_known(text, draft)
    return tuple(
        Suggestion(
            site.label,
            site.place.zone,
            is_guess=not (is_known or fold(site.label).startswith(fold(text))),
        )
        for site in found
    )


def _is_known(text: str, draft: "Answers") -> bool:
    """Tell whether a text names a place, be it several, and does not just resemble one."""
    try:
        draft.reference.gazetteer.resolve(text)
    except PlaceAmbiguous:
        return True
    except PlaceUnknown:
        return False
    return True


@dataclass(frozen=True, kw_only=True)
class VenueQuestion(NamedQuestion):
    """A venue that is kept, one that the gazetteer knows, or a new one."""

    noun: str = "venue"

    @property
    def new_kind(self) -> str:
        """Say that a venue can be made."""
        return "venue"

    def candidates(self, draft: "Answers") -> Sequence[Record]:
        """Return the venues that are kept, those nearest to the form's place first."""
        place = stop_place(draft)
        venues = draft.reference.venues
        if place is None:
            return venues
        return sorted(venues, key=lambda venue: venue.place.city != place.city)

    def label_of(self, record: Record, draft: "Answers") -> str:
        """Return the venue's name."""
        return record.name if isinstance(record, Venue) else ""

    def hint_of(self, record: Record, draft: "Answers") -> str:
        """Return the city it is in."""
        return place_label(record.place) if isinstance(record, Venue) else ""

    def _by_hint(self, text: str, labels: Mapping[str, Record], draft: "Answers") -> str | None:
        """Return none: a city is not the one venue that happens to be kept there."""
        return None

    def read(self, text: str, draft: "Answers") -> Reading:
        """Return the venue, to be made if only the gazetteer knows it."""
        if not text:
            return super().read(text, draft)
        venue = self.venue(text, draft)
        made = () if venue in draft.reference.venues else (venue,)
        return Reading({self.name: venue.id}, self.say(venue, text, draft), made)

    def venue(self, text: str, draft: "Answers") -> Venue:
        """Return the venue that is meant; raises `InputError`."""
        try:
            found = self.find(text, draft)
        except NameUnknown as unknown:
            return self._known(text, draft, unknown)
        if not isinstance(found, Venue):
            raise NameUnknown(self.noun, text)
        return found

    def _known(self, text: str, draft: "Answers", unknown: NameUnknown) -> Venue:
        try:
            site = draft.reference.gazetteer.resolve(text)
        except PlaceUnknown:
            raise unknown from None
        return kept_or_made(site, draft)

    def suggestions(self, text: str, draft: "Answers") -> tuple[Suggestion, ...]:
        """Return the venues that are kept, then those of the gazetteer, then a new one."""
        kept = super().suggestions(text, draft)
        if not text or text in (each.text for each in kept if not each.makes):
            return kept
        some = [each for each in kept if not each.makes][:4]
        sites = _sites(text, draft)[: MOST_SHOWN - len(some)]
        return (*some, *sites, *(each for each in kept if each.makes))


def kept_or_made(site: Site, draft: "Answers") -> Venue:
    """Return the venue of a site: the one that is kept, or a new one."""
    for venue in draft.reference.venues:
        if venue.name == site.name and venue.place == site.place:
            return venue
    return Venue(
        id=draft.new_id(site.label),
        name=site.name,
        place=site.place,
        kind=site.kind,
        code=site.code,
    )


def stop_place(draft: "Answers") -> Place | None:
    """Return where the stop is that a form chooses, else that of the cursor."""
    if "stop" in draft.layout.by_name:
        chosen = draft.reference.find(id_of(draft.value("stop")))
    else:
        chosen = draft.reference.find(draft.reference.stop)
    return chosen.place if isinstance(chosen, Stop) else None


@dataclass(frozen=True, kw_only=True)
class AirportsQuestion(TextsQuestion):
    """The codes of the airports that serve a stop; those near its place are offered."""

    depends: tuple[str, ...] = ("place",)

    def suggestions(self, text: str, draft: "Answers") -> tuple[Suggestion, ...]:
        """Return the nearest airports, behind the codes that are there already."""
        place = draft.value("place")
        if not isinstance(place, Place):
            return ()
        lead, last = parted(text)
        near = draft.reference.gazetteer.airports_near(place)
        fitting = (site for site in near if site.code.startswith(last.strip().upper()))
        return tuple(Suggestion(lead + site.code, site.name) for site in fitting)[:MOST_SHOWN]


@dataclass(frozen=True, kw_only=True)
class StopQuestion(NamedQuestion):
    """A stop of the trip."""

    noun: str = "stop"

    def candidates(self, draft: "Answers") -> Sequence[Record]:
        """Return the stops in order."""
        return draft.reference.stops

    def label_of(self, record: Record, draft: "Answers") -> str:
        """Return the stop's city."""
        return record.place.city if isinstance(record, Stop) else ""

    def hint_of(self, record: Record, draft: "Answers") -> str:
        """Return when the stop is, or which of that name."""
        return _days(record) if isinstance(record, Stop) else ""


def _days(stop: Stop) -> str:
    """Return `17/3–18/3`; the zone where no day is known."""
    days = (stop.arrival_day, stop.departure_day)
    said = [f"{day.day}/{day.month}" for day in days if day]
    return "–".join(dict.fromkeys(said)) or stop.place.zone


@dataclass(frozen=True, kw_only=True)
class EndQuestion(VenueQuestion):
    """One end of a movement: a stop of the trip, or a venue such as an airport."""

    noun: str = "stop or venue"
    end: str
    """`origin` or `destination`."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The stop and the venue of this end."""
        return (f"{self.end}_stop", f"{self.end}_venue")

    def candidates(self, draft: "Answers") -> Sequence[Record]:
        """Return the stops of the trip, then the venues."""
        return (*draft.reference.stops, *super().candidates(draft))

    def label_of(self, record: Record, draft: "Answers") -> str:
        """Return the stop's city or the venue's name."""
        return record.place.city if isinstance(record, Stop) else super().label_of(record, draft)

    def hint_of(self, record: Record, draft: "Answers") -> str:
        """Return that it is a stop, and when; or the city of a venue."""
        return (
            f"stop, {_days(record)}" if isinstance(record, Stop) else super().hint_of(record, draft)
        )

    def written(self, values: Mapping[str, object], draft: "Answers") -> str:
        """Return the venue, or the stop where no venue is named."""
        stop, venue = (values.get(name) for name in self.fields)
        return self.called(venue or stop, draft)

    def read(self, text: str, draft: "Answers") -> Reading:
        """Return the stop or the venue; a stop that is kept beside a venue stays."""
        stop, venue = self.fields
        if not text:
            raise AnswerNeeded(self.label)
        try:
            found: Record = self.find(text, draft)
        except NameUnknown as unknown:
            found = self._known(text, draft, unknown)
        said = self.say(found, text, draft)
        if isinstance(found, Stop):
            return Reading({stop: found.id, venue: None}, said)
        made = () if found in draft.reference.venues else (found,)
        return Reading({stop: self._stop_kept(draft, found), venue: found.id}, said, made)

    def _stop_kept(self, draft: "Answers", venue: Record) -> object:
        """Return the stop that was chosen beside this very venue, as a trip file may do."""
        stop, held = self.fields
        return draft.start.get(stop) if draft.start.get(held) == venue.id else None

    def place(self, draft: "Answers") -> Place | None:
        """Return where this end is, as far as it is understood."""
        reading = draft.answer(self.name)
        if not isinstance(reading, Reading):
            return None
        for name in reversed(self.fields):
            wanted = reading.fields.get(name)
            for record in (*reading.made, draft.reference.find(id_of(wanted))):
                if isinstance(record, Stop | Venue) and record.id == wanted:
                    return record.place
        return None
