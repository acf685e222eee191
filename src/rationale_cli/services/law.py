"""The law: a team's own provisions beside those that the program ships."""

from collections.abc import Iterator

from rationale_cli.codec import law, shipped
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.words import Words, with_provisions
from rationale_cli.errors import RationaleError
from rationale_cli.services import reading
from rationale_cli.store.repository import Store

FOLDER = "law"
"""Where a folder keeps a team's own provisions."""


def provisions(store: Store | None) -> tuple[Provision, ...]:
    """Give every provision that counts: a team's own, then the shipped ones; each id once.

    Args:
        store: The folder; without one the shipped provisions are all.
    """
    ours = {one.id: one for one in own(store)} if store is not None else {}
    shipped = {one.id: ours.get(one.id, one) for one in law.provisions()}
    return (*(one for one in ours.values() if one.id not in shipped), *shipped.values())


def own(store: Store) -> tuple[Provision, ...]:
    """Give a team's own provisions, file after file; a file that cannot be read is passed over."""
    return tuple(one for found, _ in _files(store) for one in found)


def faults(store: Store) -> tuple[RationaleError, ...]:
    """Say why files of a team's own provisions cannot be read, one error a file."""
    return tuple(error for _, error in _files(store) if error is not None)


def _files(store: Store) -> Iterator[tuple[tuple[Provision, ...], RationaleError | None]]:
    for path, text in reading.texts(store, FOLDER):
        if path.endswith(".toml"):
            try:
                yield law.decode(text, name=path), None
            except RationaleError as error:
                yield (), error


def words(store: Store, said: Words | None = None) -> Words:
    """Give what codes and fields are called, and a team's own provisions by their own names.

    Args:
        store: The folder.
        said: Words in the language of a person; the shipped ones if left out.
    """
    return with_provisions(said or shipped.words(), {one.id: one.name for one in own(store)})
