"""Charts: the risks of a record over time, laid out so that a template only draws."""

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo

from rationale_cli.domain.decision import Kind
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.timeline import strip
from rationale_cli.domain.timeline.assessing import Series
from rationale_cli.domain.timeline.drawing import Chart
from rationale_cli.domain.timeline.event import Event, EventKind
from rationale_cli.domain.timeline.frame import LEFT, MARGIN, RIGHT, WIDTH, Frame
from rationale_cli.domain.timeline.plot import plot, stands
from rationale_cli.domain.timeline.scale import scale
from rationale_cli.domain.timeline.shape import Marker, Shape, Stroke, Text
from rationale_cli.domain.timeline.timeline import Timeline, Told
from rationale_cli.domain.timeline.uprights import drawn, uprights
from rationale_cli.domain.words import Words, told

_MOST = 6
"""Harms in one chart: with more of them nobody can follow a line."""


def charts(line: Timeline, words: Words, zone: tzinfo) -> tuple[Chart, ...]:
    """Draw the risks of each record of a line, some harms in each chart, all on one scale.

    A harm of which nobody ever said how likely it is has no line; the table tells of it.
    """
    found: list[Chart] = []
    ruler = scale(_first(line, zone), _revisions(line, zone), _last(line), (LEFT, RIGHT))
    frame = Frame(scale=ruler, zone=zone, words=words)
    for record in line.records:
        heading = f"{record.id}, {record.title or 'without a title'}"
        rated = [one for one in record.series if any(point.likelihood for point in one.points)]
        groups = [rated[place : place + _MOST] for place in range(0, len(rated), _MOST)]
        for place, group in enumerate(groups):
            unnamed = [words.harm(code) for code in record.unnamed] if place == 0 else []
            found.append(
                _chart(
                    record,
                    group,
                    unnamed,
                    events=line.events,
                    frame=frame,
                    named=(f"chart-{len(found) + 1}", heading if len(line.records) > 1 else ""),
                )
            )
    return tuple(found)


def note(drawn: Sequence[Chart], line: Timeline) -> str:
    """Say how charts are read, and over which days they go."""
    if not drawn:
        return "No revision says how likely any harm is, so there is nothing to draw."
    first = min(one.revisions[0].at for one in line.records)
    last = max(one.recorded_at for one in line.records)
    is_even = all(one.is_even for one in drawn)
    return f"From {told(first)} to {told(last)}. {_LEGEND} {_EVEN if is_even else _STRETCHED}"


_LEGEND = (
    "Each line is one harm: the higher it stands, the more likely it was thought to be. Marks on a "
    "line show when somebody looked at it. Hatched: not yet looked at. A dashed upright line: "
    "somebody disagrees. A double one: the decision was reversed."
)
_EVEN = "Time is drawn to scale."
_STRETCHED = (
    "Where revisions stand close together, time is stretched so that they can be told apart."
)


def _chart(
    record: Told,
    group: Sequence[Series],
    unnamed: Sequence[str],
    *,
    events: Sequence[Event],
    frame: Frame,
    named: tuple[str, str],
) -> Chart:
    first, last = frame.place(record.revisions[0].at), frame.place(record.recorded_at)
    marks = uprights(record, events, frame)
    # The labels above are as high as they must be; the plot then says how long the lines are.
    _, top = drawn(marks, 0)
    body = plot(group, last, top, frame)
    above, _ = drawn(marks, body.bottom - top)
    below, end = strip.axis(record, body.bottom, frame)
    holes, end = strip.gaps(group, unnamed, end, edges=(first, last), frame=frame)
    days, end = strip.planned(record, end, frame)
    shapes: list[Shape] = [*above, *body.shapes, *below, *holes, *days]
    names = ", ".join(one.name for one in group)
    return Chart(
        id=named[0],
        heading=named[1],
        title=f"How likely each harm was thought to be, over time: {names}",
        desc=" ".join(_sentences(record, group, unnamed, frame.words)),
        is_even=frame.scale.is_even,
        width=WIDTH,
        height=end + MARGIN,
        strokes=tuple(one for one in shapes if isinstance(one, Stroke)),
        markers=tuple(one for one in shapes if isinstance(one, Marker)),
        texts=tuple(one for one in shapes if isinstance(one, Text)),
    )


def _sentences(
    record: Told, group: Sequence[Series], unnamed: Sequence[str], words: Words
) -> Iterator[str]:
    """The picture in words, harm by harm."""
    for one in group:
        parts = []
        if one.points[0].at > one.since:
            parts.append(f"not looked at until {words.told(one.points[0].at)}")
        parts += [f"from {words.told(point.at)} {stands(point, words)}" for point in one.points]
        yield f"{capital(one.name)}: {'; '.join(parts)}."
    if unnamed:
        yield f"Nobody has looked at {', '.join(unnamed)}."
    for revised in record.revisions:
        if revised.kind is Kind.REVERSE:
            yield f"Reversed on {words.told(revised.at)}."


def _first(line: Timeline, zone: tzinfo) -> datetime:
    begun = [one.revisions[0].at for one in line.records]
    points = [point.at for one in line.records for each in one.series for point in each.points]
    raised = [one.at for one in line.events if one.kind is EventKind.DISSENT_RAISED]
    return min(one.instant(zone) for one in (*begun, *points, *raised))


def _revisions(line: Timeline, zone: tzinfo) -> list[datetime]:
    return [one.at.instant(zone) for record in line.records for one in record.revisions]


def _last(line: Timeline) -> datetime:
    return max(one.recorded_at.at for one in line.records)
