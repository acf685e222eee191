"""The one place where errors become words; everything here goes to standard error."""

import os
import shutil
import sys
import textwrap
import traceback
from contextlib import suppress
from types import TracebackType
from typing import Any, TextIO

from rationale_cli.domain.clean import clean
from rationale_cli.errors import RationaleError

INTERRUPTED = 130
_SIGNALLED = 128
BUG = 3
PIPE_CLOSED = 141


def tell(error: RationaleError) -> None:
    """Tell why a request cannot be met, and what to do next."""
    if error.exit_status > _SIGNALLED:  # what a person chose to do is no error
        message = clean(str(error))
        say(f"{message[:1].upper()}{message[1:]}.")
        say(clean(error.hint))
        return
    say(f"error: {clean(str(error))}")
    for line in error.lines:
        say(f"  {clean(line)}")
    if error.hint:
        say(f"hint: {clean(error.hint)}")


def tell_usage(error: Any) -> None:
    """Tell what is wrong with the command line, and where its help is."""
    if type(error).__name__ == "NoArgsIsHelpError":  # its message is the whole help
        for line in error.format_message().splitlines():
            say(line)
        return
    message = error.format_message().rstrip(".")
    say(f"error: {clean(message[:1].lower() + message[1:])}")
    if any(option in message for option in ("--store", "--now", "--plain")):
        say("hint: --store, --now and --plain stand before the verb: 'rationale --store DIR list'.")
        return
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "rationale"
    say(f"hint: Try '{command} --help'.")


def tell_passed_over(error: RationaleError) -> None:
    """Tell why a file was passed over; everything else goes on."""
    say(f"warning: {clean(str(error))}, and was passed over")
    for line in error.lines:
        say(f"  {clean(line)}")


def tell_found(draft: str) -> None:
    """Tell that a change made by hand in a working file was kept."""
    say(f"A change made by hand in the working copy was kept as draft {draft}.")
    say(f"Record it, with a reason: 'rationale resume {draft}'.")


def tell_bug(kind: type[BaseException], place: TracebackType | None) -> None:
    """Tell where the program failed: files and lines, and nothing that a record holds.

    The message of a foreign exception can quote what was typed, so only its type is shown.
    """
    say("error: rationale failed; this is a bug, and nothing was changed by the failing step")
    for frame in traceback.extract_tb(place):
        say(f"  {frame.filename}:{frame.lineno} in {frame.name}")
    say(f"  {kind.__name__}")
    say("hint: Report these lines; they hold nothing of a record.")


def leave_quietly() -> int:
    """Let go of a standard output that nobody reads any more; give the status to leave with."""
    _let_go(sys.stdout)
    return PIPE_CLOSED


def let_go_of_what_is_gone() -> None:
    """Let go of a terminal that was closed, so that the program leaves with its own status."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError:
            _let_go(stream)


def _let_go(stream: TextIO) -> None:
    # Python flushes once more at exit; it would complain, and leave with a status of its own.
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def flush() -> None:
    """Write out what was printed, so that a closed pipe is noticed here and not at exit."""
    sys.stdout.flush()


def say(line: str) -> None:
    """Write a line to standard error; a screen gets it broken between words."""
    if sys.stderr.isatty() and len(line) > (width := shutil.get_terminal_size().columns - 1):
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        # A path stays in one piece, to be copied; the terminal breaks it where it must.
        line = textwrap.fill(
            line, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
        )
    with suppress(OSError):  # a terminal that is gone needs no word
        sys.stderr.write(line + "\n")


def bold(text: str) -> str:
    """Give a text that is bold where standard output is a terminal that can show it."""
    wants_none = "NO_COLOR" in os.environ or os.environ.get("TERM") in {"dumb", None}
    return text if wants_none or not sys.stdout.isatty() else f"\x1b[1m{text}\x1b[0m"
