"""Laying over the newest revision what was said on an older one, as values and nothing else."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any

import msgspec

from rationale_cli.domain.answers import PARTIES, Answers, at, merge, next_id, put, split
from rationale_cli.domain.decision import ITEM_LETTERS
from rationale_cli.domain.order import order
from rationale_cli.domain.partial import part

Renames = dict[tuple[str, str], str]
"""By name of a list and the id that an item had: the id that it has now."""

_REFERENCES = {
    "control": {"risks": "risk"},
    "option": {"law": "law"},
    "risk": {"options": "option"},
}
"""Fields of items that name items of another list by their ids."""


class Clash(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A place that was changed on both sides, each in its own way; the newer revision stands.

    Attributes:
        path: Of a field, an item or a list.
        yours: What was said there on the older revision; ``None`` if it was taken away.
    """

    path: str
    yours: Any = None


class Laid(msgspec.Struct, frozen=True, kw_only=True):
    """What comes of laying what was said over the newest revision.

    Attributes:
        answers: The newest revision's, with what was said.
        changed: Paths at which they now differ from it; a list's own where its items were moved.
        clashes: Where both had changed something, in the order of what was said.
        renames: New ids of items that were added under an id that is somebody else's by now.
    """

    answers: Answers
    changed: tuple[str, ...]
    clashes: tuple[Clash, ...]
    renames: Renames


def laid(
    base: Answers,
    said: Answers,
    newest: Answers,
    used: Mapping[str, Iterable[str]],
    *,
    aside: Iterable[str] = (),
) -> Laid:
    """Lay what was said over the newest revision; what was changed meanwhile stays.

    Laid over its own base it is what was said.

    Args:
        base: What the person had before them.
        said: All that stood there when they were done, what they left as it was included.
        newest: What stands by now.
        used: For each list the ids that were ever used in the history of the record.
        aside: Paths of what they had taken away and may bring back.
    """
    theirs = changes(base, newest)
    renames = _renames(base, _own_ids(base, said, aside), newest, used)
    own = _without_closed_gaps(base, renamed(said, renames), newest, theirs)
    # Where both moved items of a list, the newest revision's order stands.
    moved = {name: ids for name, ids in order(base, own).items() if name not in order(base, newest)}
    clashes = _outermost(tuple(_clashes(base, own, newest, theirs)))
    for clash in clashes:
        own = _as_in(base, own, clash.path)
    answers = merge(newest, {**part(base, own), "order": moved}, used)
    return Laid(
        answers=answers,
        changed=(*changes(newest, answers), *order(newest, answers)),
        clashes=clashes,
        renames=renames,
    )


def changes(before: Answers, after: Answers) -> dict[str, Any]:
    """Give by its path everything in which two sets of answers differ, as it is afterwards.

    An item that came or went is one change; ``[]`` stands for "there is none", ``None`` for
    what was taken away.
    """
    found: dict[str, Any] = {}
    for name in dict.fromkeys((*before, *after)):
        if name == "none":
            continue
        if name in ITEM_LETTERS:
            found |= _changed_rows(name, before.get(name, []), after.get(name, []))
        else:
            found |= _changed(name, before.get(name), after.get(name))
    none, was_none = after.get("none", []), before.get("none", [])
    found |= {path: [] for path in none if path not in was_none}
    gone = [path for path in was_none if path not in none and at(after, path) is None]
    return found | dict.fromkeys(gone)


def is_within(path: str, other: str) -> bool:
    """Whether a path is another one, or leads to a place inside it."""
    return split(path)[: len(split(other))] == split(other)


def renamed(answers: Answers, renames: Renames) -> Answers:
    """Give answers in which items have their new ids, and are named by them elsewhere."""
    result = deepcopy(answers)
    for name in ITEM_LETTERS:
        for row in result.get(name, []):
            row["id"] = renames.get((name, row["id"]), row["id"])
            if name == "gap" and isinstance(row.get("path"), str):
                row["path"] = renamed_path(row["path"], renames)
            for key, of in _REFERENCES.get(name, {}).items():
                if key in row:
                    row[key] = [renames.get((of, one), one) for one in row[key]]
    if "none" in result:
        result["none"] = [renamed_path(path, renames) for path in result["none"]]
    return result


def renamed_path(path: str, renames: Renames) -> str:
    """Give a path with the new id of the item that it leads through."""
    name, *rest = path.split(".")
    if name not in ITEM_LETTERS or not rest:
        return path
    return ".".join((name, renames.get((name, rest[0]), rest[0]), *rest[1:]))


