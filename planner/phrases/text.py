"""What was typed, brought to one form before it is read, and made safe before it is shown."""

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

from planner.errors import PhraseUnclear

LONGEST = 200
"""Characters; nobody types a longer date, and a pasted page is not worth the work of reading."""
_SHOWN = 60
_SAME = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | {"’": "'", "à": "a", "é": "e", "è": "e", "û": "u"},
)

Found = TypeVar("Found")
One = TypeVar("One")
Other = TypeVar("Other")


def clean(text: str) -> str:
    """Return text in lower case, with single plain spaces, plain dashes and unaccented French.

    NFKC makes one of the spaces (French puts a narrow one in `8 h 50`) and of full-width digits.
    Raises `PhraseUnclear` for more than 200 characters.
    """
    if len(text.strip()) > LONGEST:
        raise PhraseUnclear(shown(text), f"at most {LONGEST} characters")
    plain = unicodedata.normalize("NFKC", text).lower().translate(_SAME)
    return " ".join(plain.split())


def shown(text: str) -> str:
    """Return text as a message can show it: short, on one line, without control characters."""
    line = " ".join(text.strip()[: 2 * LONGEST].split())
    printable = "".join(sign if sign.isprintable() else "�" for sign in line)
    return printable if len(printable) <= _SHOWN else f"{printable[: _SHOWN - 1]}…"


def understood(text: str, find: Callable[[str], Found | None], expected: str) -> Found:
    """Return what `find` makes of the cleaned text.

    Raises `PhraseUnclear` that quotes the text as it was typed: with the reason that `find` gave,
    or with what was expected where `find` did not know the shape at all.
    """
    try:
        found = find(clean(text))
    except PhraseUnclear as refusal:
        raise PhraseUnclear(shown(text), refusal.expected) from None
    if found is None:
        raise PhraseUnclear(shown(text), expected)
    return found


def both(
    one: Callable[[], One | None], other: Callable[[], Other | None]
) -> tuple[One, Other] | None:
    """Return what the two halves of a phrase mean, or None where one of them is not understood.

    A refusal of one half counts only where the other is understood: else the phrase was cut at
    the wrong place. Raises `PhraseUnclear`.
    """
    try:
        first = one()
    except PhraseUnclear:
        if is_understood(other):
            raise
        return None
    second = None if first is None else other()
    return None if first is None or second is None else (first, second)


def is_understood(find: Callable[[], object | None]) -> bool:
    """Tell whether an attempt finds something, and refuses nothing."""
    try:
        return find() is not None
    except PhraseUnclear:
        return False


def only_reading(
    phrase: str, attempts: Iterable[Callable[[], Found | None]], say: Callable[[Found], str]
) -> Found | None:
    """Return the one thing that a phrase can mean, or None where no attempt knows its shape.

    Every attempt is made, since a phrase with two readings must be refused and not guessed.
    Raises `PhraseUnclear` for two readings, and the first attempt's refusal where there is none.
    """
    found: list[Found] = []
    refusals: list[PhraseUnclear] = []
    for attempt in attempts:
        try:
            reading = attempt()
        except PhraseUnclear as refusal:
            refusals.append(refusal)
            continue
        if reading is not None and reading not in found:
            found.append(reading)
    if len(found) > 1:
        choices = " or ".join(say(reading) for reading in found)
        raise PhraseUnclear(
            phrase, f"what can be read in one way only, and this could be {choices}"
        )
    if not found and refusals:
        raise refusals[0]
    return found[0] if found else None
