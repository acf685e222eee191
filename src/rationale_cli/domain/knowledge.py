"""What is known, what is not, and how sure anybody is."""

from enum import StrEnum

from rationale_cli.domain.moment import Moment
from rationale_cli.domain.part import Item


class KnownKind(StrEnum):
    """What sort of statement something is."""

    FACT = "fact"
    REPORTED = "reported"
    OPINION = "opinion"
    ASSUMPTION = "assumption"
    DISPUTED = "disputed"
    FOUND = "found"


class Confidence(StrEnum):
    """How good the evidence is; kept apart from likelihood."""

    GOOD = "good"
    MIXED = "mixed"
    THIN = "thin"
    NONE = "none"


class Known(Item, frozen=True, kw_only=True):
    """Something known at the time, with its source."""

    text: str = ""
    kind: KnownKind | None = None
    source: str = ""
    as_of: Moment | None = None
    confidence: Confidence | None = None


class Unknown(Item, frozen=True, kw_only=True):
    """Something that matters and is not known, and why we go on without it."""

    question: str = ""
    matters: str = ""
    owner: str = ""
    due: Moment | None = None
    proceed_anyway_because: str = ""
    answer: str = ""
    answered_at: Moment | None = None
