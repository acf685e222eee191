"""Ids of items in a partial record: they mean an item that is there, or one that is wholly new."""

from collections.abc import Iterable, Mapping
from typing import Any

from rationale_cli.domain.answers import Answers, split
from rationale_cli.domain.decision import ITEM_LETTERS
from rationale_cli.errors import RationaleError

_LEFT_OUT = "Leave the id out: the next free one is then given."


class ItemIdError(RationaleError):
    """An id in a list can mean two things, or none.

    Attributes:
        name: Of the list.
        item_id: As it was given.
    """

    def __init__(self, message: str, name: str, item_id: str, *, hint: str) -> None:
        super().__init__(message, hint=hint)
        self.name = name
        self.item_id = item_id


class ReusedIdError(ItemIdError):
    """An id was given that an item now gone had before."""

    def __init__(self, name: str, item_id: str) -> None:
        super().__init__(
            f"the id {item_id!r} was used before in the list {name!r} of this record",
            name,
            item_id,
            hint=_LEFT_OUT,
        )


class LookalikeIdError(ItemIdError):
    """A new id differs from another one only in upper and lower case."""

    def __init__(self, name: str, item_id: str, other: str) -> None:
        super().__init__(
            f"the id {item_id!r} in the list {name!r} is {other!r} but for upper and lower case",
            name,
            item_id,
            hint=f"Write {other!r} if that item is meant; for a new one, leave the id out.",
        )


class UnknownItemError(ItemIdError):
    """An id was named that no item of the record ever had."""

    def __init__(self, name: str, item_id: str, present: tuple[str, ...]) -> None:
        super().__init__(
            f"the list {name!r} of this record has no {item_id!r}",
            name,
            item_id,
            hint=f"Name one of: {', '.join(present)}."
            if present
            else "Leave it out; the list is empty.",
        )


def demand_sound(
    base: Answers, partial: Mapping[str, Any], used: Mapping[str, Iterable[str]]
) -> None:
    """Make sure that every id in a partial record can only mean one thing.

    Taking away what is gone already changes nothing and is no fault: a file that is run twice
    says the same twice.

    Args:
        base: What it is to be laid over.
        partial: What is said.
        used: For each list the ids that were ever used in the history of the record.

    Raises:
        UnknownItemError: If something is said of an item that was never there.
        ReusedIdError: If an item now gone, or taken away by the same file, had the id.
        LookalikeIdError: If a new id and another one differ only in case.
    """
    remove = partial.get("remove", {})
    for name in ITEM_LETTERS:
        present = tuple(row["id"] for row in base.get(name, []))
        ever = (*present, *used.get(name, ()))
        given = [item["id"] for item in partial.get(name, []) if item.get("id")]
        fields = _steps(name, remove.get("fields", []))
        gone = [*remove.get(name, []), *(rest[0] for rest in fields if len(rest) == 1)]
        _demand_known(name, [*gone, *(rest[0] for rest in fields)], ever, present)
        silent = [rest[0] for rest in _steps(name, partial.get("none", []))]
        moved = partial.get("order", {}).get(name, [])
        _demand_known(name, [*silent, *moved], (*ever, *given), present)
        _demand_fresh(name, given, present=present, ever=ever, gone=gone)


def _steps(name: str, paths: Iterable[str]) -> list[tuple[str, ...]]:
    """Give what follows the name of a list in each path into it."""
    inside = (split(path) for path in paths if path.startswith(f"{name}."))
    return [steps[1:] for steps in inside]


def _demand_known(
    name: str, wanted: Iterable[str], known: tuple[str, ...], present: tuple[str, ...]
) -> None:
    for item_id in wanted:
        if item_id not in known:
            raise UnknownItemError(name, item_id, present)


def _demand_fresh(
    name: str,
    given: list[str],
    *,
    present: tuple[str, ...],
    ever: tuple[str, ...],
    gone: list[str],
) -> None:
    for place, item_id in enumerate(given):
        if item_id in gone or (item_id in ever and item_id not in present):
            raise ReusedIdError(name, item_id)
        if item_id in present:
            continue
        for other in (*ever, *given[:place]):
            if other.lower() == item_id.lower() and other != item_id:
                raise LookalikeIdError(name, item_id, other)
