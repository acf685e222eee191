"""What stands at one place of a record and came from one revision, as words and for programs."""

from collections.abc import Iterable, Iterator
from typing import Any

from rationale_cli.domain.answers import split
from rationale_cli.domain.decision import ITEM_LETTERS
from rationale_cli.domain.origin import Origin
from rationale_cli.domain.telling.saying import general, heading, item_told, said
from rationale_cli.domain.words import Words


def rows(found: Iterable[Origin], words: Words) -> Iterator[tuple[str, ...]]:
    """Give each place as cells for programs.

    They are: path, what stands there, revision, when it was decided, when recorded, who by, who
    decided if that revision did, why, and what stood there before.
    """
    for one in found:
        decision = one.revision.decision
        yield (
            one.path,
            "-" if one.now is None else stands(one.path, one.now, words),
            f"r{one.revision.number}",
            str(decision.time.decided_at or "-"),
            str(decision.time.recorded_at),
            str(decision.by.recorder or "-"),
            str(decision.by.decision_maker or "-") if one.is_decision else "-",
            decision.change.because or "-",
            stood(one, words) or "-",
        )


def plain(one: Origin) -> dict[str, Any]:
    """Give the origin of a place for programs."""
    decision = one.revision.decision
    maker = decision.by.decision_maker if one.is_decision else None
    return {
        "path": one.path,
        "now": one.now,
        "before": list(one.before),
        "revision": one.revision.number,
        "commit": one.revision.commit,
        "kind": decision.kind,
        "decided_at": str(decision.time.decided_at) if decision.time.decided_at else None,
        "recorded_at": str(decision.time.recorded_at),
        "by": str(decision.by.recorder) if decision.by.recorder else None,
        "decision_maker": str(maker) if maker else None,
        "because": decision.change.because or None,
        "since": one.since.number,
        "gone": one.gone.number if one.gone else None,
        "moved": one.moved.number if one.moved else None,
    }


def stands(path: str, value: Any, words: Words, *, whole: bool = False) -> str:
    """Say what stands at a place; an item by its name alone, or *whole*."""
    if value == []:
        return "asked, and there is none"
    name = split(path)[0]
    if is_item(path):
        return item_told(name, value, words) if whole else heading(name, value, words)
    return said(general(path), value, words)


def stood(one: Origin, words: Words, *, whole: bool = False) -> str:
    """Say what stood at a place before; an item by its name alone, or *whole*."""
    return " and, on the other side, ".join(
        stands(one.path, value, words, whole=whole) for value in one.before
    )


def is_item(path: str) -> bool:
    """Whether a path names an item, not a field of one."""
    name, *rest = split(path)
    return name in ITEM_LETTERS and len(rest) == 1
