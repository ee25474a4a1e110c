"""Letting conflicts stand, and no longer."""

from datetime import UTC, datetime

from planner.conflicts import Report, check
from planner.edits.acknowledging import acknowledge, withdraw
from planner.itinerary import Itinerary
from planner.records import Acknowledgement
from tests.planner.building import as_of, meeting, trip

NOW = datetime(2025, 3, 15, 12, tzinfo=UTC)
LUNCH = meeting("Lunch", "12:30-14:00", venue="Élysée")
TALKS = meeting("Talks", "13:45-14:30", venue="Élysée")


def report_of(itinerary: Itinerary) -> Report:
    report = check(itinerary, as_of())
    return Report(tuple(f for f in report.findings if f.conflict.rule == "principal-overlap"))


def test_what_is_acknowledged_says_who_why_and_when_and_is_no_longer_open() -> None:
    itinerary = trip(LUNCH, TALKS)
    edit = acknowledge(itinerary, report_of(itinerary).open, " He joins late. ", "a.roy", NOW)
    after = itinerary.after(edit)
    assert edit.label == "Acknowledged principal-overlap"
    assert report_of(after).open == ()
    (said,) = after.all(Acknowledgement).values()
    assert (said.reason, said.by, said.at.to_text()) == (
        "He joins late.",
        "a.roy",
        "2025-03-15T08:00:00-04:00[America/Toronto]",
    )


def test_it_lapses_when_the_facts_change_and_is_said_anew() -> None:
    itinerary = trip(LUNCH, TALKS)
    edit = acknowledge(itinerary, report_of(itinerary).open, "He joins late.", "a.roy", NOW)
    longer = meeting("Talks", "13:40-14:30", venue="Élysée")
    changed = trip(LUNCH, longer, itinerary.after(edit).all(Acknowledgement).values())
    (open_again,) = report_of(changed).open
    assert open_again.has_lapsed
    again = acknowledge(changed, [open_again], "Still so.", "b.weiss", NOW)
    (said,) = changed.after(again).all(Acknowledgement).values()
    assert said.reason == "Still so."
    assert report_of(changed.after(again)).open == ()


def test_it_can_be_taken_back() -> None:
    itinerary = trip(LUNCH, TALKS)
    edit = acknowledge(itinerary, report_of(itinerary).open, "He joins late.", "a.roy", NOW)
    acknowledged = itinerary.after(edit)
    back = withdraw(report_of(acknowledged).acknowledged)
    assert back.label == "No longer acknowledged principal-overlap"
    assert len(report_of(acknowledged.after(back)).open) == 1


def test_several_are_one_edit() -> None:
    other = meeting("Call", "13:50-14:20", occupies_principal=False)
    itinerary = trip(LUNCH, TALKS, other)
    findings = check(itinerary, as_of()).open
    edit = acknowledge(itinerary, findings, "Known.", "a.roy", NOW)
    assert edit.label == f"Acknowledged {len(findings)} conflicts"
    assert check(itinerary.after(edit), as_of()).open == ()
