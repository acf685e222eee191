"""Committed bytes, read through one ``git cat-file`` process."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, TYPE_CHECKING, NamedTuple

from rationale_cli.errors import RationaleError
from rationale_cli.store.git import Git, GitFailedError

if TYPE_CHECKING:
    import subprocess

PLAIN_FILE = "100644"
FOLDER = "40000"

# Questions of one go must fit in the smallest pipe (4 KiB), or both sides would wait for ever.
_GO = 40


class DamagedError(RationaleError):
    """Something that the history names is not there.

    Attributes:
        id: Of the missing object.
    """

    def __init__(self, id: str) -> None:  # noqa: A002 - what git calls it
        super().__init__(
            f"{id!r} is missing from the history of the folder",
            hint="Look over the folder with 'rationale doctor', or copy it from a colleague.",
        )
        self.id = id


class Object(NamedTuple):
    """One thing that git keeps.

    Attributes:
        id: Its name, 40 hexadecimal digits.
        kind: ``commit``, ``tree``, ``blob`` or ``tag``.
        data: Its bytes, without git's header.
    """

    id: str
    kind: str
    data: bytes


class Line(NamedTuple):
    """One line of a committed folder, as git has it.

    Attributes:
        mode: ``100644`` for a plain file, ``40000`` for a folder; see the manual of
            git-fast-import for the others.
        name: Any bytes but ``/`` and NUL.
        id: Of the object.
    """

    mode: str
    name: bytes
    id: str


class Item(NamedTuple):
    """One thing in a committed folder, or below it.

    Attributes:
        mode: As in `Line`.
        path: Relative to the root, parts parted by ``/``; bytes that are not UTF-8 are escaped.
        id: Of the object.
    """

    mode: str
    path: str
    id: str

    @property
    def is_folder(self) -> bool:
        """Whether it holds further items."""
        return self.mode == FOLDER


class Objects:
    """A conversation with one ``git cat-file --batch``, begun at the first question.

    Not for use by several threads at once.
    """

    def __init__(self, git: Git) -> None:
        self._git = git
        self._process: subprocess.Popen[bytes] | None = None

    def one(self, name: str) -> Object | None:
        """Give what an id or a reference names, or ``None`` if it names nothing."""
        return next(self.many([name]))

    def many(self, names: Iterable[str]) -> Iterator[Object | None]:
        """Give what each of the names stands for, in their order."""
        waiting = iter(names)
        while go := list(islice(waiting, _GO)):
            # All of a go is read before the first is given: whoever asks in between would
            # otherwise be given the answers to these questions.
            yield from self._answers(go)

    def items(self, tree: str, folder: str = "") -> Iterator[Item]:
        """Give all below a committed folder that is not itself a folder, level by level.

        Args:
            tree: Id of the folder's tree.
            folder: Path under which the items are told.
        """
        level = [Item(FOLDER, folder, tree)]
        while level:
            found = self.many(item.id for item in level)
            below = [
                item
                for above, tree_object in zip(level, found, strict=True)
                for item in _items(tree_object, above)
            ]
            yield from (item for item in below if not item.is_folder)
            level = [item for item in below if item.is_folder]

    def trail(self, commit: str, path: str) -> tuple[Item, ...]:
        """Give the steps from a commit's root folder to a path, the root first.

        Returns:
            Never more than the path has parts, and the root; fewer if it ends early, and
            nothing if there is no such commit.
        """
        found = self.one(commit)
        if found is None or found.kind != "commit":
            return ()
        steps = [Item(FOLDER, "", found.data[5:].partition(b"\n")[0].decode())]
        for part in path.split("/"):
            above = steps[-1]
            if not above.is_folder:
                break
            wanted = _joined(above.path, part)
            inside = _items(self.one(above.id), above)
            step = next((item for item in inside if item.path == wanted), None)
            if step is None:
                break
            steps.append(step)
        return tuple(steps)

    def close(self) -> None:
        """End the process, if it was ever begun."""
        if self._process is not None:
            self._process.communicate()
            self._process = None

    def _answers(self, names: list[str]) -> list[Object | None]:
        if any("\n" in name for name in names):
            raise ValueError(names)
        if self._process is None:
            self._process = self._git.start("cat-file", "--batch")
        questions, answers = self._process.stdin, self._process.stdout
        if questions is None or answers is None:  # pragma: no cover - both are pipes
            raise AssertionError
        try:
            questions.write("".join(f"{name}\n" for name in names).encode())
            questions.flush()
        except BrokenPipeError as error:
            raise GitFailedError("cat-file", self._process.wait()) from error
        return [self._answer(answers) for _ in names]

    def _answer(self, answers: "IO[bytes]") -> Object | None:
        head = answers.readline()
        if not head.endswith(b"\n"):
            raise GitFailedError("cat-file", None)
        words = head.split()
        if words[-1] in {b"missing", b"ambiguous"}:
            return None
        name, kind, size = (word.decode() for word in words)
        data = answers.read(int(size))
        if answers.read(1) != b"\n":
            raise GitFailedError("cat-file", None)
        return Object(name, kind, data)


def lines(tree: Object | None, id: str) -> Iterator[Line]:  # noqa: A002 - what git calls it
    """Read git's form of a folder: mode, space, name, NUL, and the id in binary.

    Args:
        tree: As `Objects` gave it.
        id: Under which it was asked for.

    Raises:
        DamagedError: If it is missing, or no folder.
    """
    if tree is None or tree.kind != "tree":
        raise DamagedError(id)
    width, at = len(tree.id) // 2, 0
    while at < len(tree.data):
        end = tree.data.index(b"\0", at)
        mode, _, name = tree.data[at:end].partition(b" ")
        at = end + 1 + width
        yield Line(mode.decode(), name, tree.data[end + 1 : at].hex())


def _items(tree: Object | None, above: Item) -> Iterator[Item]:
    for mode, name, id_ in lines(tree, above.id):
        path = _joined(above.path, name.decode("utf-8", "backslashreplace"))
        yield Item(mode, path, id_)


def _joined(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
