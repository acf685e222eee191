"""Moments: a day, or a day with its time and offset, compared as they were written."""

from datetime import date, datetime, time, timedelta, timezone, tzinfo
from functools import total_ordering


class NaiveTimeError(ValueError):
    """A time without an offset says nothing about when it was."""


@total_ordering
class Moment:
    """A day, or a day with its time and offset.

    Two moments are equal if they are written alike, so that equal records have equal
    texts: 10:00+01:00 and 09:00+00:00 are the same instant but not the same moment.
    They are ordered by instant; a bare day stands at its very start.

    Attributes:
        value: A ``date``, or a ``datetime`` with a fixed offset of whole minutes.

    Raises:
        NaiveTimeError: If a time has no offset, or one that a file cannot hold.
    """

    __slots__ = ("value",)

    value: date | datetime

    def __init__(self, value: date | datetime) -> None:
        if isinstance(value, datetime):
            offset = value.utcoffset()
            if offset is None or offset % timedelta(minutes=1):
                raise NaiveTimeError
            value = value.replace(tzinfo=timezone(offset))
        elif not isinstance(value, date):
            raise TypeError(value)
        object.__setattr__(self, "value", value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(name)

    @property
    def day(self) -> date:
        """The day, in the moment's own offset."""
        return self.value.date() if isinstance(self.value, datetime) else self.value

    @property
    def at(self) -> datetime | None:
        """The instant, or ``None`` for a bare day."""
        return self.value if isinstance(self.value, datetime) else None

    def instant(self, zone: tzinfo) -> datetime:
        """The instant; for a bare day its first, in *zone*."""
        return self.at or datetime.combine(self.day, time(), zone)

    def __str__(self) -> str:
        return self.value.isoformat()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Moment):
            return False
        # Whatever is the same instant with the same offset is written alike.
        one, two = self.value, other.value
        if isinstance(one, datetime) and isinstance(two, datetime):
            return one == two and one.utcoffset() == two.utcoffset()
        return type(one) is type(two) and one == two

    def __hash__(self) -> int:
        return hash(str(self))

    def __lt__(self, other: "Moment") -> bool:
        return (self.instant(_UTC), str(self)) < (other.instant(_UTC), str(other))


class Instant(Moment):
    """A moment with its time; a bare day is not enough."""

    __slots__ = ()

    def __init__(self, value: datetime) -> None:
        if not isinstance(value, datetime):
            raise NaiveTimeError
        super().__init__(value)

    @property
    def at(self) -> datetime:
        """The instant."""
        assert isinstance(self.value, datetime)  # noqa: S101 - narrows the type; __init__ made sure
        return self.value


_UTC = timezone.utc  # noqa: UP017 - datetime.UTC is the same object; the name says what it is
