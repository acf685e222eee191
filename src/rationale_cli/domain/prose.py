"""Prose: two texts compared by word within sentence. The one door to ``rapidfuzz``."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

import msgspec


class SpanKind(StrEnum):
    """What became of a stretch of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text with what became of it; never empty."""

    kind: SpanKind
    text: str


def compared(before: str, after: str) -> tuple[Span, ...]:
    """Compare two texts by word, inside sentences that are still the same sentence.

    The spans give back both texts, letter for letter: what was kept and removed is *before*,
    what was kept and added is *after*. A sentence of which less than half is left is taken for
    another one, and told whole. So is a stretch of more than some 50 kB without one sentence
    left in it: to compare it would take more memory than it is worth.
    """
    old, new = _sentences(before), _sentences(after)
    found: list[_Piece] = []
    for same, ours, theirs in _stretches(list(map(str.strip, old)), list(map(str.strip, new))):
        was, now = old[ours], new[theirs]
        if same:
            for one, other in zip(was, now, strict=True):
                found += _by_word(one, other)
        else:
            found += _by_sentence(was, now)
    return tuple(_spans(found))


class _Piece(NamedTuple):
    """What stood somewhere and what stands there now; both are one text if it was kept."""

    old: str
    new: str

    @property
    def is_kept(self) -> bool:
        return self.old == self.new


_ENDS = ".!?…\N{IDEOGRAPHIC FULL STOP}\N{ARABIC QUESTION MARK}"
_MARKS = f'{_ENDS},;:/\N{ARABIC COMMA}"“”„«»()\\[\\]{{}}–—'
_CLOSING = "\"'\N{RIGHT SINGLE QUOTATION MARK}”»)\\]"
_SENTENCE_END = re.compile(rf"[{_ENDS}][{_CLOSING}]*+\s++|\n\s*+")
_TOKEN = re.compile(rf"\s++|\d++(?:[.,:/]\d++)++|[^\s{_MARKS}]++|.")
"""Blanks, a number or time with its dots, a word, or one mark."""

_ISLAND = 2
"""So many words between two changes read better as part of them, if the changes are longer."""

_LEAST_KEPT = 0.5
_LARGEST = 400_000_000
"""Tokens of the one text times tokens of the other: a bit of memory each, 50 MB."""


def _sentences(text: str) -> list[str]:
    """Split into sentences and lines, each with the blanks behind it; nothing is lost."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    return [text[start:end] for start, end in pairwise((0, *ends, len(text))) if start < end]


def _by_sentence(old: list[str], new: list[str]) -> Iterator[_Piece]:
    """Compare stretches in which no sentence is the same: by word where one became another."""
    start, begin = 0, 0
    for ours, theirs in _reworded(old, new):
        yield _Piece("".join(old[start:ours]), "".join(new[begin:theirs]))
        yield from _by_word(old[ours], new[theirs])
        start, begin = ours + 1, theirs + 1
    yield _Piece("".join(old[start:]), "".join(new[begin:]))


def _reworded(old: list[str], new: list[str]) -> Iterator[tuple[int, int]]:
    """Give the places of sentences that became one another, in order.

    Each has more words in common with the other than with any third; no two pairs cross,
    because the words that all of them have in common stand in the same order.
    """
    ours, theirs = [_tokens(one) for one in old], [_tokens(one) for one in new]
    left = [(place, token) for place, tokens in enumerate(ours) for token in tokens]
    right = [(place, token) for place, tokens in enumerate(theirs) for token in tokens]
    kept: Counter[tuple[int, int]] = Counter()
    for same, here, there in _stretches([one for _, one in left], [one for _, one in right]):
        if same:
            for (one, token), (other, _) in zip(left[here], right[there], strict=True):
                kept[one, other] += _weight(token)
    kept = +kept  # pairs that share no word, but only a mark, are none
    best, beloved = _best(kept, 0), _best(kept, 1)
    for one, other in sorted(best.items()):
        whole = sum(map(_weight, ours[one])) + sum(map(_weight, theirs[other]))
        if beloved[other] == one and 2 * kept[one, other] >= _LEAST_KEPT * whole > 0:
            yield one, other


