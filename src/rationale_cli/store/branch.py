"""The branch that a save moves forward."""

from pathlib import Path
from typing import NamedTuple

from rationale_cli.errors import RationaleError
from rationale_cli.store import disk
from rationale_cli.store.git import GitFailedError
from rationale_cli.store.repository import Store

_NO_COMMIT = "0" * 40

# What git leaves in the folder while something is half done, and what a person calls it.
_UNFINISHED = {
    "MERGE_HEAD": "a merge",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
}


class DetachedError(RationaleError):
    """The folder shows an old state, or none that has a name: a save would be lost from sight.

    Attributes:
        folder: Top of the working tree.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{str(folder)!r} is not on a branch",
            hint=f"Go back to it with 'git -C {str(folder)!r} switch main', then save again.",
        )
        self.folder = folder


class ShallowError(RationaleError):
    """The folder was fetched without its older history.

    Attributes:
        folder: Top of the working tree.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{str(folder)!r} holds only the newest part of its history",
            hint=f"Fetch the rest with 'git -C {str(folder)!r} fetch --unshallow'.",
        )
        self.folder = folder


class UnfinishedMergeError(RationaleError):
    """Somebody began to merge by hand.

    Attributes:
        folder: Top of the working tree.
        what: As ``a merge`` or ``a rebase``.
    """

    def __init__(self, folder: Path, what: str) -> None:
        verb = what.rsplit(maxsplit=1)[-1]
        super().__init__(
            f"{what} was begun in {str(folder)!r} and is not finished",
            hint=f"Finish it, or give it up with 'git -C {str(folder)!r} {verb} --abort'.",
        )
        self.folder = folder
        self.what = what


class UnsupportedFormatError(RationaleError):
    """The repository is of a kind in which we cannot save safely.

    Attributes:
        folder: Top of the working tree.
    """

    def __init__(self, folder: Path, what: str) -> None:
        super().__init__(
            f"{str(folder)!r} {what}",
            hint="Make a folder with 'rationale init FOLDER', and bring the records over.",
        )
        self.folder = folder


class Branch(NamedTuple):
    """A branch as it stands.

    Attributes:
        ref: Full name, as ``refs/heads/main``.
        commit: Its newest commit, or ``None`` while there is none.
    """

    ref: str
    commit: str | None


def current(store: Store) -> Branch:
    """Give the branch that the folder is on, if a save can be added to it.

    Raises:
        DetachedError: If it is on none.
        ShallowError: If older history is missing.
        UnfinishedMergeError: If somebody began to merge by hand.
        UnsupportedFormatError: If its branches or names are of a newer kind.
    """
    if (what := unfinished(store)) is not None:
        raise UnfinishedMergeError(store.root, what)
    if (store.common_dir / "shallow").exists():
        raise ShallowError(store.root)
    # Read as the file that it is: asking git costs a process in every save.
    kind, _, ref = (store.git_dir / "HEAD").read_text("utf-8").strip().partition(": ")
    if kind != "ref":
        raise DetachedError(store.root)
    if ref == "refs/heads/.invalid":  # stands there for older programs if tables are used
        raise UnsupportedFormatError(store.root, "keeps its branches in tables, not in files")
    commit = _commit(store, ref)
    if commit is not None and len(commit) != len(_NO_COMMIT):
        raise UnsupportedFormatError(store.root, "names its commits by SHA-256")
    return Branch(ref, commit)


def unfinished(store: Store) -> str | None:
    """Tell what somebody began by hand and did not finish, or give ``None``."""
    return next(
        (what for name, what in _UNFINISHED.items() if (store.git_dir / name).exists()), None
    )


def advance(store: Store, branch: Branch, commit: str) -> bool:
    """Move the branch to a commit, unless somebody else has moved it meanwhile.

    Returns:
        Whether it stands there now; after a failure not git's word counts, but the branch.

    Raises:
        GitFailedError: If git failed for another reason.
        DiskError: If the disk is full.
        UnwritableError: If the user may not write in the repository.
    """
    try:
        store.git.run(
            "update-ref", "--create-reflog", "-m", "rationale: save",
            branch.ref, commit, branch.commit or _NO_COMMIT,
        )  # fmt: skip
    except RationaleError as error:
        if _commit(store, branch.ref) == commit:
            return True
        # Said of a lock, and of a branch that is not where it was: both may pass.
        if isinstance(error, GitFailedError) and b"cannot lock ref" in error.detail:
            return False
        raise
    return True


def flush(store: Store, branch: Branch) -> None:
    """Wait until the branch's place would survive a power cut.

    Raises:
        OSError: If the disk does not confirm it.
    """
    folder = (store.common_dir / branch.ref).parent
    while folder != store.common_dir:
        disk.flush_folder(folder)
        folder = folder.parent


def _commit(store: Store, ref: str) -> str | None:
    found = store.objects.one(ref)
    return found.id if found is not None else None
