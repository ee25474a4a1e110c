"""Questions in one line each, for the tables of the layouts."""

from collections.abc import Mapping
from enum import StrEnum

from planner.forms.questions.fields import (
    ChoiceQuestion,
    DateQuestion,
    DurationQuestion,
    FlagQuestion,
    LinesQuestion,
    MomentQuestion,
    NumberQuestion,
    TextQuestion,
    TextsQuestion,
)
from planner.forms.questions.people import PersonQuestion
from planner.forms.questions.places import PlaceQuestion, VenueQuestion


def text(name: str, label: str, example: str = "", group: str = "") -> TextQuestion:
    """Ask for a text of one line."""
    return TextQuestion(name=name, label=label, example=example, group=group)


def words(name: str, label: str, example: str = "", group: str = "") -> TextQuestion:
    """Ask for a text of one line that cannot stay empty."""
    return TextQuestion(name=name, label=label, example=example, group=group, required=True)


def lines(name: str, label: str, example: str = "", group: str = "") -> LinesQuestion:
    """Ask for a text of several lines."""
    return LinesQuestion(name=name, label=label, example=example, group=group)


def texts(name: str, label: str, example: str = "", group: str = "") -> TextsQuestion:
    """Ask for several short texts."""
    return TextsQuestion(name=name, label=label, example=example, group=group)


def number(name: str, label: str, example: str = "", group: str = "") -> NumberQuestion:
    """Ask for a whole number, or nothing."""
    return NumberQuestion(name=name, label=label, example=example, group=group)


def duration(
    name: str, label: str, group: str = "", *, empty: int | None = None, required: bool = False
) -> DurationQuestion:
    """Ask for a length."""
    return DurationQuestion(
        name=name, label=label, example="20m", group=group, empty=empty, required=required
    )


def day(name: str, label: str, group: str = "", example: str = "17 mar") -> DateQuestion:
    """Ask for a date."""
    return DateQuestion(name=name, label=label, example=example, group=group)


def moment(
    name: str,
    label: str,
    group: str = "",
    example: str = "17 mar 9:30",
    *,
    required: bool = False,
    moves: bool = False,
) -> MomentQuestion:
    """Ask for a date and a time; one that `moves` is at the same hour in another place."""
    return MomentQuestion(
        name=name,
        label=label,
        example=example,
        group=group,
        required=required,
        depends=("stop", "venue"),
        moves=moves,
    )


def flag(name: str, label: str, group: str = "", *, empty: bool = False) -> FlagQuestion:
    """Ask yes or no."""
    said = "yes" if empty else "no"
    return FlagQuestion(name=name, label=label, group=group, empty=empty, example=said)


def one_of(
    name: str, label: str, kind: type[StrEnum], group: str = "", empty: StrEnum | None = None
) -> ChoiceQuestion:
    """Ask for one of a set of words; `empty` is what stands when nothing is typed."""
    return ChoiceQuestion(
        name=name,
        label=label,
        group=group,
        choices=tuple(each.value for each in kind),
        make=kind,
        empty=empty,
        example=empty.value if empty else "",
    )


def required_of(
    name: str,
    label: str,
    kind: type[StrEnum],
    noun: str = "",
    also: Mapping[str, StrEnum] | None = None,
) -> ChoiceQuestion:
    """Ask for one of a set of words that cannot stay empty; `noun` is what each of them is.

    `also` are other words for some of them, folded.
    """
    return ChoiceQuestion(
        name=name,
        label=label,
        noun=noun,
        also={word: meant.value for word, meant in (also or {}).items()},
        choices=tuple(each.value for each in kind),
        make=kind,
        required=True,
    )


def person(name: str, label: str, group: str = "", *, required: bool = False) -> PersonQuestion:
    """Ask for a person."""
    return PersonQuestion(name=name, label=label, group=group, required=required, example="name")


def venue(name: str, label: str, group: str = "", *, required: bool = False) -> VenueQuestion:
    """Ask for a venue."""
    return VenueQuestion(
        name=name,
        label=label,
        group=group,
        required=required,
        example="Élysée, CDG, Rideau Hall …",
        depends=("stop",) if name == "venue" else (),
    )


def place(
    name: str, label: str, group: str = "", example: str = "city", *, required: bool = False
) -> PlaceQuestion:
    """Ask for a place on earth."""
    return PlaceQuestion(name=name, label=label, group=group, example=example, required=required)
