"""The fields of a record, looked up by path: what a question may write to."""

from collections.abc import Iterator
from enum import EnumType
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

import msgspec

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.part import Item, Party
from rationale_cli.domain.questions.question import Kind

_KINDS: dict[Any, tuple[Kind, ...]] = {
    str: (Kind.LINE, Kind.PROSE, Kind.CHOICE),
    bool: (Kind.YES_NO,),
    int: (Kind.NUMBER,),
    Moment: (Kind.MOMENT,),
    Instant: (Kind.MOMENT,),
    Party: (Kind.PARTY,),
}


@cache
def fields() -> dict[str, Any]:
    """Give the type of every field by its path, as ``risk.likelihood``, in the order of a record.

    A list of items has its own path and one for each field of an item.
    """
    return dict(_fields(Decision, ""))


def codes(path: str) -> tuple[str, ...]:
    """Give the codes that a field allows; empty if it allows any text."""
    kind = fields().get(path)
    if not isinstance(kind, EnumType):
        return ()
    return tuple(str(one.value) for one in kind)  # type: ignore[var-annotated]  # any enum


def kinds(path: str) -> tuple[Kind, ...]:
    """Give the kinds of question whose answers fit a field."""
    kind = fields()[path]
    if isinstance(kind, EnumType):
        return (Kind.CHOICE,)
    if hasattr(kind, "__metadata__"):
        return (Kind.SCALE,)
    if get_origin(kind) is tuple:
        if not _is_item(get_args(kind)[0]):
            return (Kind.LIST, Kind.SEVERAL)
        return (Kind.HARMS, Kind.ROWS) if path == "risk" else (Kind.ROWS,)
    return _KINDS.get(kind, ())


def needs_time(path: str) -> bool:
    """Whether a bare day is not enough for a field."""
    return fields().get(path) is Instant


def _fields(table: type, prefix: str) -> Iterator[tuple[str, Any]]:
    for field in msgspec.structs.fields(table):
        path, kind = f"{prefix}{field.encode_name}", _plain(field.type)
        yield path, kind
        inner = get_args(kind)[0] if get_origin(kind) is tuple else kind
        if isinstance(inner, type) and issubclass(inner, msgspec.Struct) and inner is not Party:
            yield from _fields(inner, f"{path}.")


def _plain(kind: Any) -> Any:
    """The type itself, where ``None`` is allowed beside it."""
    others = [one for one in get_args(kind) if one is not NoneType]
    return others[0] if NoneType in get_args(kind) else kind


def _is_item(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Item)
