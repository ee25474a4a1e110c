"""Everything that can go wrong for a person, as one family.

    SummitryError
    ├── InputError             what was typed or read cannot be used
    │   ├── PhraseUnclear          a date, time or duration that could mean two things, or none
    │   ├── PlaceUnknown           no place of that name
    │   ├── PlaceAmbiguous         several places of that name
    │   ├── ZoneUnknown            no time zone of that name
    │   ├── MomentInvalid          not a wall time with a zone
    │   ├── FieldInvalid           a value that a field of a record cannot hold
    │   ├── AnswerNeeded           a field of a form that cannot stay empty
    │   ├── NameUnknown            nothing that is kept is called so
    │   ├── NameAmbiguous          several that are kept are called so
    │   ├── FileUnusable           a file that cannot be read or written as asked
    │   ├── SettingsInvalid        settings that cannot be used
    │   ├── TripFileInvalid        a trip file that is not of the documented shape
    │   ├── TripUnknown            no trip whose name begins so
    │   │   └── TripGone               a trip that was there a moment ago
    │   └── TripAmbiguous          several trips whose names begin so
    ├── EditRefused            the store did not take an Edit, and nothing was changed
    │   ├── EditStale              somebody else changed the same field, or record, meanwhile
    │   ├── RecordMissing          what the Edit changes or relies on is no longer there
    │   ├── RecordExists           the id of a new record is taken
    │   ├── RecordNamed            a record is still named by another
    │   ├── RecordRejected         a value that cannot be stored
    │   └── NothingToUndo          no edit of this person's is left to undo, or to redo
    ├── ReleaseRefused         errors that nobody acknowledged stand in the way of a release
    └── StorageError           the database cannot be read or written
        ├── DatabaseForeign        a file that is not a Summitry database
        ├── DatabaseNewer          written by a newer Summitry
        ├── DatabaseDamaged        the file is broken
        ├── DatabaseUnwritable     the file or its folder may not be written
        ├── DatabaseBusy           another program holds the file
        ├── DatabaseFull           the disk is full
        └── DatabaseFailed         the disk could not be read or written

A message says what happened, to what, and what to do; it is shown once, without a traceback.
Whatever raises one has changed nothing.
"""


class SummitryError(Exception):
    """The root: catch this to show a message to the person."""


class InputError(SummitryError):
    """What was typed or read cannot be used."""

    @property
    def brief(self) -> str:
        """The same in a few words, to stand beside the field that it is about."""
        return str(self)


class PhraseUnclear(InputError):
    """A date, time or duration that could mean two things, or none."""

    def __init__(self, text: str, expected: str) -> None:
        super().__init__(f"“{text}” is not clear: expected {expected}.")
        self.text = text
        self.expected = expected

    @property
    def brief(self) -> str:
        """What is wrong, without what was expected."""
        return "not clear"


class PlaceUnknown(InputError):
    """No place of that name is in the gazetteer; `close` are the labels of the nearest there."""

    def __init__(self, text: str, close: tuple[str, ...] = ()) -> None:
        shown = text if len(text) <= 60 else f"{text[:60]}…"
        meant = f" Did you mean {' or '.join(close)}?" if close else ""
        super().__init__(
            f"No place called “{shown}” is known.{meant} Check the spelling, or give city, "
            "country, coordinates and time zone."
        )
        self.text = text
        self.close = close


class PlaceAmbiguous(InputError):
    """Several places of that name are in the gazetteer."""

    def __init__(self, text: str, choices: tuple[str, ...]) -> None:
        super().__init__(f"“{text}” could be {' or '.join(choices)}. Say which.")
        self.text = text
        self.choices = choices

    @property
    def brief(self) -> str:
        """How many it could be."""
        return f"which of {len(self.choices)}?"


class ZoneUnknown(InputError):
    """No time zone of that name is in the zone data."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” is not a known time zone. Expected an IANA name such as Europe/Paris."
        )
        self.name = name

    @property
    def brief(self) -> str:
        """That there is none."""
        return "no such time zone"


class MomentInvalid(InputError):
    """A text that is not a wall time with a zone."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{text}” is not a moment. Expected a wall time, between 1900 and 2199, and a zone "
            "such as 2025-03-17T10:00[Europe/Paris]."
        )
        self.text = text


class FieldInvalid(InputError):
    """A value that a field of a record cannot hold."""

    def __init__(self, field: str, expected: str, found: str, brief: str = "") -> None:
        tail = f", found {found}" if found else ""
        super().__init__(f"{field}: expected {expected}{tail}.")
        self.field = field
        self.expected = expected
        self.found = found
        self._brief = brief or expected

    @property
    def brief(self) -> str:
        """What was expected."""
        return f"expected {self._brief}"


class AnswerNeeded(InputError):
    """A field of a form that cannot stay empty."""

    def __init__(self, label: str) -> None:
        super().__init__(f"{label} is needed.")

    @property
    def brief(self) -> str:
        """That it is needed."""
        return "needed"


