"""Origins: which revision last set what a record holds, and what stood there before."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.content import BOOKKEEPING, content, is_same
from rationale_cli.domain.decision import ITEM_LETTERS, Decision
from rationale_cli.domain.revision import Revision, Unreadable, followed
from rationale_cli.domain.telling.opening import decides

Same = Callable[[Any, Any], bool]
"""Whether two plain values are written alike."""


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where what stands at one place came from.

    Attributes:
        path: Of a field, as ``title``, ``reason.decisive`` or ``risk.R1.likelihood``; of an item,
            as ``option.B``; of a list that was asked about and is empty.
        now: Plain value as in ``seed``; an item's whole table; ``[]`` where the answer is that
            there is none; ``None`` if nothing stands there any more.
        revision: The last one that set it, or took it away.
        is_decision: Whether that revision made a decision.
        before: What stood there in the revisions which that one follows, each value once;
            empty if nothing did.
        since: The revision from which on something has stood there without a break.
        gone: If it had stood there before and was taken away: the revision that took it away.
        moved: The last revision that gave an item another place in its list.
    """

    path: str
    now: Any = None
    revision: Revision
    is_decision: bool = False
    before: tuple[Any, ...] = ()
    since: Revision
    gone: Revision | None = None
    moved: Revision | None = None


def origins(
    versions: Iterable[Revision | Unreadable], *, same: Same = is_same
) -> tuple[Origin, ...]:
    """Give the origin of all that the last version holds, in the order of the record.

    What the record once held and holds no more follows at the end. A revision that joins two is
    followed to the side that brought the value; if both did, to the one that had it first.

    Args:
        versions: Each after those that it follows, the last one readable; never empty.
        same: Compares; each revision is compared with those that it follows and no other.
    """
    history = tuple(versions)
    parents = followed(history)
    left = _followers(parents)
    states: dict[str, _State] = {}
    for revision in (one for one in history if isinstance(one, Revision)):
        above = parents[revision.commit]
        states[revision.commit] = _next(
            revision, above, [states[one.commit] for one in above], same
        )
        for one in above:
            left[one.commit] -= 1
            if not left[one.commit]:
                del states[one.commit]  # nobody follows it any more
    parts = states[history[-1].commit].values()
    found = [one for part in parts for one in part.values()]
    return tuple(sorted(found, key=lambda one: one.now is None))


_Part = dict[str, Origin]
"""Origins by path; items in the order of their list."""

_State = dict[str, _Part]
"""The origins at one revision, by the name that their paths begin with, in the record's order."""

_PARTS = tuple(name for name in Decision.__struct_fields__ if name not in (*BOOKKEEPING, "none"))

_LOOSE = ("answers", "conflict")
"""Parts that can hold anything, where Python thinks that 1 equals true."""


class _Step(NamedTuple):
    """One part of a revision, with its origins at those that the revision follows.

    Attributes:
        own: Whether the revision made a decision.
    """

    revision: Revision
    own: bool
    sides: list[_Part]
    same: Same


def _followers(parents: dict[str, tuple[Revision, ...]]) -> dict[str, int]:
    counts = dict.fromkeys(parents, 0)
    for above in parents.values():
        for one in above:
            counts[one.commit] += 1
    return counts


def _next(
    revision: Revision, parents: tuple[Revision, ...], states: list[_State], same: Same
) -> _State:
    """Give the origins at a revision."""
    decision, before = revision.decision, tuple(one.decision for one in parents)
    own = decides(decision, *before)
    table = content(decision)
    found: _State = {}
    for name in _PARTS:
        step = _Step(revision, own, [state[name] for state in states], same)
        found[name] = (
            step.sides[0]
            if _stays(name, decision, before, step)
            else _part(_places(name, table), step)
        )
    return found


def _stays(name: str, decision: Decision, before: tuple[Decision, ...], step: _Step) -> bool:
    """Whether a part is as it was, which is quicker to see than of its places one by one."""
    if not before or name in _LOOSE:
        return False
    return all(side is step.sides[0] for side in step.sides) and all(
        getattr(one, name) == getattr(decision, name) and _none(one, name) == _none(decision, name)
        for one in before
    )


def _none(decision: Decision, name: str) -> set[str]:
    return {path for path in decision.none if path.partition(".")[0] == name}


