"""Storage: the only code that knows SQLite."""
