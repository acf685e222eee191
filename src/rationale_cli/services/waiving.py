"""Setting a rule of `check` aside for one record: said by whom and why, never hidden."""

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.check.checking import RULES
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.settings import Settings
from rationale_cli.errors import RationaleError, UsageError
from rationale_cli.services import checking
from rationale_cli.services.terms import NoRecorderError, Terms
from rationale_cli.store.repository import Store


class UnknownRuleError(UsageError):
    """No rule has this id."""

    def __init__(self, rule: str) -> None:
        super().__init__(
            f"there is no rule {rule!r}", hint="'rationale check --rules' lists every rule."
        )


class NothingFoundError(RationaleError):
    """A rule was to be set aside that finds nothing."""

    def __init__(self, rule: str, record_id: str) -> None:
        super().__init__(
            f"{rule!r} finds nothing in {record_id!r} that could be set aside",
            hint=f"'rationale check {record_id}' tells what is found; nothing was saved.",
        )


def answers(
    store: Store, decision: Decision, rule: str, terms: Terms, *, settings: Settings
) -> Answers:
    """Give the answers that set a rule aside; a rule that was set aside before gets a new reason.

    Args:
        store: The folder.
        decision: As it now stands.
        rule: Id of the rule, as ``RAT025``.
        terms: Who says so, when and why.
        settings: Of the folder.

    Raises:
        UnknownRuleError: If no rule has this id.
        NothingFoundError: If the rule finds nothing.
        NoRecorderError: If nobody says who sets it aside.
    """
    wanted = rule.strip().upper()
    if wanted not in {one.id for one in RULES}:
        raise UnknownRuleError(rule)
    if wanted not in {one.rule for one in checking.check(store, decision, settings)}:
        raise NothingFoundError(wanted, decision.id)
    if terms.by is None:
        raise NoRecorderError
    before = [one for one in decision.waiver if one.rule == wanted]
    if before and before[-1].reason.strip() == terms.because.strip():
        return {"waiver": [{"id": before[-1].id, "rule": wanted}]}
    waiver = {
        "rule": wanted,
        "reason": terms.because.strip(),
        "by": str(terms.by),
        "at": terms.now.value,
    }
    return {"waiver": [{"id": before[-1].id, **waiver} if before else waiver]}
