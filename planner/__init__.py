"""The domain of Summitry: trips, meetings and their conflicts, in pure Python.

Nothing here knows the terminal or the database, so that everything that decides can be tested
without either.
"""

__version__ = "0.1.0"
