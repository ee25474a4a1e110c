"""Questions about people and the offices they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from planner.errors import AnswerNeeded
from planner.forms.questions.naming import MOST_SHOWN, NamedQuestion, SeveralQuestion
from planner.forms.questions.question import Reading, Suggestion
from planner.geography.countries import country_name
from planner.itinerary.titles import is_held_on
from planner.offices import find_offices, known_offices
from planner.records import Office, Participant, Person, Record, Tenure
from planner.records.words import OfficeOf, Role, Side

if TYPE_CHECKING:
    from planner.forms.answers import Answers


class _People:
    """What is the same for one person and for several."""

    new_kind = "person"

    def candidates(self, draft: "Answers") -> Sequence[Record]:
        """Return everybody there is."""
        return draft.reference.people

    def label_of(self, record: Record, draft: "Answers") -> str:
        """Return the name."""
        return record.name if isinstance(record, Person) else ""

    def hint_of(self, record: Record, draft: "Answers") -> str:
        """Return the title on the day."""
        return draft.reference.title_of(record) if isinstance(record, Person) else ""


@dataclass(frozen=True, kw_only=True)
class PersonQuestion(_People, NamedQuestion):
    """One person."""

    noun: str = "person"


@dataclass(frozen=True, kw_only=True)
class PeopleQuestion(_People, SeveralQuestion):
    """Several people."""

    noun: str = "person"


@dataclass(frozen=True, kw_only=True)
class CounterpartsQuestion(PeopleQuestion):
    """Whom a meeting is with; they become its counterparts, the first of them leads.

    Those described only in words (`1 official, Foreign Office, TBC`) are kept, and are changed in
    the list of participants.
    """

    @property
    def fields(self) -> tuple[str, ...]:
        """It answers no field of the meeting itself: participants are records of their own."""
        return ()

    def written(self, values: Mapping[str, object], draft: "Answers") -> str:
        """Return the names of the counterparts there are."""
        people = (each.person for each in counterparts(draft))
        return ", ".join(filter(None, (self.called(each, draft) for each in people)))

    def read(self, text: str, draft: "Answers") -> Reading:
        """Return nothing for the meeting: `counterparts_named` has the people."""
        people = self.find_all(text, draft)
        if not people and self.required:
            raise AnswerNeeded(self.label)
        return Reading({}, self.say_all(people, text, draft))


def counterparts(draft: "Answers") -> tuple[Participant, ...]:
    """Return the counterparts by name that the meeting of a form has so far."""
    itinerary = draft.reference.itinerary
    if itinerary is None or draft.before is None:
        return ()
    return tuple(
        each
        for each in itinerary.participants_of(draft.before.id)
        if each.side is not Side.OURS and each.role is Role.COUNTERPART and each.person
    )


def counterparts_named(draft: "Answers", name: str = "with") -> tuple[Person, ...]:
    """Return whom a form names as counterparts; raises `InputError`."""
    question = draft.layout.by_name[name]
    if not isinstance(question, CounterpartsQuestion):
        return ()
    found = question.find_all(draft.text(name), draft)
    once = {each.id: each for each in found if isinstance(each, Person)}
    return tuple(once.values())


@dataclass(frozen=True, kw_only=True)
class OfficeQuestion(NamedQuestion):
    """An office: one that is kept, or one of those that Summitry knows."""

    noun: str = "office"

    @property
    def new_kind(self) -> str:
        """Say that an office can be made."""
        return "office"

    def candidates(self, draft: "Answers") -> Sequence[Record]:
        """Return the offices that are kept, then those that are known."""
        kept = draft.reference.offices
        names = {(office.title, office.of) for office in kept}
        known = (each for each in known_offices() if (each.title, each.of) not in names)
        return (*kept, *known)

    def label_of(self, record: Record, draft: "Answers") -> str:
        """Return the title."""
        return record.title if isinstance(record, Office) else ""

    def hint_of(self, record: Record, draft: "Answers") -> str:
        """Return what body it is an office of."""
        if not isinstance(record, Office):
            return ""
        return country_name(record.of) if record.of_kind is OfficeOf.STATE else record.of

    def _close(self, text: str, labels: Mapping[str, Record], draft: "Answers") -> tuple[str, ...]:
        """Return what those are called that a text may have meant, as far as they are sure."""
        found = find_offices(text, draft.reference.offices, 1)
        return tuple(each.title for each in found)

    def read(self, text: str, draft: "Answers") -> Reading:
        """Return the office, to be made if it is only known."""
        if not text:
            return super().read(text, draft)
        record = self.find(text, draft)
        made = () if record in draft.reference.offices else (record,)
        return Reading({self.name: record.id}, self.say(record, text, draft), made)

    def suggestions(self, text: str, draft: "Answers") -> tuple[Suggestion, ...]:
        """Return the offices that a text may mean."""
        if not text:
            return ()
        found = find_offices(text, draft.reference.offices, MOST_SHOWN)
        labels = {record.id: label for label, record in self._labels(draft).items()}
        some = [
            Suggestion(labels.get(each.id, each.title), self.hint_of(each, draft)) for each in found
        ]
        return (*some, *self._offer(text, {each.text: found[0] for each in some}))


@dataclass(frozen=True, kw_only=True)
class HeldOfficeQuestion(OfficeQuestion):
    """The office that a person holds now; answered in the person's own form."""

    depends: tuple[str, ...] = ("since",)

    @property
    def fields(self) -> tuple[str, ...]:
        """It answers no field of the person: a tenure is a record of its own."""
        return ()

    def written(self, values: Mapping[str, object], draft: "Answers") -> str:
        """Return the office that is held now."""
        tenure = tenure_of(draft)
        return self.called(tenure.office, draft) if tenure else ""

    def read(self, text: str, draft: "Answers") -> Reading:
        """Return the office to be made, if it is only known; a day since when needs one."""
        if not text and draft.text("since").strip():
            raise AnswerNeeded(self.label)
        reading = super().read(text, draft)
        held, office = tenure_of(draft), reading.fields[self.name]
        said = reading.said
        if held and office != held.office:
            said = " · ".join(filter(None, (said, self._instead(held, office, draft))))
        return Reading({}, said, reading.made)

    def _instead(self, held: Tenure, office: object, draft: "Answers") -> str:
        """Say what becomes of the office that was held: it ends, or was a slip."""
        former = self.called(held.office, draft)
        if office is None:
            return f"{former} until today"
        since = draft.layout.by_name["since"].read(draft.text("since").strip(), draft).said
        if "since" in draft.typed and since:
            return f"{former} until then"
        return f"corrects {former}; if it is a new office, say since when"


def follows(held: Tenure, office: str, since: date) -> bool:
    """Tell whether an office comes after the one held, and does not merely correct it."""
    return (
        office != held.office and since != held.since and (held.since is None or since > held.since)
    )


def tenure_of(draft: "Answers") -> Tenure | None:
    """Return what the person of a form holds today; the latest begun where that is several."""
    if draft.before is None:
        return None
    held = [
        each
        for each in draft.reference.tenures
        if each.person == draft.before.id and is_held_on(each, draft.reference.today)
    ]
    return max(held, key=lambda each: (str(each.since or ""), each.id), default=None)
