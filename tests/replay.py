"""The worked cases played with the commands that a user types, at the times when they did."""

from pathlib import Path
from typing import NamedTuple

from cases import CASES
from program import Program


class Step(NamedTuple):
    """One save of a case.

    Attributes:
        clock: When the command runs.
        verb: What is typed, with its options.
        answers: Name of the file of answers.
    """

    clock: str
    verb: tuple[str, ...]
    answers: str


_LEAD = "lead social worker@children's social care"
_DUTY = "duty manager@children's social care"
_REVERSE = ("reassess", "--kind", "reverse")

_ALDER = (
    Step("2026-03-24T16:10+00:00", ("new", "--question-set", "care-plan"), "r1"),
    Step("2026-03-26T11:50+00:00", ("amend",), "r2"),
    Step("2026-04-01T17:05+01:00", ("amend",), "r3"),
    Step("2026-04-09T18:55+01:00", ("reassess",), "r4"),
    Step("2026-04-14T14:40+01:00", _REVERSE, "r5"),
    Step("2026-04-16T17:50+01:00", _REVERSE, "r6"),
    Step("2026-04-20T10:20+01:00", ("close",), "r7"),
)
_CEDAR = (
    Step("2026-11-20T19:20+00:00", ("new", "--question-set", "incident"), "r1"),
    Step("2026-11-20T21:25+00:00", ("amend",), "r2"),
    Step("2026-11-20T23:58+00:00", ("reassess",), "r3"),
    Step("2026-11-21T03:55+00:00", ("reassess",), "r4"),
    Step("2026-11-21T10:25+00:00", _REVERSE, "r5"),
    Step("2026-11-21T20:30+00:00", ("reassess",), "r6"),
    Step("2026-11-21T20:45+00:00", ("correct",), "r7-correct"),
)
_CASES = {
    "alder": ("2026-03-24T09:00+00:00", _LEAD, _ALDER),
    "cedar": ("2026-11-20T09:00+00:00", _DUTY, _CEDAR),
}


def played(case: str, folder: Path, *, count: int | None = None) -> Program:
    """Play the first revisions of a case, or all of them, in a new folder."""
    begun_at, by, steps = _CASES[case]
    program = Program(folder)
    program("init", str(folder), "--bare-minimum", now=begun_at)
    record: tuple[str, ...] = ()
    for number, step in enumerate(steps[:count], start=1):
        answers = ("--answers", str(CASES / case / f"{step.answers}.toml"))
        verb, *options = step.verb
        done = program(verb, *record, *options, *answers, "--by", by, now=step.clock)
        assert done.status == 0, done.err
        assert done.last[6:] == f" r{number}"
        record = (done.last[:6],)
    return program
