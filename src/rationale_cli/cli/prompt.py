"""A few single questions outside the interview, asked on standard error."""

import shutil
import sys
import textwrap
from typing import TextIO

from rationale_cli.errors import RationaleError

FROM_A_FILE = "Give the answers in a file with --answers FILE, or run it at a terminal."
"""What can be done about an interview that nobody is there for."""

AT_A_TERMINAL = "Run it at a terminal, or give it a file with a line for each answer."
"""The same for one that is only tried out."""


class NobodyToAskError(RationaleError):
    """There is no terminal to ask at."""

    def __init__(self, hint: str) -> None:
        super().__init__("there is nobody to ask: standard input is not a terminal", hint=hint)


def demand_somebody(hint: str) -> None:
    """Make sure that somebody can answer.

    Raises:
        NobodyToAskError: If standard input is no terminal.
    """
    if not is_somebody_there():
        raise NobodyToAskError(hint)


def is_somebody_there() -> bool:
    """Whether standard input is a terminal; Python has none at all where it was closed."""
    # The stub of sys says that it is always there.
    stream: TextIO | None = sys.stdin
    return stream is not None and stream.isatty()


def ask(question: str, default: str = "") -> str:
    """Ask for a line; Enter takes the default. The end of input takes it too."""
    shown = f" [{default}]" if default else ""
    line = ""
    try:
        sys.stderr.write(_laid(f"{question}{shown}: "))
        sys.stderr.flush()
        line = sys.stdin.readline()
    finally:
        if not line.endswith("\n"):  # what is said next begins on a line of its own
            sys.stderr.write("\n")
    return line.strip() or default


def _laid(question: str) -> str:
    """Give a question in lines that a terminal does not break in the middle of a word."""
    if not sys.stderr.isatty():
        return question
    width = shutil.get_terminal_size().columns - 1
    lines = textwrap.wrap(question, width, subsequent_indent="  ", break_long_words=False)
    return "\n".join(lines) + " "


def agree(question: str) -> bool:
    """Ask for yes or no; anything but a yes is a no."""
    return ask(f"{question} (yes/no)").lower() in {"y", "yes"}
