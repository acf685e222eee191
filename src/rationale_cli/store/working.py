"""The working files and git's index: caches of the branch, brought up to date after a save."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from rationale_cli.errors import RationaleError
from rationale_cli.store import disk, drafts, pack
from rationale_cli.store.drafts import Found
from rationale_cli.store.objects import PLAIN_FILE
from rationale_cli.store.repository import Store


class Refreshed(NamedTuple):
    """What came of bringing working files up to date.

    Attributes:
        found: Texts that somebody had written there, now kept as drafts.
        warnings: What did not succeed; the branch is right in any case.
    """

    found: tuple[Found, ...]
    warnings: tuple[str, ...]


class _Stale(NamedTuple):
    """A path of which working file or index are not what the branch has."""

    path: str
    blob: str
    staged: str


def refresh(
    store: Store, paths: tuple[str, ...], *, known: Mapping[str, str | None] | None = None
) -> Refreshed:
    """Bring working files and index to what the branch has; only under the lock.

    A text that was never committed is kept as a draft first.

    Args:
        store: The folder.
        paths: Files or folders; nothing else is touched.
        known: For some paths, the blob before the newest: saves asking for their history.

    Raises:
        GitFailedError: If the index cannot be read.
    """
    found: list[Found] = []
    warnings: list[str] = []
    current: list[_Stale] = []
    for each in _stale(store, paths):
        try:
            found.extend(_put(store, each, (known or {}).get(each.path)))
            current.append(each)
        except (OSError, RationaleError):
            warnings.append(f"the working copy of {each.path!r} is not up to date")
    if current and not _is_indexed(store, current):
        warnings.append("git's index is not up to date; another program may be using it")
    return Refreshed(tuple(found), tuple(warnings))


def changed(store: Store) -> tuple[str, ...]:
    """Give the paths of which working file or index are not what the branch has, in order."""
    return tuple(sorted(each.path for each in _stale(store, ())))


def _stale(store: Store, paths: Iterable[str]) -> Iterator[_Stale]:
    listed = store.git.run(
        "status", "--porcelain=v2", "-z", "--no-renames", "--untracked-files=no",
        "--ignore-submodules=all", "--", *paths,
    ).output.decode("utf-8", "surrogateescape")  # fmt: skip
    # "1 XY sub mode-at-head mode-in-index mode-of-file id-at-head id-in-index path"
    for line in listed.split("\0"):
        words = line.split(" ", 8)
        # A path without a mode at the head is a file that the user staged: not ours.
        if words[0] == "1" and words[3] == PLAIN_FILE:
            yield _Stale(words[8], words[6], words[7])


def _put(store: Store, stale: _Stale, known: str | None) -> Iterator[Found]:
    """Keep what was never committed, then write what was; in this order."""
    *folders, name = PurePosixPath(stale.path).parts
    with (
        disk.opened(store.root, *folders, make=True) as folder,
        disk.opened(store.git_dir, "rationale", make=True) as own,
    ):
        data = disk.read(folder, name)
        kept = tuple(_kept(store, stale, data, known))
        (committed,) = store.blobs([stale.blob])
        if data != committed:
            # A linked working tree may stand on another disk, and no file moves there in one step.
            staging = own if _device(own) == _device(folder) else folder
            disk.replace(folder, name, committed, staging=staging, temporary=disk.TEMPORARY)
    yield from kept


def _is_indexed(store: Store, current: Iterable[_Stale]) -> bool:
    lines = (f"{PLAIN_FILE},{each.blob},{each.path}" for each in current)
    cached = (word for line in lines for word in ("--cacheinfo", line))
    try:
        # The refresh notes size and time of the files: git would read them all otherwise.
        store.git.run("update-index", "--add", *cached, "-q", "--refresh")
    except RationaleError:
        return False
    return True


def _device(folder: int) -> int:
    return os.fstat(folder).st_dev


def _kept(store: Store, stale: _Stale, data: bytes | None, known: str | None) -> Iterator[Found]:
    suspects = {}
    if data:
        suspects[pack.named("blob", data).id] = data
    if stale.staged.strip("0") and stale.staged not in {stale.blob, known}:
        suspects.setdefault(stale.staged, next(store.blobs([stale.staged])))
    for ours in (stale.blob, known):
        suspects.pop(ours or "", None)
    if suspects:
        committed = {version.blob for version in store.versions(stale.path)}
        for blob, text in suspects.items():
            if blob not in committed:
                yield drafts.keep_found(store, stale.path, text)
