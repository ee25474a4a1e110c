"""The forms of people, the offices they hold, and when they cannot come."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from planner.edits import Change
from planner.errors import NameUnknown
from planner.forms.answers import Answers
from planner.forms.layout import Layout
from planner.forms.layouts.shorthand import (
    day,
    flag,
    lines,
    moment,
    one_of,
    person,
    required_of,
    text,
    texts,
    words,
)
from planner.forms.questions.fields import DateQuestion, TextQuestion
from planner.forms.questions.people import HeldOfficeQuestion, OfficeQuestion, follows, tenure_of
from planner.forms.questions.question import Reading
from planner.forms.questions.times import UntilDayQuestion, UntilQuestion
from planner.geography.countries import country_code, country_name
from planner.records import Office, Person, Record, Tenure, Unavailability
from planner.records.words import Gender, OfficeOf, Qualifier, RankClass

ADDRESS, CONTACT, SOURCE = "Address and table", "Contact", "Source"


@dataclass(frozen=True, kw_only=True)
class SinceQuestion(DateQuestion):
    """Since when the office in the same form is held; it belongs to the tenure."""

    @property
    def fields(self) -> tuple[str, ...]:
        """It answers no field of the person."""
        return ()

    def written(self, values: Mapping[str, object], draft: Answers) -> str:
        """Return the day the present tenure began."""
        tenure = tenure_of(draft)
        return self.write(tenure.since, draft) if tenure and tenure.since else ""

    def read(self, text: str, draft: Answers) -> Reading:
        """Return nothing for the person, but say the day."""
        reading = super().read(text, draft)
        return Reading({}, reading.said)

    def since(self, draft: Answers) -> object:
        """Return the day that is typed; None where there is none."""
        typed = draft.text(self.name).strip()
        return self.value(typed, draft) if typed else None


def _tenure_beside(draft: Answers, record: Record) -> tuple[Change, ...]:
    """Return the change to the person's tenure: begun, followed by another, ended, or corrected."""
    before = tenure_of(draft)
    if draft.before is not None and not {"office", "since"} & draft.typed.keys():
        return ()
    office, since = _held(draft)
    if office is None:
        return (
            (_ended(before, draft.reference.today),) if before and "office" in draft.typed else ()
        )
    made = Tenure(id=draft.new_id("tenure"), person=record.id, office=office, since=since)
    if before is None:
        return (Change(None, made),)
    if since and follows(before, office, since):
        return (_ended(before, since), Change(None, made))
    after = replace(before, office=office, since=since)
    return (Change(before, after),) if after != before else ()


def _ended(tenure: Tenure, day: date) -> Change:
    """Return the change that ends a tenure on a day; one that had not begun by then never was."""
    if tenure.since and tenure.since >= day:
        return Change(tenure, None)
    return Change(tenure, replace(tenure, until=day))


def _held(draft: Answers) -> tuple[str | None, date | None]:
    question, since = draft.layout.by_name["office"], draft.layout.by_name["since"]
    typed = draft.text("office").strip()
    if not isinstance(question, OfficeQuestion) or not isinstance(since, SinceQuestion):
        return None, None
    day_since = since.since(draft)
    began = day_since if isinstance(day_since, date) else None
    return (question.find(typed, draft).id if typed else None), began


@dataclass(frozen=True, kw_only=True)
class BodyQuestion(TextQuestion):
    """The state, organisation, province or company that an office belongs to."""

    required: bool = True
    depends: tuple[str, ...] = ("of_kind",)

    def value(self, text: str, draft: Answers) -> object:
        """Return the code of a state by its name or code, and any other body as typed."""
        if draft.value("of_kind") is not OfficeOf.STATE:
            return text
        code = country_code(text)
        if code is None:
            raise NameUnknown("state", text)
        return code

    def say(self, value: object, draft: Answers) -> str:
        """Return the state's name."""
        is_state = draft.value("of_kind") is OfficeOf.STATE
        return country_name(str(value)) if is_state else ""


PERSON = Layout(
    Person,
    "person",
    (
        words("name", "Name", "Emmanuel Macron"),
        HeldOfficeQuestion(name="office", label="Office", example="president of france"),
        SinceQuestion(name="since", label="Since", example="14 may 2017"),
        one_of("gender", "Gender", Gender),
        flag("ours", "On our side"),
        texts("languages", "Languages", "fr, en: best first"),
        text("spoken_address", "Spoken to as", "Mr President", ADDRESS),
        text("written_address", "Written to as", "", ADDRESS),
        text("place_card", "Place card", "", ADDRESS),
        text("pronunciation", "Pronunciation", "", ADDRESS),
        text("diet", "Diet", "", ADDRESS),
        text("phone", "Phone", "", CONTACT),
        text("email", "E-mail", "", CONTACT),
        text("private_secretary", "Private secretary", "", CONTACT),
        text("source", "Source", "where these facts come from", SOURCE),
        day("verified_on", "Verified on", SOURCE),
        text("verified_by", "Verified by", "", SOURCE),
        lines("notes", "Notes", "", SOURCE),
    ),
    _tenure_beside,
)

TENURE = Layout(
    Tenure,
    "tenure",
    (
        person("person", "Person", required=True),
        OfficeQuestion(name="office", label="Office", required=True, example="president of france"),
        day("since", "Since", "", "14 may 2017"),
        UntilDayQuestion(name="until", label="Until", example="17 mar", depends=("since",)),
        one_of("qualifier", "Qualifier", Qualifier),
    ),
)

OFFICE = Layout(
    Office,
    "office",
    (
        words("title", "Title", "President of the French Republic"),
        required_of("of_kind", "Of a", OfficeOf, "kind of body"),
        BodyQuestion(name="of", label="Of", example="France, CA-NU for a province, NATO"),
        one_of("rank", "Rank", RankClass, empty=RankClass.OTHER),
        text("spoken_address", "Spoken to as", "Your Excellency"),
        text("title_feminine", "Title, feminine"),
        text("title_masculine", "Title, masculine"),
    ),
)

UNAVAILABILITY = Layout(
    Unavailability,
    "unavailability",
    (
        person("person", "Person", required=True),
        moment("start", "From", required=True),
        UntilQuestion(
            name="end", label="Until", example="17:00", required=True, depends=("start",)
        ),
        text("reason", "Reason", "Cabinet, a vote, leave"),
    ),
)
