"""The SQLite module of the house: pysqlite3 where it has wheels, else the built-in one.

Both read the same files, but the errors of one are not caught by the other's classes, and the
built-in one can corrupt a WAL database that two connections write before SQLite 3.51.3: so this is
the one place that chooses.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        from pysqlite3 import dbapi2 as sqlite3
    except ImportError:
        import sqlite3

SQLITE_VERSION = sqlite3.sqlite_version

__all__ = ["SQLITE_VERSION", "sqlite3"]
