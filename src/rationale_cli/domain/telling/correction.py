"""Corrections: what was written wrongly, kept visible beside what stands now."""

import itertools
from collections.abc import Sequence

import msgspec

from rationale_cli.domain.answers import split
from rationale_cli.domain.change import Change, ChangeKind, diff
from rationale_cli.domain.decision import Decision, Kind
from rationale_cli.domain.telling.saying import general, item_told, placed, said
from rationale_cli.domain.words import Words


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One place that was put right.

    Attributes:
        revision: Of the correction, as ``r7``.
        place: What a person calls it, as ``Thing known K10: as of``, or a whole item by its id.
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
        if change.kind is not ChangeKind.MOVED  # an order holds no text of its own
    )


def _correction(change: Change, decision: Decision, words: Words) -> Correction:
    was, now = _texts(change, words)
    return Correction(
        revision=f"r{decision.revision}",
        place=placed(change.path, words),
        was=was,
        now=now,
        because=" ".join(decision.change.because.split()),
    )


def _texts(change: Change, words: Words) -> tuple[str, str]:
    """What stood there and what stands there now, each empty if it is nothing."""
    match change.kind:
        case ChangeKind.NONE_SAID:
            return "", _NONE
        case ChangeKind.NONE_UNSAID:
            return _NONE, ""
        case ChangeKind.ITEM_ADDED:
            return "", item_told(split(change.path)[0], change.after, words)
        case ChangeKind.ITEM_REMOVED:
            return item_told(split(change.path)[0], change.before, words), ""
        case _:
            field = general(change.path)
            return said(field, change.before, words), said(field, change.after, words)


_NONE = "asked, and there is none"
