"""Risks that nobody has looked at again since something changed."""

from collections.abc import Iterator, Sequence

from rationale_cli.domain.due.waiting import Kind, Waiting
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.timeline.behind import aloud
from rationale_cli.domain.timeline.looking import looks
from rationale_cli.domain.timeline.step import steps
from rationale_cli.domain.timeline.unlooked import unlooked
from rationale_cli.domain.words import Words


def risks(history: Sequence[Revision], words: Words) -> Iterator[Waiting]:
    """Give the risks that are behind what was recorded since, with how much that is.

    Args:
        history: Each after those that it follows, never empty.
        words: What harms are called.
    """
    newest, made = history[-1].decision, steps(history)
    recorded = newest.time.recorded_at.at
    zone = recorded.tzinfo
    assert zone is not None  # noqa: S101 - what is recorded has an offset
    for one in unlooked(made, looks(made), words=words, zone=zone, until=recorded):
        yield Waiting(
            kind=Kind.RISKS,
            path=f"risk.{one.risks[0]}" if len(one.risks) == 1 else "risk",
            text=aloud(one),
            since=one.since,
            owner=newest.by.lead.role if newest.by.lead else "",
        )