def _best(kept: Counter[tuple[int, int]], side: int) -> dict[int, int]:
    """For each sentence of one side the one of the other side that kept most of it."""
    found: dict[int, tuple[int, int]] = {}
    for pair, weight in kept.items():
        found[pair[side]] = max(found.get(pair[side], (0, 0)), (weight, -pair[1 - side]))
    return {one: -other for one, (_, other) in found.items()}


def _by_word(old: str, new: str) -> Iterator[_Piece]:
    if old == new:
        yield _Piece(old, new)
        return
    ours, theirs = _tokens(old), _tokens(new)
    found: list[_Piece] = []
    for _, here, there in _stretches(ours, theirs):
        found.append(_Piece("".join(ours[here]), "".join(theirs[there])))
        if len(found) > 2 and _is_island(*found[-3:]):  # noqa: PLR2004 - an island and its shores
            found[-3:] = [_Piece(*map("".join, zip(*found[-3:], strict=True)))]
    yield from found


def _is_island(left: _Piece, kept: _Piece, right: _Piece) -> bool:
    """Whether what was kept between two changes only breaks them up."""
    if left.is_kept or right.is_kept:
        return False
    words = sum(map(_is_word, _tokens(kept.old)))
    if not words:
        return kept.old.isspace()
    shorter = min(max(map(len, left)), max(map(len, right)))
    return words <= _ISLAND and len(kept.old) <= shorter


def _stretches(
    old: Sequence[Hashable], new: Sequence[Hashable]
) -> Iterator[tuple[bool, slice, slice]]:
    """Give where two rows are the same and where they are not, in turns and in order."""
    first = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), None)
    first = min(len(old), len(new)) if first is None else first
    here = there = 0
    for start, begin, length in (*_same(old, new, first), (len(old), len(new), 0)):
        if here < start or there < begin:
            yield False, slice(here, start), slice(there, begin)
        here, there = start + length, begin + length
        if length:
            yield True, slice(start, here), slice(begin, there)


def _same(
    old: Sequence[Hashable], new: Sequence[Hashable], first: int
) -> Iterator[tuple[int, int, int]]:
    """Give stretches that are the same: where each begins, and how long it is."""
    if (len(old) - first) * (len(new) - first) > _LARGEST:
        yield from [(0, 0, first)][: bool(first)]
        return
    # Imported where prose changed: loading it takes a tenth of a start-up.
    from rapidfuzz.distance import Indel

    # By number: equal numbers are equal tokens, which equal hashes need not be.
    numbers: dict[Hashable, int] = {}
    ours = [numbers.setdefault(one, len(numbers)) for one in old]
    theirs = [numbers.setdefault(one, len(numbers)) for one in new]
    for step in Indel.opcodes(ours, theirs):
        if step.tag == "equal":
            yield step.src_start, step.dest_start, step.src_end - step.src_start


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _is_word(token: str) -> bool:
    return any(map(str.isalnum, token))


def _weight(token: str) -> int:
    return len(token) if _is_word(token) else 0


def _spans(pieces: Iterable[_Piece]) -> Iterator[Span]:
    """Give the pieces as spans, neighbours of one kind joined."""
    kept = old = new = ""
    for piece in pieces:
        if piece == ("", ""):
            continue
        if piece.is_kept:
            yield from _told(SpanKind.REMOVED, old)
            yield from _told(SpanKind.ADDED, new)
            old, new, kept = "", "", kept + piece.old
        else:
            yield from _told(SpanKind.KEPT, kept)
            kept, old, new = "", old + piece.old, new + piece.new
    yield from _told(SpanKind.KEPT, kept)
    yield from _told(SpanKind.REMOVED, old)
    yield from _told(SpanKind.ADDED, new)


def _told(kind: SpanKind, text: str) -> Iterator[Span]:
    if text:
        yield Span(kind=kind, text=text)
