"""The plot: the risk of each harm as a stepped line, with its label at its end."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import msgspec

from rationale_cli.domain.telling.saying import capital, said
from rationale_cli.domain.timeline.assessing import Point, Series
from rationale_cli.domain.timeline.frame import LEFT, MARGIN, RIGHT, WIDTH, Frame
from rationale_cli.domain.timeline.lettering import LINE, stacked, wrapped
from rationale_cli.domain.timeline.shape import (
    DASHES,
    MARKERS,
    Marker,
    Shape,
    Stroke,
    Text,
    lines,
)
from rationale_cli.domain.words import Words

_LEVELS = (5, 4, 3, 2, 1)
_UNSAID = 0
"""The row of risks that were looked at while nobody said how likely they are."""

_ROW = 50
_SPREAD = 10
"""Between the lines of two harms that are equally likely, so that neither covers the other."""

_LABELS = RIGHT + 44
"""Where the labels of the lines begin."""


class Track(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a line at one level.

    Attributes:
        end: Where the next stretch begins, or the line ends.
        level: 1 to 5; 0 if nobody said how likely.
    """

    start: int
    end: int
    level: int


class Plot(msgspec.Struct, frozen=True, kw_only=True):
    """What was drawn, and where it ends."""

    shapes: tuple[Shape, ...]
    bottom: int


def plot(group: Sequence[Series], last: int, top: int, frame: Frame) -> Plot:
    """Draw the rows and the lines of some harms.

    Args:
        group: Some harms of one record.
        last: Where the lines end: when the record was last written in.
        top: Upper edge of the highest row.
        frame: Of the chart.
    """
    tracks = [tuple(_tracks(one, last, frame)) for one in group]
    levels = [*_LEVELS, _UNSAID] if _has_unsaid(tracks) else [*_LEVELS]
    labels = [_label(one, frame.words) for one in group]
    heights = [len(one) * LINE + 10 for one in labels]
    row = max(_ROW, -(-sum(heights) // len(levels)))
    bottom = top + row * len(levels)
    middles = {level: top + row * place + row // 2 for place, level in enumerate(levels)}
    shapes = [*_rows(middles, row, _unsaid(group), frame.words)]
    ends: list[_End] = []
    for place, track in enumerate(tracks):
        lift = _lift(place, len(group), row)
        heights_of = {level: y + lift for level, y in middles.items()}
        shapes += _line(track, heights_of, place)
        shapes += [_marker(each.start, heights_of[each.level], place) for each in track]
        at = track[-1].end, heights_of[track[-1].level]
        ends.append((at, labels[place], place))
    shapes += _named(sorted(ends, key=lambda one: (one[0][1], one[2])), bottom)
    return Plot(shapes=tuple(shapes), bottom=bottom)


def _tracks(one: Series, last: int, frame: Frame) -> Iterator[Track]:
    places = [*(max(LEFT, frame.place(point.at)) for point in one.points), last]
    for point, (start, end) in zip(one.points, pairwise(places), strict=True):
        if not point.is_gap:
            yield Track(start=start, end=max(start, end), level=point.likelihood or _UNSAID)


def _has_unsaid(tracks: Sequence[tuple[Track, ...]]) -> bool:
    return any(one.level == _UNSAID for track in tracks for one in track)


def _unsaid(group: Sequence[Series]) -> str:
    """What the row is called of risks of which a copy does not say how likely they are."""
    points = (point for one in group for point in one.points if not point.likelihood)
    is_partial = any(point.is_partial for point in points)
    return f"how likely {_NOT_HERE if is_partial else _NOT_SAID}"


def _rows(middles: dict[int, int], row: int, unsaid: str, words: Words) -> Iterator[Shape]:
    for level, y in middles.items():
        name = said("risk.likelihood", level, words) if level else unsaid
        text = wrapped(name, LEFT - MARGIN - 14)
        foot = y + 5 - (len(text) - 1) * LINE // 2
        yield from lines(text, (LEFT - 14, foot), "level", "end")
        yield Stroke(d=f"M{LEFT} {y - row // 2}H{RIGHT}", kind="row")
    yield Stroke(d=f"M{LEFT} {max(middles.values()) + row // 2}H{RIGHT}", kind="axis")


def _lift(place: int, count: int, row: int) -> int:
    if count == 1:
        return 0
    spread = min(_SPREAD, (row - 16) // (count - 1))
    return place * spread - (count - 1) * spread // 2


def _line(track: tuple[Track, ...], heights: dict[int, int], place: int) -> Iterator[Stroke]:
    """The stepped line; it has a hole where nobody had looked, and where the level is unsaid."""
    parts: list[str] = []
    before: Track | None = None
    for one in track:
        y = heights[one.level]
        joins = before and before.end == one.start and bool(before.level) == bool(one.level)
        parts.append(f"V{y}H{one.end}" if joins else f"M{one.start} {y}H{one.end}")
        before = one
    if parts:
        yield Stroke(d="".join(parts), kind="line", dash=DASHES[place % len(DASHES)], series=place)


def _marker(x: int, y: int, place: int) -> Marker:
    return Marker(
        x=x,
        y=y,
        form=MARKERS[place % len(MARKERS)],
        kind="point",
        is_hollow=place // len(MARKERS) % 2 == 1,
        series=place,
    )


_End: TypeAlias = tuple[tuple[int, int], list[tuple[str, str]], int]
"""Where a line ends, the lines of its label with what each is, and the place of its series."""


def _named(ends: Sequence[_End], bottom: int) -> Iterator[Shape]:
    """The labels, each beside the end of its line as far as the others leave room."""
    heights = [len(text) * LINE + 10 for _, text, _ in ends]
    tops = stacked([y - LINE // 2 for (_, y), _, _ in ends], heights, bottom)
    for ((x, y), text, place), top in zip(ends, tops, strict=True):
        foot = top + LINE - 4
        yield Stroke(d=f"M{x} {y}H{RIGHT + 4}L{_LABELS - 18} {foot - 5}", kind="leader")
        yield _marker(_LABELS - 10, foot - 5, place)
        for number, (kind, line) in enumerate(text):
            yield Text(x=_LABELS, y=foot + number * LINE, text=line, kind=kind)


def _label(one: Series, words: Words) -> list[tuple[str, str]]:
    room = WIDTH - MARGIN - _LABELS
    name = [("name", line) for line in wrapped(capital(one.name), room)]
    return name + [("standing", line) for line in wrapped(stands(one.points[-1], words), room)]


def stands(point: Point, words: Words) -> str:
    """Say how likely and how bad a risk is from a point on."""
    if point.status is None:
        return "taken out of the record"
    if point.is_gap:
        return "not yet looked at"
    unsaid = _NOT_HERE if point.is_partial else _NOT_SAID
    likely = said("risk.likelihood", point.likelihood, words) or f"how likely {unsaid}"
    bad = said("risk.impact", point.impact, words)
    return f"{likely}, {f'impact {bad}' if bad else f'how bad {unsaid}'}"


_NOT_SAID = "was not said"
_NOT_HERE = "is not in this copy"
