"""The one kind of write, and what makes Edits of what people do."""

from planner.edits.edit import Change, Edit, create, delete, rebase, rely_on

__all__ = ["Change", "Edit", "create", "delete", "rebase", "rely_on"]
