"""The ledger beside a decision: who was sent, read, asked and answered what."""

from datetime import UTC

import msgspec

from rationale_cli.domain.audience import view_of_seen
from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.part import Party
from rationale_cli.domain.past import Past
from rationale_cli.domain.seen import Seen
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.understanding import becoming, reading_state
from rationale_cli.domain.understanding.readers import folded
from rationale_cli.domain.understanding.reading_state import ReadingState
from rationale_cli.domain.viewed_seen import unsaid_readers
from rationale_cli.errors import RationaleError
from rationale_cli.services import companions
from rationale_cli.services.companions import Kept
from rationale_cli.store.repository import Store


class UnreadableLedgerError(RationaleError):
    """A copy cannot say who has seen a decision; the fault itself may quote what stands there."""

    def __init__(self, record_id: str) -> None:
        super().__init__(
            f"who has seen {record_id!r} cannot be read",
            hint="Without --audience 'rationale seen' says what is wrong with the file.",
        )


class NeverReadError(RationaleError):
    """Somebody is not known to have read any revision."""

    def __init__(self, record_id: str, who: Party, sent: int | None) -> None:
        name = f"{who.role}@{who.agency}"
        since = f"; 'rationale diff {record_id} {sent}..' tells what changed since it was sent"
        super().__init__(
            f"{name!r} is not known to have read {record_id!r}",
            hint=f"When they say that they have, record it, as 'rationale reply {record_id} --for "
            f'"{name}" --read --via phone --received now\'{since if sent else ""}.',
        )


def ledger(store: Store, record_id: str) -> Kept[Seen]:
    """Read the ledger of a decision, as it is to be added to."""
    return companions.seen(store, record_id, zone=UTC)


def state(
    store: Store, past: Past, settings: Settings, *, clearance: Clearance = EVERYTHING
) -> ReadingState:
    """Say where everybody stands with what a past ends with; of what came later nothing is said.

    Args:
        store: The folder.
        past: What is looked at, as its reader may see it.
        settings: Of the folder.
        clearance: Whose it is.

    Raises:
        RationaleError: If what was recorded of it cannot be read.
    """
    decision = past.revision.decision
    seen = _seen(store, decision.id, clearance)
    name = decision.question_set.partition("/")[0]
    return reading_state.reading_state(past.history, _then(seen, past), settings.expects(name))


def _seen(store: Store, record_id: str, clearance: Clearance) -> Seen:
    try:
        return view_of_seen(ledger(store, record_id).value, clearance)
    except RationaleError:
        if clearance.sees_all:
            raise
        raise UnreadableLedgerError(record_id) from None


def _is_unsaid(seen: Seen, who: Party) -> bool:
    return folded(who) in {folded(one) for one in unsaid_readers(seen)}


def _then(seen: Seen, past: Past) -> Seen:
    """Give what was recorded by then, and of no later revision."""
    limit = past.as_of.limit if past.as_of else None
    last = past.revision.number
    then = tuple(
        one for one in seen.entry if one.revision <= last and (limit is None or one.at.at <= limit)
    )
    return msgspec.structs.replace(seen, entry=then)


def last_read(store: Store, past: Past, who: Party, *, clearance: Clearance = EVERYTHING) -> str:
    """Give the revision that somebody read last, as `select` takes it.

    Args:
        store: The folder.
        past: What is looked at.
        who: Whose reading is meant.
        clearance: Of whoever asks; what they may not see is not known to them.

    Raises:
        NeverReadError: If they are not known to have read any.
    """
    seen = _then(_seen(store, past.revision.decision.id, clearance), past)
    read = reading_state.last_read(seen, who)
    if read is None:
        sent = 0 if _is_unsaid(seen, who) else becoming.before_them(seen, who, 0)
        raise NeverReadError(seen.id, who, sent or None)
    same = [one for one in past.history if one.number == read.revision]
    return f"{read.revision}@{same[0].commit}" if len(same) > 1 else str(read.revision)
