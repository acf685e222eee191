"""The verbs that save: a decision begun, revised, corrected, closed or superseded."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC
from typing import Any

from rationale_cli.domain.answers import Answers, at, is_blank, put
from rationale_cli.domain.decision import Decision, Kind, Status
from rationale_cli.domain.questions.question import QuestionSet
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.succession import first, following, is_unchanged
from rationale_cli.errors import RationaleError, UsageError
from rationale_cli.services import checking, reading
from rationale_cli.services.keeping import Recorded, keep
from rationale_cli.services.terms import Terms, settled
from rationale_cli.store.repository import Store

SAID_ANYWAY = {Kind.CONFIRM, Kind.REASSESS, Kind.REVERSE}
"""Kinds that are worth a revision even if nothing else changed: somebody looked again."""


class MovedOnError(RationaleError):
    """Somebody recorded a revision while this one was being answered."""

    def __init__(self, record_id: str, revision: int) -> None:
        super().__init__(
            f"{record_id!r} has moved on: revision {revision} was recorded meanwhile",
            hint=f"Read what changed with 'rationale diff {record_id}', then record again what "
            "still holds.",
        )


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


class SupersedesItselfError(RationaleError):
    """A record was to supersede itself."""

    def __init__(self, record_id: str) -> None:
        super().__init__(
            f"{record_id!r} cannot supersede itself", hint="Name the decision that replaces it."
        )


class CircleError(RationaleError):
    """Two decisions were to replace each other."""

    def __init__(self, record_id: str, successor: str) -> None:
        super().__init__(
            f"{successor!r} cannot supersede {record_id!r}: it was itself superseded by it",
            hint="Name the decision that stands now, or record a new one with --answers FILE.",
        )


class NoSuccessorError(RationaleError):
    """Nothing says what replaces a decision."""

    def __init__(self, record_id: str) -> None:
        super().__init__(
            f"nothing says what replaces {record_id!r}",
            hint="Record the new decision first and name it with --with ID, or give it with "
            "--answers FILE.",
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
    decision = _begun(store, answers, terms, questions=questions, new_id=new_id)
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
        verb: ``note``, ``amend``, ``reassess``, ``correct`` or ``close``.
        settings: Of the folder.

    Raises:
        MovedOnError: If another revision was recorded since *history* was read.
        RationaleError: As the answers, ``--final`` and the store say; nothing is saved then.
    """
    kind = _kind(verb, terms)
    base = history[-1]
    said = settled(answers, terms, verb=verb.value, needs_reason=True)
    if verb is Kind.CLOSE:
        said = _closed(said)
    decision = _next(history, said, kind, terms)
    if kind not in SAID_ANYWAY and is_unchanged(base.decision, decision, said):
        return Recorded(decision=base.decision, is_new=False)
    _demand(store, decision, terms, settings)
    return _kept(store, (decision, base.blob))


def supersede(
    store: Store,
    history: tuple[Revision, ...],
    answers: Answers,
    terms: Terms,
    *,
    successor: Decision,
    follows: str | None,
) -> Recorded:
    """Record that one decision replaces another: both in one commit, or neither.

    Args:
        store: The folder.
        history: Of the decision that is replaced, oldest first.
        answers: Those of the successor; what they say about the change itself, when it was
            decided and who types, is kept with the decision that is replaced.
        terms: The circumstances.
        successor: What replaces it (see `successor_begun` and `successor_named`).
        follows: Id of the text that the successor follows, ``None`` if it is new.

    Raises:
        SupersedesItselfError: If both are one.
        CircleError: If the successor was itself replaced by it, directly or in the end.
        MovedOnError: If one of them was changed since it was read.
    """
    base = history[-1]
    if successor.id == base.decision.id:
        raise SupersedesItselfError(successor.id)
    _demand_no_circle(store, base.decision.id, successor)
    said = {
        **settled(_about_the_change(answers), terms, verb="supersede", needs_reason=True),
        "status": Status.SUPERSEDED.value,
        "superseded_by": _joined(base.decision.superseded_by, successor.id),
    }
    old = _next(history, said, Kind.SUPERSEDE, terms)
    return _kept(store, (successor, follows), (old, base.blob))


def successor_begun(
    store: Store,
    answers: Answers,
    terms: Terms,
    *,
    questions: QuestionSet,
    new_id: Callable[[], str],
) -> Decision:
    """Form a new decision that is to replace another; nothing is saved yet.

    Args:
        store: The folder.
        answers: All that is known of it.
        terms: The circumstances.
        questions: The set that it answers.
        new_id: Gives an id that is free in all likelihood.
    """
    said = {name: value for name, value in answers.items() if name != "change"}
    return _begun(store, said, terms, questions=questions, new_id=new_id)


def successor_named(history: tuple[Revision, ...], terms: Terms, *, supersedes: str) -> Decision:
    """Form the next revision of an existing decision that is to replace another; not yet saved."""
    said = {
        **settled({}, terms, verb="supersede", needs_reason=True),
        "supersedes": _joined(history[-1].decision.supersedes, supersedes),
    }
    return _next(history, said, Kind.SUPERSEDE, terms)


def demand_successor(record_id: str, answers: Answers) -> None:
    """Make sure that answers say what replaces a decision, and not only why and when.

    Raises:
        NoSuccessorError: If they do not.
    """
    if not answers.keys() - {"change", "by", "time"}:
        raise NoSuccessorError(record_id)


def _about_the_change(answers: Answers) -> Answers:
    found: Answers = {"change": answers["change"]} if answers.get("change") else {}
    for path in ("time.decided_at", "time.late_reason", "by.recorder"):
        value: Any = at(answers, path)
        if not is_blank(value):
            found = put(found, path, value)
    return found


def _demand_no_circle(store: Store, record_id: str, successor: Decision) -> None:
    """Follow what replaced the successor; what cannot be read leads no further."""
    ahead, seen = list(successor.superseded_by), {successor.id}
    while ahead:
        one = ahead.pop()
        if one == record_id:
            raise CircleError(record_id, successor.id)
        if one not in seen:
            seen.add(one)
            with suppress(RationaleError):
                ahead += reading.decision(store, one, zone=UTC).superseded_by


def _closed(said: Answers) -> Answers:
    told = at(said, "status")
    if told not in {None, Status.CLOSED.value}:
        raise OtherStatusError(told, Kind.CLOSE.value, Status.CLOSED.value)
    return put(said, "status", Status.CLOSED.value)


def _begun(
    store: Store,
    answers: Answers,
    terms: Terms,
    *,
    questions: QuestionSet,
    new_id: Callable[[], str],
) -> Decision:
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


def _kept(store: Store, *pairs: tuple[Decision, str | None]) -> Recorded:
    from rationale_cli.store import save

    try:
        return keep(store, *pairs)
    except save.MovedOnError as error:
        moved = next(one for one, _ in pairs if error.path.endswith(f"/{one.id}.toml"))
        raise MovedOnError(moved.id, moved.revision) from None


def _kind(verb: Kind, terms: Terms) -> Kind:
    if terms.kind is None:
        return verb
    if verb not in {Kind.AMEND, Kind.REASSESS} or terms.kind not in {Kind.CONFIRM, Kind.REVERSE}:
        raise WrongKindError(terms.kind.value, verb.value)
    return terms.kind


def _joined(before: tuple[str, ...], record_id: str) -> list[str]:
    return list(dict.fromkeys((*before, record_id)))
