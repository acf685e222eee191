"""Days and times as people type them: ``14 April 2026 10:00``, ``14/4``, ``tomorrow 10:00``."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from rationale_cli.domain.asking.misread import Misread, quoted
from rationale_cli.domain.localised import FIRST_YEAR, LAST_YEAR, Untold, localised

_TIME = re.compile(
    r"(?:^|[\s,t])(?:at )?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?)?"
    r" ?(?P<half>am|pm)?(?P<offset>z|[+-]\d{2}:\d{2})?$"
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?")
_WORDED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ?([a-z]{3,9})\.?(?: (\d{4}))?")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_LARGEST_OFFSET = timedelta(hours=14)
"""No clock on earth is further from Greenwich."""

_HINT = "Type it as 14 April 2026, 14 April 2026 10:00, 14/4/2026, today or tomorrow 10:00."


def dated(text: str, *, now: datetime, zone: tzinfo) -> date | datetime | Misread:
    """Read a day, or a day with its time.

    A day without a year is the nearest one; a time alone is today's; a time without an offset is
    one of *zone*. A day of the week alone, and a time that the clocks of *zone* never showed or
    showed twice, could mean several things and are not taken.

    Args:
        text: As typed.
        now: What "today" is counted from.
        zone: Where times without offset are read.

    Returns:
        A day; or a time with a fixed offset, to the second.
    """
    words = re.sub(r"[\s,]+", " ", text.strip().lower()).removesuffix(".")
    today = now.astimezone(zone).date()
    if words == "now":
        return _now(now.astimezone(zone))
    day_words, found = _split(words)
    day = _day(day_words, today) if day_words else today
    if day is None:
        return _unread(text)
    if isinstance(day, Misread) or found is None:
        return day
    return _timed(day, found, zone, text)


def _now(here: datetime) -> datetime:
    # It is the clock's own, so it happened, and only once.
    offset = timezone(here.utcoffset() or timedelta())
    return here.replace(second=0, microsecond=0, tzinfo=offset, fold=0)


def _split(words: str) -> tuple[str, re.Match[str] | None]:
    """Part the day from the time; a bare number at the end is a time only as ``10am``."""
    found = _TIME.search(words)
    if found is None or not (found["minute"] or found["half"]):
        return words, None
    before = words[: found.start()].removesuffix(" at").strip()
    # 14.04 alone is a day of the month, and 14.30 a time: only one of them can be.
    if not before and "." in found[0] and _SLASHED.fullmatch(words) and _calendar(words):
        return words, None
    if _ISO.match(words) and not before:
        return words, None
    return before, found


def _calendar(words: str) -> bool:
    day, month = (int(part) for part in words.split(".")[:2])
    return 1 <= day <= 31 and 1 <= month <= 12  # noqa: PLR2004 - the calendar's own numbers


def _day(words: str, today: date) -> date | Misread | None:
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if _weekday(words) is not None:
        return _which(words, today)
    head, _, rest = words.partition(" ")
    weekday = _weekday(head)
    day = _plain_day(rest if weekday is not None else words, today)
    if isinstance(day, date) and weekday is not None and day.weekday() != weekday:
        actual = _WEEKDAYS[day.weekday()].capitalize()
        return Misread(f"{told_day(day)} is a {actual}", "Give the day or the date again.")
    return day


def told_day(day: date) -> str:
    """Write a day out: ``14 April 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1].capitalize()} {day.year}"


def _plain_day(words: str, today: date) -> date | Misread | None:
    if found := _ISO.fullmatch(words):
        return _made(int(found[1]), int(found[2]), int(found[3]))
    if found := _SLASHED.fullmatch(words):
        return _made(found[3], int(found[2]), int(found[1]), today)
    if found := _WORDED.fullmatch(words):
        return _made(found[3], _month(found[2]), int(found[1]), today)
    if found := _MONTH_FIRST.fullmatch(words):
        return _made(found[3], _month(found[1]), int(found[2]), today)
    return None


def _made(
    year: str | int | None, month: int, day: int, today: date | None = None
) -> date | Misread | None:
    if not month:
        return None
    if year is None and today is not None:
        return _nearest(month, day, today)
    number = int(year or 0)
    if not FIRST_YEAR <= number <= LAST_YEAR:
        return Misread(f"the year {number} is out of reach", _HINT)
    try:
        return date(number, month, day)
    except ValueError:
        return Misread("there is no such day in the calendar", _HINT)


def _nearest(month: int, day: int, today: date) -> date | Misread:
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if not found:
        return Misread("there is no such day near this year", "Give the year as well.")
    return min(found, key=lambda one: abs(one - today))


def _which(words: str, today: date) -> Misread:
    weekday = _weekday(words) or 0
    last = today - timedelta(days=(today.weekday() - weekday) % 7)
    after = last + timedelta(days=7)
    name = _WEEKDAYS[weekday].capitalize()
    return Misread(
        f'"{name}" can be {told_day(last)} or {told_day(after)}', "Type the one that is meant."
    )


def _weekday(word: str) -> int | None:
    shortest = 3
    stem = word.removesuffix(".")
    for number, name in enumerate(_WEEKDAYS):
        if len(stem) >= shortest and name.startswith(stem):
            return number
    return None


def _month(word: str) -> int:
    """The number of a month by its first letters; 0 if it is none."""
    if word == "sept":
        return 9
    return next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(word)), 0)


def _timed(day: date, found: re.Match[str], zone: tzinfo, text: str) -> datetime | Misread:
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    noon = 12
    if found["half"]:
        if not 1 <= hour <= noon:
            return _unread(text)
        hour = hour % noon + (noon if found["half"] == "pm" else 0)
    try:
        clock = time(hour, minute, second)
    except ValueError:
        return Misread(f"there is no time {found[0].strip()}", "Type it as 09:30 or 16:05.")
    offset = _offset(found["offset"]) if found["offset"] else None
    if isinstance(offset, Misread):
        return offset
    value = localised(datetime.combine(day, clock, offset), zone)
    return Misread(value.message, value.hint) if isinstance(value, Untold) else value


def _offset(text: str) -> timezone | Misread:
    if text == "z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[4:6])
    offset = timedelta(hours=hours, minutes=minutes)
    if minutes > 59 or offset > _LARGEST_OFFSET:  # noqa: PLR2004 - minutes of an hour
        return Misread(f"there is no offset {text}", "Type it as +01:00, or leave it out.")
    return timezone(-offset if text[0] == "-" else offset)


def _unread(text: str) -> Misread:
    return Misread(f"{quoted(text)} is no day or time", _HINT)
