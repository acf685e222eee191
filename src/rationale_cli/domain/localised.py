"""What a time without an offset means in a zone: one instant, or why it means none."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo

import msgspec

from rationale_cli.domain.words import told

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Outside these years a typing error is likelier than a meaning."""


class Untold(msgspec.Struct, frozen=True):
    """Why a time does not tell one instant.

    Attributes:
        message: The fact, lower case, without a full stop.
        hint: What to write instead, a sentence.
    """

    message: str
    hint: str


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
    day = told(value.replace(tzinfo=UTC))
    # PEP 495: where clocks go forward, the earlier reading has the smaller offset.
    if before < after:
        return Untold(f"there was no {day}: the clocks went forward", "Give another time.")
    plain = value.replace(fold=0).isoformat(timespec="minutes")
    either = " or ".join(f"{plain}{_written(offset)}" for offset in (before, after))
    return Untold(f"there are two times {day}: the clocks went back", f"Add the offset: {either}.")


def _fixed(value: datetime) -> datetime | Untold:
    offset = value.utcoffset() or timedelta()
    if offset % timedelta(minutes=1):
        return Untold(
            f"{told(value)} has no offset of whole minutes",
            f"Add one that has: {value.replace(tzinfo=UTC).isoformat()}.",
        )
    return value.replace(tzinfo=timezone(offset), fold=0)


def _written(offset: timedelta) -> str:
    return str(timezone(offset)).removeprefix("UTC") or "+00:00"
