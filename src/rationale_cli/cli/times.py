"""The clock, and times typed on the command line."""

from datetime import UTC, date, datetime, time, tzinfo
from typing import TYPE_CHECKING

from rationale_cli.domain.localised import FIRST_YEAR, LAST_YEAR, Untold, localised
from rationale_cli.errors import UsageError

if TYPE_CHECKING:
    from rationale_cli.cli.session import Run, Session
    from rationale_cli.domain.moment import Moment

CLOCK = "--now"
"""The option that gives the time of recording, which is also the time of git's commit."""

_FIRST_OF_GIT = datetime(1970, 1, 1, tzinfo=UTC)
"""Git keeps no commit before it (``git help commit``, DATE FORMATS)."""


class UnreadableTimeError(UsageError):
    """A time was typed that nobody can read."""

    def __init__(self, option: str, text: str) -> None:
        super().__init__(
            f"{option} is {text!r}, which is no time",
            hint="Write it as 2026-03-24T16:10, or with its offset as 2026-03-24T16:10+00:00.",
        )


class UntoldTimeError(UsageError):
    """A time was typed that does not tell one instant."""

    def __init__(self, option: str, text: str, untold: Untold) -> None:
        super().__init__(f"{option} is {text!r}, and {untold.message}", hint=untold.hint)


class MisreadTimeError(UsageError):
    """A time was typed that tells no instant, or could tell several."""

    def __init__(self, option: str, message: str, hint: str) -> None:
        super().__init__(f"{option}: {message}", hint=hint)


class TimeOutOfReachError(UsageError):
    """A time was typed that lies too far off to be meant, or to be kept."""

    def __init__(self, option: str, text: str, *, first: int) -> None:
        super().__init__(
            f"{option} is {text!r}, outside the years {first} to {LAST_YEAR}",
            hint="Write the year with its four digits, as 2026-03-24T16:10.",
        )


def now(zone: tzinfo) -> datetime:
    """Give the present time in a zone, to the second."""
    return datetime.now(UTC).astimezone(zone).replace(microsecond=0)


def typed(text: str, *, option: str, zone: tzinfo) -> datetime:
    """Read a time; without an offset it is one of *zone*. It is never guessed.

    Raises:
        UnreadableTimeError: If it is none, or a day without a time.
        TimeOutOfReachError: If no record, or for ``--now`` no commit, can have been made then.
        UntoldTimeError: If the clocks of *zone* never showed it, or showed it twice.
    """
    try:
        value = datetime.fromisoformat(text.strip())
    except ValueError:
        raise UnreadableTimeError(option, text) from None
    if _is_bare_day(text):
        raise UnreadableTimeError(option, text)
    first = _FIRST_OF_GIT.year if option == CLOCK else FIRST_YEAR
    if not first <= value.year <= LAST_YEAR:
        raise TimeOutOfReachError(option, text, first=first)
    found = localised(value, zone)
    if isinstance(found, Untold):
        raise UntoldTimeError(option, text, found)
    # The first hours of 1970 east of Greenwich are still 1969 for git.
    if option == CLOCK and found < _FIRST_OF_GIT:
        raise TimeOutOfReachError(option, text, first=first)
    return found


def meant(text: str, *, option: str, session: "Session") -> "Moment":
    """Read a day or a time as people type it in the interview: ``20 Nov 2026 21:30``, ``today``.

    A time without seconds is the whole minute: one that is shown as 21:30 can be asked for so.

    Raises:
        MisreadTimeError: If it is none, could be several, or was never shown by the clocks.
    """
    from rationale_cli.domain.asking.dates import dated
    from rationale_cli.domain.asking.misread import Misread
    from rationale_cli.domain.moment import Moment

    found = dated(
        text, now=session.now.at, zone=session.zone, words=session.words, texts=session.texts
    )
    if isinstance(found, Misread):
        raise MisreadTimeError(option, found.message, found.hint)
    return Moment(found)


def day(text: str, *, option: str, run: "Run") -> date:
    """Read a day as people type it in the interview, in a folder or outside of any.

    Raises:
        MisreadTimeError: If it is none, or could be several.
    """
    from rationale_cli.codec import shipped
    from rationale_cli.domain.asking.dates import dated
    from rationale_cli.domain.asking.misread import Misread

    found = dated(text, now=run.now.at, zone=run.zone, words=shipped.words(), texts=shipped.texts())
    if isinstance(found, Misread):
        raise MisreadTimeError(option, found.message, found.hint)
    return found.date() if isinstance(found, datetime) else found


def end(moment: "Moment", *, zone: tzinfo) -> datetime:
    """Give the last instant of a day in a zone; of a full minute, its last; else the time."""
    if moment.at is None:
        return datetime.combine(moment.day, time.max, zone)
    return moment.at if moment.at.second else moment.at.replace(second=59, microsecond=999_999)


def _is_bare_day(text: str) -> bool:
    try:
        date.fromisoformat(text.strip())
    except ValueError:
        return False
    return True
