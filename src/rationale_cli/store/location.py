"""Where the repository around a folder keeps its parts."""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from rationale_cli.errors import RationaleError
from rationale_cli.store.git import Git


class ForeignOwnerError(RationaleError):
    """The folder belongs to another user of this computer, so its settings are not trusted.

    Attributes:
        path: Where it is.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{str(path)!r} belongs to another user of this computer",
            hint="Copy it with 'git clone --no-local', and work in the copy.",
        )
        self.path = path


class Location(NamedTuple):
    """Where a repository keeps its parts; all absolute.

    Attributes:
        root: Top of the working tree.
        git_dir: Of this working tree.
        common_dir: Of all working trees of the repository; the same unless this one is linked.
    """

    root: Path
    git_dir: Path
    common_dir: Path


def locate(found: Git, start: Path) -> Location | None:
    """Find the repository around a folder, or give ``None`` if there is none to work in.

    Raises:
        ForeignOwnerError: If it belongs to another user.
    """
    if not (os.access(start, os.R_OK | os.X_OK) and start.is_dir()):
        return None
    return _plain(start.resolve()) or _asked(found, start)


def _plain(start: Path) -> Location | None:
    """Find a repository of the usual kind that is all ours, which costs no process.

    ``None`` is for git to decide: what is somebody else's, linked, bare, or set up otherwise.
    """
    with suppress(OSError):
        disk = start.stat().st_dev
        for folder in (start, *start.parents):
            if folder.stat().st_dev != disk or (folder / "HEAD").exists():
                return None
            git_dir = folder / ".git"
            if git_dir.exists() or git_dir.is_symlink():
                is_usual = _is_usual(git_dir) and _is_ours(git_dir) and _is_ours(folder)
                return Location(folder, git_dir, git_dir) if is_usual else None
    return None


def _is_usual(git_dir: Path) -> bool:
    """Whether git would take it for the repository of the folder around it, and work there."""
    parts = ("objects", "refs")
    if git_dir.is_symlink() or not all((git_dir / part).is_dir() for part in parts):
        return False
    if (git_dir / "commondir").exists() or not (git_dir / "HEAD").read_bytes().strip():
        return False
    config = (git_dir / "config").read_bytes().lower()
    # Other places, other files and newer kinds are rare: a mention is enough to ask git itself.
    is_placed = not any(word in config for word in (b"worktree", b"include", b"extensions"))
    return is_placed and (b"bare = false" in config or b"bare" not in config)


def _is_ours(path: Path) -> bool:
    """Whether it belongs to the user, as git demands of a folder before it trusts it."""
    return path.stat().st_uid == os.geteuid()


def _asked(found: Git, start: Path) -> Location | None:
    answer = found.run(
        "rev-parse", "--path-format=absolute",
        "--show-toplevel", "--absolute-git-dir", "--git-common-dir",
        cwd=start.resolve(), check=False,
    )  # fmt: skip
    if b"dubious ownership" in answer.detail:
        raise ForeignOwnerError(start)
    if answer.status != 0:
        return None
    return Location(*map(Path, answer.output.decode().splitlines()))
