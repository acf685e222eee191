"""Upright lines: where somebody disagreed, and where the decision was reversed."""

from collections.abc import Sequence

import msgspec

from rationale_cli.domain.decision import Kind
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.timeline.event import Event, EventKind
from rationale_cli.domain.timeline.frame import MARGIN, Frame
from rationale_cli.domain.timeline.lettering import LINE, lanes, width, wrapped
from rationale_cli.domain.timeline.shape import Shape, Stroke, lines
from rationale_cli.domain.timeline.timeline import Told

_WIDEST = 196
_BESIDE = 6
"""From the line to its label."""


class Upright(msgspec.Struct, frozen=True, kw_only=True):
    """A line with a label at its upper end.

    Attributes:
        x: Where it stands.
        kind: ``dissent`` or ``reversal``.
        label: Lines of its label.
    """

    x: int
    kind: str
    label: tuple[str, ...]


def uprights(record: Told, events: Sequence[Event], frame: Frame) -> tuple[Upright, ...]:
    """Give a line for each disagreement and each reversal of a record, from left to right.

    Args:
        record: Whose reversals.
        events: In the order of time, of other records too.
        frame: Of the chart.
    """
    found = [
        _upright(frame.place(event.at), "dissent", _disagrees(event))
        for event in events
        if event.kind is EventKind.DISSENT_RAISED and event.record == record.id
    ]
    found += [
        _upright(frame.place(one.at), "reversal", f"Reversed (r{one.number})")
        for one in record.revisions
        if one.kind is Kind.REVERSE
    ]
    return tuple(sorted(found, key=lambda one: one.x))


def drawn(found: Sequence[Upright], bottom_of: int) -> tuple[list[Shape], int]:
    """Draw the lines from the top of the chart down, and say where their labels end.

    Args:
        found: From left to right.
        bottom_of: How far below the labels the lines go.

    Returns:
        The shapes, and the lower edge of the lowest label: what the lines go through begins there.
    """
    places = [(one.x, one.x + _BESIDE + _wide(one) + _BESIDE) for one in found]
    rows = lanes(places)
    heights = [
        max(len(one.label) for one, row in zip(found, rows, strict=True) if row == lane) * LINE + 6
        for lane in range(max(rows, default=-1) + 1)
    ]
    end = MARGIN + sum(heights)
    shapes: list[Shape] = []
    for one, row in zip(found, rows, strict=True):
        top = end - sum(heights[: row + 1])
        shapes.append(Stroke(d=_line(one, top, end + bottom_of), kind=one.kind))
        shapes += lines(list(one.label), (one.x + _BESIDE, top + LINE - 4), f"{one.kind}-label")
    return shapes, end


def _wide(one: Upright) -> int:
    return max(width(text) for text in one.label)


def _upright(x: int, kind: str, label: str) -> Upright:
    return Upright(x=x, kind=kind, label=tuple(wrapped(label, _WIDEST)))


def _disagrees(event: Event) -> str:
    _, dissent, *field = event.path.split(".")
    role = event.by.partition(",")[0] or "somebody"
    return f"{capital(role)} disagrees{' again' if field else ''} ({dissent})"


def _line(one: Upright, top: int, bottom: int) -> str:
    """A reversal has two strokes: it is told from a disagreement without its dashes too."""
    if one.kind == "reversal":
        return f"M{one.x - 2} {top}V{bottom}M{one.x + 2} {top}V{bottom}"
    return f"M{one.x} {top}V{bottom}"
