"""What is asked about a release: for whom it is, and what it says of itself."""

from planner.forms import Draft, Layout, Reference
from planner.forms.layouts.shorthand import one_of, text
from planner.records import Release
from planner.records.words import ReleaseScope
from planner.releases.before import BeforeRelease

RELEASE = Layout(
    Release,
    "release",
    (
        one_of("scope", "Scope", ReleaseScope, empty=ReleaseScope.INTERNAL),
        text("recipients", "Recipients", "the delegation, the embassy in Paris"),
        text("note", "Note", "what is new in it"),
        text("marking", "Marking", "none"),
    ),
)
"""No form of a record like the others: what is frozen is drawn up when it is answered."""


def release_form(before: BeforeRelease, reference: Reference) -> Draft:
    """Return the form that is answered before a version is released; the trip's marking is offered.

    `before` says which version.
    """
    marking = reference.trip.marking if reference.trip else ""
    start = {"scope": ReleaseScope.INTERNAL, "marking": marking}
    return Draft(RELEASE, reference, start, purpose=title_of(before))


def title_of(before: BeforeRelease) -> str:
    """Return what a version is about to be called."""
    return f"Release version {before.number}"


def scope_of(answered: Draft) -> ReleaseScope:
    """Return for whom a release is, as a form was answered."""
    return ReleaseScope(str(answered.value("scope")))


def words_of(answered: Draft, name: str) -> str:
    """Return what a text of a form holds."""
    return str(answered.value(name))
