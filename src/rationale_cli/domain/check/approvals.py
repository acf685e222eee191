"""Sign-offs: who approved, and where the law that is cited asks for it."""

from collections.abc import Iterator

from rationale_cli.domain.check.finding import Case, Finding, warning
from rationale_cli.domain.check.rule import Rule
from rationale_cli.domain.check.unsaid import first_unsaid, unsaid

_APPROVAL = {"role": "who gave it", "outcome": "what was decided", "at": "when"}

_ASKS = "CPR-18"
"""Care Planning, Placement and Case Review (England) Regulations 2010, regulation 18: a placement
with a parent does not begin before a nominated officer has approved it."""

_DIRECTED = "CA89-38-6"
"""Children Act 1989, section 38(6): where the court directs it, that step may not apply."""


def unapproved(case: Case) -> Iterator[Finding]:
    """RAT018: a provision is cited that asks for a sign-off, and none is recorded."""
    cited = {one.provision for one in case.decision.law}
    if _ASKS in cited and _DIRECTED not in cited and not case.decision.approval:
        yield warning(
            "RAT018",
            "approval",
            f"{_ASKS} is cited, which asks a nominated officer to approve before the placement "
            "begins, and no approval is recorded.",
        )


def loose_approvals(case: Case) -> Iterator[Finding]:
    """RAT029: a sign-off does not say who gave it, what was decided or when."""
    for one in case.decision.approval:
        if what := unsaid(one, _APPROVAL):
            yield warning(
                "RAT029",
                f"approval.{one.id}.{first_unsaid(one, _APPROVAL)}",
                f"Approval {one.id} does not say {what}.",
            )


RULES = (
    Rule("RAT018", "R16", "The law that is cited asks for an approval; none stands.", unapproved),
    Rule(
        "RAT029",
        "R16",
        "An approval does not say who gave it, what or when.",
        loose_approvals,
        is_gap=True,
    ),
)
