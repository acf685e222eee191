"""Reasons, and how the decision goes on: what a reader would miss."""

from collections.abc import Callable, Iterator

from rationale_cli.domain.answers import at, is_blank
from rationale_cli.domain.check.finding import Case, Finding, error, warning
from rationale_cli.domain.check.rule import ERROR, Rule
from rationale_cli.domain.check.unsaid import first_unsaid, unsaid
from rationale_cli.domain.decision import Kind

_NEEDS_NO_REASON = {Kind.APPROVE, Kind.JOIN, Kind.SETTLE}
_ON_SHARING = ("DPA18",)
"""Provisions on what may be shared: how one was met says why."""
_ACTION = {"owner": "who does it", "due": "by when"}
_OUTCOME = {"by": "who says so", "at": "when"}


def _missing(rule_id: str, path: str, text: str) -> Callable[[Case], Iterator[Finding]]:
    """Give a rule for one field that a reader will look for."""

    def find(case: Case) -> Iterator[Finding]:
        # A question that --final needs has a finding of its own (RAT030).
        needed = (
            {one.path for one in case.questions.questions if one.final} if case.questions else ()
        )
        is_open = is_blank(at(case.answers, path)) and path not in case.decision.none
        if is_open and path not in needed:
            yield warning(rule_id, path, text)

    find.__doc__ = f"{rule_id}: ``{path}`` says nothing."
    return find


not_deciding = _missing(
    "RAT090", "question.not_deciding", "Nothing says what is not being decided here."
)
decisive = _missing("RAT091", "reason.decisive", "No decisive reason is given.")
weight = _missing("RAT092", "reason.weight", "Nothing says how the reasons were weighed.")
change_mind = _missing("RAT093", "reason.change_mind", "Nothing says what would change our mind.")
comparison = _missing(
    "RAT094", "reason.comparison", "The options are not compared with each other."
)
alternative = _missing(
    "RAT095", "reason.alternative", "No other explanation of the facts is named."
)
against = _missing(
    "RAT096",
    "reason.against_favoured",
    "Nothing is named that speaks against the option we favour.",
)
acting = _missing("RAT097", "reason.harm_of_acting", "Nothing says what harm acting would do.")
waiting = _missing("RAT098", "reason.harm_of_waiting", "Nothing says what harm waiting would do.")
_sharing = _missing(
    "RAT099", "handling.shared_reason", "Nothing says why it is shared, or why it is not."
)
authority = _missing("RAT019", "by.authority", "Nothing says by what power this is decided.")


def unexplained(case: Case) -> Iterator[Finding]:
    """RAT037: a later revision does not say why it was made."""
    decision = case.decision
    needs_one = decision.revision > 1 and decision.kind not in _NEEDS_NO_REASON
    if needs_one and not decision.change.because.strip():
        yield error("RAT037", "change.because", "Nothing says why this revision was made.")


def undecided(case: Case) -> Iterator[Finding]:
    """RAT038: somebody looked again and did not say whether the decision still stands."""
    decision = case.decision
    if decision.kind is Kind.REASSESS and not decision.change.still_stands.strip():
        yield warning(
            "RAT038", "change.still_stands", "Nothing says whether the decision still stands."
        )


def sharing(case: Case) -> Iterator[Finding]:
    """RAT099: why it is shared or not is said neither in its place nor with a law on sharing."""
    by_law = any(one.provision in _ON_SHARING and one.met_how for one in case.decision.law)
    if not by_law:
        yield from _sharing(case)


def loose_actions(case: Case) -> Iterator[Finding]:
    """RAT028: an action that is not done lacks who does it, or by when."""
    for action in case.decision.action:
        what = unsaid(action, _ACTION) if action.done_at is None else ""
        if what:
            yield warning(
                "RAT028",
                f"action.{action.id}.{first_unsaid(action, _ACTION)}",
                f"Action {action.id} does not say {what}.",
            )


def loose_outcomes(case: Case) -> Iterator[Finding]:
    """RAT039: an outcome note without whose and when may pass for a reason of the day."""
    for one in case.decision.outcome:
        if what := unsaid(one, _OUTCOME):
            yield warning(
                "RAT039",
                f"outcome.{one.id}.{first_unsaid(one, _OUTCOME)}",
                f"Outcome note {one.id} does not say {what}.",
            )


RULES = (
    Rule("RAT037", "R21", "A revision does not say why it was made.", unexplained, ERROR),
    Rule("RAT038", "R21", "Nothing says whether the decision still stands.", undecided),
    Rule("RAT091", "R15", "No decisive reason is given.", decisive, is_gap=True),
    Rule("RAT092", "R15", "Nothing says how the reasons were weighed.", weight, is_gap=True),
    Rule("RAT093", "R15", "Nothing says what would change our mind.", change_mind, is_gap=True),
    Rule("RAT094", "R6", "The options are not compared with each other.", comparison, is_gap=True),
    Rule("RAT095", "R29", "No other explanation of the facts is named.", alternative, is_gap=True),
    Rule(
        "RAT096", "R29", "Nothing speaks against the option that is favoured.", against, is_gap=True
    ),
    Rule("RAT097", "R23", "Nothing says what harm acting would do.", acting, is_gap=True),
    Rule("RAT098", "R23", "Nothing says what harm waiting would do.", waiting, is_gap=True),
    Rule("RAT090", "R1", "Nothing says what is not being decided.", not_deciding, is_gap=True),
    Rule("RAT019", "R16", "Nothing says by what power it is decided.", authority, is_gap=True),
    Rule(
        "RAT028",
        "R24",
        "An action does not say who does it, or by when.",
        loose_actions,
        is_gap=True,
    ),
    Rule("RAT099", "R26", "Nothing says why it is shared, or why it is not.", sharing, is_gap=True),
    Rule(
        "RAT039",
        "R30",
        "An outcome note does not say whose it is and from when.",
        loose_outcomes,
        is_gap=True,
    ),
)
