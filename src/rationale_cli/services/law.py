"""The law: a team's own provisions beside those that the program ships."""

from rationale_cli.codec import law, shipped
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.words import Words, with_provisions
from rationale_cli.errors import RationaleError
from rationale_cli.services import reading
from rationale_cli.store.repository import Store

FOLDER = "law"
"""Where a folder keeps a team's own provisions."""


def own(store: Store) -> tuple[Provision, ...]:
    """Give a team's own provisions, file after file; a file that cannot be read is passed over."""
    found: list[Provision] = []
    for path, text in reading.texts(store, FOLDER):
        if path.endswith(".toml"):
            try:
                found += law.decode(text, name=path)
            except RationaleError:
                continue
    return tuple(found)


def words(store: Store, said: Words | None = None) -> Words:
    """Give what codes and fields are called, and a team's own provisions by their own names.

    Args:
        store: The folder.
        said: Words in the language of a person; the shipped ones if left out.
    """
    return with_provisions(said or shipped.words(), {one.id: one.name for one in own(store)})
