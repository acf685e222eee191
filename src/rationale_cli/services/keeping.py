"""From decisions to one commit: their bytes, its message, and what went wrong afterwards."""

import msgspec

from rationale_cli.codec import decision as decision_text
from rationale_cli.codec import toml
from rationale_cli.domain import ids
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.part import Party
from rationale_cli.errors import RationaleError
from rationale_cli.store import save as store_save
from rationale_cli.store.repository import Store
from rationale_cli.store.save import Write, save


class MovedOnError(RationaleError):
    """Somebody recorded a revision while this one was being answered."""

    def __init__(self, record_id: str, revision: int) -> None:
        super().__init__(
            f"{record_id!r} has moved on: revision {revision} was recorded meanwhile",
            hint=f"Read what changed with 'rationale diff {record_id}', then record again what "
            "still holds.",
        )


class TooLargeError(RationaleError):
    """A record has grown beyond what every reader takes."""

    def __init__(self, record_id: str) -> None:
        super().__init__(
            f"{record_id!r} would be larger than {toml.LARGEST // 1024} KiB",
            hint="Move long documents out of the record and name where they are filed.",
        )


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """What a save did.

    Attributes:
        decision: As it now stands.
        is_new: Whether a revision was made; not so if nothing had changed.
        warnings: What went wrong after it was safely kept.
        found: Names of drafts that hold hand edits found in the working copy.
    """

    decision: Decision
    is_new: bool = True
    warnings: tuple[str, ...] = ()
    found: tuple[str, ...] = ()


def keep(
    store: Store,
    *pairs: tuple[Decision, str | None],
    beside: tuple[Write, ...] = (),
    also: str = "",
) -> Recorded:
    """Keep decisions, all in one commit or none.

    Args:
        store: The folder.
        pairs: Each decision with the id of the text that it follows, ``None`` if it is new;
            the first is the one that the user asked for.
        beside: Files that are kept in the same commit.
        also: What the subject of the commit says of those; ids, numbers and kinds only.

    Raises:
        MovedOnError: If one of those texts no longer stands.
        store.save.MovedOnError: If a file beside them is no longer the one that was read.
        TooLargeError: If a record has grown too large.
        RationaleError: As the store says; nothing was saved then.
    """
    decisions = [decision for decision, _ in pairs]
    writes = tuple(Write(ids.path_of(one.id), _bytes(one), follows) for one, follows in pairs)
    at = decisions[0].time.recorded_at.at
    try:
        saved = save(store, writes + beside, message=_message(decisions, also), at=at)
    except store_save.MovedOnError as error:
        moved = next((one for one in decisions if ids.path_of(one.id) == error.path), None)
        if moved is None:
            raise
        raise MovedOnError(moved.id, moved.revision) from None
    return Recorded(
        decision=decisions[0],
        warnings=saved.warnings,
        found=tuple(found.draft for found in saved.found),
    )


def _bytes(decision: Decision) -> bytes:
    text = decision_text.encode(decision)
    if len(text.encode()) > toml.LARGEST:
        raise TooLargeError(decision.id)
    # What cannot be read back is not kept: this is the last moment at which nothing is lost.
    if decision_text.decode(text, name=decision.id) != decision:
        raise RuntimeError(decision.id)
    return text.encode()


def _message(decisions: list[Decision], also: str) -> str:
    """Give a commit message: ids, numbers, kinds and roles, and nothing of what was said."""
    told = [f"{one.kind.value} {one.id} r{one.revision}" for one in decisions]
    subject = ", ".join([*told, also] if also else told)
    trailers = "".join(_trailers(one) for one in decisions)
    return f"{subject}\n\n{trailers}"


def one_line(by: Party | None) -> str:
    """Name a role in one line of a commit message."""
    role = f"{by.role}@{by.agency}" if by else "not said"
    return " ".join("".join(one if one.isprintable() else " " for one in role).split())


def _trailers(decision: Decision) -> str:
    return (
        f"Rationale-Id: {decision.id}\n"
        f"Rationale-Revision: {decision.revision}\n"
        f"Rationale-Kind: {decision.kind.value}\n"
        f"Rationale-By: {one_line(decision.by.recorder)}\n"
    )
