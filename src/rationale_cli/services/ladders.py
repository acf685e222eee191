"""Ladders of concerns: a team's own before those that the program ships."""

from rationale_cli.codec import ladder as ladder_text
from rationale_cli.domain.ladder import Ladder
from rationale_cli.errors import RationaleError
from rationale_cli.services.reading import NotTextError
from rationale_cli.store.repository import Store

FOLDER = "ladders"
"""Where a folder keeps a team's own ladders."""


class UnknownLadderError(RationaleError):
    """No ladder has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"there is no ladder of the name {name!r}",
            hint=f"Write it in {FOLDER}/{name}.toml and commit it, or name another one as "
            '"ladder" in rationale.toml; docs/concerns.md shows how.',
        )


def ladder(store: Store, name: str) -> Ladder:
    """Give a ladder by its name.

    Raises:
        UnknownLadderError: If there is none.
        FaultyFileError: Naming every fault of a team's own.
    """
    path = f"{FOLDER}/{name}.toml"
    blob = store.read(path) if name and "/" not in name else None
    if blob is not None:
        try:
            return ladder_text.decode(blob.data.decode(), name=path)
        except UnicodeDecodeError:
            raise NotTextError(path) from None
    if name in ladder_text.SHIPPED:
        return ladder_text.shipped(name)
    raise UnknownLadderError(name)
