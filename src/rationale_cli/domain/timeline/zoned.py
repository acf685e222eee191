"""Zones: a decision with all its times as the clocks of one place showed them."""

from datetime import tzinfo
from typing import TypeVar

import msgspec

from rationale_cli.domain.moment import Moment

Value = TypeVar("Value")


def zoned(value: Value, zone: tzinfo) -> Value:
    """Give a value in which every time is written in a zone; a bare day is a day everywhere.

    Args:
        value: A decision, or anything inside of one.
        zone: In which the times are told.

    Returns:
        The same instants. What needs no change is the same object.
    """
    if isinstance(value, Moment):
        if value.at is None:
            return value
        moved = type(value)(value.at.astimezone(zone))
        return value if moved == value else moved
    if isinstance(value, msgspec.Struct):
        parts = {name: getattr(value, name) for name in value.__struct_fields__}
        new = {name: zoned(part, zone) for name, part in parts.items()}
        changed = {name: part for name, part in new.items() if part is not parts[name]}
        return msgspec.structs.replace(value, **changed) if changed else value
    if isinstance(value, tuple):
        moved_parts = [zoned(part, zone) for part in value]
        is_same = all(new is old for new, old in zip(moved_parts, value, strict=True))
        return value if is_same else type(value)(moved_parts)
    return value
