"""How a revision is kept: its times, its change, its gaps, its handling."""

from enum import StrEnum
from typing import Any

import msgspec

from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.part import Item, Part


class GapKind(StrEnum):
    """Why a single field that was asked about holds nothing."""

    SKIPPED = "skipped"
    UNKNOWN = "unknown"


class Times(Part, frozen=True, kw_only=True):
    """When it was decided, recorded, noticed and takes effect: different facts.

    Attributes:
        recorded_at: When the program saved it; never given by the user.
        clock: ``given`` if the time of recording was given with ``--now``; otherwise empty.
    """

    decided_at: Instant | None = None
    recorded_at: Instant
    late_reason: str = ""
    noticed_at: Moment | None = None
    effective_from: Moment | None = None
    effective_to: Moment | None = None
    next_hearing: Moment | None = None
    irreversible_at: Moment | None = None
    clock: str = ""


class Change(Part, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Why this revision was made; belongs to it alone and is never inherited.

    Attributes:
        from_: The revision it follows; for a correction, the one corrected.
    """

    from_: int | None = None
    because: str = ""
    still_stands: str = ""
    told: tuple[str, ...] = ()


class Gap(Item, frozen=True, kw_only=True):
    """A single field that was asked about and left."""

    path: str = ""
    kind: GapKind | None = None
    reason: str = ""


class Waiver(Item, frozen=True, kw_only=True):
    """A rule of ``check`` that was set aside, by whom and why."""

    rule: str = ""
    reason: str = ""
    by: str = ""
    at: Moment | None = None


class Outcome(Item, frozen=True, kw_only=True):
    """What was learned afterwards: hindsight, kept apart from the reasons."""

    at: Moment | None = None
    text: str = ""
    by: str = ""


class Conflict(Item, frozen=True, kw_only=True):
    """Two versions that a join left, in canonical order."""

    path: str = ""
    base: Any = None
    values: tuple[Any, ...] = ()


class Handling(Part, frozen=True, kw_only=True):
    """Who may see it and how long it is kept.

    Attributes:
        sensitivity: Label of a single field or prose list by its path, as
            ``reason.weight``; it stays with the field in later revisions.
    """

    marking: str = ""
    audiences: tuple[str, ...] = ()
    shared_reason: str = ""
    retention_basis: str = ""
    dispose_after: Moment | None = None
    hold: bool | None = None
    sensitivity: dict[str, str] = msgspec.field(default_factory=dict)
