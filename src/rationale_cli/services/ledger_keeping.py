"""What is added to the ledger beside a decision: who was sent, read, asked and answered what."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from rationale_cli.domain import ids
from rationale_cli.domain.part import Party
from rationale_cli.domain.seen import Entry, EntryKind, Seen
from rationale_cli.errors import RationaleError, UsageError
from rationale_cli.services import companion_keeping
from rationale_cli.services.companion_keeping import CompanionMovedOnError
from rationale_cli.services.keeping import one_line
from rationale_cli.services.terms import NoRecorderError, Terms
from rationale_cli.services.understanding import ledger
from rationale_cli.store.repository import Store
from rationale_cli.store.save import Saved

TRIES = 5
"""Times that something is added to a file to which others add as well."""


class UnknownEntryError(RationaleError):
    """Nothing of this id was recorded about a decision."""

    def __init__(self, record_id: str, text: str, questions: Iterable[str]) -> None:
        known = ", ".join(questions)
        super().__init__(
            f"nothing that was said about {record_id!r} has the id {text!r}",
            hint=f"Questions have these: {known}." if known else "Nobody has asked anything yet.",
        )


class NoQuestionError(UsageError):
    """An answer was given to something that is no question."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(
            f"{entry.id!r} is no question: it says {entry.kind.value!r}",
            hint="'rationale seen ID' shows which questions wait.",
        )


class Added(NamedTuple):
    """What was added to a ledger.

    Attributes:
        entries: In their order.
        saved: The commit.
    """

    entries: tuple[Entry, ...]
    saved: Saved


def recorder(terms: Terms) -> Party:
    """Give who types.

    Raises:
        NoRecorderError: If nobody says.
    """
    if terms.by is None:
        raise NoRecorderError
    return terms.by


def add(store: Store, record_id: str, new: tuple[Entry, ...], terms: Terms, *, verb: str) -> Added:
    """Add entries to the ledger of a decision; nothing that stands in it changes.

    Others may add to it at the same time: then these come after theirs.

    Args:
        store: The folder.
        record_id: Of the decision.
        new: What is added; their ids are given here.
        terms: When it is recorded, and by whom.
        verb: What the commit says was done.

    Raises:
        CompanionMovedOnError: If others never stopped adding.
        RationaleError: As the store says; nothing was saved then.
    """
    by = one_line(recorder(terms))
    path = ids.path_of(record_id, ids.SEEN)
    for attempt in range(TRIES):
        kept = ledger(store, record_id)
        seen, entries = added(kept.value, new)
        message = (
            f"{subject(verb, record_id, entries)}\n\n"
            f"Rationale-Id: {record_id}\nRationale-By: {by}\n"
        )
        try:
            saved = companion_keeping.keep(
                store, seen, path, follows=kept.blob, message=message, at=terms.now.at
            )
        except CompanionMovedOnError:
            if attempt + 1 == TRIES:
                raise
        else:
            return Added(entries, saved)
    raise CompanionMovedOnError(record_id)


def subject(verb: str, record_id: str, entries: Iterable[Entry]) -> str:
    """Say in one line of a commit what was added: ids only."""
    return f"{verb} {record_id} {' '.join(one.id for one in entries)}"


def added(seen: Seen, new: tuple[Entry, ...]) -> tuple[Seen, tuple[Entry, ...]]:
    """Give a ledger with further entries, and these with their ids: ``E7`` after ``E6``."""
    numbers = [int(one.id[1:]) for one in seen.entry if one.id[1:].isdecimal()]
    first = max(numbers, default=0) + 1
    entries = tuple(
        msgspec.structs.replace(one, id=f"E{number}") for number, one in enumerate(new, start=first)
    )
    return msgspec.structs.replace(seen, entry=(*seen.entry, *entries)), entries


def question(seen: Seen, text: str) -> Entry:
    """Give the question that somebody means by its id.

    Raises:
        UnknownEntryError: If there is none.
        NoQuestionError: If it is no question.
    """
    meant = text.strip().upper()
    found = next((one for one in seen.entry if one.id.upper() == meant), None)
    if found is None:
        asked = (one.id for one in seen.entry if one.kind is EntryKind.QUESTION)
        raise UnknownEntryError(seen.id, text, asked)
    if found.kind is not EntryKind.QUESTION:
        raise NoQuestionError(found)
    return found
