"""Hindsight: what a decision rested on when it was made, and what was learned after that."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from rationale_cli.domain.decision import Decision, Kind
from rationale_cli.domain.part import Item
from rationale_cli.domain.past import is_after
from rationale_cli.domain.telling.opening import decided_in


class Learned(msgspec.Struct, frozen=True, kw_only=True):
    """An item that was not known, or not so, when the decision was made.

    Attributes:
        item: As it now stands.
        added: The revision in which it was first written down.
        last: The one that last changed it.
    """

    item: Item
    added: Decision
    last: Decision


def known_then(history: Sequence[Decision], name: str) -> tuple[Item, ...]:
    """Give the items of a list that were known when the present decision was made.

    They are those of the revision that made it, without what says of itself that it is later:
    a thing known of a later time, an answer or a view that came later. What was only written
    wrongly then stands as it was corrected.

    Args:
        history: Oldest first, never empty.
        name: ``known``, ``unknown`` or ``consulted``.
    """
    made = decided_in(history)
    limit = made.time.decided_at.at if made.time.decided_at else None
    found = (_then(item, limit) for item in _corrected(history, name).values())
    return tuple(item for item in found if item is not None)


def learned(history: Sequence[Decision], name: str) -> tuple[Learned, ...]:
    """Give the items of a list that were written down or changed after the decision was made."""
    then = {item.id: item for item in known_then(history, name)}
    new = [item for item in _items(history[-1], name) if then.get(item.id) != item]
    return tuple(_learned(item, history, name) for item in new)


def _learned(item: Item, history: Sequence[Decision], name: str) -> Learned:
    held = [{one.id: one for one in _items(decision, name)}.get(item.id) for decision in history]
    first = next(place for place, one in enumerate(held) if one is not None)
    last = len(held) - 1
    while last > first and held[last - 1] == item:
        last -= 1
    return Learned(item=item, added=history[first], last=history[last])


def _place(history: Sequence[Decision]) -> int:
    made = decided_in(history)
    return next(place for place, one in enumerate(history) if one is made)


def _corrected(history: Sequence[Decision], name: str) -> dict[str, Item]:
    """The items of the revision that decided, with later corrections of what they said."""
    place = _place(history)
    found = {item.id: item for item in _items(history[place], name)}
    for before, after in zip(history[place:], history[place + 1 :], strict=False):
        if after.kind is not Kind.CORRECT:
            continue
        old, new = ({one.id: one for one in _items(each, name)} for each in (before, after))
        for item_id in [one for one in found if old.get(one) == found[one]]:
            if item_id in new:
                found[item_id] = new[item_id]
            else:
                del found[item_id]
    return found


def _then(item: Item, limit: datetime | None) -> Item | None:
    """An item as it was known by a time; ``None`` if it was not."""
    answered: Any = getattr(item, "answered_at", None)
    if limit is None:
        return item
    if answered is not None:
        is_later = is_after(answered, limit)
        return msgspec.structs.replace(item, answer="", answered_at=None) if is_later else item
    own: Any = getattr(item, "as_of", None) or getattr(item, "at", None)
    return None if own is not None and is_after(own, limit) else item


def _items(decision: Decision, name: str) -> tuple[Item, ...]:
    found: tuple[Item, ...] = getattr(decision, name)
    return found
