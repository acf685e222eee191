"""What every saving verb does with its outcome: tell it, and leave no draft behind."""

from typing import Any

import typer

from rationale_cli.cli import reporting, saying
from rationale_cli.cli.session import Session


def create(session: Session, answers: dict[str, Any], terms: Any, questions: Any) -> None:
    """Save answers as the first revision of a decision, and tell it."""
    from rationale_cli.cli.fresh import new_id
    from rationale_cli.services import recording

    recorded = recording.create(
        session.store,
        answers,
        saying.with_usual_recorder(session, answers, terms),
        questions=questions,
        settings=session.settings,
        new_id=new_id,
    )
    told(session, recorded)


def revise(
    session: Session, history: Any, answers: dict[str, Any], terms: Any, *, verb: str
) -> None:
    """Save answers as the next revision of a decision, and tell it."""
    from rationale_cli.domain.decision import Kind
    from rationale_cli.services import recording

    recorded = recording.revise(
        session.store,
        history,
        answers,
        saying.with_usual_recorder(session, answers, terms),
        verb=Kind(verb),
        settings=session.settings,
    )
    told(session, recorded, verb=verb)


_LOOKS = ("note", "reassess")
"""Verbs after which it is said aloud what was recorded since the risks were looked at."""


def told(session: Session, recorded: Any, *, verb: str = "") -> None:
    """Tell what was saved and what is still open; the last line of standard output names it."""
    for warning in recorded.warnings:
        reporting.say(f"warning: {warning}")
    for draft in recorded.found:
        reporting.tell_found(draft)
    decision = recorded.decision
    if recorded.is_new:
        reporting.say(_saved(session, decision))
        for sentence in _helps(session, decision):
            reporting.say(sentence)
        if verb in _LOOKS:
            _tell_behind(session, decision.id)
    else:
        reporting.say(session.texts("ending.unchanged"))
    typer.echo(f"{decision.id} r{decision.revision}")


def _helps(session: Session, decision: Any) -> tuple[str, ...]:
    """Whether this revision gives reason for a formulation, which none before it did."""
    if decision.revision == 1 and not decision.dissent:
        return ()
    from rationale_cli.services import formulation, reading

    history = reading.history(session.store, decision.id, zone=session.zone)
    return formulation.news([one.decision for one in history], session.settings)


def _tell_behind(session: Session, record_id: str) -> None:
    from rationale_cli.domain.timeline.behind import aloud, behind
    from rationale_cli.services import reading

    history = reading.history(session.store, record_id, zone=session.zone)
    for line in map(aloud, behind([one.decision for one in history], session.words)):
        reporting.say(line)


def _saved(session: Session, decision: Any) -> str:
    from rationale_cli.services import checking

    found = checking.check(session.store, decision, session.settings)
    gaps = sum(finding.is_error for finding in found)
    if not gaps:
        return session.texts("ending.saved")
    if gaps == 1:
        return session.texts("ending.saved_gap")
    count = session.speech.vocabulary.words.value("count", gaps).capitalize()
    return session.texts("ending.saved_gaps", count=count)
