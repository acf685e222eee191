"""Wrapping: prose as lines of a fixed width, with the lines and paragraphs that were typed kept."""

import unicodedata
from collections.abc import Iterator

WIDTH = 72
"""Columns of a line: a reply can quote it four times before 80 columns are full."""


def wrapped(text: str, indent: int = 0, mark: str = "") -> str:
    """Give text as lines of 72 columns at the most.

    Each line as typed is wrapped by itself, so that lists typed by hand stay lists; a word that is
    longer than a line is broken.

    Args:
        text: As a person typed it.
        indent: Columns before every line.
        mark: What stands before the first line, as ``* ``; the others stand behind it.
    """
    rest = " " * (indent + cells(mark))
    rows: list[str] = []
    for typed in text.strip().split("\n"):
        rows += _rows(typed, WIDTH - len(rest)) or [""]
    first = f"{' ' * indent}{mark}{rows[0]}"
    return "\n".join(one.rstrip() for one in (first, *(f"{rest}{row}" for row in rows[1:])))


def cells(text: str) -> int:
    """Give the columns that a text takes; never fewer than a terminal needs."""
    return len(text) if text.isascii() else sum(_cells(one) for one in text)


def _rows(line: str, width: int) -> list[str]:
    rows, row = [], ""
    for word in line.split():
        if row and cells(row) + 1 + cells(word) <= width:
            row = f"{row} {word}"
            continue
        if row:
            rows.append(row)
        *whole, row = _pieces(word, width)
        rows += whole
    return [*rows, row] if row else rows


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word in pieces that fit; nothing that stands upon a letter is parted from it."""
    piece, taken = "", 0
    for letter in word:
        needs = _cells(letter)
        if piece and taken + needs > width:
            yield piece
            piece, taken = "", 0
        piece += letter
        taken += needs
    yield piece


def _cells(letter: str) -> int:
    if letter == "\N{VARIATION SELECTOR-16}":
        return 1  # a sign before it is shown as a picture, which is wide
    kind = unicodedata.category(letter)
    if kind in {"Mn", "Me"}:
        return 0
    # What this Python does not know yet may be a new picture.
    return 2 if kind == "Cn" or unicodedata.east_asian_width(letter) in {"W", "F"} else 1
