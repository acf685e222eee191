"""Files written so that they are wholly there or not at all, and never through a symbolic link."""

import errno
import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rationale_cli.errors import RationaleError

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600

# Name of a file not yet in place, for whoever writes under the lock.
TEMPORARY = ".rationale.tmp"

_NO_SPACE = (errno.ENOSPC, errno.EDQUOT)
_NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.ENOENT, errno.ELOOP)

# os.fsync of macOS leaves the text in the drive's own cache; only this reaches the medium.
_FULL_FLUSH: int | None = getattr(fcntl, "F_FULLFSYNC", None)


class DiskError(RationaleError):
    """The disk did not take what was to be written.

    Attributes:
        folder: Where it was to be written.
    """

    def __init__(self, folder: Path, *, full: bool = False) -> None:
        why = "the disk is full" if full else "the disk reports an error"
        super().__init__(
            f"cannot write in {str(folder)!r}: {why}",
            hint="Nothing was written; make room or look after the disk, then try again.",
        )
        self.folder = folder


class UnwritableError(RationaleError):
    """The user may not write here.

    Attributes:
        folder: Where it was to be written.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"cannot write in {str(folder)!r}",
            hint="Ask for the right to write there, or choose another folder.",
        )
        self.folder = folder


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Tell what the operating system refuses below in the user's words.

    Raises:
        UnwritableError: If the right to write is missing.
        DiskError: If the disk is full or broken.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _NO_RIGHT:
            raise UnwritableError(folder) from error
        raise DiskError(folder, full=error.errno in _NO_SPACE) from error


@contextmanager
def opened(root: Path, *parts: str, make: bool = False) -> Iterator[int]:
    """Open a folder below ``root`` step by step, and close it at the end.

    Args:
        root: A folder that exists.
        parts: Names of folders, outermost first; none of them may be a symbolic link.
        make: Whether missing folders are made, for the owner only.

    Yields:
        A descriptor for the ``dir_fd`` arguments of `os`.

    Raises:
        OSError: If a part is missing, is no folder or is a symbolic link.
    """
    folder = os.open(root, os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for part in parts:
            if make:
                _make(folder, part)
            inner = os.open(part, os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=folder)
            os.close(folder)
            folder = inner
        yield folder
    finally:
        os.close(folder)


def read(folder: int, name: str) -> bytes | None:
    """Read a regular file; ``None`` if there is none, whatever else stands in its place."""
    # Without O_NONBLOCK a named pipe planted here would hold us for ever.
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        descriptor = os.open(name, flags, dir_fd=folder)
    except OSError as error:
        if error.errno in {errno.ENOENT, errno.ELOOP, errno.ENXIO}:
            return None
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor has no path
        return file.read()


def replace(folder: int, name: str, data: bytes, *, staging: int, temporary: str) -> None:
    """Put a file in place in one step, flushed, for the owner only.

    Args:
        folder: Where it goes.
        name: Its name there; a symbolic link of that name is replaced, not followed.
        data: All of it.
        staging: Folder of the same file system in which it is written first.
        temporary: Its name there; an older one of that name is left over, and removed.

    Raises:
        OSError: If the disk refuses; then the old file stands as it was.
    """
    with suppress(FileNotFoundError):
        os.unlink(temporary, dir_fd=staging)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(temporary, flags, PRIVATE_FILE, dir_fd=staging)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor has no path
            file.write(data)
            file.flush()
            flush(descriptor)
        os.replace(temporary, name, src_dir_fd=staging, dst_dir_fd=folder)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary, dir_fd=staging)
        raise
    flush(folder)


def flush(descriptor: int) -> None:
    """Wait until a file, or the names in a folder, would survive a power cut."""
    if _FULL_FLUSH is not None:
        fcntl.fcntl(descriptor, _FULL_FLUSH)
    else:
        os.fsync(descriptor)


def flush_folder(folder: Path) -> None:
    """Wait until the names in a folder would survive a power cut: git never does."""
    with opened(folder) as descriptor:
        flush(descriptor)


def _make(folder: int, name: str) -> None:
    with suppress(FileExistsError):
        os.mkdir(name, PRIVATE_FOLDER, dir_fd=folder)
        flush(folder)
