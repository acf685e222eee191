"""The strip below the plot: days and revisions, what nobody had looked at, days that were set."""

from collections.abc import Iterator, Sequence

from rationale_cli.domain.moment import Moment
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.timeline.assessing import Series
from rationale_cli.domain.timeline.frame import LEFT, MARGIN, RIGHT, WIDTH, Frame
from rationale_cli.domain.timeline.lettering import LINE, width, wrapped
from rationale_cli.domain.timeline.scale import day_told, ticks
from rationale_cli.domain.timeline.shape import Marker, Shape, Stroke, Text, hatched, lines
from rationale_cli.domain.timeline.timeline import Planned, Told

_SIDE = LEFT - 20
"""Where the names of rows end."""

_BAR = 12
_GAP = 12
_WIDEST = WIDTH - MARGIN - LEFT


def axis(record: Told, top: int, frame: Frame) -> tuple[list[Shape], int]:
    """Draw the days, and below them the numbers of the revisions; say where they end."""
    shapes: list[Shape] = []
    first = frame.scale.times[0].astimezone(frame.zone).date()
    shapes += lines(
        wrapped(day_told(first, frame.words), _SIDE - MARGIN), (_SIDE, top + 22), "side", "end"
    )
    for x, label in ticks(frame.scale, frame.words, frame.zone, _SIDE + MARGIN):
        shapes.append(Stroke(d=f"M{x} {top}V{top + 5}", kind="tick"))
        shapes.append(Text(x=x, y=top + 22, text=label, kind="day", anchor="middle"))
    foot = top + 22 + LINE + 4
    shapes.append(Text(x=_SIDE, y=foot, text="Revision", kind="side", anchor="end"))
    free = _SIDE + MARGIN
    for one in record.revisions:
        x, label = frame.place(one.at), f"r{one.number}"
        shapes.append(Stroke(d=f"M{x} {top}V{top + 8}", kind="revision"))
        left = x - width(label) // 2
        if left >= free:
            shapes.append(Text(x=x, y=foot, text=label, kind="number", anchor="middle"))
            free = left + width(label) + 4
    return shapes, foot + _GAP


def gaps(
    group: Sequence[Series],
    unnamed: Sequence[str],
    top: int,
    *,
    edges: tuple[int, int],
    frame: Frame,
) -> tuple[list[Shape], int]:
    """Draw a row for each harm that for some time nobody had looked at.

    Args:
        group: Some harms of one record.
        unnamed: What those are called that nobody has looked at in all the time.
        top: Upper edge of the first row.
        edges: Where the record begins and where it was last written in.
        frame: Of the chart.

    Returns:
        The shapes, and where they end.
    """
    start, last = edges
    shapes: list[Shape] = []
    y = top
    for one in group:
        holes = [*_holes(one, last, frame)]
        if holes:
            label = f"{capital(one.name)}: not yet looked at"
            row, y = _row(label, holes, y)
            shapes += row
    if unnamed:
        label = f"In all this time nobody has looked at: {', '.join(unnamed)}."
        row, y = _row(label, [(start, last)], y)
        shapes += row
    return [*shapes, *_side("Not looked at", top)] if shapes else [], y


def planned(record: Told, top: int, frame: Frame) -> tuple[list[Shape], int]:
    """Draw a row for each stretch of days and each single day that was set.

    Days outside of the chart are an arrow at its edge; those that were moved end in a cross.

    Returns:
        The shapes, and where they end.
    """
    shapes: list[Shape] = []
    y = top
    for one in record.planned:
        text = wrapped(_said(one, frame), _WIDEST)
        x, drawn = _day(one, y + len(text) * LINE + 9, frame)
        shapes += lines(text, (_fitting(x, text), y + LINE - 2), "set")
        shapes += drawn
        y += len(text) * LINE + _BAR + 6 + _GAP
    return [*shapes, *_side("Days that were set", top)] if shapes else [], y


def _side(text: str, top: int) -> list[Shape]:
    """What some rows are called, left of them."""
    return lines(wrapped(text, _SIDE - MARGIN), (_SIDE, top + LINE), "side", "end")


