"""What git is told of a file, in a clone that is wired: see ``rationale git-driver``.

Git starts the program once for each side of each file, so nothing is loaded here that another
verb needs.
"""

from pathlib import Path

from rationale_cli.cli import console
from rationale_cli.errors import RationaleError


class UnreadableFileError(RationaleError):
    """A file that git, or a person, named cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"cannot read {str(path)!r}",
            hint="Git starts this by itself; 'rationale doctor' says whether it does here.",
        )


def textconv(file: Path) -> None:
    """Write a record in lines of words, and any other file as it is."""
    from rationale_cli.services.wording import worded

    console.write_text(worded(_read(file)))


def difftool(local: Path, remote: Path) -> None:
    """Write what changed between two texts of a file; a side that is not there is empty."""
    from rationale_cli.services.wording import compared

    # One side alone can be the null device, which is called nothing.
    name = (remote if remote.is_file() else local).name
    console.write((*compared(name, _read(local), _read(remote)), ""))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise UnreadableFileError(path) from None
