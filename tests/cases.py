"""The worked cases as decisions, each revision laid over the one before as the program does it."""

from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from rationale_cli.codec.decision import decode_answers
from rationale_cli.domain.answers import Answers, inherited, merge
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import form

CASES = Path(__file__).parent / "cases"
LONDON = ZoneInfo("Europe/London")

ALDER = (
    ("r1", "create", "2026-03-24T16:10:00+00:00"),
    ("r2", "amend", "2026-03-26T11:50:00+00:00"),
    ("r3", "amend", "2026-04-01T17:05:00+01:00"),
    ("r4", "reassess", "2026-04-09T18:55:00+01:00"),
    ("r5", "reverse", "2026-04-14T14:40:00+01:00"),
    ("r6", "reverse", "2026-04-16T17:50:00+01:00"),
    ("r7", "close", "2026-04-20T10:20:00+01:00"),
)
CEDAR = (
    ("r1", "create", "2026-11-20T19:20:00+00:00"),
    ("r2", "amend", "2026-11-20T21:25:00+00:00"),
    ("r3", "reassess", "2026-11-20T23:58:00+00:00"),
    ("r4", "reassess", "2026-11-21T03:55:00+00:00"),
    ("r5", "reverse", "2026-11-21T10:25:00+00:00"),
    ("r6", "reassess", "2026-11-21T20:30:00+00:00"),
    ("r7-correct", "correct", "2026-11-21T20:45:00+00:00"),
)
_STEPS = {
    "alder": ("k7qf2m", "care-plan/1", ALDER),
    "cedar": ("c3d4r7", "incident/1", CEDAR),
}


@cache
def revisions(case: str) -> tuple[Decision, ...]:
    """Give every revision of a case, oldest first."""
    record_id, question_set, steps = _STEPS[case]
    answers: Answers = {}
    found = []
    for number, (name, kind, recorded_at) in enumerate(steps, start=1):
        text = (CASES / case / f"{name}.toml").read_text(encoding="utf-8")
        given = decode_answers(text, name=f"{name}.toml", zone=LONDON)
        answers = merge(inherited(answers), given, {})
        answers.update(
            format=1, id=record_id, revision=number, kind=kind, question_set=question_set
        )
        answers["time"]["recorded_at"] = datetime.fromisoformat(recorded_at)
        found.append(form(answers))
    return tuple(found)
