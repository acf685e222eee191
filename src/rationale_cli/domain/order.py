"""The order of the items of a list: what a part of a record has to say of it, and what it does."""

from collections.abc import Iterable, Mapping
from typing import Any

from rationale_cli.domain.decision import ITEM_LETTERS

Row = dict[str, Any]


def ordered(rows: Iterable[Row], ids: Iterable[str]) -> list[Row]:
    """Give the items of a list in another order.

    Args:
        rows: Each with its id.
        ids: Of those that come first; one that is not there says nothing. The others keep their
            places behind them.
    """
    found = {row["id"]: row for row in rows}
    first = {item_id: found[item_id] for item_id in ids if item_id in found}
    return list({**first, **found}.values())


def order(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[str]]:
    """Give for each list the ids of its items in their new order, where it says something.

    It says nothing where items only went, or only came at the end.
    """
    found: dict[str, list[str]] = {}
    for name in ITEM_LETTERS:
        old, new = ([row["id"] for row in one.get(name, [])] for one in (before, after))
        stayed = [item_id for item_id in old if item_id in new]
        if new != [*stayed, *(item_id for item_id in new if item_id not in old)]:
            found[name] = new
    return found
