"""A team's own kinds of harm, read from their file."""

import msgspec

from rationale_cli.codec.faulty import faulty, formatted
from rationale_cli.domain.fault import faults
from rationale_cli.domain.harm import FORMAT, Harm, HarmBook, harm_faults


def decode(text: str, *, name: str) -> tuple[Harm, ...]:
    """Read a file of kinds of harm.

    Args:
        text: The text of the file.
        name: What faults call it.

    Raises:
        NewerFormatError: Before anything else is looked at.
        FaultyFileError: Naming every fault with its line and column.
    """
    table = formatted(text, name=name, newest=FORMAT)
    try:
        book = msgspec.convert(table, HarmBook)
    except msgspec.ValidationError:
        # It stops at the first fault; the slow way round finds them all.
        raise faulty(name, text, faults(table, HarmBook)) from None
    if wrong := tuple(harm_faults(book)):
        raise faulty(name, text, wrong)
    return book.harms
