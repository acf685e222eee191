"""In what condition the repository is: what git keeps beside the history, and beside the files."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from rationale_cli.store import attributes
from rationale_cli.store.heal import FOLDERS
from rationale_cli.store.repository import Store

_LEFT_BY_EDITORS = (".swp", ".swo", "~", ".orig", ".rej", ".bak", ".tmp")


def is_borrowed(store: Store) -> bool:
    """Whether part of the history stands in another repository, which can go away."""
    return _says_something(store.common_dir / "objects" / "info" / "alternates")


def is_grafted(store: Store) -> bool:
    """Whether a file makes other programs see other parents of commits than there are."""
    return _says_something(store.common_dir / "info" / "grafts")


def is_replaced(store: Store) -> bool:
    """Whether references make other programs see other texts than were committed."""
    found = store.git.run("for-each-ref", "--count=1", "refs/replace/")
    return bool(found.output)


def unsuited(store: Store) -> tuple[str, ...]:
    """Give the committed paths that no folder of decisions has, in order.

    Links, programs and submodules, and attributes and submodule lists other than our own.
    """
    every = (entry.path for entry in store.entries(""))
    special = (path for path in every if _is_special(path))
    return tuple(sorted((*special, *store.refused(""))))


def unknown(store: Store) -> tuple[str, ...]:
    """Give the files where records stand that git does not know, in order; not those of editors."""
    others = _others(store, FOLDERS)
    return tuple(sorted(path for path in others if not _is_left(path)))


def left_by_editors(store: Store) -> tuple[str, ...]:
    """Give the files beside the committed ones that an editor left behind, in order."""
    return tuple(sorted(path for path in _others(store, ()) if _is_left(path)))


def _says_something(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _is_special(path: str) -> bool:
    name = PurePosixPath(path).name
    return name == ".gitmodules" or (name == attributes.NAME and path != attributes.NAME)


def _others(store: Store, folders: tuple[str, ...]) -> Iterator[str]:
    listed = store.git.run("ls-files", "--others", "-z", "--", *folders).output
    yield from listed.decode("utf-8", "backslashreplace").split("\0")[:-1]


def _is_left(path: str) -> bool:
    name = PurePosixPath(path).name
    return name.endswith(_LEFT_BY_EDITORS) or name.startswith((".#", "#"))
