"""What a killed process left behind: locks put aside, temporary files removed."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from rationale_cli.store import disk
from rationale_cli.store.repository import Store

# Linux tells here which files are open. Elsewhere only what is surely nobody's is put aside.
_PROCESSES = Path("/proc")
_OLD_IN_SECONDS = 600

_SINGLE = (
    "index.lock", "HEAD.lock", "packed-refs.lock", "config.lock", "shallow.lock",
    "objects/info/commit-graphs/commit-graph-chain.lock",
)  # fmt: skip


def clear(store: Store) -> None:
    """Put aside git's stale locks and remove our own leftovers; only under the lock.

    Nothing that a live process works on is touched, and no lock is deleted.

    Raises:
        UnwritableError: If the user may not write in the repository.
        DiskError: If the disk is broken.
    """
    with disk.told(store.git_dir):
        _sweep(store)
        for lock in stale(store):
            put_aside(store, lock)


def stale(store: Store) -> tuple[Path, ...]:
    """Give git's locks that no live process holds any more; nothing is touched.

    Raises:
        OSError: If they cannot be looked at.
    """
    locks = tuple(_locks(store))
    live = frozenset(_live_files(store)) if locks else frozenset()
    return tuple(lock for lock in locks if not _is_live(lock, live))


def put_aside(store: Store, path: Path) -> None:
    """Move a file of git's into the quarantine folder, where it can be looked at.

    Raises:
        OSError: If it cannot be moved.
    """
    with disk.opened(store.git_dir, "rationale", "quarantine", make=True) as folder:
        with suppress(FileNotFoundError):
            os.replace(path, f"{time.time_ns()}.{path.name}", dst_dir_fd=folder)
        disk.flush(folder)


def _sweep(store: Store) -> None:
    own = store.git_dir / "rationale"
    (own / disk.TEMPORARY).unlink(missing_ok=True)
    with suppress(FileNotFoundError), disk.opened(store.git_dir, "rationale", "drafts") as folder:
        for entry in os.scandir(folder):
            # Drafts are kept without the lock: a young one may be somebody's who still writes.
            if entry.name.startswith(".") and _age(entry.stat()) > _OLD_IN_SECONDS:
                os.unlink(entry.name, dir_fd=folder)


def _locks(store: Store) -> Iterator[Path]:
    for folder in dict.fromkeys((store.git_dir, store.common_dir)):
        yield from (folder / name for name in _SINGLE if (folder / name).is_file())
        for below in ("refs", "logs"):
            for place, _, names in os.walk(folder / below):
                yield from (Path(place, name) for name in names if name.endswith(".lock"))


def _live_files(store: Store) -> Iterator[tuple[int, int]]:
    """Give device and inode of all that live processes hold, as far as we may look.

    A git that waits for the user's editor holds the index by the name of its lock alone; it
    is known by standing in the folder.
    """
    for process in _PROCESSES.glob("[0-9]*"):
        with suppress(OSError):
            if process.joinpath("comm").read_text() == "git\n" and _stands_in(process, store):
                yield _identity(store.git_dir / "index.lock")
            for descriptor in process.joinpath("fd").iterdir():
                with suppress(OSError):
                    yield _identity(descriptor)


def _stands_in(process: Path, store: Store) -> bool:
    place = (process / "cwd").readlink()
    return any(place.is_relative_to(folder) for folder in (store.root, store.git_dir))


def _is_live(lock: Path, live: frozenset[tuple[int, int]]) -> bool:
    try:
        facts = lock.stat()
    except FileNotFoundError:
        return True
    if (_PROCESSES / "self" / "fd").is_dir():
        return (facts.st_dev, facts.st_ino) in live
    return _age(facts) < _OLD_IN_SECONDS


def _identity(path: Path) -> tuple[int, int]:
    facts = path.stat()
    return facts.st_dev, facts.st_ino


def _age(facts: os.stat_result) -> float:
    return time.time() - facts.st_mtime
