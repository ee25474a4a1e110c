"""Another process that works on a database: `python -m tests.db.processes.worker`.

It says `ready`, waits for a line, and then answers with a line for each thing done.
"""

import sys
from contextlib import closing
from dataclasses import replace

from db.store import SqliteStore
from planner.edits import Change, Edit, create, delete
from planner.errors import SummitryError
from planner.records import Meeting, Person, Record, new_id
from planner.store import Store
from tests.db.later_schema import add_later_step
from tests.db.samples import CLOCK, MEETING, TOPIC, plan


def say(text: object) -> None:
    """Answer with a line, at once."""
    print(text, flush=True)  # noqa: T201 - the answer


def use_files() -> None:
    """Open each file that a line names, add a person, and say how it went."""
    for line in sys.stdin:
        try:
            with closing(SqliteStore.open(line.rstrip("\n"), "worker", CLOCK)) as store:
                store.apply(plan(Person(id=new_id(), name="Somebody")))
        except SummitryError as error:
            say(f"{type(error).__name__}: {error}".replace("\n", " "))
        else:
            say("done")


def write(path: str, author: str, count: int) -> None:
    """Apply edits of several records each, and say the position of each once it is kept."""
    sys.stdin.readline()
    with closing(SqliteStore.open(path, author, CLOCK)) as store:
        start = len(store.load("trip").meetings)
        for number in range(start, start + count):
            entry = store.apply(_edit(store, f"{author} {number}"))
            say(entry.position)


def _edit(store: Store, name: str) -> Edit:
    """Return an Edit that adds a meeting with topics, changes it, and removes an older one."""
    meeting = replace(MEETING, id=f"meeting {name}", title=name)
    longer = replace(meeting, minutes=200)
    topics = [replace(TOPIC, id=f"{name} {each}", meeting=meeting.id) for each in range(3)]
    added = (*create(meeting, *topics), Change(meeting, longer))
    return Edit(name, (*added, *delete(*_older(store, name))))


def _older(store: Store, name: str) -> list[Record]:
    author, _, number = name.rpartition(" ")
    if int(number) % 4:
        return []
    itinerary = store.load("trip")
    older = itinerary.get(Meeting, f"meeting {author} {int(number) - 2}")
    return [*itinerary.topics_of(older.id), older] if older else []


def main() -> None:
    """Do what the arguments say: `use`, `upgrade`, or `write PATH AUTHOR COUNT`."""
    what, *rest = sys.argv[1:]
    if what == "upgrade":
        add_later_step(setattr)
    say("ready")
    if what == "write":
        write(rest[0], rest[1], int(rest[2]))
    else:
        use_files()


if __name__ == "__main__":
    main()
