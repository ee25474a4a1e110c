"""What a person sees of their trips, as values: one, all of them, and what was done last."""

from planner.workspace.workspace import Workspace, caught_up

__all__ = ["Workspace", "caught_up"]
