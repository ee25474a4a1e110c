from pathlib import Path

from planner.conflicts.reference import rules_page

PAGE = Path(__file__).parents[3] / "docs" / "rules.md"


def test_the_page_of_the_rules_is_made_from_the_registry() -> None:
    assert PAGE.read_text(encoding="utf-8") == rules_page(), "run python scripts/make_rules.py"
