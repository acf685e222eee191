"""Texts that are kept, but not committed: unfinished interviews and hand edits found."""

import hashlib
import os
import re
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import PurePosixPath
from typing import NamedTuple

from rationale_cli.store import disk
from rationale_cli.store.repository import Store

_PLACE = ("rationale", "drafts")
_NAME = re.compile(r"[a-z0-9-][a-z0-9.-]{0,59}", re.ASCII)

# Threads of one process may keep drafts at the same time, each under its own temporary name.
_serial = count()


class Draft(NamedTuple):
    """One kept text.

    Attributes:
        name: Up to 60 of ``a-z``, ``0-9``, ``.`` and ``-``; does not begin with a dot.
        kept_at: In UTC.
        size: In bytes.
    """

    name: str
    kept_at: datetime
    size: int


class Found(NamedTuple):
    """A text that somebody wrote into the working copy, and that was kept as a draft.

    Attributes:
        path: Where it stood, relative to the root.
        draft: Name under which it is kept.
    """

    path: str
    draft: str


def keep(store: Store, name: str, data: bytes) -> None:
    """Keep a text, flushed to the disk; an older one of that name is replaced.

    Raises:
        ValueError: If the name is not allowed; the caller's bug.
        UnwritableError: If the user may not write in the repository.
        DiskError: If the disk is full or broken; then the older text stands as it was.
    """
    _demand_name(name)
    temporary = f".{os.getpid()}.{next(_serial)}"
    with disk.told(store.git_dir), disk.opened(store.git_dir, *_PLACE, make=True) as folder:
        disk.replace(folder, name, data, staging=folder, temporary=temporary)


def keep_found(store: Store, path: str, data: bytes) -> Found:
    """Keep a text that stood in the working copy; the same text is kept once.

    Raises:
        UnwritableError: If the user may not write in the repository.
        DiskError: If the disk is full or broken.
    """
    stem = re.sub(r"[^a-z0-9-]", "-", PurePosixPath(path).stem.lower())[:40]
    name = f"{stem}.found-{hashlib.sha256(data).hexdigest()[:8]}"
    keep(store, name, data)
    return Found(path, name)


def read(store: Store, name: str) -> bytes | None:
    """Read a kept text, or give ``None`` if there is none of that name.

    Raises:
        ValueError: If the name is not allowed; the caller's bug.
        UnwritableError: If the user may not open it, or something else stands there.
        DiskError: If the disk is broken.
    """
    _demand_name(name)
    with (
        disk.told(store.git_dir),
        suppress(FileNotFoundError),
        disk.opened(store.git_dir, *_PLACE) as folder,
    ):
        return disk.read(folder, name)
    return None


def names(store: Store) -> tuple[Draft, ...]:
    """Give what is kept, the newest first."""
    kept = []
    with suppress(FileNotFoundError), disk.opened(store.git_dir, *_PLACE) as folder:
        for entry in os.scandir(folder):
            with suppress(FileNotFoundError):  # somebody deleted it just now
                facts = entry.stat(follow_symlinks=False)
                at = datetime.fromtimestamp(facts.st_mtime, UTC)
                kept.append(Draft(entry.name, at, facts.st_size))
    named = (draft for draft in kept if _NAME.fullmatch(draft.name))
    return tuple(sorted(named, key=lambda draft: (draft.kept_at, draft.name), reverse=True))


def delete(store: Store, name: str) -> None:
    """Delete a kept text for good; nothing happens if there is none of that name.

    Raises:
        ValueError: If the name is not allowed; the caller's bug.
        UnwritableError: If the user may not write in the repository.
    """
    _demand_name(name)
    with (
        disk.told(store.git_dir),
        suppress(FileNotFoundError),
        disk.opened(store.git_dir, *_PLACE) as folder,
    ):
        os.unlink(name, dir_fd=folder)
        disk.flush(folder)


def _demand_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise ValueError(f"not a draft's name: {name!r}")
