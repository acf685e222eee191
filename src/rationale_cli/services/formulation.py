"""Formulation: whether one would help now, and how to reach whoever gives it."""

from collections.abc import Sequence
from datetime import tzinfo

from rationale_cli.domain.concern import Concern, ConcernStatus
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.formulation import CONTACT, reasons
from rationale_cli.domain.settings import Settings
from rationale_cli.services import companions
from rationale_cli.store.repository import Store


def hint(
    history: Sequence[Decision], settings: Settings, *, open_concerns: int = 0
) -> tuple[str, ...]:
    """Say in a few sentences that a formulation may help; empty if nothing speaks for one.

    Args:
        history: Every revision, oldest first, never empty.
        settings: Of the folder.
        open_concerns: How many concerns about it are not resolved.
    """
    found = reasons(history, open_concerns=open_concerns)
    if not found:
        return ()
    contact = settings.contacts.get(CONTACT, "").strip()
    reach = (
        f"Who gives it: {contact}."
        if contact
        else "The folder's settings hold no contact for it; "
        f"write one after '{CONTACT} =' under [contacts] in rationale.toml."
    )
    record = history[-1].id
    return (
        f"A formulation may help: {'; '.join(found)}.",
        f"{reach} 'rationale amend {record} --question-set {CONTACT}' asks its questions.",
    )


def open_concerns(store: Store, record_id: str, *, zone: tzinfo) -> int:
    """Count the concerns about a decision that are open or paused; one that is broken counts not.

    Whoever lists the concerns is told of a broken one.
    """
    waiting = {ConcernStatus.OPEN, ConcernStatus.PAUSED}
    found = (one for _, one in companions.each_concern(store, zone=zone))
    return sum(
        isinstance(one, Concern) and one.decision == record_id and one.status in waiting
        for one in found
    )


def news(history: Sequence[Decision], settings: Settings) -> tuple[str, ...]:
    """Give the hint if the last revision of a history is the first that gives reason for it."""
    before = history[:-1]
    return () if before and reasons(before) else hint(history, settings)
