"""When a meeting could be, and what a change of one entry does to the rest of the day."""

from planner.slots.finding import Refusal, Search, Slot, find_slots

__all__ = ["Refusal", "Search", "Slot", "find_slots"]
