"""Templates into text: whatever a template prints is written so that it shows as it was typed.

Every value goes through the writer of its format before it reaches the paper, so that no template
can forget it; what a filter or a macro has written already is left alone.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from operator import attrgetter

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from planner.documents.words import SEPARATOR
from planner.text.cells import cell_width, printable, wrapped

TEXT_WIDTH = 78
"""What fits an A4 page in a fixed-width type, and a terminal of 80 columns."""
NARROWEST = 24
"""Text in a column narrower than this cannot be read."""
Writer = Callable[[str], str]


class DocumentFormat(StrEnum):
    """In what form a paper is written."""

    TEXT = "text"
    MARKDOWN = "markdown"


_FILES: Mapping[DocumentFormat, str] = {
    DocumentFormat.TEXT: "{}.txt.jinja",
    DocumentFormat.MARKDOWN: "{}.md.jinja",
}
_EMPTY_LINES = re.compile(r"\n{3,}")
_MARKDOWN_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&$]")
_MARKDOWN_LINE_START = re.compile(r"^([-+=]|\d+(?=[.)]))")


def rendered(document: str, form: DocumentFormat, **values: object) -> str:
    """Return a document, such as `agenda`, in a format; never with several empty lines on end."""
    template = _environment(form).get_template(_FILES[form].format(document))
    return _EMPTY_LINES.sub("\n\n", template.render(values).lstrip("\n"))


@cache
def _environment(form: DocumentFormat) -> Environment:
    write = _WRITERS[form]

    def finalize(value: object) -> Markup:
        if isinstance(value, Markup):
            return value
        return Markup(write(str(value)))  # noqa: S704 - the writer has just made it safe

    environment = Environment(
        loader=PackageLoader("planner.documents"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(hanging=hanging, column=column, widest=widest)
    return environment


def text_lines(text: str) -> str:
    """Return a text of one or more lines so that a terminal shows it and never obeys it."""
    return "\n".join(printable(line) for line in text.split("\n"))


def markdown_lines(text: str) -> str:
    """Return a text of one or more lines that shows as typed where CommonMark is read."""
    return "\\\n".join(_markdown_line(line) for line in text.split("\n"))


def _markdown_line(line: str) -> str:
    escaped = _MARKDOWN_SIGNS.sub(r"\\\g<0>", printable(line))
    return _MARKDOWN_LINE_START.sub(_escaped_start, escaped)


def _escaped_start(found: re.Match[str]) -> str:
    sign = found[0]
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


_WRITERS: Mapping[DocumentFormat, Writer] = {
    DocumentFormat.TEXT: text_lines,
    DocumentFormat.MARKDOWN: markdown_lines,
}


def hanging(text: str, margin: str, right: str = "") -> str:
    """Return text wrapped behind a margin, later lines set in as far: `Purpose  …`.

    What stands at the right is at the end of the last line if it is short, and else under it. A
    margin that leaves too little room stands above.
    """
    margin, right = printable(margin), printable(right)
    width = cell_width(margin)
    if TEXT_WIDTH - width < NARROWEST:
        return f"{hanging(margin.strip(), '')}\n{hanging(text, '    ', right)}"
    indent, room = " " * width, TEXT_WIDTH - width
    taken = cell_width(right) + 2 if right else 0
    if taken > room // 2:
        return f"{hanging(text, margin)}\n{hanging(right, indent)}"
    lines = [part for line in text.split("\n") for part in _broken(line, room - taken)] or [""]
    lines = [(indent if place else margin) + line for place, line in enumerate(lines)]
    if right:
        lines[-1] += " " * (TEXT_WIDTH - cell_width(lines[-1]) - taken + 2) + right
    return "\n".join(line.rstrip() for line in lines)


def _broken(line: str, width: int) -> Iterator[str]:
    """Yield a line in parts that fit a width, broken between facts rather than inside one."""
    part = ""
    for fact in printable(line).split(SEPARATOR):
        longer = f"{part}{SEPARATOR}{fact}" if part else fact
        if part and cell_width(longer) > width - len(SEPARATOR):
            yield from wrapped(part + SEPARATOR.rstrip(), width)
            part = fact
        else:
            part = longer
    yield from wrapped(part, width)


def column(text: str, width: int) -> str:
    """Return text filled with spaces to a width in cells, and never cut."""
    shown = printable(text)
    return shown + " " * max(width - cell_width(shown), 0)


def widest(rows: Iterable[object], attribute: str) -> int:
    """Return how many cells the widest value of an attribute takes; 0 where there are no rows."""
    return max((cell_width(printable(attrgetter(attribute)(row))) for row in rows), default=0)
