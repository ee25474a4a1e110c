"""Writes the page of the rules from their registry."""

from pathlib import Path

from planner.conflicts.reference import rules_page

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"


def main() -> None:
    """Write it."""
    PAGE.write_text(rules_page(), encoding="utf-8")
    print(f"Wrote {PAGE.name}")


if __name__ == "__main__":
    main()
