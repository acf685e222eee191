"""Ladders of concerns read from their files: the shipped one, or a team's own."""

from functools import cache
from pathlib import Path

from rationale_cli.codec import book as book_text
from rationale_cli.domain.ladder import FORMAT, Ladder, ladder_faults

FOLDER = Path(__file__).parent.parent / "library" / "ladders"

SHIPPED = ("typical",)
"""Names of the ladders that the program ships."""


@cache
def shipped(name: str) -> Ladder:
    """Give one of the shipped ladders."""
    path = FOLDER / f"{name}.toml"
    return decode(path.read_text(encoding="utf-8"), name=f"ladders/{path.name}")


def decode(text: str, *, name: str) -> Ladder:
    """Read a ladder.

    Args:
        text: The text of the file.
        name: What faults call it.

    Raises:
        NewerFormatError: Before anything else is looked at.
        FaultyFileError: Naming every fault with its line and column.
    """
    return book_text.decode(text, Ladder, name=name, newest=FORMAT, wrong=ladder_faults)
