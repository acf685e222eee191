"""From a team's own template to one commit."""

from datetime import datetime

from rationale_cli.services.templates import FOLDER
from rationale_cli.store.repository import Store
from rationale_cli.store.save import Write, save


def keep(store: Store, name: str, text: str, *, at: datetime) -> None:
    """Commit a template of the folder, unless it stands so already.

    Raises:
        RationaleError: As the store says.
    """
    path = f"{FOLDER}/{name}"
    committed = store.read(path)
    if committed is None or committed.data != text.encode():
        write = Write(path, text.encode(), committed.id if committed else None)
        save(store, (write,), message="templates\n", at=at)
