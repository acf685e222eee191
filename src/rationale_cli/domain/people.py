"""Who a decision is about, who made it, who was asked and who disagrees."""

from enum import StrEnum

from rationale_cli.domain.moment import Moment
from rationale_cli.domain.part import Item, Part, Party


class AgeBand(StrEnum):
    """How old somebody is, closely enough to know which harms to think of."""

    UNBORN = "unborn"
    UNDER_1 = "under-1"
    FROM_1 = "1-4"
    FROM_5 = "5-9"
    FROM_10 = "10-15"
    FROM_16 = "16-17"
    ADULT = "adult"
    OLDER_ADULT = "older-adult"


class View(StrEnum):
    """What somebody who was asked thinks."""

    AGREE = "agree"
    CONCERN = "concern"
    DISAGREE = "disagree"
    NO_VIEW = "no-view"
    NO_REPLY = "no-reply"


class DissentStatus(StrEnum):
    """Where a disagreement stands; ``replied`` is not closed."""

    OPEN = "open"
    REPLIED = "replied"
    UPHELD = "upheld"
    NOT_UPHELD = "not-upheld"
    WITHDRAWN = "withdrawn"


class By(Part, frozen=True, kw_only=True):
    """Who leads, who decides, who types, and by what power."""

    lead: Party | None = None
    decision_maker: Party | None = None
    recorder: Party | None = None
    authority: str = ""


class Approval(Item, frozen=True, kw_only=True):
    """A sign-off that law or policy asks for."""

    role: str = ""
    agency: str = ""
    outcome: str = ""
    at: Moment | None = None
    note: str = ""


class Person(Item, frozen=True, kw_only=True):
    """Somebody whom the decision is about; never a name."""

    age_band: AgeBand | None = None
    vulnerability: tuple[str, ...] = ()
    voice: str = ""
    voice_source: str = ""
    voice_date: Moment | None = None
    voice_missing_reason: str = ""


class Family(Part, frozen=True, kw_only=True):
    """What the family thinks, and whether it was told the reasons."""

    views: tuple[str, ...] = ()
    told: bool | None = None
    told_at: Moment | None = None
    told_reason_if_not: str = ""


class Consulted(Item, frozen=True, kw_only=True):
    """Somebody who was asked, and what they think."""

    role: str = ""
    agency: str = ""
    at: Moment | None = None
    how: str = ""
    view: View | None = None
    summary: str = ""
    confirmed_by_them: bool | None = None


class NotConsulted(Item, frozen=True, kw_only=True):
    """Somebody who was not asked, why, and when they will be."""

    role: str = ""
    agency: str = ""
    reason: str = ""
    plan: str = ""


class Dissent(Item, frozen=True, kw_only=True):
    """A disagreement in the words of the person who disagrees."""

    role: str = ""
    agency: str = ""
    at: Moment | None = None
    words: str = ""
    harms: tuple[str, ...] = ()
    asks: str = ""
    response: str = ""
    response_by: str = ""
    status: DissentStatus | None = None
    confirmed: bool | None = None
    confirmed_at: Moment | None = None
    confirmed_how: str = ""
    told_court: bool | None = None
    concern: str = ""

    @property
    def is_closed(self) -> bool:
        """Whether it was upheld, not upheld or withdrawn; a reply alone closes nothing."""
        return self.status in {
            DissentStatus.UPHELD,
            DissentStatus.NOT_UPHELD,
            DissentStatus.WITHDRAWN,
        }
