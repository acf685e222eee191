"""A commit made aside: nothing points at it yet."""

import re
from collections.abc import Mapping
from datetime import datetime

from rationale_cli.errors import RationaleError
from rationale_cli.store import disk, pack, tree
from rationale_cli.store.repository import Store

# Neither "." nor "..", nothing of git's own, and nothing that a system reads as another part.
_PART = re.compile(r"(?!\.{1,2}$|\.git$)[^/\\:\x00-\x1f\x7f]+", re.IGNORECASE)


class NotReadBackError(RationaleError):
    """What the disk gave back is not what was written.

    Attributes:
        path: Of the file, relative to the root.
    """

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path!r} could not be read back as it was written",
            hint="Nothing was saved; look after the disk of this computer, then try again.",
        )
        self.path = path


def build(
    store: Store, parent: str | None, files: Mapping[str, bytes], *, message: str, at: datetime
) -> str:
    """Make a commit of a parent's files and some more, flushed and read back.

    Args:
        store: The folder.
        parent: The commit it follows, or ``None`` for the first.
        files: All bytes by path; never empty.
        message: As it shall stand.
        at: Time of author and committer, aware.

    Returns:
        Its id.

    Raises:
        NotReadBackError: If the disk gave back something else.
        GitFailedError: If git failed.
        DiskError: If the disk is full or broken.
    """
    signs = store.identity().signs
    blobs = {path: pack.named("blob", data) for path, data in files.items()}
    above = store.objects.trail(parent, "") if parent is not None else ()
    ids = {path: blob.id for path, blob in blobs.items()}
    trees = tree.edited(store.objects, above[0].id if above else None, ids)
    pack.write(store.git, {each.id: each for each in (*blobs.values(), *trees)}.values())
    made = _commit(store, trees[-1].id, parent, message=message, at=at, signs=signs)
    for path, data in files.items():
        _demand_readable(store, made, path, data)
    _flush(store, [made, *(each.id for each in trees), *ids.values()])
    return made


def is_path(path: str) -> bool:
    """Whether a path stays in the folder, and out of git's own."""
    return all(_PART.fullmatch(part) for part in path.split("/"))


def _commit(
    store: Store, root: str, parent: str | None, *, message: str, at: datetime, signs: bool
) -> str:
    time = f"@{int(at.timestamp())} {at:%z}"
    # git ends a message with nothing of its own if it comes by standard input.
    options = [*(["-p", parent] if parent is not None else []), *(["-S"] if signs else [])]
    return store.git.run(
        "commit-tree", *options, "-F", "-", root,
        stdin=message.encode(),
        extra={"GIT_AUTHOR_DATE": time, "GIT_COMMITTER_DATE": time},
    ).text  # fmt: skip


def _demand_readable(store: Store, commit: str, path: str, data: bytes) -> None:
    found = store.read_at(commit, path)
    if found is None or found.data != data:
        raise NotReadBackError(path)


def _flush(store: Store, ids: list[str]) -> None:
    """Flush the folders of new objects; those that stand in a pack were flushed long ago."""
    objects = store.common_dir / "objects"
    with disk.told(store.root):
        for name in dict.fromkeys(each[:2] for each in ids):
            if (objects / name).is_dir():
                disk.flush_folder(objects / name)
        disk.flush_folder(objects)
