"""Writes the page of the keys from the registry of commands."""

from pathlib import Path

from screens.commands.reference import keys_page

PAGE = Path(__file__).parent.parent / "docs" / "keys.md"


def main() -> None:
    """Write it."""
    PAGE.write_text(keys_page(), encoding="utf-8")
    print(f"Wrote {PAGE.name}")


if __name__ == "__main__":
    main()
