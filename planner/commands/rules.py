"""`planner rules`: the conflict rules, as the registry has them and the office set them."""

from difflib import get_close_matches

import click

from planner.commands.printed.page import page_width, say
from planner.commands.printed.rules import rule_page, rules_page
from planner.commands.session import Session, pass_session
from planner.conflicts import Rule
from planner.conflicts.registry import rules as registered

MOST_NEAR = 3


@click.command(
    short_help="List the conflict rules, or explain one.",
    epilog="""\b
Examples:
  planner rules
  planner rules transfer-too-short
  planner rules | less -R
""",
)
@click.argument("rule", metavar="[RULE]", required=False)
@click.pass_context
@pass_session
def rules(session: Session, context: click.Context, rule: str | None) -> None:
    """List the conflict rules by family, each with how bad it can be and when it fires.

    With RULE, say all of one: how bad, which limits it measures against and what they are here,
    what it looks at beside the trip, and how to acknowledge what it finds or switch it off.
    """
    if rule is None:
        say(rules_page(registered().values(), session.office, page_width()))
    else:
        say(rule_page(_named(context, rule), session.office, page_width()))


def _named(context: click.Context, typed: str) -> Rule:
    """Return the rule of an id; raises `click.UsageError` with what comes near it."""
    known = registered()
    wanted = typed.strip().casefold()
    if wanted in known:
        return known[wanted]
    holding = [each for each in known if wanted and wanted in each]
    near = list(dict.fromkeys((*holding, *get_close_matches(wanted, known))))[:MOST_NEAR]
    *others, last = [f"`{each}`" for each in near] or [""]
    names = f"{', '.join(others)} or {last}" if others else last
    hint = f"Did you mean {names}?" if near else "`planner rules` lists them."
    raise click.UsageError(f"There is no rule “{typed}”. {hint}", context)
