"""The kinds of cases that rules are asked about, beside the whole trip and its meetings."""

from planner.conflicts.cases import Cases
from planner.conflicts.presence.days import Day, Night, diary
from planner.conflicts.presence.journey import Ground, Join, journey
from planner.conflicts.presence.overlaps import Overlap
from planner.conflicts.presence.taken import principal_overlaps
from planner.itinerary.entries import Entry
from planner.records import Lodging, Meeting, Movement, Record, Stop, Trip, Unavailability

KINDS_PLANNED: tuple[type[Record], ...] = (Trip, Stop, Movement, Lodging, Meeting, Unavailability)
"""The kinds whose times people type; other records are stamped."""

ENTRIES = Cases[Entry](lambda itinerary, _: itinerary.entries, lambda entry: (entry.id,))
"""A meeting or movement that has an hour, by itself."""
PLANNED = Cases[Record](
    lambda itinerary, _: (each for kind in KINDS_PLANNED for each in itinerary.all(kind).values()),
    lambda record: (record.id,),
)
"""A record whose times people type, by itself."""
JOINS = Cases[Join](
    lambda itinerary, limits: journey(itinerary, limits).joins,
    lambda join: (join.before.entry.id, join.after.entry.id),
)
"""Two entries of the principal's, one after the other."""
PASSAGES = Cases[Join | Movement](
    lambda itinerary, limits: (*journey(itinerary, limits).joins, *itinerary.movements),
    lambda each: () if isinstance(each, Movement) else JOINS.entries(each),
)
"""The same, and the movements by themselves."""
OVERLAPS = Cases[Overlap](principal_overlaps, lambda overlap: overlap.keys)
"""Entries of the principal's that go on at once."""
DAYS = Cases[Day](
    lambda itinerary, limits: diary(itinerary, limits).days,
    lambda day: [duty.key for duty in day.duties],
)
"""What the principal does from one night to the next."""
NIGHTS = Cases[Night](lambda itinerary, limits: diary(itinerary, limits).nights, Night.keys)
"""What lies between two of his days."""
GROUND = Cases[Ground](lambda itinerary, limits: (journey(itinerary, limits).ground,), lambda _: ())
"""All that is no meeting and no meeting's own: stops, movements, lodgings, venues, people."""
