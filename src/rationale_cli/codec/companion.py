"""The companions of a decision, its concerns and who has seen it, as TOML text and back."""

from collections.abc import Mapping
from datetime import UTC, tzinfo
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import structs

from rationale_cli.codec import toml
from rationale_cli.codec.decision import localised
from rationale_cli.codec.faulty import faulty, formatted
from rationale_cli.domain.fault import Fault, faults
from rationale_cli.domain.form import plain, typed
from rationale_cli.domain.part import Part

_Kind = TypeVar("_Kind", bound=Part)


def encode(companion: Part) -> str:
    """Give the canonical text of a companion; equal ones have equal texts."""
    return toml.write(plain(companion))


def decode(
    text: str, kind: type[_Kind], *, name: str, newest: int = 1, zone: tzinfo = UTC
) -> _Kind:
    """Read a companion, also one that was edited by hand.

    Args:
        text: The text of its file.
        kind: ``Concern`` or ``Seen``.
        name: What faults call the file.
        newest: The newest format that is read.
        zone: Where times without offset are read.

    Raises:
        NewerFormatError: Before anything else is looked at.
        FaultyFileError: Naming every fault with its line and column.
    """
    data = localised(formatted(text, name=name, newest=newest), zone)
    if found := [*faults(data, kind), *_twice(data)]:
        raise faulty(name, text, found)
    return typed(data, kind)


def decode_answers(
    text: str,
    kind: type[Part],
    *,
    name: str,
    given: tuple[str, ...],
    zone: tzinfo,
    spellings: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, Any]:
    """Read answers: a part of a companion, in its own shape.

    Args:
        text: The text of the answers.
        kind: What they are a part of.
        name: What faults call the file.
        given: Keys that the program gives, and that answers may not.
        zone: Where times without offset are read.
        spellings: Other names of keys, with the ones that the record has.

    Raises:
        NewerFormatError: Before anything else is looked at.
        FaultyFileError: Naming every fault with its line and column.
    """
    written = localised(formatted(text, name=name, newest=1), zone)
    twice = [
        Fault((other,), f'"{other}" is another name of "{key}", which is given, too', at_key=True)
        for other, key in spellings.items()
        if other in written and key in written
    ]
    spelt = {spellings[other]: other for other in spellings if other in written}
    data = {spellings.get(key, key): value for key, value in written.items()}
    said = [
        Fault((key,), f'"{key}" is given by the program', at_key=True)
        for key in given
        if key in data
    ]
    found = [*twice, *said, *(_as_spelt(one, spelt) for one in faults(data, kind, partial=True))]
    if found:
        raise faulty(name, text, found)
    return {key: value for key, value in data.items() if key != "format"}


def _as_spelt(fault: Fault, spelt: Mapping[str, str]) -> Fault:
    """A fault is told at the key that was written."""
    first, *rest = fault.path or ("",)
    other = spelt.get(str(first))
    return structs.replace(fault, path=(other, *rest)) if other else fault


def _twice(data: dict[str, Any]) -> list[Fault]:
    found = []
    for name, rows in data.items():
        if not isinstance(rows, list):
            continue
        ids = [row.get("id") for row in rows if isinstance(row, dict)]
        for place, item_id in enumerate(ids):
            if item_id is not None and item_id in ids[:place]:
                found.append(Fault((name, place, "id"), f'"{item_id}" stands twice in this list'))
    return found
