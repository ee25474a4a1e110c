"""What `planner rules` says: a line a rule, or all there is to say of one."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from planner.around import OfficeSettings
from planner.commands.printed.page import (
    EMPTY,
    SEVERITY_LOOKS,
    Line,
    Look,
    Piece,
    paragraph,
    space,
    spread,
    text,
    width_of,
)
from planner.conflicts import Rule, Severity
from planner.settings import Limits

_MARKS = 5
"""How wide the column of marks is: three of them, and a gap."""
_LABELS = 13


def rules_page(rules: Iterable[Rule], office: OfficeSettings, width: int) -> list[Line]:
    """Return every rule by family: how bad it can be, its id, and when it fires."""
    listed = list(rules)
    longest = max((len(rule.id) for rule in listed), default=0)
    lines = [_key()]
    for family, some in groupby(listed, key=lambda rule: rule.family):
        lines += [EMPTY, text(family.capitalize(), Look.STRONG)]
        for rule in some:
            lines += _listed(rule, office, longest, width)
    return lines


def _key() -> Line:
    """Return what the marks mean: `● error  ▲ warning  · notice`."""
    pieces: list[Piece] = []
    for severity in Severity:
        pieces += [_marked(severity), space(2)]
    return tuple(pieces[:-1])


def _marked(severity: Severity) -> Piece:
    return Piece(f"{severity.mark} {severity.word}", SEVERITY_LOOKS[severity])


def _listed(rule: Rule, office: OfficeSettings, longest: int, width: int) -> Iterator[Line]:
    severities = severities_of(rule, office)
    marks = [
        Piece(severity.mark, SEVERITY_LOOKS[severity]) if severity in severities else space(1)
        for severity in Severity
    ]
    head: Line = (*marks, space(_MARKS - len(marks)), Piece(f"{rule.id:<{longest}}  ", Look.FAINT))
    meaning = rule.meaning if severities else f"{rule.meaning} Switched off by your office."
    margin = width_of(head)
    first, *others = paragraph(meaning, width - margin)
    yield (*head, *first)
    yield from ((space(margin), *line) for line in others)


def severities_of(rule: Rule, office: OfficeSettings) -> tuple[Severity, ...]:
    """Return how bad what a rule finds can be here; nothing where it is switched off."""
    if rule.id not in office.severities:
        return rule.severities
    severity = office.severities[rule.id]
    return () if severity is None else (severity,)


def rule_page(rule: Rule, office: OfficeSettings, width: int) -> list[Line]:
    """Return all there is to say of a rule."""
    title, family = text(rule.id, Look.STRONG), text(rule.family, Look.FAINT)
    lines = [*spread(title, family, width), *paragraph(rule.meaning, width), EMPTY]
    for label, words in _facts(rule, office):
        first, *others = paragraph(words, width - _LABELS)
        lines.append((Piece(f"{label:<{_LABELS}}", Look.FAINT), *first))
        lines += [(space(_LABELS), *line) for line in others]
    return lines


def _facts(rule: Rule, office: OfficeSettings) -> Iterator[tuple[str, str]]:
    yield "Severity", _severity(rule, office)
    label = "Limits"
    for name in rule.limits:
        yield label, _limit(name, office)
        label = ""
    beside = ", ".join(rule.needs)
    yield "Looks at", f"the trip, {beside}" if beside else "the trip alone"
    yield (
        "Acknowledge",
        "In the terminal, `k` on the conflict lets it stand for a reason, until its facts change.",
    )
    yield "Switch off", f"In settings.toml, under [rules]: {_setting(rule)}."
    if rule.limits:
        setting = f"{rule.limits[0]} = {getattr(office.limits, rule.limits[0])}"
        others = "A trip's own limits outweigh those of the office."
        yield "Change", f"In settings.toml, under [limits]: {setting}. {others}"


def _severity(rule: Rule, office: OfficeSettings) -> str:
    usual = ", ".join(severity.word for severity in rule.severities)
    if rule.id not in office.severities:
        return usual
    here = "".join(severity.word for severity in severities_of(rule, office)) or "off"
    return f"{here}, as your office set it; else {usual}"


def _limit(name: str, office: OfficeSettings) -> str:
    usual, here = getattr(Limits(), name), getattr(office.limits, name)
    return f"{name} = {here}" + (f", as your office set it; else {usual}" if here != usual else "")


def _setting(rule: Rule) -> str:
    """Return `no-venue = "off"`, and what else may stand there."""
    others = " or ".join(f'"{severity.word}"' for severity in Severity)
    return f'{rule.id} = "off"; {others} makes all that it finds that bad'
