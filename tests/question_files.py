"""A folder of question sets and translations, as values: what is committed, by path."""

from dataclasses import dataclass
from typing import NamedTuple


class Blob(NamedTuple):
    data: bytes


class Entry(NamedTuple):
    path: str


@dataclass
class Folder:
    """A store of question files."""

    files: dict[str, str]

    def read(self, path: str, /) -> Blob | None:
        return Blob(self.files[path].encode()) if path in self.files else None

    def entries(self, folder: str, /) -> tuple[Entry, ...]:
        return tuple(Entry(path) for path in sorted(self.files) if path.startswith(folder))
