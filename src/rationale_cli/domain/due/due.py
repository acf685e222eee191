"""What waits, laid beside the clock: overdue, due today, ahead, or without a date."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

import msgspec

from rationale_cli.domain.due.waiting import Kind, Waiting
from rationale_cli.domain.moment import Instant, Moment

CountDays = Callable[[date, date], int]
"""Gives how many working days come after one day, up to and with another."""


class Urgency(StrEnum):
    """How something stands today; in the order in which it is told."""

    OVERDUE = "overdue"
    TODAY = "today"
    AHEAD = "ahead"
    UNDATED = "undated"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The record in which something waits.

    Attributes:
        id: Of the decision or of the concern.
        decision: Id of the decision; the same unless it is a concern.
        roles: Of whoever made it or was asked, as its own fields name them.
        recorded_at: When its newest revision was recorded; ``None`` if it cannot be read.
        folder: Name of the folder that holds it; empty if only one is looked at.
    """

    id: str
    decision: str
    revision: int = 0
    title: str = ""
    case: str = ""
    roles: tuple[str, ...] = ()
    recorded_at: Instant | None = None
    folder: str = ""


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that waits, as it stands at a time.

    Attributes:
        when: By when, as the clocks of the folder show it.
        deadline: When it becomes overdue: of a day without a time, its very end.
        gap: From now to the deadline; less than nothing if it is overdue.
        days: Days from today to its day; less than nothing if that has passed.
        working_days: Working days since its day if that has passed, else 0.
    """

    record: Record
    waiting: Waiting
    urgency: Urgency
    when: Moment | None = None
    deadline: datetime | None = None
    gap: timedelta | None = None
    days: int | None = None
    working_days: int | None = None


def due(
    waiting: Waiting, record: Record, *, now: datetime, zone: tzinfo, working: CountDays
) -> Due:
    """Lay one thing that waits beside the clock.

    Args:
        waiting: What waits.
        record: In which it waits.
        now: The present.
        zone: Of the folder; a day without a time is a day there.
        working: Counts working days; it is asked only for what is overdue.
    """
    if waiting.when is None:
        return Due(record=record, waiting=waiting, urgency=Urgency.UNDATED)
    when = _shown(waiting.when, zone)
    deadline = end_of(when, zone)
    today, day = now.astimezone(zone).date(), when.day
    is_late = deadline <= now
    return Due(
        record=record,
        waiting=waiting,
        urgency=_urgency(is_late=is_late, is_today=day == today),
        when=when,
        deadline=deadline,
        gap=deadline - now,
        days=(day - today).days,
        working_days=working(day, today) if is_late else 0,
    )


def end_of(when: Moment, zone: tzinfo) -> datetime:
    """Give a moment as an instant: of a day without a time, the end in a zone."""
    if when.at is not None:
        return when.at
    return datetime.combine(when.day + timedelta(days=1), time(), zone)


def in_turn(found: Iterable[Due]) -> tuple[Due, ...]:
    """Give what waits by urgency: longest overdue, then nearest, then what has no date.

    What has no date stands by how long it waits.
    """
    return tuple(sorted(found, key=_key))


def _shown(when: Moment, zone: tzinfo) -> Moment:
    return Moment(when.at.astimezone(zone)) if when.at else when


def _urgency(*, is_late: bool, is_today: bool) -> Urgency:
    if is_late:
        return Urgency.OVERDUE
    return Urgency.TODAY if is_today else Urgency.AHEAD


def _key(one: Due) -> tuple[bool, float, int, str, str]:
    since = one.waiting.since
    # Any zone will do: days that differ stay in order, and equal days are told apart below.
    instant = one.deadline or (since.instant(UTC) if since else None)
    return (
        one.deadline is None,
        instant.timestamp() if instant else float("inf"),
        _ORDER.index(one.waiting.kind),
        one.record.id,
        one.waiting.path,
    )


_ORDER = tuple(Kind)
