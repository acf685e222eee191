"""What a time without an offset means in a zone: one instant, or why it means none."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import StrEnum

import msgspec

from rationale_cli.domain.words import told

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Outside these years a typing error is likelier than a meaning."""


class Why(StrEnum):
    """Why a time does not tell one instant."""

    LEAPT_OVER = "leapt_over"
    SHOWN_TWICE = "shown_twice"
    ODD_OFFSET = "odd_offset"


class Untold(msgspec.Struct, frozen=True, kw_only=True):
    """A time that does not tell one instant.

    Attributes:
        why: Why it does not.
        time: As it was written, in UTC.
        either: For one that was shown twice, both readings as ``2026-10-25T01:30+01:00``.
    """

    why: Why
    time: datetime
    either: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """The fact, lower case, without a full stop."""
        match self.why:
            case Why.LEAPT_OVER:
                return f"there was no {told(self.time)}: the clocks went forward"
            case Why.SHOWN_TWICE:
                return f"there are two times {told(self.time)}: the clocks went back"
            case Why.ODD_OFFSET:
                return f"{told(self.time)} has no offset of whole minutes"

    @property
    def hint(self) -> str:
        """What to write instead, a sentence."""
        match self.why:
            case Why.LEAPT_OVER:
                return "Give another time."
            case Why.SHOWN_TWICE:
                return f"Add the offset: {' or '.join(self.either)}."
            case Why.ODD_OFFSET:
                return f"Add one that has: {self.time.isoformat()}."


def localised(value: datetime, zone: tzinfo) -> datetime | Untold:
    """Give a time with a fixed offset of whole minutes, as records keep it.

    Args:
        value: With an offset, which then stays, or without one.
        zone: Where a time without an offset is read. Nothing is guessed there: a time that the
            clocks leapt over, or showed twice, is not taken.
    """
    if value.tzinfo is not None:
        return _fixed(value)
    first, second = (value.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    before, after = first.utcoffset(), second.utcoffset()
    if before is None or after is None or before == after:
        return _fixed(first)
    time = value.replace(tzinfo=UTC, fold=0)
    # PEP 495: where clocks go forward, the earlier reading has the smaller offset.
    if before < after:
        return Untold(why=Why.LEAPT_OVER, time=time)
    plain = value.replace(fold=0).isoformat(timespec="minutes")
    either = tuple(f"{plain}{_written(offset)}" for offset in (before, after))
    return Untold(why=Why.SHOWN_TWICE, time=time, either=either)


def _fixed(value: datetime) -> datetime | Untold:
    offset = value.utcoffset() or timedelta()
    if offset % timedelta(minutes=1):
        return Untold(why=Why.ODD_OFFSET, time=value.replace(tzinfo=UTC, fold=0))
    return value.replace(tzinfo=timezone(offset), fold=0)


def _written(offset: timedelta) -> str:
    return str(timezone(offset)).removeprefix("UTC") or "+00:00"
