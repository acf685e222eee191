"""Corrections: what was written wrongly, kept visible beside what stands now."""

import itertools
from collections.abc import Sequence

import msgspec

from rationale_cli.domain.answers import split
from rationale_cli.domain.change import Change, ChangeKind, diff
from rationale_cli.domain.decision import ITEM_LETTERS, Decision, Kind
from rationale_cli.domain.telling.saying import placed, said
from rationale_cli.domain.words import Words

_OF_A_TEXT = {
    ChangeKind.SET,
    ChangeKind.CHANGED,
    ChangeKind.CLEARED,
    ChangeKind.ENTRY_ADDED,
    ChangeKind.ENTRY_REMOVED,
}


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One place that was put right.

    Attributes:
        revision: Of the correction, as ``r7``.
        place: What a person calls it, as ``Thing known K10: as of``.
        was: What stood there; empty if nothing did.
        now: What the correction wrote; empty if it took the text away.
        because: The reason given.
    """

    revision: str
    place: str
    was: str
    now: str
    because: str


def corrections(history: Sequence[Decision], words: Words) -> tuple[Correction, ...]:
    """Give every correction of a history, oldest first.

    Args:
        history: Oldest first.
        words: What codes and fields are called.
    """
    return tuple(
        _correction(change, after, words)
        for before, after in itertools.pairwise(history)
        if after.kind is Kind.CORRECT
        for change in diff(before, after)
        if change.kind in _OF_A_TEXT
    )


def _correction(change: Change, decision: Decision, words: Words) -> Correction:
    field = _field(change.path)
    return Correction(
        revision=f"r{decision.revision}",
        place=placed(change.path, words),
        was=said(field, change.before, words),
        now=said(field, change.after, words),
        because=" ".join(decision.change.because.split()),
    )


def _field(path: str) -> str:
    """Give the path without the id of an item: ``known.text`` for ``known.K10.text``."""
    name, *rest = split(path)
    return ".".join((name, *rest[1:])) if name in ITEM_LETTERS else path
