"""A clone wired: from then on git itself tells records in words."""

from contextlib import suppress
from datetime import datetime

from rationale_cli.errors import RationaleError
from rationale_cli.store import attributes, commit_graph, wiring
from rationale_cli.store.attributes import Told
from rationale_cli.store.repository import Store
from rationale_cli.store.save import Saved, Write, save


def wire(store: Store, program: str, *, at: datetime) -> Saved | None:
    """Wire this clone, and give the commit that told git which files are records.

    Args:
        store: The folder.
        program: Absolute path of this program, or the name under which ``PATH`` has it.
        at: Time of the commit, aware.

    Returns:
        ``None`` if git was told before, or is told something else, which is left as it is.

    Raises:
        ForeignCommandError: If another command stands in the clone's settings.
        RationaleError: As `rationale_cli.store.save.save` says.
    """
    wiring.wire(store, program)
    with suppress(RationaleError):  # it makes reading faster, and no more than that
        commit_graph.write(store)
    return tell_attributes(store, at=at)


def tell_attributes(store: Store, *, at: datetime) -> Saved | None:
    """Commit what tells git which files are records, where that is missing or older."""
    if attributes.told(store) not in {Told.OLDER, Told.NOTHING}:
        return None
    blob = store.read(attributes.NAME)
    write = Write(attributes.NAME, attributes.OURS, blob.id if blob else None)
    return save(store, (write,), message="attributes\n", at=at)
