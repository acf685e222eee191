"""Recording what was sent to whom, what was not, and what a question was answered with."""

import hashlib
from pathlib import Path

from msgspec import structs

from rationale_cli.domain.part import Party
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.seen import Entry, EntryKind
from rationale_cli.domain.understanding import becoming
from rationale_cli.domain.understanding.heard import Heard
from rationale_cli.errors import RationaleError, UsageError
from rationale_cli.services import ledger_keeping
from rationale_cli.services.ledger_keeping import Added
from rationale_cli.services.terms import Terms
from rationale_cli.store.repository import Store


class UnreadableDocumentError(UsageError):
    """The document that was sent cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"cannot read {str(path)!r}: {why.lower()}",
            hint="Name the file that was sent; only its sum is recorded.",
        )


class NobodyNamedError(UsageError):
    """It is not said to whom."""

    def __init__(self) -> None:
        super().__init__(
            "nobody says whom it was for",
            hint='Add --for ROLE@AGENCY, as --for "health visitor@health"; several are taken.',
        )


class NoWayError(UsageError):
    """It is not said how something was sent."""

    def __init__(self) -> None:
        super().__init__(
            "nobody says how it was sent", hint="Add --via email|phone|meeting|letter|form."
        )


class NoReasonNotToError(RationaleError):
    """Something was not shared, and nobody says why."""

    def __init__(self) -> None:
        super().__init__(
            "a decision not to share needs its reason",
            hint="Say why with --because TEXT; a reason is recorded either way.",
        )


class NotSharedError(UsageError):
    """Something else was to be recorded as sent."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"{kind!r} is not about sharing", hint="Use one of: shared, declined.")


class NoAnswerError(UsageError):
    """A question was to be answered with nothing."""

    def __init__(self) -> None:
        super().__init__("the answer has no text", hint="Give it with --text TEXT.")


def checksum(path: Path) -> str:
    """Give the SHA-256 of a file; the file itself is kept nowhere.

    Raises:
        UnreadableDocumentError: If it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableDocumentError(path, error.strerror or "") from None


def entries(
    readers: tuple[Party, ...], copy: Heard, revision: Revision, terms: Terms
) -> tuple[Entry, ...]:
    """Give what is recorded of a copy that was sent, or was not, to each reader.

    Args:
        readers: To whom.
        copy: Whether it was sent or not, how, when, for which audience, its sum, and why.
        revision: That was sent.
        terms: When it is recorded, and by whom.

    Raises:
        NotSharedError: If it is something else.
        NobodyNamedError: If it is not said to whom.
        NoWayError: If it was sent, and it is not said how.
        NoReasonNotToError: If it was not sent, and it is not said why.
    """
    if copy.kind not in {EntryKind.SHARED, EntryKind.DECLINED}:
        raise NotSharedError(copy.kind.value)
    if not readers:
        raise NobodyNamedError
    if copy.kind is EntryKind.DECLINED and not copy.text.strip():
        raise NoReasonNotToError
    if copy.kind is EntryKind.SHARED and copy.via is None:
        raise NoWayError
    by = ledger_keeping.recorder(terms)
    return tuple(
        becoming.entry(
            structs.replace(copy, for_=one), revision=revision.number, at=terms.now, by=by
        )
        for one in readers
    )


def answer(
    store: Store, revision: Revision, question: Entry, said: Heard, *, terms: Terms
) -> Added:
    """Record the answer to a question.

    Args:
        store: The folder.
        revision: That now stands.
        question: The one that is answered.
        said: The answer; if it is nobody's, it is that of who types.
        terms: When it is recorded, and by whom.

    Raises:
        NoAnswerError: If it is empty.
        RationaleError: As the store says; nothing was saved then.
    """
    if not said.text.strip():
        raise NoAnswerError
    by = ledger_keeping.recorder(terms)
    given = structs.replace(said, answers=question.id, for_=said.for_ or by)
    entry = becoming.entry(given, revision=revision.number, at=terms.now, by=by)
    return ledger_keeping.add(store, revision.decision.id, (entry,), terms, verb="answer")