def _changed(path: str, old: Any, new: Any) -> dict[str, Any]:
    if old == new:
        return {}
    tables = [one for one in (old, new) if one is not None]
    if path in PARTIES or not all(isinstance(one, Mapping) for one in tables):
        return {path: new}
    before, after = old or {}, new or {}
    found: dict[str, Any] = {}
    for key in dict.fromkeys((*before, *after)):
        found |= _changed(f"{path}.{key}", before.get(key), after.get(key))
    return found


def _changed_rows(
    name: str, old: list[dict[str, Any]], new: list[dict[str, Any]]
) -> dict[str, Any]:
    before, after = ({row["id"]: row for row in rows} for rows in (old, new))
    found: dict[str, Any] = {}
    for item_id in dict.fromkeys((*before, *after)):
        path = f"{name}.{item_id}"
        if item_id in before and item_id in after:
            found |= _changed(path, before[item_id], after[item_id])
        else:
            found[path] = after.get(item_id)
    return found


def _own_ids(base: Answers, said: Answers, aside: Iterable[str]) -> dict[str, list[str]]:
    """Ids of the items that were added now, those taken away again included."""
    gone = [path.split(".") for path in aside]
    found: dict[str, list[str]] = {}
    for name in ITEM_LETTERS:
        every = [*_ids(said, name), *(one[1] for one in gone if one[0] == name and one[1:])]
        known = _ids(base, name)
        found[name] = [one for one in dict.fromkeys(every) if one not in known]
    return found


def _renames(
    base: Answers,
    own: Mapping[str, list[str]],
    newest: Answers,
    used: Mapping[str, Iterable[str]],
) -> Renames:
    """An item that both added under one id is two items: the one said now gets the next free id."""
    found: Renames = {}
    for name, ids in own.items():
        theirs = dict.fromkeys((*used.get(name, ()), *_ids(newest, name)))
        taken = [*theirs, *_ids(base, name), *ids]
        for item_id in ids:
            if item_id in theirs:
                found[name, item_id] = next_id(name, taken)
                taken.append(found[name, item_id])
    return found


def _ids(answers: Answers, name: str) -> list[str]:
    return [row["id"] for row in answers.get(name, [])]


def _clashes(
    base: Answers, own: Answers, newest: Answers, theirs: Iterable[str]
) -> Iterator[Clash]:
    for path in changes(base, own):
        near = [one for one in theirs if is_within(path, one) or is_within(one, path)]
        # An item or a list of which the other side changed only a part is shown as a whole.
        widest = min((path, *near), key=lambda one: len(split(one)))
        yours = _standing(own, widest)
        if near and yours != _standing(newest, widest):
            yield Clash(widest, yours)


def _outermost(clashes: tuple[Clash, ...]) -> tuple[Clash, ...]:
    """Each place once, and none inside another."""
    paths = dict.fromkeys(one.path for one in clashes)
    inner = {one for one in paths if any(one != other and is_within(one, other) for other in paths)}
    found = {one.path: one for one in clashes if one.path not in inner}
    return tuple(found.values())


def _standing(answers: Answers, path: str) -> Any:
    return [] if path in answers.get("none", []) else at(answers, path)


def _as_in(base: Answers, own: Answers, path: str) -> Answers:
    """What was said, but for one path, at which nothing was said."""
    before = _standing(base, path)
    name, *rest = split(path)
    if name in ITEM_LETTERS and len(rest) == 1:
        rows = [row for row in own.get(name, []) if row["id"] != rest[0]]
        return put(own, name, [*rows, *([before] if before else [])] or None)
    # Gaps that were noted for the path stay with those who noted them.
    gaps = own.get("gap")
    result = put(own, path, before)
    return {**result, "gap": gaps} if gaps and name != "gap" else result


def _without_closed_gaps(
    base: Answers, own: Answers, newest: Answers, theirs: Iterable[str]
) -> Answers:
    """What was left open now, and somebody has answered meanwhile, is open no more."""
    known = _ids(base, "gap")
    answered = [one for one in theirs if _standing(newest, one) is not None]
    closed = [
        f"gap.{row['id']}"
        for row in own.get("gap", [])
        if row["id"] not in known and any(is_within(one, row.get("path", "")) for one in answered)
    ]
    for path in closed:
        own = put(own, path, None)
    return own
