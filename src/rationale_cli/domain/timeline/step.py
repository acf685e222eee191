"""Steps: a revision beside those that it follows, and the events that come of it."""

from collections.abc import Sequence
from typing import Any

import msgspec

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.part import Item, Party
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.timeline.event import Event, EventKind
from rationale_cli.domain.words import told


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One revision of a history.

    Attributes:
        decision: What the record said from then on.
        before: What it said in the revisions that this one follows: none for the first, several
            for one that joins them.
    """

    decision: Decision
    before: tuple[Decision, ...]

    @property
    def at(self) -> Moment:
        """When it was decided; if nobody said, when it was recorded."""
        time = self.decision.time
        return time.decided_at or time.recorded_at

    def earlier(self, name: str, item: Item) -> tuple[Any, ...]:
        """Give what each revision before says of an item; ``None`` where it has no such item."""
        return tuple(
            next((one for one in getattr(decision, name) if one.id == item.id), None)
            for decision in self.before
        )

    def is_new(self, name: str, item: Item, *fields: str) -> bool:
        """Whether no revision before says the same in these fields; without any: has the item."""
        now = [getattr(item, field) for field in fields]
        return all(
            one is None or (bool(now) and [getattr(one, field) for field in fields] != now)
            for one in self.earlier(name, item)
        )


def steps(history: Sequence[Revision]) -> tuple[Step, ...]:
    """Give every revision with those that it follows.

    These are the ones whose texts it names; a revision that names none that is known follows
    the one that stands before it.

    Args:
        history: Oldest first.
    """
    found = []
    for place, revision in enumerate(history):
        named = {one.removeprefix("sha256:") for one in revision.decision.previous}
        before = [one.decision for one in history[:place] if one.sha256 in named]
        if not before and place:
            before = [history[place - 1].decision]
        found.append(Step(decision=revision.decision, before=tuple(before)))
    return tuple(found)


def happened(  # noqa: PLR0913 - an event has that many sides
    step: Step,
    kind: EventKind,
    words: str,
    *,
    at: Moment | None = None,
    detail: Sequence[str] = (),
    by: Party | str | None = None,
    path: str = "",
) -> Event:
    """Give an event that a revision tells of; one that was entered late says so.

    Args:
        step: The revision that tells of it first.
        kind: What sort of thing it is.
        words: What happened, in one line.
        at: When; left out: when the revision was decided.
        detail: What was said about it; empty texts are left out.
        by: Who; left out: nobody said.
        path: Where the record says so.
    """
    decision = step.decision
    return Event(
        at=at or step.at,
        kind=kind,
        words=words,
        detail=tuple(one.strip("\n") for one in detail if one.strip()),
        record=decision.id,
        revision=decision.revision,
        revision_kind=decision.kind,
        by=str(by or ""),
        path=path,
        late=_late(step, at or step.at),
    )


def _late(step: Step, at: Moment) -> str:
    """Say that something had already happened when an earlier revision left it out."""
    for decision in step.before:
        recorded = decision.time.recorded_at
        if at.at < recorded.at if at.at else at.day < recorded.day:
            continue
        return ""
    if not step.before:
        return ""
    return (
        f"Entered late, with revision {step.decision.revision} on "
        f"{told(step.decision.time.recorded_at)}."
    )
