from collections.abc import Iterable
from dataclasses import replace

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Meeting, Record, Wording
from planner.records.words import MeetingKind, ReleaseScope, Side, Status, VenueKind, Visibility
from tests.planner.building import VENUES, at, found, meeting, of_ours, sits_in, stop, trip
from tests.planner.conflicts.examples.release import released

PUBLIC, RESTRICTED = Visibility.PUBLIC, Visibility.RESTRICTED
GONE = [Status.CANCELLED, Status.DECLINED, Status.POSTPONED, Status.SUPERSEDED]


def talks(**fields: object) -> Meeting:
    return meeting("Talks", "12:00-13:00", **({"visibility": PUBLIC} | fields))


def out(*parts: Record, **fields: object) -> Record:
    return released(*parts, scope=ReleaseScope.PUBLIC, **fields)


def with_macron(entry: Meeting, *more: Record) -> Itinerary:
    return trip(entry, sits_in("Macron", entry), more)


def unagreed(itinerary: Itinerary) -> list[Conflict]:
    return found("announcement-not-agreed", itinerary)


def test_what_the_other_side_has_not_agreed_is_a_warning() -> None:
    (conflict,) = unagreed(with_macron(talks()))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == "Talks is public, and Macron has not agreed to its announcement."
    assert conflict.subjects == ("Talks",)
    assert conflict.at == at("12:00", "Paris").instant
    assert conflict.way_out == "agree on the announcement, or make it internal until then"
    assert conflict.fold == "Announcement not agreed"


def test_it_bites_at_the_hour_of_the_announcement() -> None:
    (conflict,) = unagreed(with_macron(talks(announcement_at=at("08:00", "Paris"))))
    assert conflict.at == at("08:00", "Paris").instant


def test_several_who_lead_are_the_other_sides() -> None:
    entry = talks()
    itinerary = trip(entry, sits_in("Macron", entry), sits_in("Rutte", entry, side=Side.THIRD))
    (conflict,) = unagreed(itinerary)
    assert conflict.message == (
        "Talks is public, and the other sides have not agreed to its announcement."
    )


def test_in_a_public_release_it_is_an_error() -> None:
    (conflict,) = unagreed(with_macron(talks(), out(talks())))
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Talks is in public release 1 of 18:00 CET on Sunday 16 March 2025, "
        "and Macron has not agreed to its announcement."
    )
    assert conflict.subjects == ("Talks", "release")
    assert conflict.way_out == (
        "agree on the announcement, or release the public itinerary without it"
    )


@pytest.mark.parametrize(
    "release",
    [
        released(talks()),
        out(talks(visibility=Visibility.INTERNAL)),
        out(talks(status=Status.CANCELLED)),
        out(),
        out(talks(), trip_text="no trip file"),
    ],
)
def test_a_release_that_does_not_tell_the_public_makes_no_error(release: Record) -> None:
    (conflict,) = unagreed(with_macron(talks(), release))
    assert conflict.severity is Severity.WARNING


def test_the_last_public_release_counts() -> None:
    first = out(talks())
    second = out(id="second", number=2)
    (conflict,) = unagreed(with_macron(talks(), first, second))
    assert conflict.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("hour", "minutes"), [("18:00", 0), ("17:59", 0), ("18:01", 1), ("2025-03-17T08:00", 840)]
)
def test_a_release_before_the_agreed_hour_is_an_error(hour: str, minutes: int) -> None:
    entry = talks(announcement_agreed=True, announcement_at=at(hour, "Paris", "2025-03-16"))
    conflicts = unagreed(with_macron(entry, out(entry)))
    assert [each.shortfall for each in conflicts] == ([minutes] if minutes else [])
    assert all(each.severity is Severity.ERROR for each in conflicts)


def test_it_says_by_how_much_and_compares_instants() -> None:
    agreed = at("17:30", "London", "2025-03-16")
    entry = talks(announcement_agreed=True, announcement_at=agreed)
    (conflict,) = unagreed(with_macron(entry, out(entry)))
    assert conflict.message == (
        "Talks is in public release 1 of 18:00 CET on Sunday 16 March 2025, and the agreed hour "
        "is 17:30 GMT on Sunday 16 March 2025, 30 min later."
    )
    assert conflict.way_out == "agree on an earlier hour with the other side"


@pytest.mark.parametrize(
    "entry",
    [
        talks(announcement_agreed=True),
        talks(visibility=Visibility.INTERNAL),
        talks(visibility=RESTRICTED),
        talks(informational=True),
        talks(start=None),
        talks(status=Status.HELD),
        *(talks(status=status) for status in GONE),
    ],
)
def test_what_is_agreed_or_not_announced_or_over_is_left_alone(entry: Meeting) -> None:
    assert not unagreed(with_macron(entry))


