"""The text of a trip file as plain values, with all that no record can hold refused."""

import json
from collections.abc import Iterable

from planner.errors import TripFileInvalid
from planner.exchange.problems import Problems, joined, quoted
from planner.records.plain import Plain

DEEPEST = 20
"""Levels of nesting; the deepest of the format is ten."""
_LONGEST_NUMBER = 20
"""Digits: more than any field can hold, and few enough to convert in no time."""


class _Twice:
    """Stands for the value of a key that an object has twice."""


def parse_document(text: str) -> dict[str, Plain]:
    """Return the object that a text holds; raises `TripFileInvalid` where there is none."""
    try:
        parsed: object = json.loads(
            text.removeprefix("\ufeff"), object_pairs_hook=_object, parse_int=_whole_number
        )
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        found = f"a fault ({error.msg})" if text.strip() else "an empty file"
        raise TripFileInvalid(where, "JSON", found) from error
    except RecursionError as error:
        raise _too_deep("the top") from error
    problems = Problems()
    document = _plain("", parsed, 0, problems)
    problems.refuse()
    if not isinstance(document, dict):
        raise TripFileInvalid("the top", "an object in braces", quoted(document))
    return document


def _object(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    read: dict[str, object] = {}
    for key, value in pairs:
        read[key] = _Twice() if key in read else value
    return read


def _whole_number(digits: str) -> int | float:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else float(digits)


def _plain(path: str, value: object, depth: int, problems: Problems) -> Plain:
    """Return a parsed value as a plain one, noting what cannot be stored."""
    if depth > DEEPEST:
        raise _too_deep(path)
    if isinstance(value, dict):
        return {
            _text(joined(path, key), key, problems): _plain(
                joined(path, key), each, depth + 1, problems
            )
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [
            _plain(f"{path}[{number}]", each, depth + 1, problems)
            for number, each in enumerate(value)
        ]
    if isinstance(value, str):
        return _text(path, value, problems)
    if isinstance(value, _Twice):
        problems.add(path, "each key once in its object", "it twice")
    return value if isinstance(value, int | float) else None


def _text(path: str, text: str, problems: Problems) -> str:
    if any(character == "\0" or "\ud800" <= character <= "\udfff" for character in text):
        problems.add(path, "whole characters without U+0000", quoted(text))
    return text


def _too_deep(path: str) -> TripFileInvalid:
    return TripFileInvalid(path, f"at most {DEEPEST} levels of nesting", "more")
