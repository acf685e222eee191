"""Options: what could be done, for and against."""

from enum import StrEnum

from rationale_cli.domain.moment import Moment
from rationale_cli.domain.part import Item


class OptionStatus(StrEnum):
    """What became of an option."""

    CHOSEN = "chosen"
    REJECTED = "rejected"
    PARKED = "parked"
    CONTINGENCY = "contingency"
    NOT_REALISTIC = "not-realistic"


class Option(Item, frozen=True, kw_only=True, rename={"for_": "for"}):
    """One thing that could be done; a rejected one keeps its reasons."""

    title: str = ""
    realistic: bool | None = None
    for_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    support: str = ""
    impact: str = ""
    benefit: str = ""
    burden: str = ""
    law: tuple[str, ...] = ()
    status: OptionStatus | None = None
    reason: str = ""
    until: Moment | None = None
