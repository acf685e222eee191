"""A text that is being written, broken between words; the cursor goes from row to row."""

from typing import NamedTuple

from prompt_toolkit.data_structures import Point
from prompt_toolkit.layout import BufferControl, UIContent
from prompt_toolkit.utils import get_cwidth


class Row(NamedTuple):
    """A row of the screen: from which letter of the text to which, the end not included."""

    start: int
    end: int


def rows(text: str, width: int) -> tuple[Row, ...]:
    """Break a text into rows of at most *width* columns, one less than fits for the cursor."""
    found: list[Row] = []
    start = 0
    for line in text.split("\n"):
        found += _of_line(text, start, start + len(line), max(width - 1, 2))
        start += len(line) + 1
    return tuple(found)


def place(found: tuple[Row, ...], position: int) -> int:
    """Give the number of the row in which a letter stands."""
    return max(number for number, row in enumerate(found) if row.start <= position)


def beside(text: str, position: int, width: int, way: int) -> int | None:
    """Give the position one row up (-1) or down (1), or ``None`` where there is no such row."""
    found = rows(text, width)
    here = place(found, position)
    if not 0 <= here + way < len(found):
        return None
    column, there = position - found[here].start, found[here + way]
    is_last = here + way + 1 == len(found) or found[here + way + 1].start > there.end
    return min(there.start + column, there.end if is_last else there.end - 1)


class Wrapped(BufferControl):
    """The text of a buffer, broken between words."""

    def create_content(
        self,
        width: int,
        height: int,  # noqa: ARG002 - the signature is prompt_toolkit's
        preview_search: bool = False,  # noqa: ARG002 - likewise
    ) -> UIContent:
        """Give the rows and where the cursor is; see the base class."""
        text, position = self.buffer.text, self.buffer.cursor_position
        found = rows(text, width)
        here = place(found, position)
        self.width = width
        return UIContent(
            get_line=lambda number: [("", text[found[number].start : found[number].end])],
            line_count=len(found),
            cursor_position=Point(x=position - found[here].start, y=here),
        )

    width = 80
    """Columns that were there when it was last shown."""

    def preferred_height(
        self,
        width: int,
        max_available_height: int,
        wrap_lines: bool,  # noqa: ARG002 - the signature is prompt_toolkit's
        get_line_prefix: object,  # noqa: ARG002 - likewise
    ) -> int:
        """Give how many rows there are; see the base class."""
        return min(len(rows(self.buffer.text, width)), max_available_height)


def _of_line(text: str, start: int, end: int, most: int) -> list[Row]:
    found: list[Row] = []
    while True:
        stop, used = start, 0
        while stop < end and used + get_cwidth(text[stop]) <= most:
            used += get_cwidth(text[stop])
            stop += 1
        if stop < end:
            # A space may stand where only the cursor would: it ends the row and is not seen.
            space = text.rfind(" ", start, stop + 1)
            stop = space + 1 if space >= start else max(stop, start + 1)
        found.append(Row(start, stop))
        if stop >= end:
            return found
        start = stop
