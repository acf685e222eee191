"""The rules of `check`, as lines, rows and values."""

from collections.abc import Iterator
from typing import Any

from rationale_cli.domain.check.checking import RULES
from rationale_cli.domain.check.requirements import REQUIREMENTS
from rationale_cli.domain.check.rule import Rule


def lines() -> Iterator[str]:
    """Tell every rule below what it serves, and what no rule judges."""
    for requirement in REQUIREMENTS:
        yield f"{requirement.key}  {requirement.text}"
        for rule in RULES:
            if rule.requirement == requirement.key:
                yield f"  {rule.id}  {severity(rule)}: {rule.title}"
        if requirement.elsewhere:
            yield f"  {requirement.elsewhere}"


def rows() -> Iterator[tuple[str, ...]]:
    """Give a row for each rule: id, severity, requirement, title."""
    return ((rule.id, severity(rule), rule.requirement, rule.title) for rule in RULES)


def plain() -> dict[str, Any]:
    """Give the rules and the requirements as stable values for programs."""
    return {
        "rules": [
            {
                "id": rule.id,
                "requirement": rule.requirement,
                "severities": [one.value for one in rule.severities],
                "leads": rule.leads,
                "gap": rule.is_gap,
                "title": rule.title,
            }
            for rule in RULES
        ],
        "requirements": [
            {
                "key": one.key,
                "text": one.text,
                "elsewhere": one.elsewhere or None,
                "rules": [rule.id for rule in RULES if rule.requirement == one.key],
            }
            for one in REQUIREMENTS
        ],
    }


def severity(rule: Rule) -> str:
    """Say what the findings of a rule can be: ``error or warning``."""
    return " or ".join(one.value for one in rule.severities)
