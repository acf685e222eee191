"""What git must not do to a record on its way to the working file."""

from rationale_cli.store import disk
from rationale_cli.store.repository import Store

# In .git/info, where it outranks every .gitattributes that a colleague may have committed.
LINE = b"* -text -ident -filter !eol !working-tree-encoding\n"


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
