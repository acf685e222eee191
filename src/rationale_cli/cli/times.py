"""The clock, and times typed on the command line."""

from datetime import UTC, date, datetime, tzinfo

from rationale_cli.errors import UsageError


class UnreadableTimeError(UsageError):
    """A time was typed that nobody can read."""

    def __init__(self, option: str, text: str) -> None:
        super().__init__(
            f"{option} is {text!r}, which is no time",
            hint="Write it as 2026-03-24T16:10, or with its offset as 2026-03-24T16:10+00:00.",
        )


def now(zone: tzinfo) -> datetime:
    """Give the present time in a zone, to the second."""
    return datetime.now(UTC).astimezone(zone).replace(microsecond=0)


def typed(text: str, *, option: str, zone: tzinfo) -> datetime:
    """Read a time; without an offset it is one of *zone*.

    Raises:
        UnreadableTimeError: If it is none, or a day without a time.
    """
    try:
        value = datetime.fromisoformat(text.strip())
    except ValueError:
        raise UnreadableTimeError(option, text) from None
    if _is_bare_day(text):
        raise UnreadableTimeError(option, text)
    return value if value.tzinfo is not None else value.replace(tzinfo=zone)


def _is_bare_day(text: str) -> bool:
    try:
        date.fromisoformat(text.strip())
    except ValueError:
        return False
    return True