def test_where_nobody_of_theirs_leads_nobody_has_to_agree() -> None:
    entry = talks()
    assert not unagreed(trip(entry, of_ours("Weiss", entry)))


@pytest.mark.parametrize(
    ("kind", "names"),
    [(MeetingKind.STATEMENTS, ["Talks"]), (MeetingKind.PULL_ASIDE, ["Talks", "Part"])],
)
def test_a_part_is_announced_with_its_whole_but_for_a_pull_aside(
    kind: MeetingKind, names: list[str]
) -> None:
    part = meeting("Part", "12:30-12:40", kind=kind, part_of="Talks", visibility=PUBLIC)
    itinerary = with_macron(talks(), part, *sits_in("Macron", part))
    assert [each.subjects[0] for each in unagreed(itinerary)] == names


def leaks(*parts: Record | Iterable[Record]) -> list[Conflict]:
    return found("public-leak", trip(*parts))


CALL = meeting("Call", "14:00", visibility=RESTRICTED)
WEISS = sits_in("Anna Weiss", CALL)
NAMES_HER = talks(public_line="The Prime Minister meets Anna WEISS today.")


def test_a_public_line_must_not_name_who_is_in_restricted_entries_only() -> None:
    (conflict,) = leaks(NAMES_HER, CALL, WEISS)
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Talks is public, and its public line names Anna Weiss, who is in restricted entries only."
    )
    assert conflict.subjects == ("Talks", "Anna Weiss")
    assert conflict.at == at("12:00", "Paris").instant
    assert conflict.way_out == "take that out of its public line"


@pytest.mark.parametrize(
    "more",
    [
        sits_in("Anna Weiss", talks()),
        [meeting("Lunch", "15:00"), *sits_in("Anna Weiss", meeting("Lunch", "15:00"))],
        [replace(CALL, status=Status.CANCELLED)],
        [replace(CALL, visibility=Visibility.INTERNAL)],
    ],
)
def test_who_is_elsewhere_too_or_in_nothing_that_stands_is_no_secret(more: list[Record]) -> None:
    assert not leaks(NAMES_HER, CALL, WEISS, more)


def test_nor_is_the_principal_nor_who_comes_along() -> None:
    line = talks(public_line="Jeanne Roy and Anna Weiss travel together.")
    seats = [*WEISS, *sits_in("Jeanne Roy", CALL)]
    itinerary = trip(line, CALL, seats, accompanying=("Anna Weiss",))
    assert not found("public-leak", itinerary)


@pytest.mark.parametrize(
    ("name", "line", "is_named"),
    [
        ("Jo Roy", "Jo Roy speaks.", False),
        ("Zelensky", "Zelensky speaks.", True),
        ("Élise Müller", "She meets elise muller.", True),
        ("Anna Weiss", "She meets Anna Weissmann.", False),
        ("Anna Weiss", "She meets Weiss.", False),
    ],
)
def test_a_name_is_found_whole_in_any_spelling_unless_it_is_short(
    name: str, line: str, is_named: bool
) -> None:
    assert bool(leaks(talks(public_line=line), CALL, sits_in(name, CALL))) is is_named


@pytest.mark.parametrize(("field", "count"), [("public_line", 1), ("title", 0), ("notes", 0)])
def test_a_public_line_in_another_language_is_read_too(field: str, count: int) -> None:
    french = "La première ministre rencontre Anna Weiss."
    wording = Wording(id="fr", record="Talks", field=field, language="fr", text=french)
    assert len(leaks(talks(public_line="She meets."), CALL, WEISS, wording)) == count


def test_without_a_public_line_the_title_is_what_is_read() -> None:
    entry = meeting("Tea with Anna Weiss", "12:00", visibility=PUBLIC)
    (conflict,) = leaks(entry, CALL, WEISS)
    assert conflict.message == (
        "Tea with Anna Weiss is public, and its title names Anna Weiss, "
        "who is in restricted entries only."
    )


@pytest.mark.parametrize(
    ("title", "is_named"),
    [
        ("Call with the Director", True),
        ("Private dinner", False),
        ("Bilateral meeting", False),
        ("Statements to the media", False),
    ],
)
def test_a_title_of_a_restricted_entry_is_a_secret_if_it_says_anything(
    title: str, is_named: bool
) -> None:
    entry = talks(public_line=f"Then: {title.upper()}!")
    secret = meeting(title, "14:00", visibility=RESTRICTED)
    messages = [each.message for each in leaks(entry, secret)]
    assert messages == (
        [f"Talks is public, and its public line names {title}, which is restricted."]
        if is_named
        else []
    )
    assert not leaks(entry, secret, meeting(title, "15:00", id="known"))


