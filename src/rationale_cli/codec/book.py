"""A file of data, shipped or a team's own: read whole, or refused with every fault named."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from rationale_cli.codec.faulty import faulty, formatted
from rationale_cli.domain.fault import Fault, faults

_Book = TypeVar("_Book")


def decode(
    text: str,
    kind: type[_Book],
    *,
    name: str,
    newest: int,
    wrong: Callable[[_Book], Iterable[Fault]],
) -> _Book:
    """Read a file of data.

    Args:
        text: The text of the file.
        kind: What it makes.
        name: What faults call the file.
        newest: The newest format that is read.
        wrong: Finds what no type can see.

    Raises:
        NewerFormatError: Before anything else is looked at.
        FaultyFileError: Naming every fault with its line and column.
    """
    table = formatted(text, name=name, newest=newest)
    try:
        book = msgspec.convert(table, kind)
    except msgspec.ValidationError:
        # It stops at the first fault; the slow way round finds them all.
        raise faulty(name, text, faults(table, kind)) from None
    if found := tuple(wrong(book)):
        raise faulty(name, text, found)
    return book
