"""From a companion of a decision to one commit."""

from datetime import datetime

from rationale_cli.codec import companion, toml
from rationale_cli.domain.part import Part
from rationale_cli.errors import RationaleError
from rationale_cli.services.keeping import TooLargeError
from rationale_cli.store import save as store_save
from rationale_cli.store.repository import Store
from rationale_cli.store.save import Saved, Write, save


class CompanionMovedOnError(RationaleError):
    """Somebody recorded something in the same file meanwhile."""

    def __init__(self, record_id: str) -> None:
        super().__init__(
            f"{record_id!r} has moved on: somebody recorded something there meanwhile",
            hint="Look at it, then record again what still holds.",
        )


def keep(
    store: Store, what: Part, path: str, *, follows: str | None, message: str, at: datetime
) -> Saved:
    """Keep a companion as one commit.

    Args:
        store: The folder.
        what: As it shall stand.
        path: Of its file.
        follows: The blob that it was made from; ``None`` if it is new.
        message: Ids, numbers, kinds and roles only.
        at: Time of the commit.

    Raises:
        CompanionMovedOnError: If that blob no longer stands.
        TooLargeError: If it has grown too large.
        RationaleError: As the store says; nothing was saved then.
    """
    record_id = path.rpartition("/")[2].removesuffix(".toml")
    write = Write(path, encoded(what, record_id), follows)
    try:
        return save(store, (write,), message=message, at=at)
    except store_save.MovedOnError:
        raise CompanionMovedOnError(record_id) from None


def encoded(what: Part, record_id: str) -> bytes:
    """Give the bytes of a companion's file, read back once to be sure of them.

    Raises:
        TooLargeError: If it has grown too large.
    """
    text = companion.encode(what)
    if len(text.encode()) > toml.LARGEST:
        raise TooLargeError(record_id)
    # What cannot be read back is not kept: this is the last moment at which nothing is lost.
    if companion.decode(text, type(what), name=record_id) != what:
        raise RuntimeError(record_id)
    return text.encode()
