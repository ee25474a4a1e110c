"""What is asked before something typed is lost: by leaving the program, or with its trip."""

from textual.app import App

from screens.dialogs.dialog import Dialog
from screens.dialogs.question import QuestionDialog


def unsaved(app: App[None]) -> list[Dialog[object]]:
    """Return the dialogs into which something was typed that is not saved, the upper one last."""
    return [each for each in app.screen_stack if isinstance(each, Dialog) and each.loses_something]


def ask_to_leave(app: App[None]) -> None:
    """Leave the program; asks first where something was typed that is not saved."""
    if not unsaved(app):
        app.exit()
        return
    if isinstance(app.screen, QuestionDialog):
        return

    def left(yes: bool | None) -> None:
        if yes:
            app.exit()

    QuestionDialog("Leave, and throw away what you typed?", yes="Leave", no="Go on").open(app, left)


def warn(app: App[None], words: str) -> None:
    """Say something beside what was typed and is not saved."""
    for dialog in unsaved(app):
        dialog.warn(words)
