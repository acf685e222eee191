"""Ids of a copy: counted anew where a gap in them would tell how much was taken out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rationale_cli.domain.answers import next_id
from rationale_cli.domain.decision import ITEM_LETTERS

_POINTING = {
    ("risk", "options"): "option",
    ("control", "risks"): "risk",
    ("option", "law"): "law",
}
_PATHS = ("gap", "conflict")


Ids = Mapping[str, Mapping[str, str]]
"""By the name of a list what each of its items is called in a copy."""


def new_ids(
    seen: Sequence[Mapping[str, Any]],
    lists: Iterable[str],
    whole: Sequence[Mapping[str, Any]] = (),
) -> Ids:
    """Give ids by which the items of some lists are numbered without a gap.

    An item keeps its new id through all revisions; they are given in the order in which the
    items first appear.

    Args:
        seen: Plain values of each revision without what is not cleared, each after those that it
            follows.
        lists: Those from which something was taken out, in any revision.
        whole: The same with nothing taken out; what is not seen is numbered after all that is.
    """
    wanted = [name for name in ITEM_LETTERS if name in set(lists)]
    return {name: _ids(name, (*seen, *whole)) for name in wanted}


def renumbered(history: Iterable[Mapping[str, Any]], ids: Ids) -> tuple[dict[str, Any], ...]:
    """Give the plain values of each revision with its items called by new ids."""
    return tuple(_with(record, ids) for record in history)


def renamed(path: str, ids: Ids) -> str:
    """Give a path with the new id of the item that it leads to or into."""
    name, _, rest = path.partition(".")
    item_id, dot, field = rest.partition(".")
    if name not in ids or item_id not in ids[name]:
        return path
    return f"{name}.{ids[name][item_id]}{dot}{field}"


def _ids(name: str, history: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for record in history:
        for row in record.get(name, ()):
            if row["id"] not in found:
                found[row["id"]] = next_id(name, found.values())
    return found


def _with(record: Mapping[str, Any], ids: Ids) -> dict[str, Any]:
    result = dict(record)
    for name, new in ids.items():
        if name in result:
            result[name] = [{**row, "id": new[row["id"]]} for row in result[name]]
    for (name, field), target in _POINTING.items():
        if target in ids and name in result:
            result[name] = [_pointing(row, field, ids[target]) for row in result[name]]
    for name in _PATHS:
        if name in result:
            result[name] = [
                {**row, "path": renamed(row.get("path", ""), ids)} for row in result[name]
            ]
    if "none" in result:
        result["none"] = [renamed(one, ids) for one in result["none"]]
    return result


def _pointing(row: Mapping[str, Any], field: str, new: Mapping[str, str]) -> dict[str, Any]:
    if field not in row:
        return dict(row)
    return {**row, field: [new.get(one, one) for one in row[field]]}
