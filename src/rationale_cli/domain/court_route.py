"""The court route: an assessment that a court directs, and the usual checks that it can skip."""

import re
from collections.abc import Iterable

from rationale_cli.domain.answers import at
from rationale_cli.domain.decision import Decision

PROVISION = "CA89-38-6"
"""What the court route rests on."""

WITH_A_PARENT = ("CPR-17", "CPR-18")
"""Where the usual checks of a placement with a parent stand."""

CHECKS = "answers.cp.checks"
"""Where it is said which of them were made all the same."""

STOP = "answers.cp.stop"
"""Where it is said who can stop it, and how fast."""

_SAID = re.compile(r"\b38 ?\(6\)")


def is_taken(decision: Decision, cited: Iterable[str]) -> bool:
    """Whether a decision takes the court route: by what it cites, or by what an option says.

    Args:
        decision: The decision.
        cited: Ids of the provisions that it rests on.
    """
    if PROVISION in cited:
        return True
    return any(_SAID.search(text) for one in decision.option for text in (one.title, one.reason))


def is_unchecked(decision: Decision, cited: Iterable[str]) -> bool:
    """Whether nothing says which of the usual checks were made all the same."""
    return not set(WITH_A_PARENT).intersection(cited) and not is_said(decision, CHECKS)


def is_said(decision: Decision, path: str) -> bool:
    """Whether something stands at a path of ``answers``, or it was said that nothing does."""
    said = at({"answers": decision.answers}, path)
    return said not in (None, "", [], {}) or path in decision.none
