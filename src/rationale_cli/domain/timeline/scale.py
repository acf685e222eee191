"""The scale: from an instant to its place across a chart, and the days that are written below."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import pairwise

import msgspec

from rationale_cli.domain.timeline.lettering import width
from rationale_cli.domain.words import Words

_NEAREST = 26
"""Revisions keep this distance, or less if there are too many: their numbers stand below them."""


class Scale(msgspec.Struct, frozen=True, kw_only=True):
    """A way from time to place: later is never further left.

    Attributes:
        times: Instants whose places are fixed, rising.
        places: Of these instants, never falling.
        is_even: Whether equal times are equally wide everywhere.
    """

    times: tuple[datetime, ...]
    places: tuple[int, ...]
    is_even: bool

    def place(self, at: datetime) -> int:
        """Give the place of an instant; what lies before or after stands at the edge."""
        after = bisect_right(self.times, at)
        if after == 0:
            return self.places[0]
        if after == len(self.times):
            return self.places[-1]
        start, end = self.times[after - 1], self.times[after]
        left, right = self.places[after - 1], self.places[after]
        return left + round((right - left) * ((at - start) / (end - start)))


def scale(
    first: datetime, revisions: Sequence[datetime], last: datetime, edges: tuple[int, int]
) -> Scale:
    """Give the scale from the first instant to the last.

    Time is drawn evenly; where revisions stand too close to be told apart, it is stretched.

    Args:
        first: At the left edge.
        revisions: In any order.
        last: At the right edge.
        edges: Left and right.
    """
    left, right = edges
    if last <= first:
        last = first + timedelta(hours=1)
    between = sorted({one for one in revisions if first < one < last})
    times = [first, *between, last]
    seconds = [(end - start).total_seconds() for start, end in pairwise(times)]
    known = set(revisions)
    nearest = min(_NEAREST, (right - left) // max(1, len(seconds)))
    least = [nearest if {start, end} <= known else 0 for start, end in pairwise(times)]
    widths = _shared(seconds, least, right - left)
    places = [left]
    total = 0.0
    for one in widths:
        total += one
        places.append(left + round(total))
    even = [round((right - left) * one / sum(seconds)) for one in seconds]
    return Scale(
        times=tuple(times),
        places=tuple(places),
        is_even=all(abs(one - round(other)) <= 1 for one, other in zip(even, widths, strict=True)),
    )


def _shared(seconds: list[float], least: list[int], room: int) -> list[float]:
    """Share out the room by length of time, no stretch getting less than its least."""
    fixed = [False] * len(seconds)
    while True:
        free = sum(one for one, is_fixed in zip(seconds, fixed, strict=True) if not is_fixed)
        left = room - sum(one for one, is_fixed in zip(least, fixed, strict=True) if is_fixed)
        widths = [
            low if is_fixed else (left * one / free if free else 0.0)
            for one, low, is_fixed in zip(seconds, least, fixed, strict=True)
        ]
        short = [
            not is_fixed and wide < low
            for wide, low, is_fixed in zip(widths, least, fixed, strict=True)
        ]
        if not any(short):
            return widths
        fixed = [one or other for one, other in zip(fixed, short, strict=True)]


def ticks(found: Scale, words: Words, zone: tzinfo, free: int) -> tuple[tuple[int, str], ...]:
    """Give places and labels of days, or of hours, as close as they can be read.

    Args:
        found: The scale.
        words: What months are called.
        zone: In which days begin.
        free: How far to the left labels may reach, each being centred below its place.
    """
    start, end = (found.times[place].astimezone(zone) for place in (0, -1))
    for step in _STEPS:
        if (end - start) / timedelta(hours=step) > _MOST:
            continue
        labels = [
            (place, label)
            for one in _moments(start, end, step, zone)
            for place, label in [(found.place(one), _label(one, words))]
            if place - width(label) // 2 >= free
        ]
        if all(_are_apart(one, other) for one, other in pairwise(labels)):
            return tuple(labels)
    return ()


def _are_apart(one: tuple[int, str], other: tuple[int, str]) -> bool:
    """Whether two labels, each centred below its place, leave some room between them."""
    return other[0] - one[0] > (width(one[1]) + width(other[1])) // 2 + 8


_STEPS = (1, 2, 3, 6, 12, 24, 48, 72, 168, 336, 672, 1344, 2688, 8736)
"""In hours."""

_MOST = 60


def _moments(start: datetime, end: datetime, step: int, zone: tzinfo) -> Iterator[datetime]:
    """Full hours or midnights as the clocks of a zone show them."""
    day, last = start.date() + timedelta(days=step // 24), None
    while day <= end.date():
        for hour in range(0, 24, step):
            one = datetime.combine(day, time(hour), zone)
            # An hour that the clocks leave out is the same instant as the next one.
            if start <= one <= end and one.timestamp() != last:
                last = one.timestamp()
                yield one
        day += timedelta(days=max(1, step // 24))


def _label(at: datetime, words: Words) -> str:
    return f"{at:%H:%M}" if at.hour or at.minute else day_told(at.date(), words)


def day_told(day: date, words: Words) -> str:
    """Write a day without its year: ``14 April``."""
    return words.told(day).rpartition(" ")[0]
