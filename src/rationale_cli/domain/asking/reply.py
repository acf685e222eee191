"""Replies: what can be said to an interview, each one a value."""

from typing import Any, TypeAlias

import msgspec


class Answer(msgspec.Struct, frozen=True):
    """An answer, already checked against its question; an empty list says there is none."""

    value: Any


class Leave(msgspec.Struct, frozen=True):
    """Going on without a word: an old answer stays, a new one is not given."""


class Skip(msgspec.Struct, frozen=True):
    """The question is left open on purpose; an answer that stands stays."""

    reason: str


class NotKnown(msgspec.Struct, frozen=True):
    """Nobody knows; an answer that stands stays."""

    reason: str = ""


class Back(msgspec.Struct, frozen=True):
    """To the question before."""


class Go(msgspec.Struct, frozen=True):
    """To a question, by number or id."""

    question: str


class Add(msgspec.Struct, frozen=True):
    """A new row."""


class Change(msgspec.Struct, frozen=True):
    """Through a row again, or to one of its columns alone."""

    row: str
    column: str = ""


class Remove(msgspec.Struct, frozen=True):
    """A row is taken off the list."""

    row: str


class Restore(msgspec.Struct, frozen=True):
    """A row that was taken off is put back."""

    row: str


class Clear(msgspec.Struct, frozen=True):
    """The answer that stands is taken away on purpose; it can be brought back."""


class Recall(msgspec.Struct, frozen=True):
    """What was taken away here, or stands aside, is the answer again."""


class Stop(msgspec.Struct, frozen=True):
    """No more for now; everything said is kept as a draft."""


class Save(msgspec.Struct, frozen=True):
    """Done: this is the decision."""


class Discard(msgspec.Struct, frozen=True):
    """Done: everything said is thrown away, which was asked twice."""


Movement: TypeAlias = (
    Answer | Leave | Skip | NotKnown | Clear | Recall | Back | Go | Add | Change | Remove | Restore
)
"""What changes an interview, or leads to another question."""

Reply: TypeAlias = Movement | Stop | Save | Discard
