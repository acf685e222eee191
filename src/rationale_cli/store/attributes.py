"""What git does with a record: what it must not do on the way to the working file, and its diff."""

from enum import Enum

from rationale_cli.store import disk
from rationale_cli.store.repository import Store

NAME = ".gitattributes"

# A driver without a command does nothing: only the clone's own settings can give it one.
OURS = b"""\
# Git must not join two texts of one record by lines; rationale joins them by what they say.
# In a clone that is wired, git tells records in words: see 'rationale init --wire'.
decisions/** -merge diff=rationale
concerns/** -merge diff=rationale
seen/** -merge diff=rationale
"""

# As folders had it before git told records in words.
_OLDER = b"""\
# Git must not join two texts of one record by lines; rationale joins them by what they say.
decisions/** -merge
concerns/** -merge
seen/** -merge
"""

# In .git/info, where it outranks every .gitattributes that a colleague may have committed.
LINE = b"* -text -ident -filter !eol !working-tree-encoding\n"


class Told(Enum):
    """What the folder's committed attributes tell git."""

    ALL = "what this version writes"
    OLDER = "what an earlier version wrote"
    NOTHING = "nothing"
    OTHER = "something else"


def told(store: Store) -> Told:
    """Give what the folder's committed attributes tell git."""
    blob = store.read(NAME)
    if blob is None:
        return Told.NOTHING
    return {OURS: Told.ALL, _OLDER: Told.OLDER}.get(blob.data, Told.OTHER)


def forbid_filters(store: Store) -> None:
    """Make sure that no attribute changes a record's bytes or runs a program over them.

    Raises:
        OSError: If it cannot be written.
    """
    with (
        disk.opened(store.common_dir, "info", make=True) as folder,
        disk.opened(store.common_dir, "rationale", make=True) as staging,
    ):
        present = disk.read(folder, "attributes") or b""
        if not present.endswith(LINE):  # the last line wins
            text = present + (b"\n" if present and not present.endswith(b"\n") else b"") + LINE
            disk.replace(folder, "attributes", text, staging=staging, temporary=disk.TEMPORARY)
