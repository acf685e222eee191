"""One decision replaces another: both records in one commit, or neither."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC
from typing import Any

from rationale_cli.domain.answers import Answers, at, is_blank, put
from rationale_cli.domain.decision import Decision, Kind, Status
from rationale_cli.domain.questions.question import QuestionSet
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.succession import following
from rationale_cli.errors import RationaleError
from rationale_cli.services import reading
from rationale_cli.services.keeping import Recorded, keep
from rationale_cli.services.recording import begun
from rationale_cli.services.terms import Terms, settled
from rationale_cli.store.repository import Store


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
    old = _next(history, said, terms)
    return keep(store, (successor, follows), (old, base.blob))


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
    return begun(store, said, terms, questions=questions, new_id=new_id)


def successor_named(history: tuple[Revision, ...], terms: Terms, *, supersedes: str) -> Decision:
    """Form the next revision of an existing decision that is to replace another; not yet saved."""
    said = {
        **settled({}, terms, verb="supersede", needs_reason=True),
        "supersedes": _joined(history[-1].decision.supersedes, supersedes),
    }
    return _next(history, said, terms)


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


def _next(history: tuple[Revision, ...], said: Answers, terms: Terms) -> Decision:
    return following(
        history, said, kind=Kind.SUPERSEDE, now=terms.now, clock_given=terms.clock_given
    )


def _joined(before: tuple[str, ...], record_id: str) -> list[str]:
    return list(dict.fromkeys((*before, record_id)))
