"""Open questions: what was not known once, and whether a copy can tell that it still is not."""

from collections.abc import Iterator

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.knowledge import Unknown
from rationale_cli.domain.viewed import holds_back


def answered(decision: Decision) -> Iterator[Unknown]:
    """Give the questions that have an answer."""
    return (one for one in decision.unknown if one.answer.strip())


def still_open(decision: Decision) -> Iterator[Unknown]:
    """Give the questions without an answer; in a copy none of which the answer was left out."""
    return (
        one
        for one in decision.unknown
        if not one.answer.strip() and not holds_back(f"unknown.{one.id}.answer", decision)
    )
