"""A concern with everything that can be said of it at one moment."""

import msgspec

from rationale_cli.domain.clock import Comparison, Standing
from rationale_cli.domain.concern import Concern
from rationale_cli.domain.ladder import Ladder
from rationale_cli.domain.moment import Instant


class Stood(msgspec.Struct, frozen=True, kw_only=True):
    """A concern, and how it stood at a moment.

    Attributes:
        ladder: ``None`` if it is not known here.
        comparison: With the times of the decision; ``None`` if the concern has ended.
        question_set: Name of that of the decision; says whether a placement is meant.
        at: The moment.
    """

    concern: Concern
    ladder: Ladder | None = None
    standing: Standing
    comparison: Comparison | None = None
    question_set: str = ""
    at: Instant


class About(msgspec.Struct, frozen=True, kw_only=True):
    """Every concern about one decision.

    Attributes:
        stood: Open ones first, then by when they were raised.
        fault: Why some cannot be told, in a line; empty if all can. Silence would be wrong.
    """

    stood: tuple[Stood, ...] = ()
    fault: str = ""

    @property
    def unread(self) -> str:
        """Say that some cannot be told; empty if all can."""
        return f"Not every concern can be told: {self.fault}." if self.fault else ""


NOTHING = About()
