"""Days that were set: placements, hearings, the point of no return; and when they were moved."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, tzinfo
from typing import Generic, TypeVar

import msgspec

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.timeline.event import Event, EventKind
from rationale_cli.domain.timeline.step import Step, happened
from rationale_cli.domain.words import Words, told

FIELDS = ("effective_from", "effective_to", "next_hearing", "irreversible_at")
"""The times of a decision that are set for a day to come."""

Value = TypeVar("Value")


class Kept(msgspec.Struct, Generic[Value], frozen=True, kw_only=True):
    """A value and the revisions in which it stood.

    Attributes:
        first: The revision that set it.
        moved: The revision that took it back or set another; ``None`` if it stands.
    """

    value: Value
    first: Step
    moved: Step | None


def kept(history: Sequence[Step], said: Callable[[Decision], Value]) -> tuple[Kept[Value], ...]:
    """Give each value that was said, as long as it stood, oldest first."""
    found: list[Kept[Value]] = []
    for step in history:
        value = said(step.decision)
        if found and found[-1].value == value:
            continue
        if found:
            found[-1] = msgspec.structs.replace(found[-1], moved=step)
        found.append(Kept(value=value, first=step, moved=None))
    return tuple(found)


def came(history: Sequence[Step], words: Words) -> Iterator[Event]:
    """Tell the days themselves: those that were not moved before they came."""
    for field in FIELDS:
        for one in kept(history, time_of(field)):
            if one.value is not None and not is_moved_before(one, one.value):
                yield happened(
                    one.first,
                    EventKind.DATE,
                    f"{words.field(f'time.{field}')}, as set in revision "
                    f"{one.first.decision.revision}",
                    at=one.value,
                    by=one.first.decision.by.decision_maker,
                    path=f"time.{field}",
                )


def events(step: Step, words: Words) -> Iterator[Event]:
    """Tell which days a revision set, moved or took away."""
    lines = []
    is_first = True
    for field in FIELDS:
        after = getattr(step.decision.time, field)
        earlier = [getattr(one.time, field) for one in step.before]
        if after in earlier or (not earlier and after is None):
            continue
        before = earlier[0] if earlier else None
        is_first = is_first and before is None
        label = words.field(f"time.{field}")
        new = told(after) if after else "taken away"
        lines.append(f"{label}: {f'{told(before)} → ' if before else ''}{new}")
    if lines:
        yield happened(
            step,
            EventKind.DATE_SET,
            f"{'Set' if is_first else 'Changed'} in revision {step.decision.revision}",
            detail=lines,
            by=step.decision.by.decision_maker,
            path="time",
        )


def is_moved_before(one: Kept[Value], day: Moment) -> bool:
    """Whether another day was set before this one came."""
    return one.moved is not None and one.moved.at < day


def passed(decision: Decision, after: Moment, until: datetime, zone: tzinfo) -> Iterator[str]:
    """Tell which days of a decision came after a moment and by another, in the order of time."""
    days = [(day, field) for field in FIELDS if (day := time_of(field)(decision)) is not None]
    for day, field in sorted(days, key=lambda one: one[0].instant(zone)):
        if day > after and day.instant(zone) <= until:
            yield _PASSED[field].format(told(day))


def time_of(field: str) -> Callable[[Decision], Moment | None]:
    """Give what reads one of the times of a decision."""
    return lambda decision: getattr(decision.time, field)


_PASSED = {
    "effective_from": "it took effect on {}",
    "effective_to": "it was to end on {}",
    "next_hearing": "a hearing was due on {}",
    "irreversible_at": "it could not be undone from {}",
}
