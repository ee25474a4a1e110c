"""Forms: what is asked about a record, and how what is typed becomes an Edit.

A form is a Draft, a value: every key makes a new one, and the terminal only shows it. Nothing here
knows how it is drawn.
"""

from planner.forms.draft import Draft
from planner.forms.layout import Layout
from planner.forms.openings import change_of, new, reference_in, reference_outside
from planner.forms.questions.question import Control, Question, Suggestion
from planner.forms.reference import Reference

__all__ = [
    "Control",
    "Draft",
    "Layout",
    "Question",
    "Reference",
    "Suggestion",
    "change_of",
    "new",
    "reference_in",
    "reference_outside",
]
