"""Questions over a page: each returns a value, and stores nothing."""
