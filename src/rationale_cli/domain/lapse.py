"""Lapses: how much time lay between two moments, as a person would say it."""

from datetime import timedelta

from rationale_cli.domain.moment import Moment


def lapse(gap: timedelta) -> str:
    """Write a length of time: minutes up to three hours, hours up to two days, then days."""
    if gap >= timedelta(days=2):
        return f"{gap.days} days"
    if gap >= timedelta(hours=3):
        return f"{gap // timedelta(hours=1)} hours"
    minutes = gap // timedelta(minutes=1)
    return f"{minutes} minute{'' if minutes == 1 else 's'}"


def between(start: Moment, end: Moment) -> str:
    """Write what lay between two moments, whichever came first; empty if it was nothing.

    If one of them is a bare day, only days can be told.
    """
    if start.at and end.at:
        gap = abs(end.at - start.at)
        return lapse(gap) if gap >= timedelta(minutes=1) else ""
    days = abs((end.day - start.day).days)
    return f"{days} day{'' if days == 1 else 's'}" if days else ""