def _row(label: str, holes: list[tuple[int, int]], y: int) -> tuple[list[Shape], int]:
    text = wrapped(label, _WIDEST)
    shapes = lines(text, (_fitting(holes[0][0], text), y + LINE - 2), "gap-label")
    bar = y + len(text) * LINE + 5
    for left, right in holes:
        shapes += hatched((left, bar, max(right, left + 4), bar + _BAR), "gap")
    return shapes, bar + _BAR + _GAP


def _holes(one: Series, last: int, frame: Frame) -> Iterator[tuple[int, int]]:
    """Where nobody had looked at a harm."""
    since: int | None = frame.place(one.since)
    for point in one.points:
        x = frame.place(point.at)
        if point.is_gap:
            since = x if point.status is not None else None
        elif since is not None:
            if x > since:
                yield since, x
            since = None
    if since is not None and last > since:
        yield since, last


def _fitting(x: int, text: list[str]) -> int:
    """As far to the left as the text needs to end inside of the chart."""
    return max(LEFT, min(x, WIDTH - MARGIN - max(width(one) for one in text)))


def _day(one: Planned, y: int, frame: Frame) -> tuple[int, list[Shape]]:
    """Draw one row, and say where it begins."""
    over = frame.place(one.moved_at) if one.moved_at else None
    if one.path == "time.effective_from":
        return _stretch(one, y, over, frame)
    assert one.start is not None  # noqa: S101 - a single day is always there
    x = frame.place(one.start)
    form = "diamond" if one.path == "time.next_hearing" else "square"
    is_moved = one.moved_at is not None and one.moved_at < one.start
    shapes: list[Shape] = [Marker(x=x, y=y, form=form, kind="day-set", is_hollow=is_moved)]
    return x, shapes + _arrows(one.start, one.start, y, frame)


def _stretch(one: Planned, y: int, over: int | None, frame: Frame) -> tuple[int, list[Shape]]:
    first, end = one.start or one.end, one.end
    assert first is not None  # noqa: S101 - one of the two is always there
    left = frame.place(first)
    right = max(left, frame.place(end) if end else RIGHT)
    shapes: list[Shape] = []
    kept = right if over is None else max(left, min(over, right))
    if kept > left:
        shapes.append(Stroke(d=f"M{left} {y}H{kept}", kind="kept"))
    if over is not None and kept < right:
        shapes.append(Stroke(d=f"M{kept} {y}H{right}", kind="dropped", dash="2 5"))
        cross = f"M{kept - 5} {y - 5}l10 10M{kept - 5} {y + 5}l10 -10"
        shapes.append(Stroke(d=cross, kind="cross"))
    if first.instant(frame.zone) <= frame.scale.times[-1]:
        shapes.append(Stroke(d=f"M{left} {y - 6}v12", kind="cap"))
    return left, shapes + _arrows(first, end, y, frame)


def _arrows(first: Moment, end: Moment | None, y: int, frame: Frame) -> list[Shape]:
    """Arrows at the edges, for days that lie outside of the chart."""
    start, stop = frame.scale.times[0], frame.scale.times[-1]
    shapes: list[Shape] = []
    if first.instant(frame.zone) < start:
        shapes.append(Stroke(d=f"M{LEFT - 2} {y - 5}l-6 5l6 5", kind="arrow"))
    if end is None or end.instant(frame.zone) > stop:
        shapes.append(Stroke(d=f"M{RIGHT + 2} {y - 5}l6 5l-6 5", kind="arrow"))
    return shapes


def _said(one: Planned, frame: Frame) -> str:
    sides = ((one.path, one.start), ("time.effective_to", one.end))
    parts = [
        f"{frame.words.field(path)} {frame.words.told(day)}"
        for path, day in sides
        if day is not None
    ]
    text = ", ".join([*parts[:1], *(part[:1].lower() + part[1:] for part in parts[1:])])
    moved = f", changed in r{one.moved_in}" if one.moved_in else ""
    begins = one.start or one.end
    is_ahead = begins is not None and begins.instant(frame.zone) > frame.scale.times[-1]
    ahead = ", still ahead" if is_ahead else ""
    return f"{text} (set in r{one.revision}{moved}{ahead})"
