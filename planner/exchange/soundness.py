"""What a record needs beyond its required fields before it says anything."""

from collections.abc import Callable, Iterator, Mapping

from planner.records import Movement, Participant, Record, Trip
from planner.settings import is_limit

Values = Mapping[str, object]
Fault = tuple[str, str]
"""The field, or what is in it behind a slash, and what was expected there."""


def faults(kind: type[Record], values: Values) -> Iterator[Fault]:
    """Yield what is wrong with the values of a record that has all its required fields."""
    check = _CHECKS.get(kind)
    if check:
        yield from check(values)


def _trip(values: Values) -> Iterator[Fault]:
    name = str(values["short_name"])
    if not name or any(each.isspace() or not each.isprintable() for each in name):
        yield "short_name", "a name without spaces, such as paris-london"
    thresholds = values.get("thresholds", ())
    for name, value in thresholds if isinstance(thresholds, tuple) else ():
        if not is_limit(name, value):
            yield f"thresholds/{name}", "the name of a limit, as docs/rules.md lists them, above 0"


def _movement(values: Values) -> Iterator[Fault]:
    for end in ("origin", "destination"):
        if not values.get(f"{end}_stop") and not values.get(f"{end}_venue"):
            yield f"{end}_venue", f"a venue, or a stop in {end}_stop"


def _participant(values: Values) -> Iterator[Fault]:
    if not values.get("person") and not str(values.get("words", "")).strip():
        yield "person", "a person, or who it is in `words`"


_CHECKS: Mapping[type[Record], Callable[[Values], Iterator[Fault]]] = {
    Trip: _trip,
    Movement: _movement,
    Participant: _participant,
}
