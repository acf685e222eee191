"""Events: what stands on a line of time."""

from datetime import tzinfo
from enum import StrEnum

import msgspec

from rationale_cli.domain.concern import ConcernKind
from rationale_cli.domain.decision import Kind
from rationale_cli.domain.moment import Moment


class EventKind(StrEnum):
    """What sort of thing happened. Events of one instant are told in this order."""

    DATE = "date"
    LIMIT_ENDS = "limit-ends"
    TRIGGER_DUE = "trigger-due"
    TRIGGER_FIRED = "trigger-fired"
    TRIGGER_ACTED = "trigger-acted"
    UNKNOWN_ANSWERED = "unknown-answered"
    DISSENT_RAISED = "dissent-raised"
    DISSENT_ANSWERED = "dissent-answered"
    DISSENT_CLOSED = "dissent-closed"
    CONCERN_DUE = "concern-due"
    CONCERN = "concern"
    RATING = "rating"
    RISK = "risk"
    APPROVAL = "approval"
    DECIDED = "decided"
    DATE_SET = "date-set"
    RECORDED = "recorded"
    OUTCOME = "outcome"


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened, or that was planned to.

    Attributes:
        at: When; a bare day if the time of day is not known.
        words: What happened, in one line.
        detail: What was said about it, a paragraph each.
        record: Id of the record, or of the concern, that tells of it.
        revision: The one that told of it first.
        revision_kind: What sort of revision that was.
        by: Who, by role and agency; empty if nobody said.
        path: Where the record says so, as ``trigger.T1.fired_at``; empty if it is the revision.
        late: Says so if it was entered late; otherwise empty.
        is_ahead: Whether it lay ahead when the line was drawn.
    """

    at: Moment
    kind: EventKind
    words: str
    detail: tuple[str, ...] = ()
    record: str
    revision: int
    revision_kind: Kind | ConcernKind
    by: str = ""
    path: str = ""
    late: str = ""
    is_ahead: bool = False

    @property
    def is_of_concern(self) -> bool:
        """Whether a concern tells of it: *record* is then the id of that."""
        return self.kind in {EventKind.CONCERN, EventKind.CONCERN_DUE}

    @property
    def is_hindsight(self) -> bool:
        """Whether it was learned afterwards, and not known when the decision was made."""
        return self.kind is EventKind.OUTCOME


def in_order(events: list[Event], zone: tzinfo) -> tuple[Event, ...]:
    """Give events in the order of time; a bare day comes before the times of that day.

    Args:
        events: In any order.
        zone: Where a bare day begins.
    """
    order = list(EventKind)
    return tuple(
        sorted(
            events,
            key=lambda one: (
                one.at.instant(zone),
                one.at.at is not None,
                order.index(one.kind),
                one.record,
                one.revision,
            ),
        )
    )
