"""The verbs that save one record: a decision begun, revised, corrected or closed."""

from collections.abc import Callable

from rationale_cli.domain import relooked
from rationale_cli.domain.answers import Answers, at, put
from rationale_cli.domain.decision import Decision, Kind, Status
from rationale_cli.domain.form import seed
from rationale_cli.domain.questions.question import QuestionSet
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.succession import first, following, is_unchanged
from rationale_cli.errors import UsageError
from rationale_cli.services import checking, reading
from rationale_cli.services.keeping import Recorded, keep
from rationale_cli.services.terms import Terms, settled
from rationale_cli.store.repository import Store

SAID_ANYWAY = {Kind.CONFIRM, Kind.REASSESS, Kind.REVERSE}
"""Kinds that are worth a revision even if nothing else changed: somebody looked again."""


class WrongKindError(UsageError):
    """``--kind`` does not go with this verb."""

    def __init__(self, kind: str, verb: str) -> None:
        super().__init__(
            f"--kind is {kind!r}, which does not go with {verb!r}",
            hint="'amend' and 'reassess' take --kind confirm or --kind reverse.",
        )


class OtherStatusError(UsageError):
    """The answers name a status, and the verb makes it another one."""

    def __init__(self, told: object, verb: str, status: str) -> None:
        super().__init__(
            f"status is '{told}' in the answers, and {verb!r} makes it {status!r}",
            hint="Leave the status out, or say the other one with 'rationale amend'.",
        )


def create(
    store: Store,
    answers: Answers,
    terms: Terms,
    *,
    questions: QuestionSet,
    settings: Settings,
    new_id: Callable[[], str],
) -> Recorded:
    """Record the first revision of a decision.

    Raises:
        RationaleError: As the answers, ``--final`` and the store say; nothing is saved then.
    """
    decision = begun(store, answers, terms, questions=questions, new_id=new_id)
    _demand(store, decision, terms, settings)
    return keep(store, (decision, None))


def revise(
    store: Store,
    history: tuple[Revision, ...],
    answers: Answers,
    terms: Terms,
    *,
    verb: Kind,
    settings: Settings,
) -> Recorded:
    """Record a further revision of a decision; none if nothing has changed.

    Args:
        store: The folder.
        history: Of the record as the person had it before them, oldest first.
        answers: The part that was said now, as a partial record.
        terms: The circumstances.
        verb: ``note``, ``amend``, ``reassess``, ``correct``, ``approve`` or ``close``.
        settings: Of the folder.

    Raises:
        MovedOnError: If another revision was recorded since *history* was read.
        RationaleError: As the answers, ``--final`` and the store say; nothing is saved then.
    """
    kind = kind_of(verb, terms)
    base = history[-1]
    said = settled(answers, terms, verb=verb.value, needs_reason=verb is not Kind.APPROVE)
    if verb is Kind.REASSESS:
        kind = kind if terms.kind else relooked.kind_said(said) or kind
        said = relooked.looked(seed(base.decision), said, terms.now.at)
    if verb is Kind.CLOSE:
        said = _closed(said)
    decision = _next(history, said, kind, terms)
    if kind not in SAID_ANYWAY and is_unchanged(base.decision, decision, said):
        return Recorded(decision=base.decision, is_new=False)
    _demand(store, decision, terms, settings)
    return keep(store, (decision, base.blob))


def _closed(said: Answers) -> Answers:
    told = at(said, "status")
    if told not in {None, Status.CLOSED.value}:
        raise OtherStatusError(told, Kind.CLOSE.value, Status.CLOSED.value)
    return put(said, "status", Status.CLOSED.value)


def begun(
    store: Store,
    answers: Answers,
    terms: Terms,
    *,
    questions: QuestionSet,
    new_id: Callable[[], str],
) -> Decision:
    """Form the first revision of a decision; nothing is saved yet.

    Args:
        store: The folder, which knows the ids that are taken.
        answers: All that is known of it.
        terms: The circumstances.
        questions: The set that it answers.
        new_id: Gives an id that is free in all likelihood.
    """
    said = settled(answers, terms, verb="new", needs_reason=False)
    known = reading.known_ids(store)
    return first(
        said,
        record_id=next(one for one in iter(new_id, "") if one not in known),
        question_set=questions.key,
        now=terms.now,
        clock_given=terms.clock_given,
    )


def _next(history: tuple[Revision, ...], said: Answers, kind: Kind, terms: Terms) -> Decision:
    return following(history, said, kind=kind, now=terms.now, clock_given=terms.clock_given)


def _demand(store: Store, decision: Decision, terms: Terms, settings: Settings) -> None:
    if terms.final:
        checking.demand_final(checking.check(store, decision, settings))


def kind_of(verb: Kind, terms: Terms) -> Kind:
    """Give the kind of revision that a verb makes on these terms.

    Raises:
        WrongKindError: If ``--kind`` does not go with the verb.
    """
    if terms.kind is None:
        return verb
    if verb not in {Kind.AMEND, Kind.REASSESS} or terms.kind not in {Kind.CONFIRM, Kind.REVERSE}:
        raise WrongKindError(terms.kind.value, verb.value)
    return terms.kind
