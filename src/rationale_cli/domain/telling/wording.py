"""Wordings: how a text was put before and how it is put now, with the words marked."""

import re
from collections.abc import Iterator
from itertools import groupby

from rationale_cli.domain.prose import Span, SpanKind, compared
from rationale_cli.domain.telling.sentence import Mark, Piece, plainly

_LONGEST = 160
"""Letters; what stayed between two changes is told in full as long as it is not longer."""

_WORD = re.compile(r"\w")
_END = re.compile(r"(?:[.!?…]\S*+\s++|\n\s*+)")


def reworded(before: str, after: str) -> tuple[Piece, ...]:
    """Tell how a text changed: the words that came and went, in the sentences they stand in.

    A text of which no word is left is told whole, beside what it became. Sentences that stayed
    as they were are counted where they are many.
    """
    if before.split() == after.split():
        return plainly("only blanks or ends of lines changed")
    spans = compared(before.strip(), after.strip())
    if not any(one.kind is SpanKind.KEPT and _WORD.search(one.text) for one in spans):
        return (
            Piece(text=f"“{before.strip()}”", mark=Mark.OLD),
            Piece(text=" → "),
            Piece(text=f"“{after.strip()}”", mark=Mark.NEW),
        )
    return tuple(_joined((Piece(text="“"), *_told(spans), Piece(text="”"))))


def _told(spans: tuple[Span, ...]) -> Iterator[Piece]:
    was = ""
    for place, span in enumerate(spans):
        following = spans[place + 1].kind if place + 1 < len(spans) else None
        if span.kind is SpanKind.KEPT:
            yield from _kept(span.text, is_first=not place, is_last=following is None)
        elif span.kind is SpanKind.REMOVED and following is SpanKind.ADDED:
            was = span.text
        elif span.kind is SpanKind.REMOVED:
            yield from _changed(span.text, "")
        else:
            yield from _changed(was, span.text)
            was = ""


def _changed(before: str, after: str) -> Iterator[Piece]:
    """Mark what came and went; the blanks around it stand outside of the mark."""
    was, now = before.strip(), after.strip()
    around = after if now else before
    yield Piece(text=around[: len(around) - len(around.lstrip())])
    if was and now:
        yield Piece(text=was, mark=Mark.WAS)
        yield Piece(text=now, mark=Mark.NOW)
    elif was:
        yield Piece(text=was, mark=Mark.REMOVED)
    elif now:
        yield Piece(text=now, mark=Mark.ADDED)
    if was or now:
        yield Piece(text=around[len(around.rstrip()) :])


def _kept(text: str, *, is_first: bool, is_last: bool) -> Iterator[Piece]:
    """Give what stayed; of much only the sentences that a change stands in."""
    ends = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    first = 0 if is_first else 1
    last = len(ends) - (1 if is_last else 2)
    if len(text) <= _LONGEST or last - first < 2:  # noqa: PLR2004 - one is not worth counting
        yield Piece(text=text)
        return
    yield Piece(text=text[: ends[first]])
    yield Piece(text=f"{last - first} sentences as before", mark=Mark.LEFT_OUT)
    yield Piece(text=text[ends[last] :] and f" {text[ends[last] :]}")


def _joined(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Join neighbours that are not marked, and leave out what is empty."""
    for mark, group in groupby((one for one in pieces if one.text), key=lambda one: one.mark):
        yield Piece(text="".join(one.text for one in group), mark=mark)
