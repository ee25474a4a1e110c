"""What `planner check` says of a trip, for people and for programs."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from planner.commands.printed.heading import counts, title_lines
from planner.commands.printed.page import (
    EMPTY,
    SEVERITY_LOOKS,
    Line,
    Look,
    Piece,
    paragraph,
    space,
    text,
    width_of,
)
from planner.conflicts import Conflict, Finding, Report, folded
from planner.conflicts.engine import fold_line
from planner.itinerary import Itinerary
from planner.itinerary.whereabouts import end_names
from planner.records import Acknowledgement, Movement, Record, kind_of
from planner.records.naming import name_of
from planner.text.spoken import short_date

if TYPE_CHECKING:
    from planner.fixes import Fix

Plain = Mapping[str, object]
"""What becomes a JSON object."""

FixesOf = Callable[[Conflict], "Sequence[Fix]"]
"""Answers with the proven ways out of a conflict."""


def findings_page(itinerary: Itinerary, report: Report, width: int) -> list[Line]:
    """Return the block of a trip: its name, the counts, and a line a conflict or group."""
    trip = itinerary.trip
    lines = title_lines(trip, width)
    lines += [counts(report), *_groups(report.open, width)]
    if report.acknowledged:
        lines += [EMPTY, text("Acknowledged", Look.STRONG)]
        lines += _groups(report.acknowledged, width)
    return lines


def _groups(findings: Sequence[Finding], width: int) -> list[Line]:
    groups = folded(findings)
    rules = max((len(group[0].conflict.rule) for group in groups), default=0)
    return [line for group in groups for line in _group(group, rules, width)]


def _group(group: Sequence[Finding], rules: int, width: int) -> list[Line]:
    """Return `● transfer-too-short  Motorcade: 10 min short — leave by 08:20`, wrapped."""
    first = group[0]
    conflict = first.conflict
    look = Look.FAINT if first.is_acknowledged else SEVERITY_LOOKS[conflict.severity]
    head: Line = (
        Piece(f"{conflict.severity.mark} ", look),
        Piece(f"{conflict.rule:<{rules}}  ", Look.FAINT),
    )
    margin = width_of(head)
    message = _with_way_out(fold_line(group), conflict.way_out if len(group) == 1 else "")
    first_line, *others = paragraph(message, width - margin) or [EMPTY]
    lines: list[Line] = [(*head, *first_line)]
    lines += [(space(margin), *line) for line in others]
    for finding in group:
        if finding.acknowledgement:
            lines += paragraph(_said(finding, finding.acknowledgement), width, Look.FAINT, margin)
    return lines


def _with_way_out(message: str, way_out: str) -> str:
    return f"{message.removesuffix('.')} — {way_out}" if way_out else message


def _said(finding: Finding, said: Acknowledgement) -> str:
    """Return who let a conflict stand and why; when its facts changed since, that too."""
    when = f"{short_date(said.at.date)} {said.at.clock}"
    if finding.is_acknowledged:
        return f"{said.by}, {when}: {said.reason}"
    return f"{said.by} let it stand on {when}; the facts have changed since."


def plain_findings(itinerary: Itinerary, report: Report, now: datetime, fixes_of: FixesOf) -> Plain:
    """Return what the rules found in a trip, for JSON: what is acknowledged comes last.

    Moments are ISO 8601 in UTC, so that a program can sort and compare them as text. `fixes_of`
    answers with the proven ways out of a conflict.
    """
    trip = itinerary.trip
    return {
        "trip": trip.short_name,
        "id": trip.id,
        "title": trip.title,
        "checked_at": _in_utc(int(now.timestamp())),
        "conflicts": [
            _plain_finding(itinerary, finding, fixes_of)
            for finding in (*report.open, *report.acknowledged)
        ],
    }


def _plain_finding(itinerary: Itinerary, finding: Finding, fixes_of: FixesOf) -> Plain:
    conflict = finding.conflict
    fixes = () if finding.is_acknowledged else fixes_of(conflict)
    return {
        "trip": itinerary.trip.short_name,
        "rule": conflict.rule,
        "severity": conflict.severity.word,
        "subjects": _plain_subjects(itinerary, conflict),
        "message": conflict.message,
        "at": None if conflict.at is None else _in_utc(conflict.at),
        "shortfall": conflict.shortfall,
        "way_out": conflict.way_out or None,
        "fixes": [
            {"words": fix.words, "clears": fix.clears, "adds": fix.adds, "asks": list(fix.asks)}
            for fix in fixes
        ],
        "acknowledgement": _plain_acknowledgement(finding),
        "fingerprint": conflict.fingerprint,
    }


def _plain_subjects(itinerary: Itinerary, conflict: Conflict) -> list[Plain]:
    records = {subject: itinerary.find(subject) for subject in conflict.subjects}
    return [
        {
            "id": subject,
            "kind": kind_of(type(record)) if record else None,
            "name": _name(itinerary, record),
        }
        for subject, record in records.items()
    ]


def _name(itinerary: Itinerary, record: Record | None) -> str:
    if isinstance(record, Movement):
        return " → ".join(end_names(itinerary, record))
    return name_of(record) if record else ""


def _plain_acknowledgement(finding: Finding) -> Plain | None:
    said = finding.acknowledgement
    if said is None:
        return None
    return {
        "reason": said.reason,
        "by": said.by,
        "at": _in_utc(said.at.instant),
        "lapsed": finding.has_lapsed,
    }


def _in_utc(instant: int) -> str:
    """Return `2025-03-17T16:50:00Z`."""
    return f"{datetime.fromtimestamp(instant, UTC):%Y-%m-%dT%H:%M:%S}Z"
