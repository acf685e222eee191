"""The frame of a chart: its edges, its scale, and the words that it is lettered with."""

from datetime import tzinfo

import msgspec

from rationale_cli.domain.moment import Moment
from rationale_cli.domain.timeline.scale import Scale
from rationale_cli.domain.words import Words

WIDTH = 880
LEFT = 140
RIGHT = 632
"""Edges of what is drawn over time; left of it stand names of rows, right of it those of lines."""

MARGIN = 8


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """What every part of a chart is drawn with."""

    scale: Scale
    zone: tzinfo
    words: Words

    def place(self, at: Moment) -> int:
        """Give the place of a moment across the chart."""
        return self.scale.place(at.instant(self.zone))
