"""The single lines at the top and the foot of a screen."""

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.reactive import reactive
from textual.widget import Widget

from planner.conflicts import Severity
from planner.itinerary.programme import trip_days
from planner.moments import Moment
from planner.records import Place
from planner.text.cells import cell_width, printable
from planner.text.spoken import date_range
from planner.workspace import Workspace
from screens.commands import Command


class TripBar(Widget):
    """Names the trip, and shows the clocks that matter and how many conflicts are open."""

    workspace: reactive[Workspace | None] = reactive(None, repaint=False)

    def watch_workspace(self) -> None:
        """Repaint, in the frame of the other panes."""
        self.refresh()

    def render(self) -> RenderResult:
        """Return the line, the title giving way to the clocks."""
        if self.workspace is None:
            return ""
        right = self._right(self.workspace)
        room = max(self.content_size.width - right.cell_length - 1, 0)
        left = self._left(self.workspace).truncate(room, ellipsis=True, pad=True)
        return Content.assemble(left, " ", right)

    def _left(self, workspace: Workspace) -> Content:
        itinerary = workspace.itinerary
        trip = itinerary.trip
        principal = itinerary.person(trip.principal)
        days = trip_days(itinerary)
        facts = [principal.name if principal else "", f"{trip.category} visit"]
        facts.append(date_range(*days) if days else "")
        words = " · ".join(fact for fact in facts if fact)
        return Content.assemble(
            (printable(trip.title), "bold"), " ", (printable(words), "$foreground-muted")
        )

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
    return f"{printable(place.city)} {Moment.at(int(workspace.now.timestamp()), place.zone).clock}"


class KeyLine(Widget):
    """Names the keys that work now; clicking one does what it does."""

    commands: reactive[tuple[Command, ...]] = reactive((), repaint=False)

    def watch_commands(self, before: Sequence[Command], commands: Sequence[Command]) -> None:
        """Repaint only where other keys work than before."""
        if before != commands:
            self.refresh()

    def _shown(self) -> list[tuple[Command, Content]]:
        """Return what there is room for; the palette, which has the rest, always has room."""
        keys = [(command, _key(command)) for command in self.commands]
        room = self.content_size.width - sum(key.cell_length for _, key in keys[-1:])
        shown: list[tuple[Command, Content]] = []
        for command, key in keys[:-1]:
            room -= key.cell_length + len(BETWEEN)
            if room < 0:
                break
            shown.append((command, key))
        return [*shown, *keys[-1:]]

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


BETWEEN = "  "


def _key(command: Command) -> Content:
    return Content.assemble(
        (command.shown_key or command.key, "bold $accent"),
        " ",
        (command.label, "$foreground-muted"),
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
        count = f"{self.trips} trip{'' if self.trips == 1 else 's'}" if self.trips else ""
        return Content.assemble(("Summitry", "bold"), "  ", (count, "$foreground-muted"))


class NoTrips(Widget):
    """Greets whoever has no trip yet, and says the ways on."""

    def render(self) -> RenderResult:
        """Return the greeting."""
        return Content.assemble(
            ("No trips yet.", "bold"),
            "\n\n",
            ("planner import FILE.json", "$accent"),
            "  takes in a trip file; docs/trip-file.md says how to write one.\n",
            ("planner demo", "$accent"),
            "              shows a real trip: Paris, London and Iqaluit.\n",
        )
