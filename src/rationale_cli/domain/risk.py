"""Risks of harm, what is done about them, and what would be unthinkable."""

from enum import StrEnum

from rationale_cli.domain.knowledge import Confidence
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.part import Item, Scale

GRAVEST = 5
"""The greatest impact there is: it is told first at any likelihood, and never multiplied away."""


class RiskStatus(StrEnum):
    """What was concluded about a kind of harm; ``not-considered`` is the loud default."""

    PRESENT = "present"
    NOT_RULED_OUT = "not-ruled-out"
    THOUGHT_UNLIKELY = "thought-unlikely"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    NOT_CONSIDERED = "not-considered"


class ControlState(StrEnum):
    """Whether something that should keep a person safe is really happening."""

    PLANNED = "planned"
    IN_PLACE = "in-place"
    FAILED = "failed"
    STOPPED = "stopped"
    UNVERIFIED = "unverified"


class Risk(Item, frozen=True, kw_only=True):
    """One kind of harm, how likely and how bad it would be over a period."""

    harm: str = ""
    status: RiskStatus | None = None
    reason: str = ""
    plan: str = ""
    who: str = ""
    evidence: tuple[str, ...] = ()
    period: str = ""
    likelihood: Scale | None = None
    impact: Scale | None = None
    confidence: Confidence | None = None
    protective: tuple[str, ...] = ()
    residual: Scale | None = None
    warning_sign: str = ""
    options: tuple[str, ...] = ()
    assessed_at: Moment | None = None


class Control(Item, frozen=True, kw_only=True):
    """Something done to keep a risk down, and by whom."""

    what: str = ""
    who: str = ""
    risks: tuple[str, ...] = ()
    state: ControlState | None = None
    checked_at: Moment | None = None


class Rating(Item, frozen=True, kw_only=True):
    """One person's place on a scale of the field, as a reunification band."""

    scale: str = ""
    value: str = ""
    why: str = ""
    role: str = ""
    agency: str = ""
    at: Moment | None = None


class Unthinkable(Item, frozen=True, kw_only=True):
    """The worst credible story, who would see it first and what would stop it.

    Attributes:
        prompt: Id of the prompt that it answers, as ``last-day``; empty if it came by itself.
    """

    prompt: str = ""
    scenario: str = ""
    early_sign: str = ""
    who_would_see: str = ""
    stops_it: str = ""
    warning_sign: str = ""
    response: str = ""
