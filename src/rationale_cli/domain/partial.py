"""The part of a record that makes one set of answers out of another."""

from collections.abc import Mapping
from typing import Any

from rationale_cli.domain.answers import PARTIES, Answers, at
from rationale_cli.domain.decision import ITEM_LETTERS
from rationale_cli.domain.order import order


def part(before: Answers, after: Answers) -> Answers:
    """Give the partial record that leads from *before* to *after*.

    ``merge(before, part(before, after), {})`` holds what *after* holds; where both agree it
    says nothing, so that it can be laid over a later revision without undoing a colleague's.
    """
    lists = [name for name in dict.fromkeys((*before, *after)) if name in ITEM_LETTERS]
    gone: dict[str, list[str]] = {"fields": []}
    rows = {name: _rows(name, before.get(name, []), after.get(name, []), gone) for name in lists}
    rest = _table("", _without(before, lists), _without(after, lists), gone["fields"])
    said_none = after.get("none", [])
    none = [path for path in said_none if path not in before.get("none", [])]
    gone["fields"] += [
        path for path in before.get("none", []) if path not in said_none and at(after, path) is None
    ]
    # What is cleared by saying that there is none is not removed besides.
    gone["fields"] = [path for path in gone["fields"] if path not in said_none]
    remove = {name: ids for name, ids in gone.items() if ids and name not in said_none}
    parts = {**rest, **rows, "none": none, "remove": remove, "order": order(before, after)}
    return {name: value for name, value in parts.items() if value}


def _without(answers: Answers, lists: list[str]) -> Answers:
    return {name: value for name, value in answers.items() if name not in {*lists, "none"}}


def _table(
    prefix: str, old: Mapping[str, Any], new: Mapping[str, Any], gone: list[str]
) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for key in dict.fromkeys((*old, *new)):
        path = f"{prefix}{key}"
        before, after = old.get(key), new.get(key)
        if after is None:
            gone += [path] if not isinstance(before, Mapping) else _leaves(f"{path}.", before)
        elif isinstance(after, Mapping) and path not in PARTIES:
            if inner := _table(f"{path}.", before or {}, after, gone):
                table[key] = inner
        elif before != after:
            table[key] = after
    return table


def _leaves(prefix: str, table: Mapping[str, Any]) -> list[str]:
    found: list[str] = []
    for key, value in table.items():
        inner = isinstance(value, Mapping) and f"{prefix}{key}" not in PARTIES
        found += _leaves(f"{prefix}{key}.", value) if inner else [f"{prefix}{key}"]
    return found


def _rows(
    name: str,
    old: list[dict[str, Any]],
    new: list[dict[str, Any]],
    gone: dict[str, list[str]],
) -> list[dict[str, Any]]:
    """Give the rows that were added or changed, each with its id; note in *gone* what went."""
    before = {row["id"]: row for row in old}
    after = {row["id"]: row for row in new}
    gone[name] = [item_id for item_id in before if item_id not in after]
    changed = {
        item_id: _table(f"{name}.{item_id}.", before.get(item_id, {}), row, gone["fields"])
        for item_id, row in after.items()
    }
    return [{"id": item_id, **row} for item_id, row in changed.items() if row]
