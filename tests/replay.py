"""The worked cases played with the commands that a user types, at the times when they did."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from cases import CASES
from program import Outcome, Program


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


class Whole(NamedTuple):
    """CASE-ALDER as it is played with its concern.

    Attributes:
        record: Id of the decision.
        concern: Id of the concern.
        done: What each step left behind, by its number in the case.
    """

    program: Program
    record: str
    concern: str
    done: dict[int, Outcome]


_MANAGER = "team manager@children's social care"
_PHONED = ("--for", "health visitor@health", "--via", "phone")
_RAISE = ("concern", "raise")
_ADVANCE = ("concern", "advance")
_RESTART = ("concern", "restart")
_WHOLE = (
    ("2026-03-24T16:10+00:00", ("new", "--question-set", "care-plan"), "r1", _LEAD, ()),
    ("2026-03-26T11:50+00:00", ("amend",), "r2", _LEAD, ()),
    ("2026-03-26T11:55+00:00", _RAISE, "concern-1", _LEAD, _PHONED),
    ("2026-03-30T09:30+01:00", _ADVANCE, "concern-1-stage-1", _LEAD, _PHONED),
    ("2026-04-01T16:20+01:00", _ADVANCE, "concern-1-stage-2", _LEAD, _PHONED),
    ("2026-04-01T17:05+01:00", ("amend",), "r3", _LEAD, ()),
    ("2026-04-02T12:00+01:00", ("concern", "pause"), "concern-1-pause", _MANAGER, ()),
    ("2026-04-09T18:55+01:00", ("reassess",), "r4", _LEAD, ()),
    ("2026-04-13T10:00+01:00", _RESTART, "concern-1-restart", _LEAD, _PHONED),
    ("2026-04-14T14:40+01:00", _REVERSE, "r5", _LEAD, ()),
    ("2026-04-16T17:50+01:00", _REVERSE, "r6", _LEAD, ()),
    ("2026-04-20T10:05+01:00", ("concern", "close"), "concern-1-close", _MANAGER, ()),
    ("2026-04-20T10:20+01:00", ("close",), "r7", _MANAGER, ()),
)
"""Clock, what is typed, name of the answers, who records it, and from whom it was heard."""


def played_whole(folder: Path, *, after: Callable[[Whole, int, str], None]) -> Whole:
    """Play the thirteen steps of CASE-ALDER, its concern included, each at its place.

    Args:
        folder: A new one.
        after: Called after each step with what was played so far, the number of the step and
            its clock.
    """
    program = Program(folder)
    program("init", str(folder), "--bare-minimum", now="2026-03-24T09:00+00:00")
    whole = Whole(program, "", "", {})
    for number, (clock, verb, name, by, heard) in enumerate(_WHOLE, 1):
        answers = ("--answers", str(CASES / "alder" / f"{name}.toml"), "--by", by, *heard)
        is_concern = verb[0] == "concern"
        of = whole.concern if is_concern else whole.record
        of = of or (whole.record if is_concern else "")
        head = verb[:2] if is_concern else verb[:1]
        rest = verb[len(head) :]
        done = program(*head, *([of] if of else ()), *rest, *answers, now=clock)
        assert done.status == 0, done.err
        whole = whole._replace(
            record=whole.record or done.last[:6],
            concern=whole.concern or (done.last[:6] if is_concern else ""),
        )
        whole.done[number] = done
        after(whole, number, clock)
    return whole
