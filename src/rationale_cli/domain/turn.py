"""A turn: from the first disagreement about a decision to the revision that reversed it."""

from collections.abc import Sequence
from datetime import date, tzinfo

import msgspec

from rationale_cli.domain.calendar import Calendar
from rationale_cli.domain.decision import Decision, Kind
from rationale_cli.domain.ladder import day_in


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """How long it took.

    Attributes:
        disagreed: The day of the first disagreement.
        reversed_on: The day on which the reversal was decided.
        revision: The number of that revision.
    """

    disagreed: date
    reversed_on: date
    revision: int

    @property
    def days(self) -> int:
        """Calendar days from one to the other."""
        return (self.reversed_on - self.disagreed).days

    def working_days(self, calendar: Calendar) -> int:
        """Working days after the first disagreement, up to the reversal."""
        return calendar.between(self.disagreed, self.reversed_on)


def turn(history: Sequence[Decision], zone: tzinfo) -> Turn | None:
    """Give the turn from the earliest disagreement to the first reversal that was decided after it.

    Args:
        history: Oldest first.
        zone: In which days begin and end.
    """
    said = [one.at for decision in history for one in decision.dissent if one.at is not None]
    if not said:
        return None
    first = min(said)
    for one in history:
        decided = one.time.decided_at or one.time.recorded_at
        if one.kind is Kind.REVERSE and decided >= first:
            start, end = (day_in(moment, zone) for moment in (first, decided))
            return Turn(disagreed=start, reversed_on=end, revision=one.revision)
    return None
