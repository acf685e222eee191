"""How a draft begins: with what stands already, and with what the command line says."""

from collections.abc import Mapping
from typing import Any

from rationale_cli.cli import fresh
from rationale_cli.cli.session import Session
from rationale_cli.domain.answers import Answers, inherited, put
from rationale_cli.domain.asking.draft import Draft, used
from rationale_cli.domain.asking.interview import Mode
from rationale_cli.domain.form import seed
from rationale_cli.domain.questions.question import QuestionSet
from rationale_cli.domain.revision import Revision
from rationale_cli.services.terms import Terms, kept


def first(
    session: Session, begun: Answers, terms: Terms, questions: QuestionSet, *, mode: Mode
) -> Draft:
    """Give the draft of a first revision.

    Args:
        session: This run of the program.
        begun: What is known already.
        terms: What the command line said.
        questions: What is asked.
        mode: How much is asked.
    """
    return Draft(
        verb="new",
        record=fresh.new_id(),
        question_set=questions.key,
        mode=mode,
        started_at=session.now.at,
        terms=kept(terms),
        answers=_with_terms(begun, terms),
    )


def further(
    session: Session,
    history: tuple[Revision, ...],
    terms: Terms,
    questions: QuestionSet,
    *,
    verb: str,
    mode: Mode,
    heard: Mapping[str, Any],
) -> Draft:
    """Give the draft of a further revision; what stands, stands until it is changed.

    Args:
        session: This run of the program.
        history: Of the record, oldest first.
        terms: What the command line said.
        questions: What is asked.
        verb: ``note``, ``amend``, ``reassess`` or ``correct``.
        mode: How much is asked. With a set that is not the record's own, ``gaps`` is quick: its
            questions are meant to be asked again.
        heard: What the command line said already, by the ids of the set's questions.
    """
    base = history[-1]
    is_own = questions.name == base.decision.question_set.partition("/")[0]
    answers = inherited(seed(base.decision))
    if verb != "correct":  # what a correction corrects is found out from what it changes
        answers = put(answers, "change.from", base.number)
    for question, value in heard.items():
        answers = put(answers, f"answers.{question}", value)
    return Draft(
        verb=verb,
        record=base.decision.id,
        blob=base.blob,
        question_set=questions.key,
        mode=Mode.QUICK if mode is Mode.GAPS and not is_own else mode,
        started_at=session.now.at,
        terms=kept(terms),
        used=used(history),
        answers=_with_terms(answers, terms),
    )


def _with_terms(begun: Answers, terms: Terms) -> Answers:
    """What the command line said stands among the answers: seen, and not asked for again.

    Who typed the last revision says nothing about who types this one.
    """
    begun = put(begun, "by.recorder", None)
    said: dict[str, Any] = {
        "change.because": terms.because,
        "time.decided_at": terms.decided_at.value if terms.decided_at else None,
        "time.late_reason": terms.late_reason,
    }
    for path, value in said.items():
        if value:
            begun = put(begun, path, value)
    return begun
