"""Ways out of conflicts, as Edits that are offered only when checking again proves them."""

from planner.fixes.proof import Fix, fixes_for

__all__ = ["Fix", "fixes_for"]
