"""Look-again points: how soon somebody acted, and when the next look is."""

from collections.abc import Iterator
from datetime import timedelta

from rationale_cli.domain.acting import is_late, waited
from rationale_cli.domain.check.finding import Case, Finding, warning
from rationale_cli.domain.check.rule import Rule
from rationale_cli.domain.decision import Status
from rationale_cli.domain.trigger import TriggerKind
from rationale_cli.domain.words import told

_OVER = {Status.CLOSED, Status.SUPERSEDED, Status.REVERSED}


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


def no_next_look(case: Case) -> Iterator[Finding]:
    """RAT088: every day on which we wanted to look again is over, and no other one is set."""
    decided = case.decision.time.decided_at or case.decision.time.recorded_at
    triggers = [one for one in case.decision.trigger if one.kind is TriggerKind.DATE]
    days = [one.due for one in triggers if one.due]
    if case.decision.status in _OVER or not days:
        return
    if not any(one.due and one.due >= decided and not one.acted_at for one in triggers):
        text = f"The next look is blank: the last day that was set was {told(max(days))}."
        yield warning("RAT088", "trigger", text)


RULES = (
    Rule("RAT088", "R20", "The next look is blank: every day set for it is over.", no_next_look),
    Rule("RAT026", "R20", "A look-again point was acted on late without a reason.", late_acting),
)
