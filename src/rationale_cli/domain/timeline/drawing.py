"""A drawing: what a template draws as a picture, and tells whoever cannot see it."""

import msgspec

from rationale_cli.domain.timeline.shape import Marker, Stroke, Text


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """A picture, and the same in words.

    Attributes:
        id: Unique in its document.
        heading: Which record it is of; empty if the line tells of one only.
        title: What it shows.
        desc: What somebody who cannot see it is told, in sentences.
        is_even: Whether time is drawn to scale.
    """

    id: str
    heading: str
    title: str
    desc: str
    is_even: bool
    width: int
    height: int
    strokes: tuple[Stroke, ...]
    markers: tuple[Marker, ...]
    texts: tuple[Text, ...]
