"""Compiled templates, kept where nobody else can write: compiling them takes longer than running.

Only shipped templates are kept, so nothing of a record and nothing of a team's is ever in there.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rationale_cli.version import VERSION

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

_PRIVATE: Final = 0o700


def kept() -> "BytecodeCache | None":
    """Give where compiled templates are kept; ``None`` if there is no place for it.

    What is read from there is run. So the folder must be the user's own and closed to all others,
    and a program or an engine of another day reads nothing that this one wrote.
    """
    place = _place()
    if place is None:
        return None
    import jinja2

    class Kept(jinja2.FileSystemBytecodeCache):
        """A cache that says nothing if it cannot be read or written: it only saves time."""

        def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
            with suppress(OSError):
                super().load_bytecode(bucket)

        def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
            with suppress(OSError):
                super().dump_bytecode(bucket)

    engine = Path(jinja2.__file__).stat().st_mtime_ns
    return Kept(str(place), f"{VERSION}-{engine}-%s")


def _place() -> Path | None:
    with suppress(OSError, RuntimeError):
        above = os.environ.get("XDG_CACHE_HOME", "")
        caches = Path(above) if Path(above).is_absolute() else Path.home() / ".cache"
        place = caches / "rationale"
        place.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        found = place.lstat()
        is_ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
        if is_ours and stat.S_IMODE(found.st_mode) == _PRIVATE:
            return place
    return None
