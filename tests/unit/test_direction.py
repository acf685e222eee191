"""In which direction a value went."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from rationale_cli.domain.telling.direction import direction

DAY = date(2026, 3, 24)
SUMMER, WINTER = timezone(timedelta(hours=1)), timezone(timedelta())

INSTANT = timedelta(microseconds=1)
SAME = "the same moment, written in another way"


def _at(day: int, hour: int, minute: int = 0, zone: timezone = WINTER) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=zone)


@pytest.mark.parametrize(
    ("path", "before", "after", "told"),
    [
        ("risk.likelihood", 2, 4, "up"),
        ("risk.likelihood", 4, 2, "down"),
        ("answers.seen", False, True, ""),
        ("action.due", DAY, date(2026, 3, 27), "later by 3 days"),
        ("action.due", DAY, date(2026, 3, 23), "earlier by 1 day"),
        ("action.due", DAY, _at(24, 10), "now with its time"),
        ("action.due", _at(24, 10), DAY, "now without its time"),
        ("action.due", DAY, _at(26, 10), "later by 2 days"),
        ("known.as_of", _at(24, 3, 10), _at(24, 2, 10), "earlier by 1 hour"),
        ("known.as_of", _at(24, 10), _at(25, 12, 5), "later by 1 day 2 hours"),
        ("known.as_of", _at(1, 10), _at(25, 12, 5), "later by 24 days"),
        ("known.as_of", _at(24, 10), _at(24, 10) + INSTANT, "later by less than a second"),
        # Across the change of clocks people count days, not hours of 24.
        ("known.as_of", _at(28, 10), _at(30, 10, 0, SUMMER), "later by 2 days"),
        ("known.as_of", _at(28, 10), _at(28, 11, 0, SUMMER), SAME),
        # What was shown went back, and yet it was later.
        ("known.as_of", _at(28, 10, 0, SUMMER), _at(28, 9, 30), "later by 30 minutes"),
        ("risk.confidence", "thin", "good", "stronger"),
        ("law.certainty", "high", "low", "less sure"),
        ("question.reversibility", "hard", "easy", "easier to undo"),
        ("mode", "continue", "pause", ""),
        ("title", "A", "B", ""),
    ],
)  # fmt: skip
def test_a_value_is_told_with_its_direction(path: str, before: Any, after: Any, told: str) -> None:
    assert direction(path, before, after) == told
