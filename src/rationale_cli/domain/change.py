"""Changes: what one decision holds and another does not, field by field, items by id."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

import msgspec

from rationale_cli.domain.acting import comes_up
from rationale_cli.domain.answers import Answers, at, split
from rationale_cli.domain.content import content, is_same
from rationale_cli.domain.decision import ITEM_LETTERS, Decision
from rationale_cli.domain.differing import apart, differing
from rationale_cli.domain.entries import come, gone
from rationale_cli.domain.form import form, seed
from rationale_cli.domain.viewed import holds_back


class ChangeKind(StrEnum):
    """What happened to a place in the record."""

    SET = "set"
    CHANGED = "changed"
    CLEARED = "cleared"
    ENTRY_ADDED = "entry-added"
    ENTRY_REMOVED = "entry-removed"
    ITEM_ADDED = "item-added"
    ITEM_REMOVED = "item-removed"
    MOVED = "moved"
    NONE_SAID = "none-said"
    NONE_UNSAID = "none-unsaid"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One difference between two decisions.

    Attributes:
        path: ``mode``, ``risk.R2.likelihood``, ``reason.decisive``, ``risk.R2``; for an order the
            path of its list, for a list that was asked about and is empty the path of that list.
        before: Plain value as in ``seed``; an entry's text, an item's whole table, an order's
            texts or ids; ``None`` if there was nothing.
        after: Likewise.
        place: Where an added entry or item stands in its list, from 0.
    """

    path: str
    kind: ChangeKind
    before: Any = None
    after: Any = None
    place: int | None = None

    @property
    def about(self) -> tuple[str, ...]:
        """What two changes have in common that are about the same thing.

        It is the path, with the text of an entry; an order and a none are things of their own.
        """
        match self.kind:
            case ChangeKind.ENTRY_ADDED:
                return self.path, "entry", self.after
            case ChangeKind.ENTRY_REMOVED:
                return self.path, "entry", self.before
            case ChangeKind.MOVED:
                return self.path, "order"
            case ChangeKind.NONE_SAID | ChangeKind.NONE_UNSAID:
                return self.path, "none"
            case _:
                return (self.path,)

    @property
    def item(self) -> str:
        """The path of the item that it is about; empty if it is about none."""
        name, *rest = split(self.path)
        return f"{name}.{rest[0]}" if name in ITEM_LETTERS and rest else ""


def diff(before: Decision, after: Decision) -> tuple[Change, ...]:
    """Tell what changed: material changes first, then in the order of the record.

    Material are the outcome of options, the mode, the status, risks, dissent and ratings. Items are
    matched by id, never by place or likeness; ``apply(diff(a, b), a)`` has the content of *b*.
    """
    both = before, after
    names = differing(before, after)
    old, new = map(content, apart(before, after, names))
    found = (one for name in names for one in _walk(name, old, new))
    return tuple(sorted((one for one in found if not holds_back(one.path, *both)), key=rank))


def apply(changes: Iterable[Change], decision: Decision) -> Decision:
    """Make the changes to a decision; its bookkeeping stays as it is.

    Raises:
        InvalidDecisionError: If the changes do not belong to this decision.
    """
    answers = seed(decision)
    for change in changes:
        _make(answers, change)
    return form(answers)


def _walk(name: str, old: Answers, new: Answers) -> Iterator[Change]:
    before, after = old.get(name), new.get(name)
    if name == "none":
        yield from _silences(before or [], after or [])
    elif name in ITEM_LETTERS:
        yield from _items(name, before or [], after or [])
    else:
        yield from _values(name, before, after)


def _values(path: str, before: Any, after: Any) -> Iterator[Change]:
    if (
        path.count(".") == 0 and isinstance(before or after, Mapping)
    ) or path == "handling.sensitivity":
        yield from _tables(path, before or {}, after or {})
    elif isinstance(before or after, list) and _is_texts(path):
        if before != after:
            yield from _entries(path, before or [], after or [])
    elif not is_same(before, after):
        yield _valued(path, before, after)


def _tables(path: str, before: Answers, after: Answers) -> Iterator[Change]:
    for key in dict.fromkeys((*before, *after)):
        yield from _values(f"{path}.{key}", before.get(key), after.get(key))


def _is_texts(path: str) -> bool:
    """Whether a list there is told entry by entry.

    An empty list is an answer to a set's own question, and two versions are one thing.
    """
    return not path.startswith(("answers.", "conflict."))


def _valued(path: str, before: Any, after: Any) -> Change:
    if before is None:
        return Change(path=path, kind=ChangeKind.SET, after=after)
    if after is None:
        return Change(path=path, kind=ChangeKind.CLEARED, before=before)
    return Change(path=path, kind=ChangeKind.CHANGED, before=before, after=after)


