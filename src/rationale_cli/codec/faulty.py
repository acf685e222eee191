"""A faulty file told as a person can mend it: every fault, each with its line and column."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from rationale_cli.codec import toml
from rationale_cli.codec.places import places
from rationale_cli.codec.toml import LARGEST, UnreadableError
from rationale_cli.domain.fault import Fault
from rationale_cli.errors import RationaleError


class Placed(NamedTuple):
    """A fault with its place; line and column are counted from 1."""

    line: int
    column: int
    message: str


class FaultyFileError(RationaleError):
    """A file holds something that the program does not take.

    Attributes:
        name: What the file is called.
        placed: Every fault, in the order of the file.
        lines: The same as ``file:line:column: fault``.
    """

    def __init__(self, name: str, placed: Iterable[Placed], *, hint: str = "") -> None:
        self.name = name
        self.placed = tuple(placed)
        count = "1 fault" if len(self.placed) == 1 else f"{len(self.placed)} faults"
        super().__init__(f"{name!r} has {count}")
        self.lines = tuple(f"{name}:{line}:{at}: {message}" for line, at, message in self.placed)
        self.hint = hint or "Correct the lines named above and run the command again."


class NewerFormatError(RationaleError):
    """A file was written by a later version of the program."""

    def __init__(self, name: str, found: object, known: int) -> None:
        super().__init__(
            f"{name!r} has format {found}, and this version reads up to format {known}",
            hint="Update rationale and run the command again; nothing was read or changed.",
        )


def formatted(text: str, *, name: str, newest: int, largest: int = LARGEST) -> dict[str, Any]:
    """Read TOML whose format this program knows, before anything else of it is looked at.

    A later format may have keys that would be misread.

    Args:
        text: The text of the file.
        name: What faults call it.
        newest: The newest format that is read; a file that says none has it.
        largest: Bytes that are read at the most.

    Raises:
        NewerFormatError: If it was written by a later version.
        FaultyFileError: If it is no TOML.
    """
    try:
        table = toml.read(text, largest=largest)
    except UnreadableError as error:
        raise unreadable(name, error) from None
    found = table.get("format", newest)
    if type(found) is int and found > newest:
        raise NewerFormatError(name, found, newest)
    return table


def unreadable(name: str, error: UnreadableError) -> FaultyFileError:
    """Tell that a text is no TOML."""
    return FaultyFileError(name, [Placed(error.line, error.column, str(error))])


def faulty(name: str, text: str, found: Iterable[Fault], *, hint: str = "") -> FaultyFileError:
    """Tell every fault of a text, placed, in the order of its lines."""
    known = places(text)
    placed = []
    for fault in found:
        place = known.of(fault.path, at_key=fault.at_key)
        subject = "" if fault.at_key else _subject(fault) + " "
        placed.append(Placed(place.line, place.column, f"{subject}{fault.message}"))
    return FaultyFileError(name, sorted(placed), hint=hint)


def _subject(fault: Fault) -> str:
    names = [step for step in fault.path if isinstance(step, str)]
    subject = names[-1] if names else "the file"
    # A key that would be read as a word of the sentence.
    return f'"{subject}"' if subject == "is" else subject
