"""What a command works with: the store, the clock and the trip that somebody means.

This is where the parts of the house are put together: nothing else opens a database.
"""

import getpass
import os
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Self

import click

from planner.around import OfficeSettings, surroundings_of
from planner.clock import Clock, fixed_clock, system_clock
from planner.errors import MomentInvalid, PhraseUnclear
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.store import Store, find_trip
from planner.workspace import Workspace

FILE_NAME = "trips.sqlite3"


class Session:
    """The store of one run of the program, opened when first asked for, and the present."""

    def __init__(self, database: str | None = None, now: datetime | None = None) -> None:
        """Take the file and the time that were asked for; None takes the usual ones."""
        self.given_database = database
        self.given_now = now

    @property
    def clock(self) -> Clock:
        """The present, or the moment of `--now`; the journal keeps to real time all the same."""
        return fixed_clock(self.given_now) if self.given_now else system_clock

    @cached_property
    def store(self) -> Store:
        """The trips; raises `StorageError`."""
        from db.store import SqliteStore  # noqa: PLC0415 - only what reads trips needs SQLite

        return SqliteStore.open(self.given_database or usual_database(), author())

    @cached_property
    def office(self) -> OfficeSettings:
        """The limits and severities that the office set; raises `FileUnusable`."""
        from planner.commands.settings import office_settings  # noqa: PLC0415 - who lists needs none

        return office_settings()

    def close(self) -> None:
        """Let go of the store, if it was opened."""
        if "store" in self.__dict__:
            self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def find(self, beginning: str) -> str:
        """Return the id of the trip whose short name begins so; raises `InputError`."""
        return find_trip(self.store.trips(), beginning).trip.id

    def load(self, beginning: str) -> Itinerary:
        """Return the trip whose short name begins so; raises `InputError`."""
        return self.store.load(self.find(beginning))

    def all(self) -> list[Itinerary]:
        """Return every trip, by its first hour."""
        return [self.store.load(each.trip.id) for each in self.store.trips()]

    def workspace(self, itinerary: Itinerary) -> Workspace:
        """Return a trip with what the rules say of it now.

        Raises `FileUnusable` where the settings name a rule that does not exist.
        """
        from planner.commands.settings import refuse_unknown_rules  # noqa: PLC0415 - as above

        refuse_unknown_rules(self.office)
        surroundings = surroundings_of(self.store, itinerary, self.clock(), self.office)
        return Workspace.of(itinerary, surroundings)


pass_session = click.make_pass_decorator(Session)


def usual_database() -> str:
    """Return the file of `SUMMITRY_DB`, else the one in the person's data folder."""
    named = os.environ.get("SUMMITRY_DB")
    if named:
        try:
            return str(Path(named).expanduser())
        except RuntimeError as error:
            raise click.ClickException(f"SUMMITRY_DB: {named} names no home folder.") from error
    from platformdirs import user_data_path  # noqa: PLC0415 - a file that is named needs no search

    return str(user_data_path("summitry", appauthor=False) / FILE_NAME)


def author() -> str:
    """Return whose edits these are: `SUMMITRY_AUTHOR`, else the login name."""
    named = os.environ.get("SUMMITRY_AUTHOR")
    if named:
        if not named.isprintable():
            raise click.ClickException("SUMMITRY_AUTHOR is no readable name. Set it to your name.")
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise click.ClickException(
            "This machine does not say who you are. Set SUMMITRY_AUTHOR to your name."
        ) from error


def read_now(typed: str) -> datetime:
    """Return the instant of `--now`; raises `InputError` where the zone is missing or unclear."""
    try:
        moment = Moment.from_text(typed)
    except MomentInvalid:
        moment = _read_phrase(typed)
    return datetime.fromtimestamp(moment.instant, UTC)


def _read_phrase(typed: str) -> Moment:
    """Return the moment of a phrase that names its zone: no zone is meant unless it is said."""
    from planner.phrases import Context, read_moment  # noqa: PLC0415 - RFC 9557 text is the rule

    today = system_clock().date()
    here, there = (
        read_moment(typed, Context(today, zone)) for zone in ("UTC", "Pacific/Kiritimati")
    )
    if here.zone != there.zone:
        raise PhraseUnclear(typed, "a time zone too, such as 17 mar 2025 16:50 Europe/London")
    return here
