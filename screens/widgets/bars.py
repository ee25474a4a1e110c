"""The single lines at the top and the foot of a screen."""

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.reactive import reactive
from textual.widget import Widget

from planner.conflicts import Severity
from planner.itinerary.programme import planned_days
from planner.moments import Moment
from planner.records import Place
from planner.text.cells import cell_width, cut, printable
from planner.text.spoken import counted, date_range
from planner.workspace import Workspace
from screens.commands import Command, fitting, keys_of, shown_keys
from screens.commands.line import BETWEEN
from screens.rows.painting import longest

LONGEST_CITY = 20
"""Cells of a city's name beside its clock: the trip's own title needs room too."""


class TripBar(Widget):
    """Names the trip, and shows the clocks that matter and how many conflicts are open."""

    workspace: reactive[Workspace | None] = reactive(None, repaint=False)

    def watch_workspace(self) -> None:
        """Repaint, in the frame of the other panes."""
        self.refresh()

    def render(self) -> RenderResult:
        """Return the line, what is said beside the title giving way to the clocks."""
        if self.workspace is None:
            return ""
        right = self._right(self.workspace)
        room = max(self.content_size.width - right.cell_length - 1, 0)
        left = self._left(self.workspace, room).truncate(room, ellipsis=True, pad=True)
        return Content.assemble(left, " ", right)

    def _left(self, workspace: Workspace, room: int) -> Content:
        itinerary = workspace.itinerary
        trip = itinerary.trip
        principal = itinerary.person(trip.principal)
        days = planned_days(itinerary)
        when = date_range(*days) if days else ""
        who = principal.name if principal else ""
        title = printable(trip.title)
        facts = ((who, f"{trip.category} visit", when), (who, when), (when,), ())
        variants = [" · ".join(filter(None, each)) for each in facts]
        words = longest(variants, room - cell_width(title) - 1)
        return Content.assemble((title, "bold"), " ", (printable(words), "$foreground-muted"))

    def _right(self, workspace: Workspace) -> Content:
        home, here = workspace.itinerary.trip.home, workspace.here
        marking = printable(workspace.itinerary.trip.marking)
        clocks = [Content.styled(marking, "bold $text-warning")] if marking else []
        clocks.append(Content.styled(_clock(workspace, home), "$foreground-muted"))
        if here.zone != home.zone:
            clocks.append(Content.styled(_clock(workspace, here), "bold $accent"))
        colours = ("$text-error", "$text-warning", "$foreground-muted")
        counts = [
            Content.styled(f"{severity.mark} {count}", colours[severity])
            for severity in Severity
            if (count := workspace.report.count(severity))
        ]
        return Content("  ").join([*clocks, Content(" ").join(counts)])


def _clock(workspace: Workspace, place: Place) -> str:
    city = cut(printable(place.city), LONGEST_CITY)
    return f"{city} {Moment.at(int(workspace.now.timestamp()), place.zone).clock}"


class KeyLine(Widget):
    """Names the keys that work now; clicking one does what it does."""

    commands: reactive[tuple[Command, ...]] = reactive((), repaint=False)

    def watch_commands(self, before: Sequence[Command], commands: Sequence[Command]) -> None:
        """Repaint only where other keys work than before."""
        if before != commands:
            self.refresh()

    def _shown(self) -> list[tuple[Command, Content]]:
        commands = shown_keys(self.commands, keys_of(self.app))
        return [(each, _key(each)) for each in fitting(commands, self.content_size.width)]

    def render(self) -> RenderResult:
        """Return the line."""
        return Content(BETWEEN).join(key for _, key in self._shown())

    async def on_click(self, event: Click) -> None:
        """Do what was clicked."""
        position = event.get_content_offset_capture(self).x
        for command, key in self._shown():
            if 0 <= position < key.cell_length:
                await self.screen.run_action(command.action)
                return
            position -= key.cell_length + len(BETWEEN)


def _key(command: Command) -> Content:
    return Content.assemble(
        (command.shown_key, "bold $accent"), " ", (command.label, "$foreground-muted")
    )


class StatusLine(Widget):
    """Says what was done last, and that it is saved."""

    words: reactive[str] = reactive("", repaint=False)

    def watch_words(self, before: str, words: str) -> None:
        """Repaint only where there is something else to say; what is long takes more lines."""
        if before != words:
            width = max(self.content_size.width, 1)
            is_long = max(cell_width(before), cell_width(words)) > width
            self.refresh(layout=is_long)

    def render(self) -> RenderResult:
        """Return the words."""
        return Content(printable(self.words))


class Heading(Widget):
    """Names the product and says how many trips there are."""

    trips: reactive[int] = reactive(0)

    def __init__(self, trips: int, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Say how many trips there are."""
        super().__init__(id=id)
        self.trips = trips

    def render(self) -> RenderResult:
        """Return the line."""
        count = counted(self.trips, "trip") if self.trips else ""
        return Content.assemble(("Summitry", "bold"), "  ", (count, "$foreground-muted"))


class Greeting(Widget):
    """Greets whoever has no trip yet, and says the ways on; clicking one takes it."""

    def __init__(self, ways: Sequence[Command], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Offer the commands that begin something."""
        super().__init__(id=id)
        self._ways = tuple(ways)

    def render(self) -> RenderResult:
        """Return the greeting."""
        ways = shown_keys(self._ways, keys_of(self.app))
        column = max(cell_width(each.shown_key) for each in ways) + 2
        lines = [
            Content.assemble(
                (f"{each.shown_key:<{column}}", "bold $accent"),
                (f"{each.label:<10}", "bold"),
                (each.help, "$foreground-muted"),
            )
            for each in ways
        ]
        head = Content.assemble(("No trips yet.", "bold"), " Three ways to begin:")
        return Content("\n").join([head, Content(""), *lines])

    async def on_click(self, event: Click) -> None:
        """Take the way that was clicked."""
        number = event.get_content_offset_capture(self).y - ABOVE_WAYS
        if 0 <= number < len(self._ways):
            await self.screen.run_action(self._ways[number].action)


ABOVE_WAYS = 2
"""Lines of the greeting over the first of the ways on."""
