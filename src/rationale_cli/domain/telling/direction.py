"""Directions: whether a value went up or down, or a moment was put later or earlier."""

from datetime import date, datetime, timedelta
from typing import Any


def direction(path: str, before: Any, after: Any) -> str:
    """Say in which direction a value went: ``up``, ``later by 3 days``; empty if in none.

    Args:
        path: Of the field, without the ids of items.
        before: As ``seed`` gives it.
        after: Likewise.
    """
    if type(before) is int and type(after) is int:
        return "up" if after > before else "down"
    if isinstance(before, date) and isinstance(after, date):
        return _moved(before, after)
    order, less, more = _ORDERS.get(path, ((), "", ""))
    if before in order and after in order:
        return more if order.index(after) > order.index(before) else less
    return ""


_EVIDENCE = (("none", "thin", "mixed", "good"), "weaker", "stronger")
_ORDERS = {
    "known.confidence": _EVIDENCE,
    "risk.confidence": _EVIDENCE,
    "law.certainty": (("low", "medium", "high"), "less sure", "surer"),
    "question.reversibility": (
        ("easy", "costly", "hard", "irreversible"),
        "easier to undo",
        "harder to undo",
    ),
}
"""Codes that have an order of their own, from little to much, and what less and more are called."""

_A_WEEK = 7
_UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


def _moved(before: date, after: date) -> str:
    apart = _apart(before, after)
    if apart:
        return f"{'later' if apart > timedelta() else 'earlier'} by {_lasting(abs(apart))}"
    if type(before) is not type(after):
        return "now with its time" if isinstance(after, datetime) else "now without its time"
    return "the same moment, written in another way"


def _apart(before: date, after: date) -> timedelta:
    """Give how far apart two moments are, as somebody counts who reads both.

    The clocks that were read count, not the hour that summer time takes away, as long as both
    say the same about which of the two was first.
    """
    if isinstance(before, datetime) and isinstance(after, datetime):
        real = after - before
        shown = after.replace(tzinfo=None) - before.replace(tzinfo=None)
        return shown if _sign(shown) == _sign(real) else real
    return _day(after) - _day(before)


def _sign(apart: timedelta) -> int:
    return (apart > timedelta()) - (apart < timedelta())


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _lasting(time: timedelta) -> str:
    """Say how long it is in its two largest units: ``1 day 2 hours``; weeks in days alone."""
    rest, told = time.days * 86_400 + time.seconds, []
    rest -= time.seconds if time.days >= _A_WEEK else 0
    for unit, seconds in _UNITS:
        count, rest = divmod(rest, seconds)
        if count:
            told.append(f"{count:,} {unit}{'s' * (count > 1)}")
    return " ".join(told[:2]) or "less than a second"
