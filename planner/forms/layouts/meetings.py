"""The forms of meetings, and of who is in them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from planner.edits import Change
from planner.errors import AnswerNeeded, FieldInvalid
from planner.forms.answers import Answers
from planner.forms.layout import Layout
from planner.forms.layouts.shorthand import (
    day,
    duration,
    flag,
    lines,
    moment,
    one_of,
    required_of,
    text,
    texts,
    venue,
)
from planner.forms.layouts.substance import MeetingQuestion
from planner.forms.questions.clocks import venue_read
from planner.forms.questions.fields import TextQuestion
from planner.forms.questions.people import (
    CounterpartsQuestion,
    PersonQuestion,
    counterparts,
    counterparts_named,
)
from planner.forms.questions.places import StopQuestion
from planner.forms.questions.question import Reading
from planner.forms.questions.times import HoursQuestion
from planner.itinerary.whereabouts import nearest_stop
from planner.records import Meeting, Participant, Record
from planner.records.words import (
    Attends,
    Coverage,
    Interpretation,
    MeetingKind,
    ReadoutState,
    Response,
    Role,
    Side,
    Status,
    Visibility,
)
from planner.settings import Limits

PROTOCOL, MEDIA, ACCEPTED, SLOT, AFTER = (
    "Protocol",
    "Media and public",
    "Asked and accepted",
    "In the programme",
    "Afterwards",
)


MEALS = ("breakfast", "lunch", "dinner")
ALSO_CALLED: Mapping[str, MeetingKind] = {
    **dict.fromkeys(MEALS, MeetingKind.WORKING_MEAL),
    **{f"working {meal}": MeetingKind.WORKING_MEAL for meal in MEALS},
    "state dinner": MeetingKind.OFFICIAL_DINNER,
    "one on one": MeetingKind.TETE_A_TETE,
    "joint statement": MeetingKind.STATEMENTS,
    "phone": MeetingKind.CALL,
    "phone call": MeetingKind.CALL,
    "family photo": MeetingKind.PHOTO,
    "press": MeetingKind.PRESS_CONFERENCE,
    "presser": MeetingKind.PRESS_CONFERENCE,
    "free time": MeetingKind.PERSONAL_TIME,
    "visit": MeetingKind.SITE_VISIT,
    "hold": MeetingKind.PLACEHOLDER,
}
"""What else people call the kinds."""


@dataclass(frozen=True, kw_only=True)
class TitleQuestion(TextQuestion):
    """What a meeting is called; made of its kind and whom it is with unless it is typed."""

    depends: tuple[str, ...] = ("kind", "with")

    def written(self, values: Mapping[str, object], draft: Answers) -> str:
        """Return the title, unless it is the one that is made: that follows the answers."""
        title = super().written(values, draft)
        return "" if title == meeting_title(draft) else title

    def read(self, text: str, draft: Answers) -> Reading:
        """Return the title."""
        title = text or meeting_title(draft)
        return Reading({self.name: title}, "" if text else title)


def meeting_title(draft: Answers) -> str:
    """Return `Working meal with Emmanuel Macron`; empty while the kind is not known."""
    kind = draft.value("kind")
    if not isinstance(kind, MeetingKind):
        return ""
    word = {MeetingKind.OTHER: "Meeting", MeetingKind.BILATERAL: "Bilateral meeting"}.get(
        kind, kind.value.capitalize()
    )
    if isinstance(draft.answer("with"), Reading):
        names = [each.name for each in counterparts_named(draft)]
        return f"{word} with {' and '.join(names)}" if names else word
    return word


def _participants(draft: Answers, record: Record) -> tuple[Change, ...]:
    """Return the changes that make the counterparts those that the form names, in its order."""
    if draft.before is not None and "with" not in draft.typed:
        return ()
    named = {each.id: each for each in counterparts_named(draft)}
    held = {each.person: each for each in counterparts(draft)}
    changes = [Change(each, None) for person, each in held.items() if person not in named]
    places = sorted(each.position for person, each in held.items() if person in named)
    places += range(_last_position(draft) + 1, _last_position(draft) + 1 + len(named))
    for who, position in zip(named, places, strict=False):
        before = held.get(who)
        after = replace(before or _counterpart(draft, record, who), position=position)
        if after != before:
            changes.append(Change(before, after))
    return tuple(changes)


def _stop_of_venue(draft: Answers, name: str) -> Mapping[str, str]:
    """Return the stop that a venue lies in, which need not be that of the cursor."""
    question, itinerary = draft.layout.by_name["stop"], draft.reference.itinerary
    if name != "venue" or not isinstance(question, StopQuestion) or itinerary is None:
        return {}
    venue = venue_read(draft, "venue") if "venue" in draft.typed else None
    stop = nearest_stop(itinerary, venue, Limits().same_stop_km)
    return {"stop": question.called(stop.id, draft) if stop else draft.opened("stop")}


def _counterpart(draft: Answers, meeting: Record, person: str) -> Participant:
    return Participant(
        id=draft.new_id(f"counterpart {person}"),
        meeting=meeting.id,
        person=person,
        side=Side.THEIRS,
        role=Role.COUNTERPART,
    )


def _last_position(draft: Answers) -> int:
    itinerary = draft.reference.itinerary
    if itinerary is None or draft.before is None:
        return -1
    held = itinerary.participants_of(draft.before.id)
    return max((each.position for each in held), default=-1)


MEETING = Layout(
    Meeting,
    "meeting",
    (
        required_of("kind", "Kind", MeetingKind, "kind of meeting", ALSO_CALLED),
        CounterpartsQuestion(name="with", label="With", example="macron, or several"),
        StopQuestion(name="stop", label="Stop"),
        HoursQuestion(
            name="hours",
            label="When",
            example="12:00-13:30, or tue evening",
            depends=("stop", "venue", "kind"),
        ),
        venue("venue", "Venue"),
        TitleQuestion(name="title", label="Title", example="its kind, and whom it is with"),
        one_of("status", "Status", Status, empty=Status.PROPOSED),
        lines("purpose", "Purpose"),
        text("hosted_by", "Hosted by", "", PROTOCOL),
        text("format", "Format", "1+4", PROTOCOL),
        one_of("interpretation", "Interpretation", Interpretation, PROTOCOL),
        text("language", "Language", "fr", PROTOCOL),
        one_of("attends", "Attends", Attends, PROTOCOL, Attends.PRINCIPAL),
        text("dress", "Dress", "", PROTOCOL),
        text("greeter", "Greeted by", "", PROTOCOL),
        text("gift_given", "Gift given", "", PROTOCOL),
        text("gift_received", "Gift received", "", PROTOCOL),
        text("remarks_by", "Remarks by", "", PROTOCOL),
        duration("remarks_minutes", "Remarks take", PROTOCOL),
        text("site_lead", "Site lead", "", PROTOCOL),
        text("host_contact", "Host contact", "", PROTOCOL),
        text("wet_weather", "If it rains", "", PROTOCOL),
        one_of("coverage", "Coverage", Coverage, MEDIA, Coverage.NOT_STATED),
        moment("media_arrive_by", "Media arrive by", MEDIA, moves=True),
        text("media_door", "Media door", "", MEDIA),
        text("media_note", "Note for media", "", MEDIA),
        one_of("visibility", "Visibility", Visibility, MEDIA, Visibility.INTERNAL),
        text("public_line", "Public line", "the sentence of the public itinerary", MEDIA),
        moment("announcement_at", "Announced", MEDIA),
        flag("announcement_agreed", "Agreed", MEDIA),
        day("requested_on", "Requested on", ACCEPTED),
        text("requested_through", "Requested through", "", ACCEPTED),
        moment("accepted_start", "Accepted for", ACCEPTED),
        duration("accepted_minutes", "Accepted length", ACCEPTED),
        venue("accepted_venue", "Accepted venue", ACCEPTED),
        moment("told_at", "Told at", ACCEPTED),
        flag("fixed", "Fixed", SLOT),
        flag("informational", "For information", SLOT),
        flag("occupies_principal", "Takes the principal", SLOT, empty=True),
        duration("buffer_before", "Free before", SLOT, empty=0),
        duration("buffer_after", "Free after", SLOT, empty=0),
        MeetingQuestion(name="part_of", label="Part of", group=SLOT),
        text("choice", "Alternatives", "the same word in each", SLOT),
        text("series", "Series", "", SLOT),
        moment("placeholder_expires", "Kept until", SLOT),
        moment("actual_start", "Began at", AFTER),
        moment("actual_end", "Ended at", AFTER),
        lines("readout", "Readout", "", AFTER),
        one_of("readout_state", "Readout is", ReadoutState, AFTER),
        lines("notes", "Notes", "internal: never printed for the public", AFTER),
    ),
    _participants,
    _stop_of_venue,
)


@dataclass(frozen=True, kw_only=True)
class WhoQuestion(PersonQuestion):
    """Who takes part, unless words say it."""

    depends: tuple[str, ...] = ("words",)

    def read(self, text: str, draft: Answers) -> Reading:
        """Return the person; one of person and words is needed."""
        if not text and not draft.text("words").strip():
            raise AnswerNeeded(self.label)
        reading = super().read(text, draft)
        itinerary, own = draft.reference.itinerary, draft.before.id if draft.before else ""
        owner = draft.start.get("meeting") or draft.start.get("movement")
        others = itinerary.participants_of(str(owner)) if itinerary and owner else ()
        if text and any(
            each.person == reading.fields[self.name] for each in others if each.id != own
        ):
            raise FieldInvalid(self.label, "somebody who is not in it yet", f"“{text}”")
        return reading


PARTICIPANT = Layout(
    Participant,
    "participant",
    (
        WhoQuestion(name="person", label="Person", example="name"),
        text("words", "Or in words", "1 official, Foreign Office, TBC"),
        required_of("side", "Side", Side),
        required_of("role", "Role", Role),
        one_of("response", "Answered", Response),
        text("printed_title", "Title as printed"),
        texts("languages", "Interprets", "fr, en"),
        text("seat", "Vehicle or seat"),
    ),
)
