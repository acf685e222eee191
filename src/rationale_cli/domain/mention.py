"""Whom and which law a decision names, wherever it does."""

from collections.abc import Iterator
from enum import Enum

from rationale_cli.domain.decision import Decision, items
from rationale_cli.domain.part import Party

PARTIES = ("lead", "decision_maker", "recorder")
"""Fields that hold somebody, role and agency together."""

SOMEBODY = ("owner", "response_by", "by")
"""Fields that hold somebody as one line of text: a role, or ``role@agency``."""

LONGEST = 60
"""Characters of such a line; a longer one tells more than a role."""


def parties(decision: Decision) -> Iterator[Party]:
    """Give everybody who is named, each time, by role and agency; one of the two may be empty."""
    for name in PARTIES:
        if party := getattr(decision.by, name):
            yield party
    for _, item in items(decision):
        role, agency = getattr(item, "role", ""), getattr(item, "agency", "")
        # What a provision does is called its role as well, and is a code.
        if isinstance(role, str) and not isinstance(role, Enum) and (role or agency):
            yield Party(role=role, agency=agency)
        for name in SOMEBODY:
            text = getattr(item, name, "")
            if text and len(text) <= LONGEST and "\n" not in text:
                yield party_of(text)


def provisions(decision: Decision) -> Iterator[str]:
    """Give what stands where a provision is named, each time, as it was written."""
    return (one.provision for one in decision.law if one.provision)


def party_of(text: str) -> Party:
    """Read ``role@agency``; without an agency it is a role."""
    role, _, agency = (one.strip() for one in text.partition("@"))
    return Party(role=role, agency=agency)
