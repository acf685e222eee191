"""Which labels something carries at each revision of a record, also where only a later one says so.

A label stays: what was labelled once is so in every later revision, until another label is put in
its place. And it reaches back: an item that was labelled later is the same item in an earlier
revision, and so is a field that held the same text. Otherwise the old revision would tell what
the new one withholds.

Clearing something reaches back no further than what was cleared: where nothing was said of it
before, its first label speaks for earlier revisions as far as they hold the very same. Otherwise
a copy would tell as new, or as decided on that day, what was only cleared then.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rationale_cli.domain.answers import at
from rationale_cli.domain.content import is_same

Record = Mapping[str, Any]
Labelled = Mapping[str, frozenset[str]]
"""Labels by path; an empty label stands for "said nothing", which counts as the default."""


def labels(history: Sequence[Record]) -> tuple[Labelled, ...]:
    """Give for each revision the labels of its items and fields, by path.

    Args:
        history: Plain values of each revision, each after those that it follows.
    """
    said = [dict(_said(record)) for record in history]
    found: list[dict[str, frozenset[str]]] = [{} for _ in history]
    for path in dict.fromkeys(path for one in said for path in one):
        _spread(path, history, said, found)
    return tuple(found)


def _spread(
    path: str,
    history: Sequence[Record],
    said: Sequence[Mapping[str, str]],
    found: Sequence[dict[str, frozenset[str]]],
) -> None:
    """Put the labels of one path on every revision in which what stands there carries them."""
    is_item = path in _items(history)
    own, standing = [], ""
    for record in said:
        standing = record.get(path, standing)
        own.append(standing)
    later: list[tuple[str, Any]] = []
    for place in reversed(range(len(history))):
        value = at(history[place], path)
        label = said[place].get(path, "")
        if label:
            later.append((label, value))
        reaching = [one for one, then in later if is_item or is_same(then, value)]
        is_spoken_for = not own[place] and any(_is_unmoved(then, value) for _, then in later)
        found[place][path] = frozenset(reaching if is_spoken_for else (own[place], *reaching))


def _is_unmoved(then: Any, before: Any) -> bool:
    """Whether the very same stands there in both, whatever it is labelled."""
    if isinstance(then, Mapping) and isinstance(before, Mapping):
        return is_same(_bare(then), _bare(before))
    return before is not None and is_same(then, before)


def _bare(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "sensitivity"}


def _said(record: Record) -> Iterator[tuple[str, str]]:
    """Give each path that a revision labels itself, with the label."""
    for name, rows in record.items():
        for place, row in enumerate(rows if isinstance(rows, list) else ()):
            if isinstance(row, Mapping) and row.get("sensitivity"):
                yield f"{name}.{key(row, place)}", row["sensitivity"]
    yield from record.get("handling", {}).get("sensitivity", {}).items()


def _items(history: Sequence[Record]) -> frozenset[str]:
    return frozenset(
        f"{name}.{key(row, place)}"
        for record in history
        for name, rows in record.items()
        if isinstance(rows, list)
        for place, row in enumerate(rows)
        if isinstance(row, Mapping)
    )


def key(row: Mapping[str, Any], place: int) -> str:
    """Give what an item of a list is called by: its id, its number, or else its place."""
    return str(row.get("id", row.get("n", place)))
