"""What may differ between two decisions: most of two neighbours is the same, and set aside."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from typing import Any

import msgspec

from rationale_cli.domain.content import BOOKKEEPING
from rationale_cli.domain.decision import FORMAT, Decision, Kind
from rationale_cli.domain.keeping import Times
from rationale_cli.domain.moment import Instant


def differing(before: Decision, after: Decision) -> list[str]:
    """Give the names of what may differ, in the order of the record; the rest is the same."""
    return [name for name in _TOLD if _may_differ(name, before, after)]


def apart(before: Decision, after: Decision, names: Iterable[str]) -> tuple[Decision, Decision]:
    """Give both decisions with nothing but what may differ between them.

    Args:
        before: One decision.
        after: Another one.
        names: Of what may differ, as `differing` gives them.
    """
    both = {name: _differing(getattr(before, name), getattr(after, name)) for name in names}
    old, new = ({name: pair[side] for name, pair in both.items()} for side in (0, 1))
    return msgspec.structs.replace(_NOTHING, **old), msgspec.structs.replace(_NOTHING, **new)


def _may_differ(name: str, before: Decision, after: Decision) -> bool:
    """Whether it is worth a look: most of two neighbours is the same, and compared at once."""
    one, other = getattr(before, name), getattr(after, name)
    return one is not other and (name in _LOOSE or one != other)


def _differing(value: Any, other: Any) -> tuple[Any, Any]:
    """Leave out the fields of a table that are the same in both; give anything else as it is."""
    if not isinstance(value, msgspec.Struct):
        return value, other
    same = {
        name: default
        for name, default in _defaults(type(value)).items()
        if getattr(value, name) == getattr(other, name)
    }
    return msgspec.structs.replace(value, **same), msgspec.structs.replace(other, **same)


@cache
def _defaults(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Give what the fields of a table hold that say nothing."""
    fields = msgspec.structs.fields(kind)
    return {one.name: one.default for one in fields if one.default is not msgspec.NODEFAULT}


_TOLD = tuple(name for name in Decision.__struct_fields__ if name not in BOOKKEEPING)
_LOOSE = ("answers", "conflict")
"""Where any value may stand: ``1 == True``, and yet they are written differently."""

_NOTHING = Decision(
    format=FORMAT,
    id="",
    revision=1,
    kind=Kind.CREATE,
    question_set="",
    time=Times(recorded_at=Instant(datetime.min.replace(tzinfo=UTC))),
)
