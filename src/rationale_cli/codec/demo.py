"""The demonstration: a fictional case as the steps in which it was recorded."""

from pathlib import Path

import msgspec

from rationale_cli.codec import toml
from rationale_cli.codec.shipped import LIBRARY

FOLDER = LIBRARY / "demo"


class Step(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One command of the demonstration.

    Attributes:
        now: The clock it is given, as the command line takes it.
        verb: Of the command line.
        answers: The file with what is said at this step.
        by: Who types, ``role@agency``.
        story: What happened, in a sentence.
        kind: ``reverse``, or empty.
    """

    now: str
    verb: str
    answers: Path
    by: str
    story: str
    kind: str = ""


def steps() -> tuple[str, tuple[Step, ...]]:
    """Give the question set that the demonstration uses, and its steps in order."""
    table = toml.read((FOLDER / "steps.toml").read_text(encoding="utf-8"))
    found = [
        Step(**{**step, "now": step["now"].isoformat(), "answers": FOLDER / step["answers"]})
        for step in table["step"]
    ]
    return table["question_set"], tuple(found)