class NameUnknown(InputError):
    """Nothing that is kept is called so; `close` are the nearest there."""

    def __init__(self, noun: str, text: str, close: tuple[str, ...] = (), *, new: str = "") -> None:
        shown = text if len(text) <= 60 else f"{text[:60]}…"
        meant = f" Did you mean {' or '.join(close)}?" if close else ""
        super().__init__(f"No {noun} is called “{shown}”.{meant}{f' {new}' if new else ''}")
        self.noun = noun

    @property
    def brief(self) -> str:
        """That there is none."""
        return f"no such {self.noun}"


class NameAmbiguous(InputError):
    """Several that are kept are called so."""

    def __init__(self, text: str, choices: tuple[str, ...]) -> None:
        super().__init__(f"“{text}” could be {' or '.join(choices)}. Say which.")
        self.choices = choices

    @property
    def brief(self) -> str:
        """How many it could be."""
        return f"which of {len(self.choices)}?"


class FileUnusable(InputError):
    """A file that cannot be read or written as asked; `why` says it without the name."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")
        self.name = name
        self.why = why


class SettingsInvalid(InputError):
    """Settings that cannot be used; `FileUnusable` says in which file they stand."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}. {remedy}{'' if remedy.endswith('?') else '.'}")


class TripFileInvalid(InputError):
    """A trip file that is not of the documented shape; nothing of it was taken.

    `problems` are all that were found, a line each: the first, and `others`.
    """

    def __init__(
        self, path: str, expected: str, found: str = "", others: tuple[str, ...] = ()
    ) -> None:
        tail = f", found {found}" if found else ""
        self.problems = (f"{path}: expected {expected}{tail}.", *others)
        super().__init__("\n".join(f"The trip file is wrong at {each}" for each in self.problems))
        self.path = path
        self.expected = expected
        self.found = found


class TripUnknown(InputError):
    """No trip has a short name that begins so."""

    def __init__(self, beginning: str) -> None:
        super().__init__(
            f"No trip begins with “{beginning}”. `planner trips` lists the trips there are."
        )


class TripGone(TripUnknown):
    """A trip that was there a moment ago: no other has its id."""

    def __init__(self) -> None:
        InputError.__init__(self, "The trip is no longer there: it was removed in another window.")


class TripAmbiguous(InputError):
    """Several trips have a short name that begins so."""

    def __init__(self, beginning: str, choices: tuple[str, ...]) -> None:
        super().__init__(f"“{beginning}” could be {' or '.join(choices)}. Type more of the name.")


class EditRefused(SummitryError):
    """The store did not take an Edit; nothing was changed."""


class EditStale(EditRefused):
    """Somebody else changed the same field, or record, since this Edit was drawn up."""

    def __init__(self, what: str, field: str, yours: str, theirs: str, changed: str) -> None:
        super().__init__(
            f"{what}: {changed} changed {field} meanwhile. It is now {theirs}; "
            f"you wanted {yours}. Look again, then change it if you still want to."
        )
        self.field = field
        self.yours = yours
        self.theirs = theirs


class RecordMissing(EditRefused):
    """What an Edit changes or relies on is no longer there."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} is no longer there: somebody removed it. Nothing was changed.")


class RecordExists(EditRefused):
    """The id of a record to be created is taken."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} is there already. Nothing was changed.")


class RecordNamed(EditRefused):
    """A record cannot go, or come, because of what another names."""

    def __init__(self, what: str, by: str) -> None:
        super().__init__(f"{what} cannot be removed: {by}. Nothing was changed.")


class RecordRejected(EditRefused):
    """A value that cannot be stored."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"{what} cannot be stored: {why}. Nothing was changed.")


class NothingToUndo(EditRefused):
    """No edit of this person's is left to undo, or to redo."""


class ReleaseRefused(SummitryError):
    """Errors that nobody acknowledged stand in the way of a release; `messages` are those."""

    def __init__(self, number: int, messages: tuple[str, ...]) -> None:
        is_one = len(messages) == 1
        found = "an error stands" if is_one else f"{len(messages)} errors stand"
        others = f" And {len(messages) - 3} more." if len(messages) > 3 else ""
        them = "it" if is_one else "them"
        super().__init__(
            f"Version {number} is not released: {found} that nobody acknowledged. "
            f"{' '.join(messages[:3])}{others} Mend {them}, or acknowledge {them} with a reason."
        )
        self.messages = messages


class StorageError(SummitryError):
    """The database cannot be read or written."""

    def __init__(self, path: str, happened: str, remedy: str) -> None:
        super().__init__(f"{path}: {happened} {remedy}".strip())
        self.path = path


class DatabaseForeign(StorageError):
    """A file that is not a Summitry database."""


class DatabaseNewer(StorageError):
    """A database that a newer Summitry wrote."""


class DatabaseDamaged(StorageError):
    """A database file that is broken."""


class DatabaseUnwritable(StorageError):
    """A file or folder that may not be written."""


class DatabaseBusy(StorageError):
    """A database that another program holds."""


class DatabaseFull(StorageError):
    """A disk without room."""


class DatabaseFailed(StorageError):
    """A disk that does not answer as it should."""