def test_a_venue_where_only_restricted_entries_take_place_is_a_secret() -> None:
    entry = talks(public_line="The Prime Minister arrives at Buckingham Palace.")
    secret = meeting("Call", "14:00", "London", venue="Buckingham Palace", visibility=RESTRICTED)
    (conflict,) = leaks(entry, secret)
    assert conflict.message == (
        "Talks is public, and its public line names Buckingham Palace, "
        "where only restricted entries take place."
    )
    room = replace(VENUES["Élysée"], id="Room", name="Room", parent="Buckingham Palace")
    assert not leaks(entry, secret, room, meeting("Tea", "15:00", venue="Room"))
    city = replace(VENUES["Buckingham Palace"], kind=VenueKind.CITY)
    assert not leaks(entry, secret, city)


def test_a_city_of_the_trip_is_no_secret() -> None:
    secret = meeting("Call", "14:00", venue="Élysée", visibility=RESTRICTED)
    named = replace(VENUES["Élysée"], name="Brussels")
    entry = talks(public_line="The Prime Minister arrives in Brussels.")
    assert leaks(entry, secret, named)
    assert not leaks(entry, secret, named, stop("Brussels"))


@pytest.mark.parametrize(
    ("entry", "is_leak"),
    [
        (talks(kind=MeetingKind.PLACEHOLDER), True),
        (talks(placeholder_expires=at("08:00", "Paris"), status=Status.TENTATIVE), True),
        (talks(placeholder_expires=at("08:00", "Paris")), False),
        (talks(kind=MeetingKind.PLACEHOLDER, start=None), True),
        (talks(kind=MeetingKind.PLACEHOLDER, visibility=Visibility.INTERNAL), False),
        (talks(kind=MeetingKind.PLACEHOLDER, informational=True), False),
        *((talks(kind=MeetingKind.PLACEHOLDER, status=status), False) for status in GONE),
    ],
)
def test_a_placeholder_is_not_for_the_public(entry: Meeting, is_leak: bool) -> None:
    expected = ["Talks is public, and it is only a placeholder."] if is_leak else []
    assert [each.message for each in leaks(entry)] == expected


@pytest.mark.parametrize("visibility", [PUBLIC, Visibility.INTERNAL, RESTRICTED])
def test_what_is_part_of_a_restricted_entry_is_not_either(visibility: Visibility) -> None:
    whole = meeting("Dinner", "11:00-14:00", visibility=visibility)
    conflicts = leaks(talks(part_of="Dinner"), whole)
    is_leak = visibility is RESTRICTED
    assert [each.subjects for each in conflicts] == ([("Talks", "Dinner")] if is_leak else [])
    assert [each.message for each in conflicts] == (
        ["Talks is public, and it is part of Dinner, which is restricted."] if is_leak else []
    )


NOTE = "We shall not raise the pipeline unless they do"


@pytest.mark.parametrize(
    ("fields", "is_leak"),
    [
        ({"notes": f"Ask the desk. {NOTE}!", "public_line": f"Talks; {NOTE.lower()}."}, True),
        ({"purpose": NOTE, "public_line": NOTE}, True),
        ({"notes": NOTE, "public_line": "We shall not raise the pipeline."}, False),
        ({"notes": "Meets the President.", "public_line": "She meets the President."}, False),
        ({"notes": f"{NOTE} it", "public_line": f"{NOTE} items"}, False),
        ({"notes": NOTE, "title": NOTE}, False),
    ],
)
def test_a_public_line_must_not_repeat_a_sentence_of_the_notes(
    fields: dict[str, object], is_leak: bool
) -> None:
    conflicts = leaks(talks(**fields))
    assert [each.message.partition(" is ")[2] for each in conflicts] == (
        ["public, and its public line repeats an internal note."] if is_leak else []
    )


@pytest.mark.parametrize("length", [29, 30])
def test_a_short_note_may_stand_anywhere_by_chance(length: int) -> None:
    words = "x" * length
    assert bool(leaks(talks(notes=words, public_line=words))) is (length == 30)


def test_a_long_trip_full_of_secrets_costs_little() -> None:
    secret = [
        meeting(f"Call number {n} with them", "14:00", visibility=RESTRICTED) for n in range(2000)
    ]
    public = [
        meeting(f"T{n}", "12:00", public_line=f"Public {n}.", visibility=PUBLIC)
        for n in range(2000)
    ]
    assert not leaks(secret, public)
