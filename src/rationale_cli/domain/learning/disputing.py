"""What one concern teaches: how long its stages took, and what its pauses lacked."""

from collections.abc import Iterator
from datetime import tzinfo

from rationale_cli.domain.calendar import Calendar
from rationale_cli.domain.concern import Concern, Pause
from rationale_cli.domain.ladder import day_in
from rationale_cli.domain.learning.observed import Lack, Observed, PauseSeen, StageSeen

_AGREEING = 2
"""Who is challenged alone cannot agree to a pause; somebody else must."""


def observed(concern: Concern, *, calendar: Calendar, zone: tzinfo) -> Observed:
    """Give what a concern shows; a stage that still runs shows nothing yet.

    Args:
        concern: As it stands.
        calendar: Which days are working days.
        zone: In which days begin and end.
    """
    return Observed(
        concerns=1,
        stages=tuple(_stages(concern, calendar, zone)),
        pauses=tuple(PauseSeen(lacks=tuple(_lacks(one))) for one in concern.pause),
    )


def _stages(concern: Concern, calendar: Calendar, zone: tzinfo) -> Iterator[StageSeen]:
    for one in concern.stage:
        if one.opened is None or one.closed is None:
            continue
        opened = day_in(one.opened, zone)
        yield StageSeen(
            n=one.n,
            took=calendar.between(opened, day_in(one.closed, zone)),
            allowed=calendar.between(opened, day_in(one.due, zone)) if one.due else None,
        )


def _lacks(pause: Pause) -> Iterator[Lack]:
    if not pause.reason.strip():
        yield Lack.REASON
    if len(pause.agreed_by) < _AGREEING:
        yield Lack.AGREED
    if pause.restart_planned is None:
        yield Lack.RESTART
    if not pause.interim_measures:
        yield Lack.MEASURES
