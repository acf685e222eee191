"""One thing that was looked at, and how it stands."""

from enum import StrEnum

import msgspec

from rationale_cli.errors import RationaleError


class State(StrEnum):
    """How something stands: ``note`` is what can be so, ``look`` what should not be."""

    FINE = "fine"
    NOTE = "note"
    LOOK = "look"


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at.

    Attributes:
        about: What it is about, in one word.
        text: The fact, in a sentence.
        hint: What to do, in a sentence; empty if nothing needs to be done.
    """

    about: str
    state: State
    text: str
    hint: str = ""


def fine(about: str, text: str) -> Point:
    """Give what is as it should be."""
    return Point(about=about, state=State.FINE, text=text)


def note(about: str, text: str, hint: str) -> Point:
    """Give what can be otherwise, and need not."""
    return Point(about=about, state=State.NOTE, text=text, hint=hint)


def look(about: str, text: str, hint: str) -> Point:
    """Give what should not be so."""
    return Point(about=about, state=State.LOOK, text=text, hint=hint)


def trouble(about: str, error: RationaleError) -> Point:
    """Give what could not be looked at, in the words of the error."""
    text = "; ".join((str(error), *error.lines))
    return look(about, f"{text[:1].upper()}{text[1:]}.", error.hint)
