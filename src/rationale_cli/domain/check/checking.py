"""The rules, in the order in which their findings are told."""

from collections.abc import Iterable
from itertools import chain

from msgspec.structs import replace

from rationale_cli.domain.check import choice, harms, keeping, people, rating
from rationale_cli.domain.check.closing import question_for
from rationale_cli.domain.check.finding import Case, Finding
from rationale_cli.domain.check.rule import Rule

RULES: tuple[Rule, ...] = (
    *harms.RULES,
    *choice.RULES,
    *people.RULES,
    *rating.RULES,
    *keeping.RULES,
)


def check(case: Case) -> tuple[Finding, ...]:
    """Give everything that the rules find, the loudest first.

    What leads comes before everything else, then come errors, warnings, and what was set aside;
    otherwise the order is that of the rules.
    """
    found = chain.from_iterable(rule.find(case) for rule in RULES)
    return in_turn(_whole(finding, case) for finding in found)


def in_turn(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give findings in the order in which they are told; see `check`."""
    return tuple(sorted(found, key=_turn))


def _whole(finding: Finding, case: Case) -> Finding:
    """A finding with the question that would close it, and with the waiver of its rule."""
    waivers = case.decision.waiver
    return replace(
        finding,
        question=finding.question or question_for(finding.path, case.questions),
        # The last one counts: a second waiver of a rule says more.
        waiver=next((one for one in reversed(waivers) if one.rule == finding.rule), None),
    )


def _turn(finding: Finding) -> int:
    if finding.rule in _LEADING:
        return 0
    return 1 if finding.is_error else 2 if finding.is_warning else 3


_LEADING = {rule.id for rule in RULES if rule.leads}
