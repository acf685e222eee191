"""How long after a decision it may be recorded without a reason: each question set says it."""

from collections.abc import Iterable
from datetime import timedelta

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.lateness import passed
from rationale_cli.errors import RationaleError
from rationale_cli.services.question_sets import Reading, question_set

Allowed = dict[str, timedelta]
"""By name of the question set; a set that is not known here allows anything."""


def allowed(store: Reading, decisions: Iterable[Decision]) -> Allowed:
    """Give what is allowed for decisions; only the sets of those recorded later are read."""
    later = (one for one in decisions if (gap := passed(one.time)) and gap > timedelta())
    names = dict.fromkeys(one.question_set for one in later)
    return {name: _allowed(store, name) for name in names}


def _allowed(store: Reading, name: str) -> timedelta:
    try:
        return timedelta(minutes=question_set(store, name).late_minutes)
    except RationaleError:
        return timedelta.max
