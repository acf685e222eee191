"""Folders of a new commit: those of its parent, with some files put in."""

from collections.abc import Iterable, Iterator, Mapping

from rationale_cli.errors import RationaleError
from rationale_cli.store import pack
from rationale_cli.store.objects import FOLDER, PLAIN_FILE, Line, Object, Objects, lines


class InTheWayError(RationaleError):
    """A committed file has the name of a folder that is needed.

    Attributes:
        name: Of the file.
    """

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name!r} is committed as a file, but it must be a folder",
            hint="Move it away with 'git mv', commit that, then save again.",
        )
        self.name = name


def edited(objects: Objects, tree: str | None, blobs: Mapping[str, str]) -> tuple[Object, ...]:
    """Put files into a committed folder and the folders below it.

    The user's index has no part in this, so nothing staged there can slip in, and the work
    does not grow with the number of records.

    Args:
        objects: What is committed.
        tree: Id of the folder, or ``None`` for a new one.
        blobs: Id of each file's bytes, by path.

    Returns:
        Every folder that is new, the outermost last.

    Raises:
        InTheWayError: If a file stands where a folder is needed.
        DamagedError: If a committed folder is gone.
    """
    inside = _present(objects, tree) if tree is not None else {}
    new: list[Object] = []
    for part, below in _by_first_part(blobs).items():
        name = part.encode()
        if "" in below:
            inside[name] = Line(PLAIN_FILE, name, below[""])
            continue
        present = inside.get(name)
        if present is not None and present.mode != FOLDER:
            raise InTheWayError(part)
        new.extend(edited(objects, present.id if present is not None else None, below))
        inside[name] = Line(FOLDER, name, new[-1].id)
    return (*new, pack.named("tree", b"".join(_written(inside.values()))))


def _by_first_part(blobs: Mapping[str, str]) -> dict[str, dict[str, str]]:
    parted: dict[str, dict[str, str]] = {}
    for path, blob in blobs.items():
        first, _, rest = path.partition("/")
        parted.setdefault(first, {})[rest] = blob
    return parted


def _present(objects: Objects, tree: str) -> dict[bytes, Line]:
    return {line.name: line for line in lines(objects.one(tree), tree)}


def _written(inside: Iterable[Line]) -> Iterator[bytes]:
    for line in sorted(inside, key=_place):
        yield b"%s %s\0" % (line.mode.encode(), line.name) + bytes.fromhex(line.id)


def _place(line: Line) -> bytes:
    # Git sorts a folder as if its name ended with a stroke.
    return line.name + b"/" if line.mode == FOLDER else line.name
