"""A team's own kinds of harm, read from their file."""

from rationale_cli.codec import book as book_text
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
    book = book_text.decode(text, HarmBook, name=name, newest=FORMAT, wrong=harm_faults)
    return book.harms
