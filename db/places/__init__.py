"""The shipped gazetteer: cities, airports and venues in one read-only file.

`scripts/build_places.py` makes the file; `docs/places.md` says what is in it.
"""

from db.places.gazetteer import ShippedGazetteer

__all__ = ["ShippedGazetteer"]
