"""What waits, narrowed: to a time, a case, or whoever is to do it."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo

import msgspec

from rationale_cli.domain.due.due import Due, Urgency
from rationale_cli.domain.due.waiting import Kind
from rationale_cli.errors import UsageError

_WITHIN = re.compile(r"(\d{1,4})\s*(h|hours?|d|days?|w|weeks?)", re.IGNORECASE)


class UnreadableSpanError(UsageError):
    """A length of time was typed that is none."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"--within is {text!r}, which is no length of time",
            hint="Write it as 12h, 5d or 2w.",
        )


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A length of time from now; whole days count to the end of the last one."""

    hours: int = 0
    days: int = 0


def span(text: str) -> Span:
    """Read ``12h``, ``5d`` or ``2w``.

    Raises:
        UnreadableSpanError: If it is none of them.
    """
    found = _WITHIN.fullmatch(text.strip())
    if found is None:
        raise UnreadableSpanError(text)
    number, unit = int(found[1]), found[2][0].lower()
    if unit == "h":
        return Span(hours=number)
    return Span(days=number * (7 if unit == "w" else 1))


def within(found: Iterable[Due], limit: Span, *, now: datetime, zone: tzinfo) -> tuple[Due, ...]:
    """Give what is overdue, due by then, or has no date: what nobody dated is never left out."""
    last = now + timedelta(hours=limit.hours)
    return tuple(
        one
        for one in found
        if one.urgency is not Urgency.AHEAD
        or one.when is None
        or (
            (one.days or 0) <= limit.days
            if limit.days or not limit.hours
            else one.when.instant(zone) <= last
        )
    )


def of_case(found: Iterable[Due], case: str) -> tuple[Due, ...]:
    """Give what belongs to a case; large and small letters are the same.

    A record that cannot be read may belong to it.
    """
    return tuple(
        one
        for one in found
        if _plain(one.record.case) == _plain(case) or one.waiting.kind is Kind.UNREADABLE
    )


def owned(found: Iterable[Due], owner: str) -> tuple[Due, ...]:
    """Give what is for a role to do; a part of the role's words is enough."""
    wanted = rf"(?<!\w){re.escape(_plain(owner.partition('@')[0]))}(?!\w)"
    return tuple(one for one in found if re.search(wanted, _plain(one.waiting.owner)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
