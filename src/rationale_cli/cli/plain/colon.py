"""Commands inside the interview: lines that begin with a colon."""

from typing import NamedTuple

HELP = (
    "mark", "back", "go", "end", "list", "skip", "unknown", "clear", "restore", "edit", "drop",
    "stop", "enter", "full_stop", "doubled",
)  # fmt: skip
"""Keys of the lines of help, below ``help`` in the texts of the interview."""


class Colon(NamedTuple):
    """A command and what follows it, as ``skip`` and ``not discussed``."""

    word: str
    rest: str = ""


def colon(line: str) -> Colon | str:
    """Give the command that a line holds, or its text; ``::x`` is the text ``:x``."""
    if line.startswith("::"):
        return line[1:]
    if not line.startswith(":"):
        return line
    word, _, rest = line[1:].strip().partition(" ")
    return Colon(word.lower(), rest.strip())
