"""The content of a decision: what two of them are compared by, as plain values."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from rationale_cli.domain.answers import NOT_INHERITED, Answers, split
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import seed

BOOKKEEPING = (
    "format",
    "id",
    "revision",
    "previous",
    "kind",
    "time.recorded_at",
    "time.clock",
    "withheld",
    "tells_silence",
    *NOT_INHERITED,
)
"""What is about a revision and not about the decision: it differs each time and says nothing of
what was decided. Each revision's own times and reason stand in its history instead."""

_BOOKKEEPING = tuple(map(split, BOOKKEEPING))


def content(decision: Decision) -> Answers:
    """Give what two decisions are compared by: all but their bookkeeping, as plain values.

    ``none`` names lists, and the order in which it does says nothing: it comes sorted.
    """
    answers = seed(decision)
    for *above, last in _BOOKKEEPING:
        table: Any = answers
        for step in above:
            table = table.get(step, {})
        table.pop(last, None)
    answers["none"] = sorted(dict.fromkeys(answers.get("none", ())))
    return {name: value for name, value in answers.items() if value != {}}


def is_same(one: Any, other: Any) -> bool:
    """Whether two plain values are written alike: ``1`` is not ``True``, nor 9:00 UTC 10:00+01."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, str):
        return bool(one == other)
    if isinstance(one, Mapping):
        return one.keys() == other.keys() and all(is_same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, date):
        return str(one) == str(other)
    return repr(one) == repr(other)
