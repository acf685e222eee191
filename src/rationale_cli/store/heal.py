"""The folder set right after a crash, a hand edit or another program."""

from rationale_cli.store import attributes, branch, disk, lock, quarantine, working
from rationale_cli.store.drafts import Found
from rationale_cli.store.git import GitFailedError
from rationale_cli.store.repository import Store

# Where records stand; settings, questions and templates are the user's to edit.
FOLDERS = ("decisions", "concerns", "seen")


def heal(store: Store) -> tuple[Found, ...]:
    """Bring locks, index and working files to what the branch has; cheap if all is well.

    Texts that were never committed are kept as drafts. Files that git does not know are left
    alone, and so is everything while a merge is under way or if the folder cannot be written.

    Returns:
        What somebody had written into the working copy.

    Raises:
        LockedError: If somebody else was saving for too long.
    """
    try:
        with lock.held(store.common_dir):
            quarantine.clear(store)
            if store.head() is None or branch.unfinished(store) is not None:
                return ()
            with disk.told(store.git_dir):
                attributes.forbid_filters(store)
            return _refresh(store)
    except (disk.UnwritableError, disk.DiskError):
        return ()  # what cannot be written can still be read


def _refresh(store: Store) -> tuple[Found, ...]:
    try:
        return working.refresh(store, FOLDERS).found
    except GitFailedError as error:
        if not _is_about_index(error):
            raise
    quarantine.put_aside(store, store.git_dir / "index")
    store.git.run("read-tree", "HEAD")
    return working.refresh(store, FOLDERS).found


def _is_about_index(error: GitFailedError) -> bool:
    return error.verb == "status" and (b"index" in error.detail or b"bad signature" in error.detail)
