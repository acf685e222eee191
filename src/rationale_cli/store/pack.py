"""New objects, handed to git in one stream."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator

from rationale_cli.store.git import Git
from rationale_cli.store.objects import Object

# The numbers of git's pack format: https://git-scm.com/docs/gitformat-pack
_KINDS = {"commit": 1, "tree": 2, "blob": 3}


def named(kind: str, data: bytes) -> Object:
    """Give bytes the name that git will give them; a process for each would be dear."""
    whole = b"%s %d\0" % (kind.encode(), len(data)) + data
    return Object(hashlib.sha1(whole, usedforsecurity=False).hexdigest(), kind, data)


def write(git: Git, objects: Iterable[Object]) -> None:
    """Write objects, each flushed to the disk, in one process.

    A stream that breaks off is refused by its check sum, whereas ``git hash-object`` takes what
    it got for the whole when its writer is killed; and ``git mktree`` never flushes.

    Raises:
        GitFailedError: If one is malformed or names something that is not there.
        DiskError: If the disk is full.
        UnwritableError: If the user may not write in the repository.
    """
    git.run("unpack-objects", "-q", "--strict", stdin=_stream(tuple(objects)))


def _stream(objects: tuple[Object, ...]) -> bytes:
    head = b"PACK" + (2).to_bytes(4, "big") + len(objects).to_bytes(4, "big")
    whole = head + b"".join(part for each in objects for part in _parts(each))
    return whole + hashlib.sha1(whole, usedforsecurity=False).digest()


def _parts(packed: Object) -> Iterator[bytes]:
    """Give kind and size, lowest bits first and the highest bit for "more", then the bytes."""
    size = len(packed.data)
    byte, size = _KINDS[packed.kind] << 4 | size & 0x0F, size >> 4
    while size:
        yield bytes([byte | 0x80])
        byte, size = size & 0x7F, size >> 7
    yield bytes([byte])
    yield zlib.compress(packed.data)
