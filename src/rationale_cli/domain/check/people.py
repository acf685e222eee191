"""Who was asked, who was not, and disagreements nobody has confirmed."""

from collections.abc import Iterator

from rationale_cli.domain.check.finding import Case, Finding, error, somebody, warning
from rationale_cli.domain.check.rule import EITHER, ERROR, Rule
from rationale_cli.domain.words import roled


def expected(case: Case) -> Iterator[Finding]:
    """RAT010: somebody who is expected was neither consulted nor is their absence explained."""
    consulted, absent = case.decision.consulted, case.decision.not_consulted
    met = {(who.role.casefold(), who.agency.casefold()) for who in consulted}
    met |= {(who.role.casefold(), who.agency.casefold()) for who in absent}
    for wanted in case.expected:
        role, _, agency = wanted.partition("@")
        if (role.strip().casefold(), agency.strip().casefold()) not in met:
            name = roled(role.strip(), agency.strip())
            yield error(
                "RAT010",
                "consulted",
                f"Expected and not asked, and nothing says why: {name}.",
            )


def absent(case: Case) -> Iterator[Finding]:
    """RAT011: somebody was not consulted without a reason (error) or without a plan (warning)."""
    for who in case.decision.not_consulted:
        path, name = f"not_consulted.{who.id}", roled(who.role, who.agency)
        if not who.reason:
            yield error("RAT011", f"{path}.reason", f"Not consulted, and nothing says why: {name}.")
        elif not who.plan:
            yield warning(
                "RAT011", f"{path}.plan", f"Not consulted, with a reason and no plan: {name}."
            )


def unconfirmed(case: Case) -> Iterator[Finding]:
    """RAT012: a disagreement was not confirmed by the person whose words it holds."""
    for dissent in case.decision.dissent:
        if dissent.confirmed is not True:
            yield warning(
                "RAT012",
                f"dissent.{dissent.id}.confirmed",
                f"{dissent.id}: {somebody(dissent.role, dissent.agency)} "
                "has not confirmed these words.",
            )


def unanswered(case: Case) -> Iterator[Finding]:
    """RAT013: a disagreement has no answer to its substance."""
    for dissent in case.decision.dissent:
        if not dissent.is_closed and not dissent.response:
            yield warning(
                "RAT013",
                f"dissent.{dissent.id}.response",
                f"{dissent.id}: {somebody(dissent.role, dissent.agency)} has had no answer yet.",
            )


RULES = (
    Rule(
        "RAT010",
        "R11",
        "Somebody who is expected was not asked, and nothing says why.",
        expected,
        ERROR,
    ),
    Rule(
        "RAT011",
        "R11",
        "Somebody was not consulted: without a reason, or with a reason and no plan.",
        absent,
        EITHER,
    ),
    Rule(
        "RAT012",
        "R12",
        "A disagreement was not confirmed by the person whose words it holds.",
        unconfirmed,
    ),
    Rule("RAT013", "R12", "A disagreement has had no answer to its substance.", unanswered),
)
