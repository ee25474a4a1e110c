"""The page of the rules, made from the registry so that it cannot say something else."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from planner.conflicts.registry import Rule, rules
from planner.settings import Limits

_HEAD = """\
# Conflict rules

Made from the registry of rules by `python scripts/make_rules.py`.

A conflict never stops you from saving. Only what was typed makes an error; an estimate makes a
warning at most, and says that it is one. A start without an end is normal: the usual length of
its kind is assumed, said, and never makes an error. Times are compared as instants, and what ends
when another begins does not overlap it. Cancelled, declined, postponed and superseded entries are
left out, and so are informational ones, alternatives of one choice against each other, and the
parts of a meeting against the whole.

`planner check` lists what was found: ● an error, ▲ a warning, · a notice. It exits with 0 when
nothing is worse than a warning, with 1 on an error that nobody acknowledged, and with 2 when it
could not run; `--fail-on` sets what it fails on. `planner rules RULE` explains a rule with the
limits that hold where you are. In a trip, `?` over the conflicts explains the one in question, `f`
shows its ways out and `k` lets it stand for a reason.

The office can set limits, switch rules off and change how bad they are: see
[settings](settings.md). A trip can have limits of its own.
"""


def explained(rule: Rule, limits: Limits) -> str:
    """Return what a person should know of a rule beside a conflict that it found."""
    facts = [f"The rule {rule.id}: {rule.meaning}"]
    if rule.limits:
        measured = (f"{name} {getattr(limits, name)}" for name in rule.limits)
        facts.append(f"Measured by {', '.join(measured)}.")
    if rule.needs:
        facts.append(f"It looks at {', '.join(rule.needs)} too.")
    return " ".join(facts)


def rules_page() -> str:
    """Return the page in Markdown."""
    return "\n".join([_HEAD, *_families(rules().values()), *_limits()])


def _families(listed: Iterable[Rule]) -> Iterator[str]:
    for family, some in groupby(listed, key=lambda rule: rule.family):
        yield f"## {family.capitalize()}\n"
        yield "| rule | fires when | severity |"
        yield "|---|---|---|"
        for rule in some:
            severities = ", ".join(severity.word for severity in rule.severities)
            measured = ", ".join(f"`{name}`" for name in rule.limits)
            meaning = f"{rule.meaning} (by {measured})" if measured else rule.meaning
            yield f"| `{rule.id}` | {meaning} | {severities} |"
        yield ""


def _limits() -> Iterator[str]:
    used = sorted({name for rule in rules().values() for name in rule.limits})
    defaults = Limits()
    yield "## Limits\n"
    yield "A trip can have its own, in `thresholds`.\n"
    yield "| limit | unless a trip says otherwise |"
    yield "|---|---|"
    for name in used:
        yield f"| `{name}` | {getattr(defaults, name)} |"
    yield ""
