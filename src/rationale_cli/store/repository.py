"""The folder: found, opened and read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from rationale_cli.errors import RationaleError
from rationale_cli.store import git, histories, history, identity
from rationale_cli.store.git import Git
from rationale_cli.store.history import Version
from rationale_cli.store.location import Location, locate
from rationale_cli.store.objects import PLAIN_FILE, DamagedError, Item, Objects

SETTINGS = "rationale.toml"

# Read by git, in this order, to choose an editor; TERM tells it whether a screen is there.
_EDITORS = ("GIT_EDITOR", "VISUAL", "EDITOR", "TERM")


class NotAStoreError(RationaleError):
    """No folder of decisions is here.

    Attributes:
        path: Where it was looked for.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{str(path)!r} is not a rationale folder",
            hint="Make one with 'rationale init FOLDER', or name one with --store.",
        )
        self.path = path


class Blob(NamedTuple):
    """The bytes of a committed file.

    Attributes:
        id: By which a save tells which text it follows.
        data: As committed.
    """

    id: str
    data: bytes


class Entry(NamedTuple):
    """A committed plain file.

    Attributes:
        path: Relative to the root, parts parted by ``/``.
        blob: Id of its bytes.
    """

    path: str
    blob: str


_SINGLY, _TOGETHER = 16, 96
"""Versions that are read while git looks for the next, and how many at a time after them."""


class Store:
    """A folder of decisions, as committed at ``HEAD``; bytes in, bytes out.

    Open it with `open_store`. Not for use by several threads at once.

    Attributes:
        git: Starts git for this folder.
        root: Top of the working tree.
        git_dir: Of this working tree.
        common_dir: Of all working trees of the repository.
        objects: What is committed.
    """

    def __init__(self, found: Git, location: Location) -> None:
        self.root, self.git_dir, self.common_dir = location
        self.git = found._replace(git_dir=self.git_dir, work_tree=self.root)
        self.objects = Objects(self.git)

    def head(self) -> str | None:
        """Give the newest commit, or ``None`` while there is none."""
        commit = self.objects.one("HEAD")
        return commit.id if commit is not None else None

    def read(self, path: str) -> Blob | None:
        """Read a plain file at ``HEAD``, or give ``None`` if there is none."""
        return self.read_at("HEAD", path)

    def read_at(self, commit: str, path: str) -> Blob | None:
        """Read a plain file as a commit holds it, or give ``None`` if there is none.

        Args:
            commit: Its full id.
            path: Relative to the root.

        Raises:
            DamagedError: If the commit holds it, but its bytes are gone.
        """
        steps = self.objects.trail(commit, path)
        if not steps or steps[-1].path != path or steps[-1].mode != PLAIN_FILE:
            return None
        return Blob(steps[-1].id, next(self.blobs([steps[-1].id])))

    def entries(self, folder: str) -> tuple[Entry, ...]:
        """Give the plain files below a folder at ``HEAD``, by path; see also `refused`."""
        return tuple(
            Entry(item.path, item.id) for item in self._items(folder) if item.mode == PLAIN_FILE
        )

    def refused(self, folder: str) -> tuple[str, ...]:
        """Give the paths that `entries` leaves out, in order.

        A symbolic link could name any file of this computer, an executable is none of ours,
        and a submodule is somebody else's repository.
        """
        return tuple(item.path for item in self._items(folder) if item.mode != PLAIN_FILE)

    def blobs(self, ids: Iterable[str]) -> Iterator[bytes]:
        """Give the bytes of each id, in their order.

        Raises:
            DamagedError: If one is missing.
        """
        waiting = tuple(ids)
        for name, found in zip(waiting, self.objects.many(waiting), strict=True):
            if found is None:
                raise DamagedError(name)
            yield found.data

    def versions(
        self, path: str, *, each: Callable[[str, bytes], None] | None = None
    ) -> tuple[Version, ...]:
        """Give every version of a file up to ``HEAD``, each after those that it follows.

        Args:
            path: Relative to the root.
            each: Told commit and bytes of each version in no order, while git looks for the
                next: what is done with them then costs no time of its own.

        Raises:
            DamagedError: If the bytes of a version are wanted, and gone.
        """
        if self.head() is None:
            return ()
        if each is None:
            return history.versions(self.git, path)
        tell, waiting, seen = each, list[tuple[str, str]](), 0

        def read() -> None:
            blobs = self.blobs(blob for _, blob in waiting)
            for (commit, _), data in zip(waiting, blobs, strict=True):
                tell(commit, data)
            waiting.clear()

        def take(commit: str, blob: str) -> None:
            nonlocal seen
            seen += 1
            waiting.append((commit, blob))
            if seen <= _SINGLY or len(waiting) == _TOGETHER:
                read()

        found = history.versions(self.git, path, each=take)
        read()
        return found

    def histories(self, folder: str) -> dict[str, tuple[Version, ...]]:
        """Give every version of every file below a folder, as `versions` does of one file."""
        return histories.histories(self.git, folder) if self.head() is not None else {}

    def config(self, key: str) -> str | None:
        """Give a setting of git that is in force here, or ``None`` if it is not set."""
        found = self.git.run("config", "-z", "--get", key, check=False)
        return found.output.decode().removesuffix("\0") if found.status == 0 else None

    def set_config(self, key: str, value: str) -> None:
        """Set a setting of git for this folder alone.

        Raises:
            GitFailedError: If git does not take it.
        """
        self.git.run("config", "--local", key, value)

    def editor(self) -> str:
        """Give the command of the user's editor, to be run by a shell."""
        user = self.git.environment
        chosen = {name: user.get(name) for name in _EDITORS}
        found = self.git.run("var", "GIT_EDITOR", extra=chosen, check=False)
        return found.text or "vi"

    def has_own_editor(self) -> bool:
        """Whether the user chose an editor, rather than git for want of a choice."""
        user = self.git.environment
        chosen = any(user.get(name) for name in _EDITORS if name != "TERM")
        return chosen or bool(self.config("core.editor"))

    def identity(self) -> identity.Identity:
        """Tell who is recording.

        Raises:
            NoIdentityError: If git does not know.
        """
        return identity.known(self.git)

    def close(self) -> None:
        """End what was started to read."""
        self.objects.close()

    def _items(self, folder: str) -> list[Item]:
        steps = self.objects.trail("HEAD", folder)
        if not steps or steps[-1].path != folder or not steps[-1].is_folder:
            return []
        return sorted(self.objects.items(steps[-1].id, folder), key=lambda item: item.path)


@contextmanager
def open_store(start: Path, *, environment: Mapping[str, str]) -> Iterator[Store]:
    """Open the folder of decisions around a path, and close it at the end.

    Args:
        start: The folder, or any folder below it.
        environment: The user's own.

    Yields:
        The store; reading costs one git process for all, `Store.versions` one each. To find it
        costs one more where it is not a plain folder of the user's own.

    Raises:
        NoGitError: If git is not there.
        NotAStoreError: If there is no repository with settings, or it has no working tree.
        ForeignOwnerError: If it belongs to another user.
    """
    found = git.find(environment)
    location = locate(found, start)
    if location is None:
        raise NotAStoreError(start)
    store = Store(found, location)
    try:
        if not has_settings(store):
            raise NotAStoreError(start)
        yield store
    finally:
        store.close()


def has_settings(store: Store) -> bool:
    """Whether the newest commit has settings; before the first one, the working tree."""
    if store.head() is None:
        return (store.root / SETTINGS).is_file()
    return store.read(SETTINGS) is not None
