"""Risks alone: one record over time, with who disagreed and no other event."""

from collections.abc import Sequence
from datetime import tzinfo

from rationale_cli.domain.harm import Harm
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.timeline import disagreeing
from rationale_cli.domain.timeline.event import in_order
from rationale_cli.domain.timeline.looking import looks
from rationale_cli.domain.timeline.record import told
from rationale_cli.domain.timeline.step import steps
from rationale_cli.domain.timeline.timeline import Timeline
from rationale_cli.domain.words import Words


def risks(
    history: Sequence[Revision], *, harms: Sequence[Harm], words: Words, zone: tzinfo
) -> Timeline:
    """Lay the risks of a record on a line of time.

    Args:
        history: As an audience may see it, each after those that it follows; never empty.
        harms: Every kind that is known.
        words: What harms are called.
        zone: Where a bare day begins.
    """
    past = steps(history)
    record = told(history[-1], past, looks(past), harms=harms, words=words, zone=zone)
    return Timeline(
        records=(record,),
        events=in_order([one for step in past for one in disagreeing.events(step, words)], zone),
        until=record.recorded_at,
        zone=str(zone),
    )


def has_moved(line: Timeline) -> bool:
    """Whether two revisions or more say how likely or how bad something is."""
    rated = {
        point.revision
        for record in line.records
        for one in record.series
        for point in one.points
        if point.likelihood or point.impact
    }
    return len(rated) > 1
