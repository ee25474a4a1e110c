"""The offices that are shipped: their titles and forms of address, found as somebody types.

Who holds them is not shipped: a wrong name is worse than a blank. `data/offices.tsv` has the
offices, in the order in which those that fit equally well are offered; `data/bodies.tsv` has what
else their bodies are called, such as `French` and `UN`. `docs/offices.md` says how to correct them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib import resources

from planner.geography.countries import country_keys
from planner.records.people import Office
from planner.records.words import OfficeOf, RankClass
from planner.text.spelling import fold, slips_allowed, slips_between

_LONGEST = 160
"""How many letters are read of what is typed: twice as many as the longest title has."""
_UNSAID = frozenset({"of", "the", "and"})
"""What `president of france` and `president france` do not differ in."""
_SHORT_FOR: Mapping[str, str] = {
    "pm": "prime minister",
    "fm": "foreign minister",
    "gg": "governor general",
    "sg": "secretary general",
    "secgen": "secretary general",
    "dg": "director general",
}
_ANSWERS_TO: Mapping[RankClass, str] = {
    RankClass.HEAD_OF_STATE: "head of state",
    RankClass.HEAD_OF_GOVERNMENT: "head of government prime minister",
    RankClass.FOREIGN_MINISTER: "minister of foreign affairs",
}
"""What an office is looked for as, whatever its own title: the Chancellor as prime minister."""


class _Fit(IntEnum):
    """How a text fits the names of an office, best first."""

    WHOLE = 0
    WHOLE_BUT_BODY = 1
    BEGINNING = 2
    WORDS = 3
    BEGINNINGS_OF_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Names:
    """What an office may be called, as `_key` has it."""

    whole: frozenset[str]
    without_body: frozenset[str]
    beginning: tuple[str, ...]
    """Those that somebody may be on the way to: the office first, then its body."""
    words: frozenset[str]


@cache
def known_offices() -> tuple[Office, ...]:
    """Return the offices that are shipped; their ids are always the same.

    So two members of staff who pick the same one have made the same record.
    """
    return tuple(_called_by_office())


def find_offices(text: str, extra: Sequence[Office] = (), limit: int = 8) -> tuple[Office, ...]:
    """Return the offices that a text, perhaps not yet typed to its end, may mean, best first.

    The whole name comes first, with its body or without; then its beginning, then whole words in
    any order, then the beginnings of words. Slips of the finger count where nothing else fits. Of
    what fits equally well, those in `extra` come first; what is there is not offered again.
    """
    typed = _typed(text)
    return _found(typed, tuple(extra))[:limit] if typed else ()


# A form asks twice about each key: what the text is, and what it may be on its way to.
@lru_cache(maxsize=64)
def _found(typed: str, extra: tuple[Office, ...]) -> tuple[Office, ...]:
    offices = _each_once(extra)
    fits = [
        (fit, place)
        for place, office in enumerate(offices)
        if (fit := _fit(typed, _names(office))) is not None
    ]
    best = sorted(fits or _fits_with_slips(typed.split(), offices))
    return tuple(offices[place] for _, place in best)


def _each_once(extra: Sequence[Office]) -> tuple[Office, ...]:
    if not extra:
        return known_offices()
    ids = {office.id for office in extra}
    titles = {_title_and_body(office) for office in extra}
    known = (
        office
        for office in known_offices()
        if office.id not in ids and _title_and_body(office) not in titles
    )
    return (*dict.fromkeys(extra), *known)


def _fit(typed: str, names: _Names) -> _Fit | None:
    if typed in names.whole:
        return _Fit.WHOLE
    if typed in names.without_body:
        return _Fit.WHOLE_BUT_BODY
    if any(name.startswith(typed) for name in names.beginning):
        return _Fit.BEGINNING
    parts = typed.split()
    if names.words.issuperset(parts):
        return _Fit.WORDS
    if all(any(word.startswith(part) for word in names.words) for part in parts):
        return _Fit.BEGINNINGS_OF_WORDS
    return None


def _fits_with_slips(parts: Sequence[str], offices: Sequence[Office]) -> list[tuple[int, int]]:
    """Return how many slips an office takes, and its place, for those that are near enough."""
    all_words = frozenset[str]().union(*(_names(office).words for office in offices))
    slips = dict.fromkeys(range(len(offices)), 0)
    for part in dict.fromkeys(parts):
        near = _near(part, all_words)
        taken = {
            place: min(
                (near[word] for word in _names(offices[place]).words if word in near), default=None
            )
            for place in slips
        }
        slips = {place: slips[place] + each for place, each in taken.items() if each is not None}
        if not slips:
            break
    return [(each, place) for place, each in slips.items()]


def _near(part: str, words: Iterable[str]) -> dict[str, int]:
    """Return the words that a part may be meant for, or for their beginning, with its slips."""
    allowed = slips_allowed(part)
    near = {}
    for word in words:
        tried = {word, word[: len(part)]}
        slips = [each for one in tried if (each := slips_between(part, one, allowed)) is not None]
        if slips:
            near[word] = min(slips)
    return near


@lru_cache(maxsize=2048)
def _names(office: Office) -> _Names:
    called = _called().get(_title_and_body(office), ())
    bodies = _body_keys(office)
    titles = {_key(office.title), _key(office.title_feminine), _key(office.title_masculine)} - {""}
    keys = frozenset(map(_key, called))
    beginning = {*titles, *(f"{key} {body}" for key in keys for body in bodies)}
    turned = {f"{body} {key}" for key in keys for body in bodies}
    all_names = (*beginning, *bodies, _key(_ANSWERS_TO.get(office.rank, "")))
    words = frozenset(word for name in all_names for word in name.split())
    return _Names(frozenset(beginning | turned), keys, tuple(beginning), words)


def _body_keys(office: Office) -> frozenset[str]:
    """Return what the body is called; a province is also found by its country: `premier canada`."""
    names = {office.of, *_names_of_bodies().get(office.of, ())}
    if office.of_kind in (OfficeOf.STATE, OfficeOf.PROVINCE):
        country, _, province = office.of.partition("-")
        names |= {province, *country_keys(country), *_names_of_bodies().get(country, ())}
    return frozenset(map(_key, names)) - {""}


@lru_cache(maxsize=2048)
def _title_and_body(office: Office) -> tuple[str, str]:
    return fold(office.title), fold(office.of)


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    return " ".join(word for word in fold(text).split() if word not in _UNSAID)


def _typed(text: str) -> str:
    return " ".join(_SHORT_FOR.get(word, word) for word in _key(text[:_LONGEST]).split())


@cache
def _called() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return what offices are called within their bodies, by title and body."""
    return {_title_and_body(office): called for office, called in _called_by_office().items()}


@cache
def _called_by_office() -> Mapping[Office, tuple[str, ...]]:
    return dict(map(_office, _rows("offices.tsv")))


@cache
def _names_of_bodies() -> Mapping[str, tuple[str, ...]]:
    return {of: tuple(names.split("|")) for of, names in _rows("bodies.tsv")}


def _office(row: Sequence[str]) -> tuple[Office, tuple[str, ...]]:
    of, of_kind, post, rank, title, feminine, masculine, spoken_address, called = row
    body = fold(of).replace(" ", "-") if of_kind == OfficeOf.ORGANISATION else of
    office = Office(
        id=f"office-{body}-{post}",
        title=title,
        title_feminine=feminine,
        title_masculine=masculine,
        of_kind=OfficeOf(of_kind),
        of=of,
        rank=RankClass(rank),
        spoken_address=spoken_address,
    )
    return office, tuple(called.split("|"))


def _rows(file: str) -> Iterator[list[str]]:
    data = resources.files("planner").joinpath("data", file).read_text("utf-8")
    return (line.split("\t") for line in data.splitlines()[1:])
