"""A save: wholly there or not at all, acknowledged only when it would survive a power cut."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from rationale_cli.errors import RationaleError
from rationale_cli.store import (
    attributes,
    branch,
    commit,
    commit_graph,
    git,
    lock,
    quarantine,
    working,
)
from rationale_cli.store.branch import Branch
from rationale_cli.store.drafts import Found
from rationale_cli.store.repository import Store

_TRIES = 6
_FIRST_PAUSE_IN_SECONDS = 0.05
_HELD_BACK = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class MovedOnError(RationaleError):
    """Somebody else saved the file since it was loaded.

    Attributes:
        path: Relative to the root.
        theirs: Id of the blob that stands there now, or ``None`` if there is none.
    """

    def __init__(self, path: str, theirs: str | None) -> None:
        super().__init__(
            f"{path!r} was changed by somebody else in the meantime",
            hint="Nothing was written; load it again, then repeat the change.",
        )
        self.path = path
        self.theirs = theirs


class RestlessBranchError(RationaleError):
    """Another program kept moving or locking the branch.

    Attributes:
        folder: Top of the working tree.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"another program is working on the branch of {str(folder)!r}",
            hint="Nothing was saved; let it finish, then try again.",
        )
        self.folder = folder


class Write(NamedTuple):
    """A file to be saved.

    Attributes:
        path: Relative to the root, parts parted by ``/``; made of ids, never of names.
        data: All of it.
        follows: Id of the blob that the saver had loaded; ``None`` if there was none.
    """

    path: str
    data: bytes
    follows: str | None


class Saved(NamedTuple):
    """A save that is on the disk.

    Attributes:
        commit: Its id.
        warnings: What did not succeed afterwards; never anything of the save itself.
        found: Texts that somebody had written into the working copy, now kept as drafts.
    """

    commit: str
    warnings: tuple[str, ...]
    found: tuple[Found, ...]


def save(store: Store, writes: tuple[Write, ...], *, message: str, at: datetime) -> Saved:
    """Save files as one commit; branch, remote and other files stay as they are.

    Args:
        store: The folder.
        writes: Never empty, no path twice.
        message: Of the commit, as it shall stand; names of nobody.
        at: Time of the commit, aware; fractions of a second are cut off.

    Raises:
        MovedOnError: If a file is no longer the one that its write follows.
        LockedError: If somebody else was saving for too long.
        DetachedError: If the folder is on no branch.
        UnfinishedMergeError: If somebody began to merge by hand.
        ShallowError: If older history is missing.
        NoIdentityError: If git does not know who is recording.
        RestlessBranchError: If another program kept moving the branch.
        DiskError: If the disk is full or broken.
        UnwritableError: If the user may not write in the repository.
        OldGitError: If this git does not flush what it writes.
        GitFailedError: If git failed. As with all the others, nothing was saved.
        ValueError: If ``at`` is not aware, or a path leads out of the folder; the caller's bug.
    """
    if at.tzinfo is None:
        raise ValueError(f"a time without offset: {at!r}")
    if wrong := [write.path for write in writes if not commit.is_path(write.path)]:
        raise ValueError(f"not paths in the folder: {wrong!r}")
    git.demand_version(store.git)
    with _uninterrupted():
        with lock.held(store.common_dir):
            ref, saved = _locked(store, writes, message, at)
        commit_graph.extend(store, ref)
    return saved


def _locked(
    store: Store, writes: tuple[Write, ...], message: str, at: datetime
) -> tuple[str, Saved]:
    files = {write.path: write.data for write in writes}
    pause = _FIRST_PAUSE_IN_SECONDS
    for _ in range(_TRIES):
        quarantine.clear(store)
        before = branch.current(store)
        _demand_unmoved(store, before, writes)
        made = commit.build(store, before.commit, files, message=message, at=at)
        if branch.advance(store, before, made):
            return before.ref, _acknowledged(store, before, made, writes)
        time.sleep(pause)
        pause *= 2
    raise RestlessBranchError(store.root)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let signals wait: who is told "interrupted" must not have to wonder what was saved."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _HELD_BACK)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _demand_unmoved(store: Store, before: Branch, writes: tuple[Write, ...]) -> None:
    for write in writes:
        steps = store.objects.trail(before.commit, write.path) if before.commit else ()
        theirs = steps[-1].id if steps and steps[-1].path == write.path else None
        if theirs != write.follows:
            raise MovedOnError(write.path, theirs)


def _acknowledged(store: Store, before: Branch, made: str, writes: tuple[Write, ...]) -> Saved:
    """Tell of a save that stands; from here on nothing is a failure any more."""
    warnings: tuple[str, ...] = ()
    found: tuple[Found, ...] = ()
    try:
        branch.flush(store, before)
    except OSError:
        warnings = ("the disk did not confirm that the save would survive a power cut",)
    try:
        attributes.forbid_filters(store)
        paths = tuple(write.path for write in writes)
        known = {write.path: write.follows for write in writes}
        found, more = working.refresh(store, paths, known=known)
        warnings += more
    except (OSError, RationaleError):
        warnings += (
            "the working copy is not up to date; it will be when the folder is next opened",
        )
    return Saved(made, warnings, found)
