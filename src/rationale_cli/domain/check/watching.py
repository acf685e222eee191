"""Look-again points: how soon somebody acted."""

from collections.abc import Iterator
from datetime import timedelta

from rationale_cli.domain.acting import is_late, waited
from rationale_cli.domain.check.finding import Case, Finding, warning
from rationale_cli.domain.check.rule import Rule
from rationale_cli.domain.words import told


def late_acting(case: Case) -> Iterator[Finding]:
    """RAT026: a look-again point came up, and nobody acted, or only later and without a reason."""
    if case.questions is None:
        return
    allowed = timedelta(minutes=case.questions.late_minutes)
    for one in case.decision.trigger:
        path = f"trigger.{one.id}"
        if one.fired_at and not one.acted_at:
            text = f"{one.id} came up on {told(one.fired_at)}; nothing says that anybody acted."
            yield warning("RAT026", f"{path}.acted_at", text)
        elif is_late(one, allowed=allowed) and not one.late_reason.strip():
            text = f"{one.id} was acted on {waited(one)}, and nothing says why."
            yield warning("RAT026", f"{path}.late_reason", text)


RULES = (
    Rule("RAT026", "R20", "A look-again point was acted on late without a reason.", late_acting),
)
