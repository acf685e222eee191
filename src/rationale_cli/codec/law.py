"""Provisions of law read from their files: the shipped ones, or a team's own."""

from functools import cache
from pathlib import Path

import msgspec

from rationale_cli.codec import book as book_text
from rationale_cli.domain.provision import FORMAT, LawBook, Provision, law_faults

FOLDER = Path(__file__).parent.parent / "library" / "law"

BOOKS = (
    "children-act-1989",
    "adoption-and-children-act-2002",
    "care-planning-regulations-2010",
    "other-acts",
    "cases",
)
"""The shipped files, in the order in which they are offered."""


@cache
def provisions() -> tuple[Provision, ...]:
    """Give every provision that the program ships, file after file."""
    files = ((FOLDER / f"{name}.toml") for name in BOOKS)
    found = (decode(one.read_text(encoding="utf-8"), name=f"law/{one.name}") for one in files)
    return tuple(provision for book in found for provision in book)


def decode(text: str, *, name: str) -> tuple[Provision, ...]:
    """Read a file of provisions, each with what its file says of all of them.

    Args:
        text: The text of the file.
        name: What faults call it.

    Raises:
        NewerFormatError: Before anything else is looked at.
        FaultyFileError: Naming every fault with its line and column.
    """
    book = book_text.decode(text, LawBook, name=name, newest=FORMAT, wrong=law_faults)
    return tuple(_completed(one, book) for one in book.provisions)


def _completed(provision: Provision, book: LawBook) -> Provision:
    called = (way for act in book.acts if act.name == provision.act for way in act.spellings)
    return msgspec.structs.replace(
        provision,
        site=provision.site or book.site,
        jurisdiction=provision.jurisdiction or book.jurisdiction,
        act_spellings=(*provision.act_spellings, *called),
    )
