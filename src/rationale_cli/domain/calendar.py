"""Working days: which days are some, the nth after a day, and how many lie between two."""

from datetime import date, timedelta

import msgspec

_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """The days on which nobody can be expected to act.

    Attributes:
        free: Holidays and days that a team named itself.
        weekend: Days of the week that are free, Monday being 0.
    """

    free: frozenset[date] = frozenset()
    weekend: frozenset[int] = frozenset({_SATURDAY, _SUNDAY})

    def is_working(self, day: date) -> bool:
        """Whether a day is a working day."""
        return day.weekday() not in self.weekend and day not in self.free

    def after(self, day: date, count: int) -> date:
        """Give the working day that is *count* working days after a day; with 0 the day itself."""
        while count > 0:
            day += _DAY
            count -= self.is_working(day)
        return day

    def between(self, first: date, last: date) -> int:
        """Count the working days after *first*, *last* included; none if it is not later."""
        days = (last - first).days
        return sum(self.is_working(first + _DAY * one) for one in range(1, days + 1))
