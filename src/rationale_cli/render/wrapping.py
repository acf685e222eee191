"""Wrapping: prose as lines of a fixed width, with the lines and paragraphs that were typed kept."""

import unicodedata
from collections.abc import Iterator

from rationale_cli.render import typed

WIDTH = 72
"""Columns of a line: a reply can quote it four times before 80 columns are full."""


def wrapped(text: str, indent: int = 0, mark: str = "") -> str:
    """Give text as lines of 72 columns at the most; only an address may be longer.

    Each line as typed is wrapped by itself, so that lists typed by hand stay lists: what follows in
    an item stands behind its mark. A word that is longer than a line is broken, but no address.

    Args:
        text: As a person typed it.
        indent: Columns before every line.
        mark: What stands before the first line, as ``* ``; the others stand behind it.
    """
    rest = " " * (indent + cells(mark))
    rows: list[str] = []
    hanging = 0
    for line in text.strip().split("\n"):
        found = cells(typed.mark(line.strip()))
        goes_on = not found and line[:1].isspace() and bool(line.strip())
        hanging = found or (hanging if goes_on else 0)
        rows += _hung(line, WIDTH - len(rest), hanging, is_first=not goes_on)
    first = f"{' ' * indent}{mark}{rows[0]}"
    return "\n".join(one.rstrip() for one in (first, *(f"{rest}{row}" for row in rows[1:])))


def cells(text: str) -> int:
    """Give the columns that a text takes; never fewer than a terminal needs."""
    return len(text) if text.isascii() else sum(_cells(one) for one in text)


def _hung(line: str, width: int, hanging: int, *, is_first: bool) -> Iterator[str]:
    """The rows of a line; all that stand behind a mark are set in by its columns."""
    before = typed.mark(line.strip()) if is_first else ""
    rows = _rows(line.strip()[len(before.rstrip()) :], width - hanging) or [""]
    for row in rows:
        yield f"{before}{row}" if before else f"{' ' * hanging}{row}"
        before = ""


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
    if typed.has_address(word):
        yield word  # in two pieces it would lead nowhere
        return
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
