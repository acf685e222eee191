"""Commands inside the interview: lines that begin with a colon."""

from typing import NamedTuple

from rationale_cli.domain.asking.asked import ROWED
from rationale_cli.domain.asking.reply import Back, Go, Pass, Reply, Stop, Undo
from rationale_cli.domain.asking.step import Step

HELP = (
    "mark", "back", "go", "end", "pass", "list", "skip", "unknown", "clear", "restore", "undo",
    "edit", "drop", "stop", "enter", "full_stop", "doubled",
)  # fmt: skip
"""Keys of the lines of help, below ``help`` in the texts of the interview."""

OF_LINES = ("edit", "drop", "full_stop", "doubled")
"""Those of what can only be done, or need only be typed, in plain lines."""


_WANTS_WORD = ("skip", "go")


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


def leading(said_so: Colon, step: Step | None) -> Reply | None:
    """Give the reply that a command is by itself: it leads away, or back to what was before.

    Args:
        said_so: The command.
        step: What is asked; ``None`` before saving.
    """
    match said_so.word:
        case "back":
            return Back()
        case "stop":
            return Stop()
        case "end":
            return Go("end")
        case "pass" if step is not None:
            return Pass()
        case "undo" if step is not None and step.question.kind in ROWED:
            return Undo()
        case _:
            return None


def unfinished(line: str) -> str:
    """Give a line back whose command wants a further word, or is none, so that it is put right."""
    found = colon(line)
    if not isinstance(found, Colon):
        return ""
    wants_word = found.word in _WANTS_WORD and not found.rest
    return line if wants_word or found.word not in HELP or found.word == "go" else ""
