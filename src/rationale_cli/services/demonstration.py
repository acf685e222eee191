"""The demonstration case as values: to try on it what is for real cases."""

from collections.abc import Iterator
from datetime import datetime, tzinfo
from hashlib import sha256

from rationale_cli.codec import demo
from rationale_cli.codec.decision import decode_answers
from rationale_cli.domain.answers import Answers, inherited, merge
from rationale_cli.domain.form import form
from rationale_cli.domain.revision import Revision

ID = "k7qf2m"
"""What the record is called."""

_KINDS = {"new": "create"}


def history(zone: tzinfo) -> tuple[Revision, ...]:
    """Give every revision of the fictional case, oldest first; no store has ever held them."""
    return tuple(_revisions(zone))


def _revisions(zone: tzinfo) -> Iterator[Revision]:
    question_set, steps = demo.steps()
    answers: Answers = {}
    parents: tuple[str, ...] = ()
    for number, step in enumerate(steps, start=1):
        given = decode_answers(
            step.answers.read_text(encoding="utf-8"), name=step.answers.name, zone=zone
        )
        answers = merge(inherited(answers), given, {})
        kind = step.kind or _KINDS.get(step.verb, step.verb)
        answers.update(
            format=1, id=ID, revision=number, kind=kind, question_set=f"{question_set}/1"
        )
        recorded_at = datetime.fromisoformat(step.now)
        answers["time"]["recorded_at"] = recorded_at
        seal = sha256(f"{step.answers.name} of the demonstration".encode()).hexdigest()
        commit = seal[:40]
        yield Revision(
            decision=form(answers),
            commit=commit,
            committed_at=recorded_at,
            blob=commit,
            sha256=f"sha256:{seal}",
            parents=parents,
        )
        parents = (commit,)
