"""What tipped a decision, and what lets us make it."""

from enum import StrEnum

from rationale_cli.domain.moment import Moment
from rationale_cli.domain.part import Item, Part


class Reversibility(StrEnum):
    """How hard a decision is to undo."""

    EASY = "easy"
    COSTLY = "costly"
    HARD = "hard"
    IRREVERSIBLE = "irreversible"


class LawRole(StrEnum):
    """What a provision does for a decision."""

    POWER = "power"
    DUTY = "duty"
    TEST = "test"
    CONSTRAINT = "constraint"


class Certainty(StrEnum):
    """How sure the team is that a test is met."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Question(Part, frozen=True, kw_only=True):
    """What is being decided, why now, and what is not being decided."""

    statement: str = ""
    why_now: str = ""
    not_deciding: str = ""
    reversibility: Reversibility | None = None


class Reason(Part, frozen=True, kw_only=True):
    """What tipped it, the best argument against it, and what would change our mind."""

    decisive: tuple[str, ...] = ()
    weight: str = ""
    comparison: str = ""
    assumptions: tuple[str, ...] = ()
    alternative: str = ""
    against_favoured: str = ""
    change_mind: str = ""
    proportionality: str = ""
    harm_of_acting: str = ""
    harm_of_waiting: str = ""


class Law(Item, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A provision that lets or makes us, and how its test was met on the day.

    Attributes:
        from_: When a limit that the law library knows, 72 hours say, begins to count.
    """

    provision: str = ""
    role: LawRole | None = None
    met_how: str = ""
    as_at: Moment | None = None
    certainty: Certainty | None = None
    from_: Moment | None = None
