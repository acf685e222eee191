"""The question files of a folder as they are written now, whether they count yet or not."""

from pathlib import Path
from typing import NamedTuple

from rationale_cli.cli.saying import NoSuchFileError, file_text
from rationale_cli.services.question_sets import FOLDER
from rationale_cli.store.repository import Store


class _File(NamedTuple):
    data: bytes


class _Entry(NamedTuple):
    path: str


class Written:
    """A folder of which the working files count, before those that are committed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(self, path: str, /) -> _File | None:
        """Read a file as it is written now, or else as it was committed.

        Raises:
            NoSuchFileError: If it cannot be read as UTF-8.
        """
        own = self._own(path)
        if own is not None:
            return _File(file_text(str(own)).encode())
        blob = self._store.read(path)
        return _File(blob.data) if blob is not None else None

    def entries(self, folder: str, /) -> tuple[_Entry, ...]:
        """Give the files of a folder, the committed ones and those beside them."""
        paths = [entry.path for entry in self._store.entries(folder)]
        beside = (self._store.root / folder).glob("*.toml")
        paths += [f"{folder}/{one.name}" for one in beside if one.is_file()]
        return tuple(_Entry(path) for path in sorted(set(paths)))

    def called(self, path: str) -> str:
        """Give the name that the set in a file must have: empty outside of the folder."""
        own = Path(path).resolve()
        is_ours = own.parent == (self._store.root / FOLDER).resolve()
        return own.stem if is_ours else ""

    def unkept(self) -> tuple[str, ...]:
        """Give the names of the files that do not count yet as they are written."""
        return tuple(
            path.removeprefix(f"{FOLDER}/").removesuffix(".toml")
            for path in (one.path for one in self.entries(FOLDER))
            if self._is_unkept(path)
        )

    def _is_unkept(self, path: str) -> bool:
        blob = self._store.read(path)
        try:
            written = self.read(path)
        except NoSuchFileError:
            return True
        return written is not None and (blob is None or blob.data != written.data)

    def _own(self, path: str) -> Path | None:
        """The working file, if there is one; no path leads out of the folder of questions."""
        folder, _, name = path.rpartition("/")
        own = self._store.root / folder / name
        return own if folder == FOLDER and own.is_file() else None