def _part(places: dict[str, Any], step: _Step) -> _Part:
    """Give the origins in one part of a revision."""
    found: _Part = {}
    whole: dict[str, _Part] = {}
    for path, value in places.items():
        # Where an item stands as it stood, so does every field of it.
        side = whole.get(_item(path)) or _side(path, value, step)
        if side is None:
            found[path] = _set(path, value, step)
            continue
        found[path] = side[path]
        if path == _item(path):
            whole[path] = side
    for path in dict.fromkeys(path for side in step.sides for path in side if path not in found):
        gone = [side[path] for side in step.sides if path in side and side[path].now is None]
        found[path] = min(gone, key=_recorded) if gone else _set(path, None, step)
    return found | _moved(found, step)


def _places(name: str, table: Answers) -> dict[str, Any]:
    """Give every place of a part that holds something, an item before its fields."""
    found: dict[str, Any] = {path: [] for path in table["none"] if path.partition(".")[0] == name}
    value = table.get(name)
    if name in ITEM_LETTERS:
        for item in value or ():
            found[f"{name}.{item['id']}"] = item
            found |= {f"{name}.{item['id']}.{key}": item[key] for key in item if key != "id"}
    elif isinstance(value, dict):
        fields = {f"{name}.{key}": value[key] for key in value}
        labels = fields.pop("handling.sensitivity", {})
        found |= fields | {f"handling.sensitivity.{path}": one for path, one in labels.items()}
    elif value is not None:
        found[name] = value
    return found


def _item(path: str) -> str:
    """Give the path of the item that a path leads to or into; empty if there is none."""
    name, *rest = path.split(".")
    return f"{name}.{rest[0]}" if name in ITEM_LETTERS and rest else ""


def _side(path: str, value: Any, step: _Step) -> _Part | None:
    """Give the side that brought a value, the one that had it first; ``None`` if it is new."""
    had = [
        side
        for side in step.sides
        if path in side and side[path].now is not None and step.same(side[path].now, value)
    ]
    return min(had, key=lambda side: _recorded(side[path]), default=None)


def _set(path: str, value: Any, step: _Step) -> Origin:
    there = [side[path] for side in step.sides if path in side]
    stood = sorted((one for one in there if one.now is not None), key=_recorded)
    ended = sorted((one for one in there if one.now is None), key=_recorded)
    before: list[Any] = []
    for one in stood:
        if not any(step.same(one.now, other) for other in before):
            before.append(one.now)
    return Origin(
        path=path,
        now=value,
        revision=step.revision,
        is_decision=step.own,
        before=tuple(before),
        since=stood[0].since if stood else step.revision,
        gone=stood[0].gone if stood else ended[0].revision if ended else None,
        moved=stood[0].moved if stood else None,
    )


def _moved(found: _Part, step: _Step) -> _Part:
    """Give the items whose place in their list is new, or was brought by another side."""
    after = _order(found)
    shared = [_shared(_order(side), after) for side in step.sides]
    kept = next((place for place, (old, new) in enumerate(shared) if old == new), None)
    if kept is not None:
        told = {path: step.sides[kept][path].moved for path in shared[kept][1]}
    else:
        told = dict.fromkeys(_displaced(*shared[0]), step.revision) if shared else {}
    return {
        path: msgspec.structs.replace(found[path], moved=moved)
        for path, moved in told.items()
        if found[path].moved is not moved
    }


def _order(part: _Part) -> list[str]:
    """The paths of the items of a list, as they stand in it."""
    return [path for path, one in part.items() if one.now is not None and path == _item(path)]


def _shared(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    """Two orders of what stands in both."""
    return [one for one in before if one in after], [one for one in after if one in before]


def _displaced(before: list[str], after: list[str]) -> list[str]:
    """The one item that was moved; where several were, all that now stand elsewhere."""
    alone = [one for one in after if _without(before, one) == _without(after, one)]
    if alone:
        return [min(alone, key=lambda one: after.index(one) - before.index(one))]
    return [one for old, one in zip(before, after, strict=True) if old != one]


def _without(order: list[str], item: str) -> list[str]:
    return [one for one in order if one != item]


def _recorded(origin: Origin) -> datetime:
    return origin.revision.decision.time.recorded_at.at
