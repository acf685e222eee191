"""Lettering: how wide a text is at most, and where texts go so that none covers another."""

import unicodedata
from collections.abc import Sequence

LINE = 18
"""From the foot of one line of text to that of the next."""

SIZE = 14
"""Of the letters. Their widths are those of a wide common face in bold, so that others fit."""

_NARROW = "ijlI.,:;'|!\u2018\u2019"
_SLIM = "frt()[]-“”/ "
_BROAD = "mwMW@%—→"


def width(text: str) -> int:
    """Estimate how wide a line of text is; rather too wide than too narrow."""
    return -(-sum(_thousandths(one) for one in text) * SIZE // 1000)


def wrapped(text: str, most: int) -> list[str]:
    """Break a text between words into lines no wider than *most*; never empty.

    A word that is wider by itself is broken where it must be.
    """
    found: list[str] = []
    for word in text.split():
        if found and width(f"{found[-1]} {word}") <= most:
            found[-1] += f" {word}"
            continue
        rest = word
        while width(rest) > most and len(rest) > 1:
            fits = max(
                1, next(n for n in range(len(rest), 0, -1) if n == 1 or width(rest[:n]) <= most)
            )
            found.append(rest[:fits])
            rest = rest[fits:]
        found.append(rest)
    return found or [""]


def lanes(places: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Give the lane of each label that stands above a line going down from its left edge.

    Lane 0 is the lowest. No two labels of a lane touch, and no line goes through a label: one that
    begins further left stands above all those that begin inside of it.

    Args:
        places: Left and right edge of each label, from left to right.
    """
    found: list[int] = []
    for place in range(len(places) - 1, -1, -1):
        _, right = places[place]
        inside = [
            lane
            for (left, _), lane in zip(places[place + 1 :], reversed(found), strict=True)
            if left <= right
        ]
        found.append(max(inside, default=-1) + 1)
    return tuple(reversed(found))


def stacked(wanted: Sequence[int], heights: Sequence[int], bottom: int) -> tuple[int, ...]:
    """Give a top edge to each label of a column, near the one that it wants, none over another.

    Args:
        wanted: Top edges, from top to bottom.
        heights: Of the labels.
        bottom: Where the column ends; the labels go up if they would pass it.
    """
    tops: list[int] = []
    for want in wanted:
        free = tops[-1] + heights[len(tops) - 1] if tops else want
        tops.append(max(want, free))
    limit = bottom
    for place in range(len(tops) - 1, -1, -1):
        tops[place] = min(tops[place], limit - heights[place])
        limit = tops[place]
    return tuple(tops)


def _thousandths(letter: str) -> int:
    if letter in _NARROW:
        return 360
    if letter in _SLIM:
        return 430
    if letter in _BROAD or unicodedata.east_asian_width(letter) in {"W", "F"}:
        return 1080
    return 850 if letter.isupper() else 675
