"""The first step of the program: to the command line, or straight to what git waits for."""

import atexit
import gc
import sys
from pathlib import Path

SELDOM = 100_000
"""Objects made before the collector looks for rings of them."""


def main() -> None:
    """Run the program."""
    # What is loaded at the start lives to the end: to look it over again and again for rings, and
    # once more at the end, takes a sixth of a short run. Long interviews still get rid of theirs.
    gc.set_threshold(SELDOM)
    atexit.register(gc.freeze)
    match sys.argv[1:]:
        # Git waits for two of these at each file of each commit. Without the libraries of the
        # command line they take little more than half the time.
        case ["git-driver", "textconv", file] if not file.startswith("-"):
            _textconv(Path(file))
        case _:
            from rationale_cli.cli import app

            app.main()


def _textconv(file: Path) -> None:
    from rationale_cli.cli import git_words, reporting
    from rationale_cli.errors import RationaleError

    try:
        git_words.textconv(file)
        reporting.flush()
    except RationaleError as error:
        reporting.tell(error)
        sys.exit(error.exit_status)
    except BrokenPipeError:
        sys.exit(reporting.leave_quietly())
    except Exception as error:  # noqa: BLE001 - as in app.main: nothing of a record is shown
        reporting.tell_bug(type(error), error.__traceback__)
        sys.exit(reporting.BUG)
