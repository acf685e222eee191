"""The rules, in the order in which their findings are told."""

from collections.abc import Iterable

from msgspec.structs import replace

from rationale_cli.domain.check import (
    approvals,
    choice,
    concerns,
    harms,
    identifiers,
    keeping,
    knowledge,
    law,
    people,
    rating,
    reasons,
    risks,
    times,
    watching,
)
from rationale_cli.domain.check.closing import question_for
from rationale_cli.domain.check.finding import Case, Finding
from rationale_cli.domain.check.rule import Rule

RULES: tuple[Rule, ...] = (
    *harms.RULES,
    *risks.RULES,
    *people.RULES,
    *rating.RULES,
    *concerns.RULES,
    *identifiers.RULES,
    *choice.RULES,
    *watching.RULES,
    *knowledge.RULES,
    *reasons.RULES,
    *approvals.RULES,
    *times.RULES,
    *law.RULES,
    *keeping.RULES,
)


def check(case: Case) -> tuple[Finding, ...]:
    """Give everything that the rules find, the loudest first.

    What leads comes before everything else, then come errors, warnings, those that
    say only that something was not said yet, and what was set aside;
    otherwise the order is that of the rules.
    """
    return in_turn(_whole(finding, rule, case) for rule in RULES for finding in rule.find(case))


def in_turn(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give findings in the order in which they are told; see `check`."""
    return tuple(sorted(found, key=_turn))


def _whole(finding: Finding, rule: Rule, case: Case) -> Finding:
    """A finding with the question that would close it, and with the waiver of its rule."""
    waivers = case.decision.waiver
    return replace(
        finding,
        question=finding.question or question_for(finding.path, case.questions),
        is_gap=rule.is_gap,
        # The last one counts: a second waiver of a rule says more.
        waiver=next((one for one in reversed(waivers) if one.rule == finding.rule), None),
    )


def _turn(finding: Finding) -> int:
    if finding.rule in LEADING:
        return 0
    if finding.is_error:
        return 1
    return 4 if finding.waiver else 3 if finding.is_gap else 2


LEADING = frozenset(rule.id for rule in RULES if rule.leads)
"""Ids of the rules that are told before everything else."""
