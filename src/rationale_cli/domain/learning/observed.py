"""What was seen in the records of one folder or several: numbers and codes, and no words."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import chain
from typing import Any

import msgspec

from rationale_cli.domain.people import DissentStatus


class HarmSeen(msgspec.Struct, frozen=True, kw_only=True):
    """How one kind of harm was looked at in one decision for which it is due.

    Attributes:
        code: Of a kind that the library knows; a record's own words never stand here.
        silent_first: Whether nobody had looked at it when the decision was first recorded.
        silent_now: Whether nobody has looked at it yet.
        feared: Whether a disagreement named it while nobody had looked at it.
    """

    code: str
    silent_first: bool
    silent_now: bool
    feared: bool


class StageSeen(msgspec.Struct, frozen=True, kw_only=True):
    """How long one stage of a concern took, in working days.

    Attributes:
        allowed: How many it had; ``None`` if nobody said when it was due.
    """

    n: int
    took: int
    allowed: int | None


class Lack(StrEnum):
    """What a pause can lack."""

    REASON = "reason"
    AGREED = "agreed"
    RESTART = "restart"
    MEASURES = "measures"


class PauseSeen(msgspec.Struct, frozen=True, kw_only=True):
    """What one pause lacked."""

    lacks: tuple[Lack, ...]


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """How long one decision took from the first disagreement to its reversal."""

    days: int
    working_days: int


class Late(msgspec.Struct, frozen=True, kw_only=True):
    """How much later than decided one revision was recorded, and whether it says why."""

    minutes: int
    is_explained: bool


class Fired(msgspec.Struct, frozen=True, kw_only=True):
    """One look-again point at which something happened.

    Attributes:
        minutes: From then until somebody acted; ``None`` if nobody has, or only days are known.
        days: The same in days; ``None`` if nobody has acted.
        is_called_late: Whether the record gives a reason for acting late.
    """

    minutes: int | None
    days: int | None
    is_called_late: bool


class Observed(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was seen.

    Attributes:
        decisions: How many were read.
        unreadable: How many records were not.
        revisions: Of all those decisions.
        concerns: How many were raised.
        dissent: How each disagreement stands.
    """

    decisions: int = 0
    unreadable: int = 0
    revisions: int = 0
    concerns: int = 0
    harms: tuple[HarmSeen, ...] = ()
    stages: tuple[StageSeen, ...] = ()
    pauses: tuple[PauseSeen, ...] = ()
    dissent: tuple[DissentStatus, ...] = ()
    turns: tuple[Turn, ...] = ()
    late: tuple[Late, ...] = ()
    fired: tuple[Fired, ...] = ()

    def __add__(self, other: "Observed") -> "Observed":
        """Put together what was seen in two places."""
        return together((self, other))


def together(many: Iterable[Observed]) -> Observed:
    """Put together what was seen in many places."""
    found = tuple(many)
    put: dict[str, Any] = {}
    for name in Observed.__struct_fields__:
        values = [getattr(one, name) for one in found]
        is_number = isinstance(getattr(_NOTHING, name), int)
        put[name] = sum(values) if is_number else tuple(chain.from_iterable(values))
    return Observed(**put)


_NOTHING = Observed()
