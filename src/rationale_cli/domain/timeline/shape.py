"""Shapes: what a chart is drawn of. Every place is in whole units of the chart."""

from typing import TypeAlias

import msgspec

from rationale_cli.domain.timeline.lettering import LINE, width

MARKERS = ("circle", "square", "triangle", "diamond", "wedge", "cross", "bar", "star")
"""Forms that are told apart without colour, in the order in which they are used."""

DASHES = ("", "9 4", "2 4", "12 4 2 4", "5 3", "14 6", "2 2", "8 3 2 3 2 3")
"""Patterns of lines, as SVG's ``stroke-dasharray`` takes them."""


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """One line of text.

    Attributes:
        x: Where it begins, or ends if it is anchored at its end.
        y: Of its foot.
        anchor: ``start``, ``middle`` or ``end``.
        kind: What it is, as ``level``; styled by it.
    """

    x: int
    y: int
    text: str
    kind: str
    anchor: str = "start"

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of what it takes up, by estimate."""
        wide = width(self.text)
        left = self.x - {"start": 0, "middle": wide // 2, "end": wide}[self.anchor]
        return left, self.y - LINE + 4, left + wide, self.y + 4


class Stroke(msgspec.Struct, frozen=True, kw_only=True):
    """A line or a hatching.

    Attributes:
        d: As SVG's ``path`` takes it.
        dash: One of the patterns.
        series: Place of the series that it belongs to; ``None`` if to none.
    """

    d: str
    kind: str
    dash: str = ""
    series: int | None = None


class Marker(msgspec.Struct, frozen=True, kw_only=True):
    """A point that can be told from others by its form.

    Attributes:
        form: One of the forms.
        is_hollow: Whether only its edge is drawn.
    """

    x: int
    y: int
    form: str
    kind: str
    is_hollow: bool = False
    series: int | None = None


Shape: TypeAlias = Text | Stroke | Marker


def lines(text: list[str], at: tuple[int, int], kind: str, anchor: str = "start") -> list[Shape]:
    """Give lines of text below each other, the first with its foot at a place."""
    x, y = at
    return [
        Text(x=x, y=y + place * LINE, text=one, kind=kind, anchor=anchor)
        for place, one in enumerate(text)
    ]


def hatched(box: tuple[int, int, int, int], kind: str) -> list[Shape]:
    """Give a box filled with slanting lines: a stretch of which nothing is known.

    Args:
        box: Left, top, right and bottom.
        kind: Of the lines; that of the box is ``KIND-box``.
    """
    left, top, right, bottom = box
    tall, wide = bottom - top, right - left
    strokes = []
    for start in range(-tall + 6, wide, 7):
        low, high = max(0, -start), min(tall, wide - start)
        if low < high:
            lower = f"M{left + start + low} {bottom - low}"
            strokes.append(f"{lower}L{left + start + high} {bottom - high}")
    edge = f"M{left} {top}H{right}V{bottom}H{left}Z"
    return [Stroke(d=edge, kind=f"{kind}-box"), Stroke(d="".join(strokes), kind=kind)]
