from pathlib import Path

from screens.commands.reference import keys_page

PAGE = Path(__file__).parents[3] / "docs" / "keys.md"


def test_the_page_of_the_keys_is_made_from_the_registry() -> None:
    assert PAGE.read_text(encoding="utf-8") == keys_page(), "run python scripts/make_keys.py"
