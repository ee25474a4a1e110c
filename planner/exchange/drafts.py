"""The records of a trip file as they stand there, found in its nested lists."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from planner.errors import TripFileInvalid
from planner.exchange.layout import FILE_PARTS, FORMAT, VERSION, Part, parts_of
from planner.exchange.problems import Problems, joined, quoted, with_article
from planner.records import Record, Trip, kind_of
from planner.records.plain import Plain
from planner.records.shape import shape_of


@dataclass(slots=True, eq=False)
class Draft:
    """A record of the file on its way to become one."""

    kind: type[Record]
    path: str
    plain: Mapping[str, Plain]
    """Its fields as the file has them."""
    number: int = 0
    """Its place in its list, from 0."""
    parent: "Draft | None" = None
    part: Part | None = None
    """The list it stands in."""
    values: dict[str, object] = field(default_factory=dict)
    """Its fields as far as they have been read."""

    @property
    def id(self) -> str:
        """Its id, once that is known."""
        return str(self.values.get("id", ""))


def drafts_of(document: Mapping[str, Plain]) -> tuple[Draft, ...]:
    """Return the records of a document, the trip first, each after the one it stands in.

    Raises `TripFileInvalid` for another format or version, for unknown keys, and where an object
    or a list is wanted.
    """
    _check_header(document)
    problems = Problems()
    keys = ("format", "version", "trip", *(part.key for part in FILE_PARTS))
    for key in document:
        if key not in keys:
            problems.add(joined("", key), _one_of("a trip file", key, keys), "an unknown key")
    drafts = list(_draft(Draft(Trip, "trip", {}), document.get("trip"), problems))
    for part in FILE_PARTS:
        if drafts and part.key in document:
            drafts += _listed(part, drafts[0], part.key, document[part.key], problems)
    problems.refuse()
    return tuple(drafts)


def _check_header(document: Mapping[str, Plain]) -> None:
    wanted, found = document.get("format"), document.get("version")
    if wanted != FORMAT:
        raise TripFileInvalid("format", quoted(FORMAT), _found(document, "format"))
    if isinstance(found, bool) or not isinstance(found, int) or found < 1:
        raise TripFileInvalid("version", str(VERSION), _found(document, "version"))
    if found > VERSION:
        made = f"version {found}, made by a newer Summitry"
        raise TripFileInvalid("version", f"{VERSION}, or the newer Summitry to read it with", made)


def _found(document: Mapping[str, Plain], key: str) -> str:
    return quoted(document[key]) if key in document else "nothing"


def _listed(
    part: Part, parent: Draft, path: str, value: Plain, problems: Problems
) -> Iterator[Draft]:
    if not isinstance(value, list):
        problems.add(path, "a list in square brackets", quoted(value))
        return
    for number, each in enumerate(value):
        start = Draft(part.kind, f"{path}[{number}]", {}, number, parent, part)
        yield from _draft(start, each, problems)


def _draft(draft: Draft, value: Plain, problems: Problems) -> Iterator[Draft]:
    """Fill a draft from its object, and go on to those in its lists."""
    kind = with_article(kind_of(draft.kind))
    if not isinstance(value, dict):
        found = "nothing" if value is None else quoted(value)
        problems.add(draft.path, f"{kind}: an object in braces", found)
        return
    fields = [each.name for each in shape_of(draft.kind).fields]
    parts = {part.key: part for part in parts_of(draft.kind)}
    for key in value:
        if key not in fields and key not in parts:
            wanted = _one_of(kind, key, (*fields, *parts))
            problems.add(joined(draft.path, key), wanted, "an unknown key")
    draft.plain = {key: each for key, each in value.items() if key in fields}
    yield draft
    for key, part in parts.items():
        if key in value:
            yield from _listed(part, draft, joined(draft.path, key), value[key], problems)


def _one_of(whole: str, key: str, known: Iterable[str]) -> str:
    close = get_close_matches(key, list(known), n=1)
    return f"a key of {whole}" + (f" such as “{close[0]}”" if close else "")
