"""Everything that waits in a decision or in a concern."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo

import msgspec

from rationale_cli.domain.clock import Time
from rationale_cli.domain.concern import Concern
from rationale_cli.domain.decision import Decision, Status
from rationale_cli.domain.due import dates, disputed, limits, planned, risks, said, understood
from rationale_cli.domain.due.waiting import Waiting
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.seen import Seen
from rationale_cli.domain.words import Words

_ENDED = {Status.SUPERSEDED, Status.REVERSED, Status.CLOSED}


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """What must be known beside a record to say what waits in it.

    Attributes:
        now: The present, in the zone of the folder.
        zone: Of the folder.
        provisions: Those that set a limit, by id.
        approvers: Those that ask for an approval, by id.
        words: What codes and kinds of harm are called in the folder.
    """

    now: Instant
    zone: tzinfo
    provisions: Mapping[str, Provision]
    approvers: Mapping[str, Provision]
    words: Words


def is_ended(decision: Decision) -> bool:
    """Whether nothing of a decision waits any more."""
    return decision.status in _ENDED


def of_decision(decision: Decision, around: Around) -> Iterator[Waiting]:
    """Give everything that waits in a decision; nothing of one that has ended."""
    if is_ended(decision):
        return
    yield from planned.warning_signs(decision)
    yield from limits.limits(decision, around.provisions, around.zone)
    yield from said.sign_offs(decision, around.approvers)
    yield from planned.reviews(decision)
    yield from said.unanswered(decision)
    yield from said.unconfirmed(decision)
    yield from planned.unknowns(decision)
    yield from planned.actions(decision)
    yield from planned.options(decision)
    yield from dates.proposed(decision)
    yield from dates.coming(decision, around.zone)
    yield from dates.irreversible(decision, around.now)


def of_history(
    history: Sequence[Revision], seen: Seen, expected: Sequence[str], around: Around
) -> Iterator[Waiting]:
    """Give what only the history of a decision tells; nothing of one that has ended.

    Args:
        history: Last the revision that now stands; never empty.
        seen: What was recorded of who has seen it.
        expected: Who should be asked, each ``role@agency``.
        around: What must be known beside it.
    """
    newest = history[-1].decision
    if is_ended(newest):
        return
    yield from risks.risks(history, around.words)
    if seen.entry or expected:
        yield from understood.unread(history, seen, expected, _lead(newest))


def of_ledger(seen: Seen, decision: Decision) -> Iterator[Waiting]:
    """Give every question that nobody has answered, also if its decision has ended."""
    yield from understood.questions(seen, _lead(decision))


def _lead(decision: Decision) -> str:
    return decision.by.lead.role if decision.by.lead else ""


def of_concern(concern: Concern, time: Time) -> Iterator[Waiting]:
    """Give everything that waits in a concern, also if its decision has ended."""
    yield from disputed.stages(concern, time)
    yield from disputed.pauses(concern)
