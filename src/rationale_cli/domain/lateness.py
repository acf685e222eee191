"""Lateness: how long after a decision was made it was recorded, and why."""

from datetime import timedelta

from rationale_cli.domain.keeping import Times
from rationale_cli.domain.lapse import lapse


def passed(time: Times) -> timedelta | None:
    """Give the time from deciding to recording; negative if it was recorded first.

    ``None`` if nothing says when it was decided.
    """
    return time.recorded_at.at - time.decided_at.at if time.decided_at else None


def is_unexplained(time: Times, *, allowed: timedelta) -> bool:
    """Whether it was recorded later than needs no reason, and no reason was given."""
    gap = passed(time)
    return gap is not None and gap > allowed and not time.late_reason.strip()


def later(time: Times) -> str:
    """Say how much later it was recorded: ``85 minutes later``; empty if it was at once."""
    gap = passed(time)
    if gap is None or abs(gap) < timedelta(minutes=1):
        return ""
    return f"{lapse(gap)} later" if gap > timedelta() else f"{lapse(-gap)} before it was decided"