def _items(name: str, before: list[Answers], after: list[Answers]) -> Iterator[Change]:
    old = {item["id"]: item for item in before}
    new = {item["id"]: item for item in after}
    for item_id, item in old.items():
        if item_id not in new:
            yield Change(path=f"{name}.{item_id}", kind=ChangeKind.ITEM_REMOVED, before=item)
    for place, (item_id, item) in enumerate(new.items()):
        path = f"{name}.{item_id}"
        if item_id not in old:
            yield Change(path=path, kind=ChangeKind.ITEM_ADDED, after=item, place=place)
            continue
        fields = dict.fromkeys((*old[item_id], *item))
        for field in fields:
            yield from _values(f"{path}.{field}", old[item_id].get(field), item.get(field))
    yield from _order(name, list(old), list(new))


def _entries(path: str, before: list[str], after: list[str]) -> Iterator[Change]:
    for text in gone(before, after):
        yield Change(path=path, kind=ChangeKind.ENTRY_REMOVED, before=text)
    for place, text in come(before, after):
        yield Change(path=path, kind=ChangeKind.ENTRY_ADDED, after=text, place=place)
    yield from _order(path, before, after)


def _order(path: str, before: list[str], after: list[str]) -> Iterator[Change]:
    """A change of order, if coming and going alone do not lead from one list to the other."""
    left = list(before)
    for text in gone(before, after):
        left.remove(text)
    for place, text in come(before, after):
        left.insert(place, text)
    if left != after:
        yield Change(path=path, kind=ChangeKind.MOVED, before=tuple(left), after=tuple(after))


def _silences(before: list[str], after: list[str]) -> Iterator[Change]:
    for path in before:
        if path not in after:
            yield Change(path=path, kind=ChangeKind.NONE_UNSAID)
    for path in after:
        if path not in before:
            yield Change(path=path, kind=ChangeKind.NONE_SAID)


def rank(change: Change) -> tuple[int, int]:
    """Give where a change belongs: material ones first, then in the order of the record."""
    steps = change.path.split(".")
    place = _ORDER.get(steps[0], len(_ORDER))
    if steps[0] == "option" and (len(steps) == 1 or steps[-1] != "status"):
        return len(_MATERIAL), place
    if steps[0] == "trigger" and not comes_up(change.path, change.after):
        return len(_MATERIAL), place
    return _MATERIAL.index(steps[0]) if steps[0] in _MATERIAL else len(_MATERIAL), place


_ORDER = {name: place for place, name in enumerate(Decision.__struct_fields__)}
_MATERIAL = ("option", "mode", "status", "risk", "dissent", "rating", "trigger")


def _make(answers: Answers, change: Change) -> None:
    match change.kind:
        case ChangeKind.NONE_SAID | ChangeKind.NONE_UNSAID:
            none = [path for path in answers.get("none", ()) if path != change.path]
            said = change.kind is ChangeKind.NONE_SAID
            answers["none"] = [*none, change.path] if said else none
        case ChangeKind.ENTRY_ADDED | ChangeKind.ENTRY_REMOVED | ChangeKind.MOVED:
            _make_in_list(answers, change)
        case ChangeKind.ITEM_ADDED | ChangeKind.ITEM_REMOVED:
            _make_item(answers, change)
        case _:
            _put(answers, split(change.path), change.after)


def _make_in_list(answers: Answers, change: Change) -> None:
    if change.path in ITEM_LETTERS:
        rows = {item["id"]: item for item in answers[change.path]}
        answers[change.path] = [rows[item_id] for item_id in change.after]
        return
    found = list(at(answers, change.path) or [])
    if change.kind is ChangeKind.MOVED:
        found = list(change.after)
    elif change.kind is ChangeKind.ENTRY_REMOVED:
        found.remove(change.before)
    else:
        found.insert(change.place or 0, change.after)
    _put(answers, split(change.path), found)


def _make_item(answers: Answers, change: Change) -> None:
    name, item_id = split(change.path)
    rows = answers.setdefault(name, [])
    if change.kind is ChangeKind.ITEM_ADDED:
        rows.insert(change.place, change.after)
    else:
        rows[:] = [item for item in rows if item["id"] != item_id]


def _put(table: Any, steps: tuple[str, ...], value: Any) -> None:
    head, *rest = steps
    if isinstance(table, list):
        (table,) = (item for item in table if item["id"] == head)
        head, *rest = rest
    if rest:
        _put(table.setdefault(head, {}), tuple(rest), value)
    elif value is None:
        table.pop(head, None)
    else:
        table[head] = value
