"""The text that a team's own question set begins with."""

import re

from rationale_cli.codec import shipped
from rationale_cli.domain.translating.translation import VOCABULARIES
from rationale_cli.errors import RationaleError, UsageError

_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}", re.ASCII)


class OddNameError(UsageError):
    """A question set cannot be called this."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name!r} cannot be the name of a question set",
            hint="Use small letters, digits and hyphens, as in 'family-meeting'.",
        )


class TakenNameError(RationaleError):
    """Texts that are no question set are translated under this name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name!r} is the name of texts that are no question set",
            hint=f"Choose another name, such as 'our-{name}'.",
        )


class ShippedNameError(RationaleError):
    """A shipped question set has this name; records that name it would mean two things."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name!r} is the name of a shipped question set",
            hint=f"Choose another name, such as 'our-{name}', and let it include {name!r}.",
        )


def starting_set(name: str) -> str:
    """Give a question set that passes its check, with notes on what can be changed.

    Raises:
        OddNameError: If the name would not do for a file.
        TakenNameError: If translations of other texts have it.
        ShippedNameError: If a shipped set has it.
    """
    if not _NAME.fullmatch(name):
        raise OddNameError(name)
    if name in VOCABULARIES:
        raise TakenNameError(name)
    if name in shipped.question_set_names():
        raise ShippedNameError(name)
    return _TEXT.replace("NAME", name)


_TEXT = """\
# A question set of your own. Everything after a # is a note for you and is not read.
# Look at it with 'rationale questions check questions/NAME.toml'; it counts once it is committed.
format = 1
name = "NAME"
version = 1                  # raise it whenever you change a question; records keep it
title = "Our own questions"
purpose = "Take this when …"
include = ["general"]        # takes over the questions of another set; [] begins with none
drop = []                    # ids of included questions that you do not want, as ["g.case"]
late_minutes = 60            # between deciding and recording, without asking why

# Sections of included sets come first; name theirs below, or add your own.
[[section]]
id = "ours"
title = "Our own"

[[question]]
id = "our.meeting"           # unique; one with the id of an included question replaces it
text = "What did the meeting agree?"
help = "Shown when somebody types ?: what a good answer holds."
kind = "prose"               # or line, choice, several, moment, number, scale, yes-no, list, party
section = "ours"
quick = true                 # the quick interview asks it too
final = false                # true: needed before a record can be saved with --final

[[question]]
id = "our.follow-up"
text = "Is another meeting planned?"
kind = "yes-no"
section = "ours"
after = "our.meeting"        # right after that one; left out: at the end of its section

[[question]]
id = "our.follow-up-date"
text = "When?"
kind = "moment"
section = "ours"
after = "our.follow-up"
when = [{ path = "answers.our.follow-up", is = [true] }]   # asked only then

# An answer goes where 'to' says, as to = "reason.weight" (see docs/format.md). Without it, it
# stands in the record under the question's own id.
"""
