"""Releases: what is said before a version is frozen, what forbids it, and what it keeps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from planner.conflicts import Severity, Surroundings, check
from planner.edits import Change, Edit
from planner.edits.acknowledging import acknowledge
from planner.errors import ReleaseRefused
from planner.exchange import read_trip_file
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Meeting, Release
from planner.records.words import (
    MeetingKind,
    ReleaseScope,
    Status,
    TripStatus,
    Visibility,
)
from planner.releases import BeforeRelease, before_release, release
from planner.sample import SAMPLE_NOW
from tests.planner.building import as_of, at, found, meeting, motorcade, trip
from tests.planner.documents.papers import sample
from tests.planner.exchange.files import NOBODY, Atlas

NOW = datetime.fromtimestamp(SAMPLE_NOW.instant, UTC)


def frozen(
    itinerary: Itinerary,
    scope: ReleaseScope = ReleaseScope.INTERNAL,
    recipients: str = "",
    note: str = "",
    marking: str = "",
    around: Surroundings | None = None,
) -> Edit:
    """Return the Edit of a release by Anna at 16:50 in London."""
    report = check(itinerary, around or as_of())
    return release(
        itinerary,
        report,
        scope=scope,
        recipients=recipients,
        note=note,
        marking=marking,
        by="Anna",
        now=NOW,
    )


def release_in(edit: Edit) -> Release:
    """Return what an Edit creates."""
    (change,) = edit.changes
    assert change.before is None
    assert isinstance(change.after, Release)
    return change.after


def before(itinerary: Itinerary) -> BeforeRelease:
    """Return what is said before a release."""
    return before_release(itinerary, check(itinerary, as_of()))


def said(itinerary: Itinerary) -> dict[str, tuple[str, ...]]:
    """Return what is still open in a trip, by heading."""
    return {remark.heading: remark.items for remark in before(itinerary).remarks}


LUNCH = meeting("Lunch", "12:00-13:00")
OVERLAPPING = trip(
    *(meeting(f"Talk {number}", "12:00-13:00", venue="Élysée") for number in range(2)),
    *(meeting(f"Visit {number}", f"{15 + number}:30-17:45") for number in range(2)),
)
"""Two pairs of meetings at the same time: two errors."""


class TestFreezing:
    def test_a_version_says_who_when_for_whom_and_what_is_new(self) -> None:
        edit = frozen(
            trip(LUNCH), ReleaseScope.PUBLIC, " the press ", " London added ", "PROTECTED B "
        )
        assert edit.label == "Released version 1, public"
        made = release_in(edit)
        assert (made.number, made.by, made.scope) == (1, "Anna", ReleaseScope.PUBLIC)
        assert made.at == Moment.from_text("2025-03-17T12:50[America/Toronto]")
        assert (made.recipients, made.note, made.marking) == (
            "the press",
            "London added",
            "PROTECTED B",
        )

    def test_it_says_how_far_in_the_journal_it_had_seen(self) -> None:
        itinerary = trip(LUNCH).after(Edit("Nothing", ()), 7)
        assert release_in(frozen(itinerary)).journal_position == 7

    def test_numbers_count_on_for_a_trip_whatever_the_scope(self) -> None:
        itinerary = trip(LUNCH)
        for number, scope in enumerate((*ReleaseScope, *ReleaseScope), start=1):
            edit = frozen(itinerary, scope)
            assert edit.label == f"Released version {number}, {scope}"
            itinerary = itinerary.after(edit)
        assert len(itinerary.all(Release)) == 4

    def test_two_windows_that_release_the_same_number_make_the_same_record(self) -> None:
        # So that the store refuses the second of them.
        assert release_in(frozen(trip(LUNCH))).id == release_in(frozen(trip(LUNCH))).id
        other = trip(LUNCH).after(frozen(trip(LUNCH)))
        assert release_in(frozen(other)).id != release_in(frozen(trip(LUNCH))).id

    def test_it_keeps_the_whole_trip_as_it_was(self) -> None:
        text = release_in(frozen(OVERLAPPING_ACKNOWLEDGED)).trip_text
        kept = Itinerary.of(read_trip_file(text, NOBODY, Atlas()).records)
        assert set(kept.records) == set(OVERLAPPING_ACKNOWLEDGED.records)

    def test_it_keeps_no_release_before_it_so_that_none_grows_with_their_number(self) -> None:
        itinerary = trip(LUNCH)
        texts = []
        for _ in range(4):
            edit = frozen(itinerary)
            texts.append(release_in(edit).trip_text)
            itinerary = itinerary.after(edit)
        assert len(set(texts)) == 1

    def test_taken_back_it_is_as_if_it_had_never_been(self) -> None:
        itinerary = trip(LUNCH)
        edit = frozen(itinerary)
        assert itinerary.after(edit).after(edit.inverse()) == itinerary


class TestForbidding:
    def test_an_error_that_nobody_acknowledged_forbids_it(self) -> None:
        itinerary = trip(LUNCH, meeting("Visit", "12:30-13:30"))
        with pytest.raises(ReleaseRefused) as refused:
            frozen(itinerary)
        assert str(refused.value) == (
            "Version 1 is not released: an error stands that nobody acknowledged. "
            "Lunch 12:00–13:00 and Visit 12:30–13:30 Paris overlap by 30 min. "
            "Mend it, or acknowledge it with a reason."
        )

    def test_of_several_it_says_how_many_and_the_first_three(self) -> None:
        messages = tuple(f"Fault {number}." for number in range(1, 6))
        assert str(ReleaseRefused(2, messages)) == (
            "Version 2 is not released: 5 errors stand that nobody acknowledged. "
            "Fault 1. Fault 2. Fault 3. And 2 more. "
            "Mend them, or acknowledge them with a reason."
        )
        assert "more" not in str(ReleaseRefused(2, messages[:3]))

    def test_every_one_of_them_has_to_be_acknowledged(self) -> None:
        with pytest.raises(ReleaseRefused) as refused:
            frozen(OVERLAPPING)
        assert len(refused.value.messages) == 2
        frozen(OVERLAPPING_ACKNOWLEDGED)

    def test_an_acknowledgement_whose_facts_have_changed_no_longer_counts(self) -> None:
        talk = OVERLAPPING_ACKNOWLEDGED.all(Meeting)["Talk 0"]
        edit = Edit("Lengthened", (Change(talk, replace(talk, minutes=50)),))
        with pytest.raises(ReleaseRefused) as refused:
            frozen(OVERLAPPING_ACKNOWLEDGED.after(edit))
        assert len(refused.value.messages) == 1

    def test_a_warning_forbids_nothing_and_is_said(self) -> None:
        talk = meeting("Talk", "08:00-21:00", kind=MeetingKind.SPEECH)
        found_before = before(trip(talk))
        assert found_before.errors == ()
        assert all(each.conflict.severity is Severity.WARNING for each in found_before.warnings)
        assert any("Talk" in each.conflict.message for each in found_before.warnings)
        frozen(trip(talk))


def acknowledged(itinerary: Itinerary, surroundings: Surroundings | None = None) -> Itinerary:
    """Return a trip in which somebody let every error stand."""
    report = check(itinerary, surroundings or as_of())
    errors = [each for each in report.open if each.conflict.severity is Severity.ERROR]
    return itinerary.after(acknowledge(itinerary, errors, "It is so.", "Anna", NOW))


OVERLAPPING_ACKNOWLEDGED = acknowledged(OVERLAPPING)


class TestWhatIsStillOpen:
    def test_where_everything_is_settled_nothing_is_said(self) -> None:
        assert said(trip(LUNCH)) == {}
        assert before(trip(LUNCH)).number == 1

    def test_placeholders_are_said_with_their_expiry(self) -> None:
        until = at("18:00", "Paris", "2025-03-16")
        kept = meeting(
            "Pull-aside", "15:00-15:20", kind=MeetingKind.PLACEHOLDER, placeholder_expires=until
        )
        call = meeting("Call", status=Status.TENTATIVE, placeholder_expires=until)
        free = meeting("Free", kind=MeetingKind.PLACEHOLDER, status=Status.PROPOSED)
        assert said(trip(kept, call, free)) == {
            "3 placeholders": (
                "Pull-aside, Mon 17 Mar 15:00: kept until 18:00 CET on Sunday 16 March 2025",
                "Call, no day yet: kept until 18:00 CET on Sunday 16 March 2025",
                "Free, no day yet: kept without an expiry",
            )
        }

    @pytest.mark.parametrize("status", [Status.CONFIRMED, Status.HELD, Status.CANCELLED])
    def test_what_is_decided_is_no_placeholder_any_more(self, status: Status) -> None:
        until = at("18:00", "Paris", "2025-03-16")
        assert said(trip(replace(LUNCH, status=status, placeholder_expires=until))) == {}

    def test_alternatives_of_one_slot_are_said_as_one_or_the_other(self) -> None:
        one = replace(LUNCH, choice="noon", status=Status.TENTATIVE)
        other = meeting("Garden walk", "12:00-13:00", choice="noon", status=Status.PROPOSED)
        late = meeting("Walk at dusk", choice="noon", status=Status.REQUESTED, start=None)
        (words,) = said(trip(one, other, late))["1 slot with alternatives"]
        assert words.split(" or ") == [
            "Garden walk (Mon 17 Mar 12:00, proposed)",
            "Lunch (Mon 17 Mar 12:00, tentative)",
            "Walk at dusk (no day yet, requested)",
        ]

    def test_an_alternative_beside_the_one_that_was_chosen_is_still_open(self) -> None:
        chosen = replace(LUNCH, choice="noon")
        other = meeting("Walk", "12:00-13:00", choice="noon", status=Status.TENTATIVE)
        assert list(said(trip(chosen, other))) == ["1 slot with alternatives"]

    @pytest.mark.parametrize("status", [Status.DECLINED, Status.CANCELLED, Status.CONFIRMED])
    def test_a_slot_is_decided_where_one_is_left_or_all_are_confirmed(self, status: Status) -> None:
        chosen = replace(LUNCH, choice="noon")
        other = meeting("Walk", "12:00-13:00", choice="noon", status=status)
        assert said(trip(chosen, other)) == {}

    def test_what_is_only_proposed_is_said_unless_it_was_said_already(self) -> None:
        talk = meeting("Talk", "15:00-16:00", status=Status.PROPOSED)
        way = motorcade("Élysée", "Matignon", "14:00-14:20", status=Status.PROPOSED)
        kept = meeting("Kept", kind=MeetingKind.PLACEHOLDER, status=Status.PROPOSED)
        open_now = said(trip(talk, way, kept, LUNCH))
        assert open_now["2 entries only proposed"] == (
            "Talk, Mon 17 Mar 15:00",
            "Motorcade Élysée–Matignon, Mon 17 Mar 14:00",
        )
        assert "1 placeholder" in open_now

    def test_of_a_cancelled_trip_it_is_said_that_nothing_is_checked(self) -> None:
        itinerary = trip(LUNCH, status=TripStatus.CANCELLED)
        assert said(itinerary) == {"The trip is cancelled": ("Nothing is checked in it any more",)}


SHOWN = Surroundings(NOW)
SCOPES = pytest.mark.parametrize("scope", list(ReleaseScope))
CHANGES: dict[ReleaseScope, Callable[[Meeting], Meeting]] = {
    ReleaseScope.INTERNAL: lambda each: replace(each, dress="black tie"),
    ReleaseScope.PUBLIC: lambda each: replace(each, public_line="Another sentence."),
}
"""What the papers of a scope print."""


def released_sample(scope: ReleaseScope) -> Itinerary:
    """Return the sample, released for an audience."""
    itinerary = acknowledged(sample(), SHOWN)
    return itinerary.after(frozen(itinerary, scope, around=SHOWN))


class TestTheSample:
    @SCOPES
    def test_what_was_just_released_has_not_changed_since(self, scope: ReleaseScope) -> None:
        assert found("unreleased-changes", released_sample(scope), SHOWN) == []

    @SCOPES
    def test_what_is_changed_afterwards_is_said(self, scope: ReleaseScope) -> None:
        itinerary = released_sample(scope)
        to_come = next(
            each
            for each in itinerary.meetings
            if each.visibility is Visibility.PUBLIC and each.status is Status.CONFIRMED
        )
        edit = Edit("Changed", (Change(to_come, CHANGES[scope](to_come)),))
        (conflict,) = found("unreleased-changes", itinerary.after(edit), SHOWN)
        assert conflict.message == (
            f"{scope.capitalize()} release 1 of 12:50 on Monday 17 March 2025 is older than "
            f"changes to {to_come.title}."
        )

    @SCOPES
    def test_released_again_it_says_nothing_again(self, scope: ReleaseScope) -> None:
        itinerary = released_sample(scope)
        meeting_now = next(each for each in itinerary.meetings if each.status is Status.CONFIRMED)
        edit = Edit("Changed", (Change(meeting_now, replace(meeting_now, title="Anew")),))
        changed = acknowledged(itinerary.after(edit), SHOWN)
        again = changed.after(frozen(changed, scope, around=SHOWN))
        assert found("unreleased-changes", again, SHOWN) == []

    def test_its_error_forbids_a_release_until_somebody_lets_it_stand(self) -> None:
        assert [
            finding.conflict.rule
            for finding in before_release(sample(), check(sample(), SHOWN)).errors
        ] == ["transfer-too-short"]
