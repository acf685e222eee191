"""Commands inside the interview: lines that begin with a colon."""

from typing import NamedTuple

HELP = (
    "?               help with the question",
    ":back           to the question before",
    ":go 4           to question 4; :go g.ask to one by its id",
    ":end            to the end: what is open, and saving",
    ":list           all answers so far",
    ":skip REASON    leave the question open, and say why",
    ":unknown        nobody knows; a reason may follow",
    ":clear          take away the answer that stands",
    ":restore        bring back the answer that was taken away",
    ":edit           write the answer in your editor",
    ":drop           take away the lines typed for this answer",
    ":stop           keep everything as a draft and stop",
    "Enter           goes on; an answer that stands is kept",
    ".               alone on a line ends an answer of several lines",
    ":: and ..       at the start of a line: a colon; alone on a line: a full stop",
)


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
