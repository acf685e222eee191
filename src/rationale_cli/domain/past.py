"""The past: what of a history was there at a time, and what of it was written down later."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum

import msgspec

from rationale_cli.domain.decision import Decision, items
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.words import told
from rationale_cli.errors import RationaleError


class Basis(StrEnum):
    """By which of its times a revision was there."""

    RECORDED = "recorded"
    DECIDED = "decided"


class AsOf(msgspec.Struct, frozen=True, kw_only=True):
    """A time as of which a record is looked at.

    Attributes:
        moment: As it was meant: a day, or a time.
        limit: The last instant that counts, aware: a day counts to its end.
        basis: By which of its times a revision counts.
    """

    moment: Moment
    limit: datetime
    basis: Basis = Basis.RECORDED


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """A history as of a time.

    Attributes:
        as_of: ``None`` if all of it is looked at.
        history: What was there, each after those that it follows, last what stood then; never
            empty.
        hidden: How many revisions came later.
        late: Those in the history that were written down only after that time.
        covered: Those that were decided by then and are hidden all the same: what they follow
            was decided later, and their text holds it.
    """

    as_of: AsOf | None = None
    history: tuple[Revision, ...]
    hidden: int = 0
    late: tuple[Revision, ...] = ()
    covered: tuple[Revision, ...] = ()

    @property
    def revision(self) -> Revision:
        """What stood then."""
        return self.history[-1]


class NotThereYetError(RationaleError):
    """The record did not exist yet."""

    def __init__(self, first: Revision, as_of: AsOf) -> None:
        done, time = "recorded", Moment(first.decision.time.recorded_at.at)
        if as_of.basis is Basis.DECIDED:
            done, time = "decided", Moment(_decided(first))
        super().__init__(
            f"{first.decision.id!r} was not {done} yet {spoken(as_of.moment)}",
            hint=f"It was first {done} on {told(time)}; name that time or a later one.",
        )


def past(history: Sequence[Revision], as_of: AsOf | None) -> Past:
    """Give a history as of a time.

    A revision was there if it was recorded by then, or decided if that is asked for, and so were
    all that it follows: its text holds theirs. One that does not say when it was decided was
    decided when it was recorded.

    Args:
        history: Each after those that it follows; never empty.
        as_of: The time; without one everything was there.

    Raises:
        NotThereYetError: If nothing was.
    """
    if as_of is None:
        return Past(history=tuple(history))
    known = _known(history, as_of.basis)
    there = [one for one in history if known[one.commit] <= as_of.limit]
    if not there:
        raise NotThereYetError(min(history, key=lambda one: known[one.commit]), as_of)
    parents = {parent for one in there for parent in one.parents}
    ends = [one for one in there if one.commit not in parents]
    # Of two copies not yet joined, neither is later in the list for a reason.
    last = there[-1] if there[-1] is history[-1] else max(ends, key=lambda one: known[one.commit])
    return Past(
        as_of=as_of,
        history=(*(one for one in there if one is not last), last),
        hidden=len(history) - len(there),
        late=tuple(one for one in there if _recorded(one) > as_of.limit),
        covered=tuple(
            one
            for one in history
            if as_of.basis is Basis.DECIDED and known[one.commit] > as_of.limit >= _decided(one)
        ),
    )


def up_to(past: Past, revision: Revision) -> Past:
    """Give the same past without the revisions that stand after one of its own."""
    history = past.history[: past.history.index(revision) + 1]
    late = tuple(one for one in past.late if one in history)
    return msgspec.structs.replace(past, history=history, late=late)


def ahead(decision: Decision, as_of: AsOf) -> Iterator[tuple[str, str, Moment]]:
    """Give the items that say of themselves that they are later: list, id, and their own time."""
    for name, item in items(decision):
        for field in HAPPENED.get(name, ()):
            moment: Moment | None = getattr(item, field)
            if moment is not None and is_after(moment, as_of.limit):
                yield name, item.id, moment
                break


def is_after(moment: Moment, limit: datetime) -> bool:
    """Whether a moment is later than a time; a day only if it is a later day."""
    value: date | datetime = moment.value
    return value > limit if isinstance(value, datetime) else value > limit.date()


def spoken(moment: Moment) -> str:
    """Say as of when: ``on 20 November 2026, 21:30``, or ``at the end of 20 November 2026``."""
    return f"on {told(moment)}" if moment.at else f"at the end of {told(moment)}"


HAPPENED = {
    "approval": ("at",),
    "known": ("as_of",),
    "unknown": ("answered_at",),
    "risk": ("assessed_at",),
    "control": ("checked_at",),
    "rating": ("at",),
    "consulted": ("at",),
    "dissent": ("at", "confirmed_at"),
    "trigger": ("fired_at", "acted_at"),
    "action": ("done_at",),
    "waiver": ("at",),
    "outcome": ("at",),
}
"""Fields that say when something was, not when it is to be."""


def _known(history: Sequence[Revision], basis: Basis) -> dict[str, datetime]:
    """Give from when on each revision was there, by its commit."""
    known: dict[str, datetime] = {}
    for revision in history:
        own = _decided(revision) if basis is Basis.DECIDED else _recorded(revision)
        above = max((known[one] for one in revision.parents if one in known), default=None)
        # Recorded no later than what it follows: a hand wrote it, and only git knows when.
        if above is not None and own <= above:
            own = above if basis is Basis.DECIDED else max(above, revision.committed_at)
        known[revision.commit] = own
    return known


def _recorded(revision: Revision) -> datetime:
    return revision.decision.time.recorded_at.at


def _decided(revision: Revision) -> datetime:
    decided = revision.decision.time.decided_at
    return decided.at if decided else _recorded(revision)
