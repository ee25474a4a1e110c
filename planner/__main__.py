"""Where `planner` begins.

Scripts ask for the version often and impatiently, so it is answered before anything is loaded.
"""

import gc
import sys

from planner import __version__


def main() -> None:
    """Run the command line and leave with its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        sys.stdout.write(f"planner {__version__}\n")
        return
    # What is loaded at the start stays: looking for garbage in it is a sixteenth of the time.
    gc.disable()
    try:
        from planner.commands.command_line import run  # noqa: PLC0415 - see above

        gc.enable()
        sys.exit(run(arguments))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
