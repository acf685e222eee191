"""A draft as TOML text and back: the answers in the record's own shape, the rest in ``[draft]``."""

from datetime import date, datetime
from typing import Any

import msgspec

from rationale_cli.codec import toml
from rationale_cli.codec.faulty import NewerFormatError, faulty, unreadable
from rationale_cli.domain.asking.draft import FORMAT, Draft
from rationale_cli.domain.fault import Fault

_TABLE = "draft"
_HINT = "The text stands in .git/rationale/drafts; what it says can still be read there."


def encode(draft: Draft) -> str:
    """Give the text of a draft; reading it gives the same draft, to the last character."""
    table: dict[str, Any] = msgspec.to_builtins(draft, builtin_types=(date, datetime))
    answers = table.pop("answers")
    told = {name: value for name, value in table.items() if name == "place" or value}
    # An empty place is the very end; no place at all is before the first question.
    told = {name: value for name, value in told.items() if value is not None}
    return toml.write({**answers, _TABLE: told})


def decode(text: str, *, name: str) -> Draft:
    """Read a draft.

    Raises:
        NewerFormatError: Before anything else is looked at.
        FaultyFileError: If it is none.
    """
    try:
        # A draft may have grown beyond what a record may hold; it must be read all the same.
        answers = toml.read(text, largest=16 * toml.LARGEST)
    except toml.UnreadableError as error:
        raise unreadable(name, error) from None
    table = answers.pop(_TABLE, None)
    if not isinstance(table, dict):
        raise faulty(name, text, [Fault((), "the table [draft] is missing", at_key=True)])
    # Before anything else: a later format may have keys that would be misread.
    if type(found := table.get("format")) is int and found > FORMAT:
        raise NewerFormatError(name, found, FORMAT)
    try:
        return msgspec.convert({**table, "answers": answers}, Draft)
    except msgspec.ValidationError as error:
        fault = Fault((_TABLE,), f"cannot be read: {error}", at_key=True)
        raise faulty(name, text, [fault], hint=_HINT) from None
