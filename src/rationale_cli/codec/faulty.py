"""A faulty file told as a person can mend it: every fault, each with its line and column."""

from collections.abc import Iterable

from rationale_cli.codec.places import places
from rationale_cli.codec.toml import UnreadableError
from rationale_cli.domain.fault import Fault
from rationale_cli.errors import RationaleError


class FaultyFileError(RationaleError):
    """A file holds something that the program does not take.

    Attributes:
        lines: ``file:line:column: fault``, in the order of the file.
    """

    def __init__(self, name: str, lines: tuple[str, ...], *, hint: str = "") -> None:
        count = "1 fault" if len(lines) == 1 else f"{len(lines)} faults"
        super().__init__(f"{name!r} has {count}")
        self.lines = lines
        self.hint = hint or "Correct the lines named above and run the command again."


class NewerFormatError(RationaleError):
    """A file was written by a later version of the program."""

    def __init__(self, name: str, found: object, known: int) -> None:
        super().__init__(
            f"{name!r} has format {found}, and this version reads up to format {known}",
            hint="Update rationale and run the command again; nothing was read or changed.",
        )


def unreadable(name: str, error: UnreadableError) -> FaultyFileError:
    """Tell that a text is no TOML."""
    return FaultyFileError(name, (f"{name}:{error.line}:{error.column}: {error}",))


def faulty(name: str, text: str, found: Iterable[Fault], *, hint: str = "") -> FaultyFileError:
    """Tell every fault of a text, placed, in the order of its lines."""
    known = places(text)
    placed = []
    for fault in found:
        place = known.of(fault.path, at_key=fault.at_key)
        subject = "" if fault.at_key else _subject(fault) + " "
        placed.append((place.line, place.column, f"{subject}{fault.message}"))
    lines = tuple(f"{name}:{line}:{column}: {message}" for line, column, message in sorted(placed))
    return FaultyFileError(name, lines, hint=hint)


def _subject(fault: Fault) -> str:
    names = [step for step in fault.path if isinstance(step, str)]
    return names[-1] if names else "the file"
