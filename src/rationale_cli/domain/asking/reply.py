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
    """A new row; with an answer, already checked, to the first thing that is asked of it."""

    first: Any = None


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


class Move(msgspec.Struct, frozen=True):
    """A row changes its place in the list: -1 is one up, 1 is one down."""

    row: str
    by: int


class Undo(msgspec.Struct, frozen=True):
    """The last change that was made to this list since somebody sat down is taken back."""


class Mark(msgspec.Struct, frozen=True):
    """A kind of harm stands so, wherever in the walk one is; ``not-considered`` takes it back.

    Attributes:
        harm: Its code.
        status: How it stands.
        risk: Id of the row that is meant, where a kind of harm has several; empty for the first.
    """

    harm: str
    status: str
    risk: str = ""


class Look(msgspec.Struct, frozen=True):
    """To a kind of harm, wherever in the walk one is.

    Attributes:
        harm: Its code.
        risk: As in `Mark`.
        column: What is asked of it there, as ``reason``; how it stands if left out, or not asked.
    """

    harm: str
    risk: str = ""
    column: str = ""


class Pass(msgspec.Struct, frozen=True):
    """All that is left of this question is passed over; to the next one."""


class Clear(msgspec.Struct, frozen=True):
    """The answer that stands is taken away on purpose; it can be brought back."""


class Recall(msgspec.Struct, frozen=True):
    """What was taken away here, or stands aside, is the answer again."""


class Stop(msgspec.Struct, frozen=True):
    """No more for now; everything said is kept as a draft."""


class Save(msgspec.Struct, frozen=True):
    """Done: this is the decision.

    Attributes:
        final: Whether it is only saved if nothing is missing that finalising needs.
    """

    final: bool = False


class Discard(msgspec.Struct, frozen=True):
    """Done: everything said is thrown away, which was asked twice."""


OfRows: TypeAlias = Add | Change | Move | Remove | Restore
"""What is said at a list of rows."""

Movement: TypeAlias = (
    Answer | Leave | Skip | NotKnown | Clear | Recall | Mark | Back | Go | Pass | Look | OfRows
)
"""What changes an interview, or leads to another question."""

Reply: TypeAlias = Movement | Undo | Stop | Save | Discard
