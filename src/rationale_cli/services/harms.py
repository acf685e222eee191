"""Kinds of harm: a team's own beside those that the program ships, and what is due here."""

from collections.abc import Sequence

import msgspec

from rationale_cli.codec import harms, shipped
from rationale_cli.domain.harm import Harm, joined
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.words import Words, with_harms
from rationale_cli.errors import RationaleError
from rationale_cli.services import reading
from rationale_cli.store.repository import Store

FOLDER = "harms"
"""Where a folder keeps a team's own kinds of harm."""


class Own(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder says of kinds of harm.

    Attributes:
        harms: A team's own, file after file.
        unread: Files that cannot be read, with why: what they ask for cannot be looked at.
    """

    harms: tuple[Harm, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()


def own(store: Store) -> Own:
    """Give a team's own kinds of harm; a file that cannot be read keeps nobody from a record."""
    found: list[Harm] = []
    unread: list[tuple[str, str]] = []
    for path, text in reading.texts(store, FOLDER):
        if path.endswith(".toml"):
            try:
                found += harms.decode(text, name=path)
            except RationaleError as error:
                unread.append((path, "; ".join(error.lines) or str(error)))
    return Own(harms=tuple(found), unread=tuple(unread))


def catalogue(
    settings: Settings, found: Own, said: Sequence[Harm] | None = None
) -> tuple[Harm, ...]:
    """Give every kind of harm that is looked at in a folder, and which are due for everybody.

    Args:
        settings: Of the folder.
        found: A team's own.
        said: The shipped ones in the language of a person; in English if left out.
    """
    every = shipped.harms() if said is None else said
    return joined(every, found.harms, settings.harms.also)


def words(said: Words, found: Own) -> Words:
    """Give the words with a team's own kinds of harm by their own names."""
    return with_harms(said, {one.code: one.name for one in found.harms})
