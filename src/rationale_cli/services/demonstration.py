"""The demonstration case as values: to try on it what is for real cases."""

from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from hashlib import sha256

from rationale_cli.codec import demo
from rationale_cli.codec import ladder as ladder_text
from rationale_cli.codec.decision import decode_answers
from rationale_cli.domain.answers import Answers, inherited, merge
from rationale_cli.domain.clock import Time, standing
from rationale_cli.domain.concern import Concern, ConcernKind
from rationale_cli.domain.form import form
from rationale_cli.domain.keeping import Times
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.part import Party
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.stood import Stood
from rationale_cli.services import working_days

ID = "k7qf2m"
"""What the record is called."""

_RAISED = datetime.fromisoformat("2026-03-27T10:00:00+00:00")
_KINDS = {"new": "create"}


def history(zone: tzinfo) -> tuple[Revision, ...]:
    """Give every revision of the fictional case, oldest first; no store has ever held them."""
    return tuple(_revisions(zone))


def concern(settings: Settings, zone: tzinfo) -> Stood:
    """Give a concern about the case, as it stood on the day after it was raised."""
    told = Concern(
        format=1,
        id="p3xw9d",
        revision=1,
        kind=ConcernKind.RAISE,
        decision=ID,
        raised_against=2,
        ladder="typical",
        statement="Overnight care began before the checks were back.",
        if_right="The baby would be alone with somebody whom nobody has looked at.",
        asks=("Wait for the checks.",),
        time=Times(recorded_at=Instant(_RAISED)),
        raised_by=Party(role="health visitor", agency="health"),
        raised_at=Moment(_RAISED),
    )
    now = Instant(_RAISED + timedelta(days=1))
    ladder = ladder_text.shipped(told.ladder)
    time = Time(calendar=working_days.calendar(settings), zone=zone, now=now)
    return Stood(concern=told, ladder=ladder, standing=standing(told, ladder, time), at=now)


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
