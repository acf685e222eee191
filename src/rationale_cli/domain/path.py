"""Paths: which places a record has, as its types say."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

import msgspec

from rationale_cli.domain.answers import ID_LISTS, split
from rationale_cli.domain.decision import ITEM_LETTERS, Decision


def is_place(path: str) -> bool:
    """Whether a record can hold something there; an item may have any id."""
    return _kind_at(path) is not None


def is_list(path: str) -> bool:
    """Whether a record can say of a path that it was asked about and is empty."""
    # What a set's own question holds is for the set to say; nothing here knows the set.
    if len(split(path)) > 1 and path.startswith("answers."):
        return is_place(path)
    return path not in ID_LISTS and get_origin(_kind_at(path)) is tuple


def meant(path: str, allowed: Callable[[str], bool]) -> str:
    """Give the path that was probably meant, or an empty text.

    Args:
        path: As it was written.
        allowed: Which paths would do.
    """
    known = [one for one in _places(split(path)) if allowed(one)]
    # "decisive" is likelier to be "reason.decisive" than anything that looks like it.
    tails = [one for one in known if one.endswith(f".{path}")]
    return next(iter(tails or get_close_matches(path, known, n=1)), "")


def _kind_at(path: str) -> Any:
    """Give the type of what stands at a path, or ``None`` if there is no such place."""
    kind: Any = Decision
    for step in split(path):
        kind = _inner(kind, step)
    return kind


def _inner(kind: Any, step: str) -> Any:
    if get_origin(kind) is dict:
        return get_args(kind)[1] if step else None
    if get_origin(kind) is tuple:
        return _row(kind) if step else None
    return _fields(kind).get(step) if _is_table(kind) else None


def _row(kind: Any) -> Any:
    """The type of the items of a list; ``None`` for a list of texts."""
    inner = get_args(kind)[0] if get_origin(kind) is tuple else None
    return inner if _is_table(inner) else None


def _is_table(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


@cache
def _fields(kind: type) -> dict[str, Any]:
    return {field.encode_name: _said(field.type) for field in msgspec.structs.fields(kind)}


def _said(kind: Any) -> Any:
    """A type without the ``None`` that stands for "not said"."""
    arguments = get_args(kind)
    if NoneType in arguments:
        (kind,) = (one for one in arguments if one is not NoneType)
    return kind


def _places(steps: tuple[str, ...]) -> Iterator[str]:
    """Every place of a record; inside items, those of the item that the steps name."""
    for name, kind in _fields(Decision).items():
        yield name
        if _is_table(kind):
            yield from (f"{name}.{key}" for key in _fields(kind))
        elif name in ITEM_LETTERS and len(steps) > 2:  # noqa: PLR2004 - list, id and field
            yield from (f"{name}.{steps[1]}.{key}" for key in _fields(_row(kind)))
