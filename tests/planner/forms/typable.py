"""Records to try the laws of forms on, made of what each question can be answered with."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, singledispatch

from hypothesis import strategies as st

from planner.forms import Question
from planner.forms.layouts import LAYOUTS
from planner.forms.layouts.people import SinceQuestion
from planner.forms.layouts.substance import MeetingQuestion, OutcomeQuestion, TopicsQuestion
from planner.forms.layouts.trips import ShortNameQuestion, ThresholdsQuestion
from planner.forms.questions.fields import (
    ChoiceQuestion,
    DateQuestion,
    DurationQuestion,
    LinesQuestion,
    MomentQuestion,
    NumberQuestion,
    TextQuestion,
    TextsQuestion,
)
from planner.forms.questions.people import (
    CounterpartsQuestion,
    HeldOfficeQuestion,
    OfficeQuestion,
    PeopleQuestion,
    PersonQuestion,
)
from planner.forms.questions.places import EndQuestion, PlaceQuestion, StopQuestion, VenueQuestion
from planner.forms.questions.times import DayOrHourQuestion, DaysQuestion, HoursQuestion
from planner.moments import Moment
from planner.phrases.durations import LONGEST_DURATION
from planner.records import (
    Lodging,
    Meeting,
    Office,
    Outcome,
    Participant,
    Person,
    Record,
    Stop,
    Tenure,
    Topic,
    TravelTime,
    Unavailability,
    Venue,
)
from planner.records.plain import LARGEST_NUMBER
from planner.records.shape import shape_of
from planner.records.words import OfficeOf, PartOfDay
from planner.settings import LARGEST_LIMIT, Limits
from tests.planner.forms.filling import SITES, shared
from tests.planner.records_strategies import moments

Answer = Mapping[str, object]
"""The fields that a question answers, with their values."""
Answers = st.SearchStrategy[Answer]

FROM_CONTEXT: Answer = {"trip": "trip", "meeting": "lunch", "position": 0}
"""What the place says at which somebody opens a form, where no question asks for it."""
TEXTS = (
    "Déjeuner de travail",
    "[bold]markup[/bold]",
    "🇨🇦 👩🏽‍🚀",
    "שלום עליכם",
    'quotes " and \\ and “these”',
    "one, and another; a third",
    "12:30",
    "no",
    "x" * 1000,
)


def _texts(*, without: str = "\0\n\r") -> st.SearchStrategy[str]:
    letters = st.characters(exclude_categories=["Cs"], exclude_characters=without)
    some = [text for text in TEXTS if not set(without) & set(text)]
    return st.sampled_from(some) | st.text(letters, max_size=12).map(str.strip).filter(bool)


def _ids(kind: type[Record]) -> st.SearchStrategy[str]:
    return st.sampled_from([record.id for record in shared(kind)])


def _dates() -> st.SearchStrategy[date]:
    return st.dates(date(1900, 1, 1), date(2199, 12, 31))


def _typed_moments() -> st.SearchStrategy[object]:
    """Return moments to the minute: nobody types seconds."""
    return moments().map(_to_the_minute)


def _to_the_minute(moment: Moment) -> Moment:
    return replace(moment, wall=moment.wall.replace(second=0))


def _minutes() -> st.SearchStrategy[int]:
    return st.integers(0, LONGEST_DURATION) | st.integers(0, 180)


def _one(question: Question, values: st.SearchStrategy[object]) -> Answers:
    return values.map(lambda value: {question.name: value})


@singledispatch
def answers(question: Question) -> Answers:
    """Return the answers that can be typed to a question."""
    raise NotImplementedError(type(question).__name__)


@answers.register
def _text(question: TextQuestion) -> Answers:
    return _one(question, _texts())


@answers.register
def _lines(question: LinesQuestion) -> Answers:
    return _one(question, _texts() | st.just("one line\n\n  another"))


@answers.register
def _texts_of(question: TextsQuestion) -> Answers:
    return _one(question, st.lists(_texts(without="\0\n\r,"), max_size=3).map(tuple))


@answers.register
def _number(question: NumberQuestion) -> Answers:
    return _one(question, st.integers(question.least, LARGEST_NUMBER) | st.integers(0, 5))


@answers.register
def _duration(question: DurationQuestion) -> Answers:
    return _one(question, _minutes())


@answers.register
def _date(question: DateQuestion) -> Answers:
    return _one(question, _dates())


@answers.register
def _moment(question: MomentQuestion) -> Answers:
    return _one(question, _typed_moments())


@answers.register
def _choice(question: ChoiceQuestion) -> Answers:
    if isinstance(question.empty, bool):
        return _one(question, st.booleans())
    return _one(question, st.sampled_from([question.make(each) for each in question.choices]))


@answers.register
def _short_name(question: ShortNameQuestion) -> Answers:
    return _one(question, st.from_regex("[A-Za-z0-9][A-Za-z0-9_-]{0,20}", fullmatch=True))


@answers.register
def _thresholds(question: ThresholdsQuestion) -> Answers:
    names = st.sampled_from(list(Limits.__dataclass_fields__))
    limits = st.dictionaries(names, st.integers(1, LARGEST_LIMIT), max_size=3)
    return _one(question, limits.map(lambda each: tuple(sorted(each.items()))))


@answers.register
def _place(question: PlaceQuestion) -> Answers:
    return _one(question, st.sampled_from([site.place for site in SITES if site.is_city]))


@answers.register
def _person(question: PersonQuestion) -> Answers:
    return _one(question, _ids(Person))


@answers.register
def _people(question: PeopleQuestion) -> Answers:
    return _one(question, st.lists(_ids(Person), max_size=3, unique=True).map(tuple))


@answers.register
def _office(question: OfficeQuestion) -> Answers:
    """Return the office that is kept, or none of them: those that are known have to be made."""
    return _one(question, _ids(Office))


@answers.register
def _venue(question: VenueQuestion) -> Answers:
    return _one(question, _ids(Venue))


@answers.register
def _stop(question: StopQuestion) -> Answers:
    return _one(question, _ids(Stop))


@answers.register
def _meeting(question: MeetingQuestion) -> Answers:
    return _one(question, _ids(Meeting))


@answers.register
def _topics(question: TopicsQuestion) -> Answers:
    return _one(question, st.lists(_ids(Topic), max_size=2, unique=True).map(tuple))


@answers.register
def _outcome(question: OutcomeQuestion) -> Answers:
    return _one(question, _ids(Outcome))


@answers.register(CounterpartsQuestion)
@answers.register(HeldOfficeQuestion)
@answers.register(SinceQuestion)
def _beside(_: Question) -> Answers:
    return st.just({})


@answers.register
def _end(question: EndQuestion) -> Answers:
    stop, venue = question.fields
    return st.fixed_dictionaries({stop: _ids(Stop), venue: st.none() | _ids(Venue)}) | _ids(
        Venue
    ).map(lambda each: {stop: None, venue: each})


@answers.register
def _day_or_hour(question: DayOrHourQuestion) -> Answers:
    moment, day = question.fields
    hour = _typed_moments().map(lambda each: {moment: each, day: None})
    return hour | _dates().map(lambda each: {moment: None, day: each})


@answers.register
def _days(question: DaysQuestion) -> Answers:
    first, last = question.fields
    return st.builds(
        lambda day, more: {first: day, last: day + timedelta(days=more)},
        st.dates(date(1900, 1, 1), date(2199, 1, 1)),
        st.integers(0, 60),
    )


@answers.register
def _hours(question: HoursQuestion) -> Answers:
    nothing = dict.fromkeys(question.fields)
    start = st.fixed_dictionaries({"start": _typed_moments(), "minutes": _minutes()})
    open_end = _typed_moments().map(lambda each: {"start": each})
    day = st.fixed_dictionaries(
        {
            "day": _dates(),
            "part_of_day": st.none() | st.sampled_from(PartOfDay),
            "minutes": st.none() | _minutes(),
        }
    )
    length = _minutes().map(lambda each: {"minutes": each})
    return (start | open_end | day | length).map(lambda each: {**nothing, **each})


CANNOT_STAY_EMPTY = frozenset({"title", "short_name", "words", "origin", "destination"})
"""What is made of other answers, or is needed, where nothing is typed."""


def _with_nothing(question: Question, empty: Answer) -> Answers:
    if question.required or question.name in CANNOT_STAY_EMPTY:
        return answers(question)
    return st.just({name: empty[name] for name in question.fields}) | answers(question)


@cache
def typable(kind: str) -> st.SearchStrategy[Record]:
    """Return records of a kind whose every field holds what a form can put there."""
    layout = LAYOUTS[kind]
    fields = {each.name: each for each in shape_of(layout.record).fields}
    empty = {name: field.default for name, field in fields.items()}
    context = {name: value for name, value in FROM_CONTEXT.items() if name in fields}
    make: Callable[..., Record] = layout.record

    def made(parts: tuple[Answer, ...]) -> Record:
        values = {**context, "id": "made"}
        for part in parts:
            values.update(part)
        return _consistent(make(**values))

    return st.tuples(*(_with_nothing(each, empty) for each in layout.questions)).map(made)


def _consistent(record: Record) -> Record:
    """Return a record in which answers that depend on each other go together."""
    if isinstance(record, Outcome) and record.topics:
        return replace(record, meeting="starmer-meeting")
    if isinstance(record, Participant):
        return replace(record, meeting="ceremony")
    if isinstance(record, TravelTime) and record.origin == record.destination:
        others = [each.id for each in shared(Venue) if each.id != record.origin]
        return replace(record, destination=others[0])
    return _in_order(record)


def _in_order(record: Record) -> Record:
    """Return a record that ends after it begins."""
    if isinstance(record, Unavailability):
        start, end = _ordered(record.start, record.end)
        return replace(record, start=start, end=end)
    if isinstance(record, Lodging) and record.check_in and record.check_out:
        start, end = _ordered(record.check_in, record.check_out)
        return replace(record, check_in=start, check_out=end)
    if isinstance(record, Tenure) and record.since and record.until:
        return replace(record, until=max(record.since, record.until))
    if isinstance(record, Stop):
        first = record.arrive.date if record.arrive else record.arrive_on
        last = record.depart.date if record.depart else record.depart_on
        if first and last and last <= first:
            return replace(record, depart=None, depart_on=first)
    if isinstance(record, Office) and record.of_kind is OfficeOf.STATE:
        return replace(record, of="FR")
    return record


def _ordered(one: Moment, other: Moment) -> tuple[Moment, Moment]:
    start, end = sorted((one, other), key=lambda each: each.instant)
    return start, end if start.instant < end.instant else start.plus(90)
