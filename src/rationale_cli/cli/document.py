"""A finished document as a file of the user's: named, written whole, readable for its owner."""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rationale_cli.domain.audience import CORE_TEAM
from rationale_cli.errors import RationaleError, UsageError

if TYPE_CHECKING:
    from rationale_cli.domain.past import Past


class UnknownFormatError(UsageError):
    """A format was asked for that no document has."""

    def __init__(self, name: str, known: Sequence[str], *, option: str = "--format") -> None:
        *others, last = (f"{one} ({_KNOWN_AS[one]})" if one in _KNOWN_AS else one for one in known)
        super().__init__(
            f"{name!r} is no format of this document",
            hint=f"Choose {option} {', '.join(others)} or {last}.",
        )


_KNOWN_AS = {"docx": "Word", "eml": "e-mail"}


class UnwritableDocumentError(RationaleError):
    """The file cannot be written."""

    def __init__(self, path: Path, why: str) -> None:
        hint = "Name another file with -o FILE; nothing was changed."
        if path.is_dir():
            hint = "Name a file in that folder with -o FILE; nothing was changed."
        elif not path.parent.exists():
            hint = f"Make the folder {str(path.parent)!r} first, or name another file with -o FILE."
        super().__init__(f"cannot write {str(path)!r}: {why.lower()}", hint=hint)


class EditedError(RationaleError):
    """A Word document stands there that this program did not leave so."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{str(path)!r} is there already, and somebody has saved it in another program",
            hint="Name another file with -o FILE, or take that one away first; nothing was "
            "changed.",
        )


class UnreadableHereError(UsageError):
    """A document that is no text would go to a terminal, which obeys what stands in it."""

    def __init__(self) -> None:
        super().__init__(
            "this document is no text that a terminal can show",
            hint="Name a file with -o FILE, or send it on: -o - | another-program.",
        )


def form(name: str, output: str, *, briefing: bool = False) -> Any:
    """Give the format that is asked for, or that the name of the file asks for.

    Args:
        name: Of the format; empty if none was named.
        output: Name of the file.
        briefing: Whether it is a briefing, which has more formats than other documents.

    Raises:
        UnknownFormatError: If the document has none of this name.
    """
    from rationale_cli.services.telling import PAGES, Format

    known = tuple(Format) if briefing else PAGES

    typed = name or _end(output) or Format.HTML.value
    wanted = _ALIASES.get(typed.lower(), typed.lower())
    if wanted not in known:
        raise UnknownFormatError(typed, known)
    return Format(wanted)


_ALIASES = {"htm": "html", "markdown": "md", "text": "txt"}


def _end(output: str) -> str:
    """The end of a file's name, as ``html``."""
    return Path(output).suffix.removeprefix(".")


def name(past: "Past", *, audience: str = CORE_TEAM, is_page: bool = False) -> str:
    """Give the name of a briefing's file without its end: which revision it tells, and to whom.

    A copy for a narrower circle has a name of its own: nobody sends one for another.

    Args:
        past: What it tells, and as of when.
        audience: Whom it is for.
        is_page: Whether it is page one alone.
    """
    if audience == LEARNING:
        return "briefing-for-learning"  # the id would lead back to the record
    found = past.revision
    whom = "" if audience == CORE_TEAM else f"-{audience.replace(':', '-')}"
    page = "-page" if is_page else ""
    return f"briefing-{found.decision.id}-r{found.number}{whom}{page}{when(past)}"


def when(past: "Past") -> str:
    """Give the part of a file's name that says as of when; nothing of the present."""
    if past.as_of is None:
        return ""
    moment = past.as_of.moment
    time = f"-{moment.at:%H%M}" if moment.at else ""
    by = "-decided" if past.as_of.basis == "decided" else ""
    return f"-as-of-{moment.day.isoformat()}{time}{by}"


def give(content: str | bytes, output: str, *, name: str, whom: str) -> None:
    """Write a document where it is wanted, and say on standard output which file it is.

    Args:
        content: The document.
        output: The file that was named; ``-`` is standard output.
        name: Of the file, if none was named.
        whom: The audience that it was made for.

    Raises:
        UnwritableDocumentError: If it cannot be written; a file that stood there is unchanged.
        UnreadableHereError: If it is no text and standard output is a terminal.
        EditedError: If a Word document stands there that somebody has saved since it was made.
    """
    import typer

    from rationale_cli.cli import reporting

    if output == "-":
        if isinstance(content, bytes) and sys.stdout.isatty():
            raise UnreadableHereError
        typer.echo(content, nl=False)
        return
    path = Path(output or name)
    _demand_unedited(path)
    write(path, content)
    end, meant = _end(str(path)).lower(), _end(name)
    if _ALIASES.get(end, end) != meant:
        reporting.say(f"The name of the file does not end in .{meant}, and that is what it holds.")
    agency = whom.removeprefix("agency:")
    named = f"the {whom.replace('-', ' ')}" if agency == whom else f"the agency {agency!r}"
    made = _READERS.get(whom, named)
    reporting.say(f"Read it before you share it: it was made for {made}.")
    typer.echo(path)


def _demand_unedited(path: Path) -> None:
    # People go on writing in a Word document; what they wrote there stands nowhere else.
    if path.suffix.lower() != ".docx" or not path.is_file():
        return
    from rationale_cli.render.word import archive

    try:
        data = path.read_bytes()
    except OSError:
        return  # what cannot be written is told as such
    if not archive.is_as_made(data):
        raise EditedError(path)


LEARNING = "learning"

_READERS = {
    "views": "everybody who is asked before you decide",
    "learning": "learning",
    "audit": "an audit",
}
"""Whom a document is for, where the name of the audience does not say it."""


def write(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all; a pipe or a device is written into, and stays one.

    Raises:
        UnwritableDocumentError: If it cannot be written; a file that stood there is unchanged.
    """
    data = content.encode() if isinstance(content, str) else content
    if path.exists() and not path.is_file() and not path.is_dir():
        try:
            path.write_bytes(data)
        except OSError as error:
            raise UnwritableDocumentError(path, error.strerror or "") from None
        return
    try:
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".document-")
    except OSError as error:
        raise UnwritableDocumentError(path, error.strerror or "") from None
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise UnwritableDocumentError(path, error.strerror or "") from None
