"""Sentences: what is said of a change, with what came and what went marked in it."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from rationale_cli.domain.change import Change


class Mark(StrEnum):
    """What became of a piece of text.

    ``old`` and ``new`` are whole texts, and the words around them say which is which. The others
    stand inside a text that otherwise went on: ``was`` and ``now`` where words were replaced,
    ``removed`` and ``added`` where none came in their place or had stood there; ``left-out``
    says how much of the text is not told.
    """

    NONE = ""
    OLD = "old"
    NEW = "new"
    WAS = "was"
    NOW = "now"
    REMOVED = "removed"
    ADDED = "added"
    LEFT_OUT = "left-out"


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Some text, and what became of it."""

    text: str
    mark: Mark = Mark.NONE


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of one field.

    Attributes:
        label: What the field is called; empty if the clause needs none.
        pieces: What is said of it.
    """

    label: str = ""
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The clause in plain words: ``why: “She is [added: not] safe.”``."""
        told = "".join(_plain(self.pieces))
        return f"{self.label}: {told}" if self.label else told


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One change, or those of one item, in words.

    Attributes:
        head: What it is about: an item, a field, or how an item came.
        clauses: What is said of it.
        details: Of a new item what else it holds, for whoever reads every change.
        is_material: Whether it belongs on page one: what became of the options, the mode, the
            status; a risk or disagreement that is new, gone or stands differently.
        changes: Those that it tells.
    """

    head: str
    clauses: tuple[Clause, ...] = ()
    details: tuple[Clause, ...] = ()
    is_material: bool = False
    changes: tuple[Change, ...] = ()

    @property
    def text(self) -> str:
        """The sentence in plain words on one line, without its details."""
        told = "; ".join(clause.text for clause in self.clauses)
        return f"{self.head}: {told}" if told else self.head


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """What changed in one part of a record; never without a sentence."""

    heading: str
    sentences: tuple[Sentence, ...]


def plainly(text: str) -> tuple[Piece, ...]:
    """Give text as pieces: one, with nothing marked."""
    return (Piece(text=text),)


def _plain(pieces: Sequence[Piece]) -> Iterator[str]:
    """Give pieces as plain text, marked by words: ``[added: x]``, ``[was: x, now: y]``."""
    before = ""
    for piece in pieces:
        text = " ".join(piece.text.split())
        match piece.mark:
            case Mark.WAS:
                told = f"[was: {text}, "
            case Mark.NOW:
                told = f"now: {text}]"
            case Mark.REMOVED | Mark.ADDED:
                told = f"[{piece.mark}: {text}]"
            case Mark.LEFT_OUT:
                told = f"[{text}]"
            case _:
                told = _spaced(piece.text)
        yield f" {told}" if _touch(before, told) else told
        before = told


def _touch(before: str, told: str) -> bool:
    """Whether a bracket and a word would run into one another."""
    return (before[-1:].isalnum() and told[:1] == "[") or (
        before[-1:] == "]" and told[:1].isalnum()
    )


def _spaced(text: str) -> str:
    """Make one space of all blanks, also of those at the ends."""
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{inner}{' ' * text[-1:].isspace()}"
