"""Text in the cells of a terminal: how wide it is, cut to a width, and made safe.

Names come in every script, so columns are measured in cells and never in characters: 李 takes two,
the accent of a decomposed é none, and 👩‍👩‍👧 two for five characters (Unicode Standard Annexes
11 and 29, as far as terminals follow them).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

ELLIPSIS = "…"
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_UNKNOWN = "\ufffd"
_LINE_ENDS = dict.fromkeys("\n\u0085\u2028\u2029", "\u2424") | {"\r": "\u240d"}
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f"
    "\u2028\u2029"
    # These reorder what follows them on the line, up to the frame of the next column.
    "\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff]"
)
_UNSAFE_IN_LINES = re.compile(_UNSAFE.pattern.replace("\x00-\x1f", "\x00-\x08\x0b-\x1f"))


def printable(text: str) -> str:
    """Return a text that a terminal shows as one line and never obeys.

    Control characters become their pictures (`␛` for escape, `␊` for a line's end), and what has
    no picture becomes `�`. Nothing a person types as a name is changed, right-to-left included.
    """
    return _UNSAFE.sub(_picture, text)


def printable_lines(text: str) -> str:
    """Return a text of many lines made safe like `printable`, its line ends and tabs kept."""
    return _UNSAFE_IN_LINES.sub(_picture, text)


def steady(text: str) -> str:
    """Return a text in signs to which every terminal gives the same cells.

    Terminals differ over emoji that are put together of several: a family is one sign of two cells
    in one and three signs of six in another, which moves all that follows on the line. So the
    first of them stands for the whole, without skin tone and without a choice of style.
    """
    while not text.isascii() and _UNSTEADY.search(text):
        # What is left of two signs can make one: two halves of a flag that stood apart.
        shown = "".join(_first_sign(sign) for sign, _ in clusters(text))
        if shown == text:
            break
        text = shown
    return text


_UNSTEADY = re.compile("[\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")


def _first_sign(sign: str) -> str:
    head, joiner, rest = sign.partition(_JOINER)
    if joiner and rest and unicodedata.category(rest[0]) == "So":
        sign = head or rest
    return sign[:1] + _UNSTEADY_AFTER.sub("", sign[1:])


_UNSTEADY_AFTER = re.compile("\u200d*[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")


def closed(text: str) -> str:
    """Return a text after which a line goes on from left to right, be it in Hebrew or Arabic.

    Without the mark at its end a terminal that orders lines by Unicode Standard Annex 9 would draw
    the times and lengths that follow a Hebrew title before it.
    """
    return text + _LEFT_TO_RIGHT if is_right_to_left(text) else text


_LEFT_TO_RIGHT = "\u200e"


def is_right_to_left(text: str) -> bool:
    """Tell whether any of a text is written from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in text
    )


def escaped_json(text: str) -> str:
    """Return JSON text in which what a terminal might obey is escaped, and its meaning the same."""
    return _UNSAFE_IN_LINES.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _picture(found: re.Match[str]) -> str:
    character = found[0]
    if character in _LINE_ENDS:
        return _LINE_ENDS[character]
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else _UNKNOWN


def cell_width(text: str) -> int:
    """Return how many cells a text takes."""
    return len(text) if text.isascii() else _wide(text)


@lru_cache(maxsize=8192)
def _wide(text: str) -> int:
    # The same few titles are measured again at every key.
    return sum(width for _, width in clusters(text))


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """Yield what stands as one sign in a text, with its width in cells."""
    sign, width = "", 0
    for character in text:
        alone = not sign or character.isascii()
        joined = None if alone else _joined_width(sign, width, character)
        if joined is not None:
            sign, width = sign + character, joined
            continue
        if sign:
            yield sign, width
        sign, width = character, _width(character)
    if sign:
        yield sign, width


def _joined_width(sign: str, width: int, character: str) -> int | None:
    """Return how wide a sign becomes with a character; None where that begins another sign."""
    if character == _EMOJI_STYLE and not sign[0].isalpha():
        return 2
    if _width(character) == 0:
        return width
    if _is_flag_letter(character):
        return 2 if len(sign) == 1 and _is_flag_letter(sign) else None
    toned = _is_skin_tone(character) and width == 2
    joined = sign[-1] == _JOINER and unicodedata.category(character) == "So"
    return max(width, _width(character)) if toned or joined else None


@lru_cache(maxsize=4096)
def _width(character: str) -> int:
    if character == "\u00ad" or unicodedata.category(character) == "Cc":
        return 1
    if unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf") or _is_inner_jamo(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_skin_tone(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff"


def _is_inner_jamo(character: str) -> bool:
    """Tell whether this is the vowel or the end of a Hangul syllable, drawn into its first."""
    return "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7fb"


def cut(text: str, width: int) -> str:
    """Return a text that takes at most a width, an ellipsis in place of what is left out."""
    if cell_width(text) <= width:
        return text
    if width < 1:
        return ""
    kept = _beginning(text, width - 1)
    if not text[len(kept)].isspace():
        kept = _without_scrap(kept)
    return kept.rstrip(_LEFT_HANGING) + ELLIPSIS


_LEFT_HANGING = " ·,;:–→"
"""What says nothing where the words after it are left out."""
_SCRAP = 8


def _without_scrap(kept: str) -> str:
    """Give up the beginning of a word at the end of a text, where little is lost by that."""
    words, _, scrap = kept.rpartition(" ")
    lost = cell_width(scrap)
    return words if words.strip() and lost <= _SCRAP and lost * 2 <= cell_width(kept) else kept


def wrapped(text: str, width: int) -> list[str]:
    """Return a text as lines of at most a width, broken between words where there are any."""
    lines: list[str] = []
    line, room = "", width
    for word in text.split():
        for number, part in enumerate(_parts(word, width)):
            gap = 1 if line and not number else 0
            size = cell_width(part)
            if line and (number or gap + size > room):
                lines.append(line)
                line, room, gap = "", width, 0
            line += " " * gap + part
            room -= gap + size
    return [*lines, line] if line else lines


def _parts(word: str, width: int) -> Iterator[str]:
    """Yield a word in parts that each fit a line, whole where it does."""
    part, room = "", width
    for sign, size in clusters(word):
        if part and size > room:
            yield part
            part, room = "", width
        part += sign
        room -= size
    yield part


def _beginning(text: str, width: int) -> str:
    """Return as much of a text as fits, never half of a sign."""
    kept = []
    for sign, size in clusters(text):
        width -= size
        if width < 0:
            break
        kept.append(sign)
    return "".join(kept)
