"""The rules, in the order in which their findings are told."""

from collections.abc import Callable, Iterator

from rationale_cli.domain.check import choice, harms, keeping, people
from rationale_cli.domain.check.finding import Case, Finding, Severity

RULES: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    harms.feared,
    harms.silent,
    harms.unreasoned,
    harms.unthinkable,
    keeping.unsettled,
    choice.no_event_trigger,
    choice.no_date_trigger,
    choice.too_few_options,
    choice.nothing_chosen,
    choice.unreasoned_options,
    choice.parked_without_date,
    people.expected,
    people.absent,
    people.unconfirmed,
    people.unanswered,
    keeping.unanswered,
    keeping.late,
    keeping.ahead,
    keeping.unknown_set,
    keeping.unknown_answers,
    keeping.lost_references,
    harms.unknown_codes,
)


def check(case: Case) -> tuple[Finding, ...]:
    """Give everything that the rules find: errors first, otherwise in the order of the rules."""
    found = [finding for rule in RULES for finding in rule(case)]
    return tuple(sorted(found, key=lambda finding: finding.severity is Severity.WARNING))
