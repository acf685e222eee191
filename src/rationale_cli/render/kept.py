"""Compiled templates, kept where nobody else can write: compiling them takes longer than running.

Only shipped templates are kept, so nothing of a record and nothing of a team's is ever in there.
"""

import os
import stat
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rationale_cli.version import VERSION

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

_PRIVATE: Final = 0o700
_SUM: Final = 32
"""Bytes before what is kept, by which it is known to be whole."""


def kept() -> "BytecodeCache | None":
    """Give where compiled templates are kept; ``None`` if there is no place for it.

    What is read from there is run. So the folder must be the user's own and closed to all others,
    and a program or an engine of another day reads nothing that this one wrote.
    """
    place = _place()
    if place is None:
        return None
    import jinja2
    from jinja2.bccache import Bucket

    engine = Path(jinja2.__file__).stat().st_mtime_ns

    class Kept(jinja2.BytecodeCache):
        """A cache that says nothing if it cannot be read or written: it only saves time."""

        def load_bytecode(self, bucket: Bucket) -> None:
            with suppress(OSError):
                whole = _file(bucket).read_bytes()
                if whole[:_SUM] == sha256(whole[_SUM:]).digest():
                    bucket.bytecode_from_string(whole[_SUM:])

        def dump_bytecode(self, bucket: Bucket) -> None:
            compiled = bucket.bytecode_to_string()
            file = _file(bucket)
            part = file.with_name(f"{file.name}.{os.getpid()}")
            try:
                part.write_bytes(sha256(compiled).digest() + compiled)
                part.replace(file)
            except OSError:
                pass
            finally:
                with suppress(OSError):
                    part.unlink(missing_ok=True)

    def _file(bucket: Bucket) -> Path:
        return place / f"{VERSION}-{engine}-{bucket.key}"

    return Kept()


def _place() -> Path | None:
    if not hasattr(os, "getuid"):  # where folders have other rights than these
        return None
    with suppress(OSError, RuntimeError):
        above = Path(os.environ.get("XDG_CACHE_HOME", ""))
        caches = above if above.is_absolute() else _home() / ".cache"
        place = caches / "rationale"
        place.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        found = place.lstat()
        is_ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
        if is_ours and stat.S_IMODE(found.st_mode) == _PRIVATE and _stays(place):
            return place
    return None


def _home() -> Path:
    """The user's folder; never the one that they happen to work in, where a case may be."""
    home = Path(os.environ["HOME"]) if "HOME" in os.environ else Path.home()
    if not home.is_absolute():
        raise FileNotFoundError
    return home


def _stays(place: Path) -> bool:
    """Whether nobody else can put another folder in the place of this one."""
    for above in place.resolve().parents:
        found = above.stat()
        others_write = found.st_mode & stat.S_IWOTH and not found.st_mode & stat.S_ISVTX
        if others_write or found.st_uid not in {0, os.getuid()}:
            return False
    return True
