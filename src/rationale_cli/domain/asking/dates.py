"""Days and times as people type them: ``14 April 2026 10:00``, ``14/4``, ``tomorrow 10:00``."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

from rationale_cli.domain.asking.misread import Misread, quoted
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.localised import FIRST_YEAR, LAST_YEAR, Untold, localised
from rationale_cli.domain.words import MONTHS, Words

_TIME = re.compile(
    r"(?:^|[\s,t])(?:at )?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?)?"
    r" ?(?P<half>am|pm)?(?P<offset>z|[+-]\d{2}:\d{2})?$"
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?")
_WORDED = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)? ?([^\W\d_]{3,})\.?(?: (\d{4}))?")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LARGEST_OFFSET = timedelta(hours=14)
"""No clock on earth is further from Greenwich."""


class _Here(NamedTuple):
    """What a typed day is understood by."""

    today: date
    zone: tzinfo
    words: Words
    texts: Texts


def dated(
    text: str, *, now: datetime, zone: tzinfo, words: Words, texts: Texts
) -> date | datetime | Misread:
    """Read a day, or a day with its time.

    A day without a year is the nearest one; a time alone is today's; a time without an offset is
    one of *zone*. A day of the week alone, and a time that the clocks of *zone* never showed or
    showed twice, could mean several things and are not taken.

    Args:
        text: As typed.
        now: What "today" is counted from.
        zone: Where times without offset are read.
        words: What days and months are called; the English names are understood as well.
        texts: What is said of a reply that cannot be taken, and the words for today and its like.

    Returns:
        A day; or a time with a fixed offset, to the second.
    """
    typed = re.sub(r"[\s,]+", " ", text.strip().lower()).removesuffix(".")
    here = _Here(now.astimezone(zone).date(), zone, words, texts)
    if typed in {texts("word.now").lower(), "now"}:
        return _now(now.astimezone(zone))
    day_words, found = _split(typed, texts("word.at").lower())
    day = _day(day_words, here) if day_words else here.today
    if day is None:
        return _unread(text, texts)
    if isinstance(day, Misread) or found is None:
        return day
    return _timed(day, found, text, here)


def _now(here: datetime) -> datetime:
    # It is the clock's own, so it happened, and only once.
    offset = timezone(here.utcoffset() or timedelta())
    return here.replace(second=0, microsecond=0, tzinfo=offset, fold=0)


def _split(words: str, at: str) -> tuple[str, re.Match[str] | None]:
    """Part the day from the time; a bare number at the end is a time only as ``10am``."""
    found = _TIME.search(words)
    if found is None or not (found["minute"] or found["half"]):
        return words, None
    before = words[: found.start()]
    before = before.removesuffix(" at").removesuffix(f" {at}").strip()
    # 14.04 alone is a day of the month, and 14.30 a time: only one of them can be.
    if not before and "." in found[0] and _SLASHED.fullmatch(words) and _calendar(words):
        return words, None
    if _ISO.match(words) and not before:
        return words, None
    return before if before != at else "", found


def _calendar(words: str) -> bool:
    day, month = (int(part) for part in words.split(".")[:2])
    return 1 <= day <= 31 and 1 <= month <= 12  # noqa: PLR2004 - the calendar's own numbers


def _day(words: str, here: _Here) -> date | Misread | None:
    own = {here.texts(f"word.{name}").lower(): days for name, days in _NEAR.items()}
    if (days := own.get(words, _NEAR.get(words))) is not None:
        return here.today + timedelta(days=days)
    if _weekday(words, here) is not None:
        return _which(words, here)
    head, _, rest = words.partition(" ")
    weekday = _weekday(head, here)
    day = _plain_day(rest if weekday is not None else words, here)
    if isinstance(day, date) and weekday is not None and day.weekday() != weekday:
        actual = here.words.value("weekday", day.isoweekday())
        return Misread(
            here.texts("misread.wrong_weekday", day=here.words.told(day), weekday=actual),
            here.texts("misread.wrong_weekday_hint"),
        )
    return day


def _plain_day(words: str, here: _Here) -> date | Misread | None:
    if found := _ISO.fullmatch(words):
        return _made(int(found[1]), int(found[2]), int(found[3]), here)
    if found := _SLASHED.fullmatch(words):
        return _made(found[3], int(found[2]), int(found[1]), here)
    if found := _WORDED.fullmatch(words):
        return _made(found[3], _month(found[2], here), int(found[1]), here)
    if found := _MONTH_FIRST.fullmatch(words):
        return _made(found[3], _month(found[1], here), int(found[2]), here)
    return None


def _made(year: str | int | None, month: int, day: int, here: _Here) -> date | Misread | None:
    if not month:
        return None
    if year is None:
        return _nearest(month, day, here)
    number = int(year)
    hint = here.texts("misread.moment_hint")
    if not FIRST_YEAR <= number <= LAST_YEAR:
        return Misread(here.texts("misread.year_out_of_reach", year=number), hint)
    try:
        return date(number, month, day)
    except ValueError:
        return Misread(here.texts("misread.no_such_day"), hint)


def _nearest(month: int, day: int, here: _Here) -> date | Misread:
    found = []
    for year in (here.today.year - 1, here.today.year, here.today.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if not found:
        return Misread(here.texts("misread.no_day_near"), here.texts("misread.no_day_near_hint"))
    return min(found, key=lambda one: abs(one - here.today))


def _which(words: str, here: _Here) -> Misread:
    weekday = _weekday(words, here) or 0
    last = here.today - timedelta(days=(here.today.weekday() - weekday) % 7)
    name = here.words.value("weekday", weekday + 1)
    told = [here.words.told(one) for one in (last, last + timedelta(days=7))]
    return Misread(
        here.texts("misread.which_day", weekday=name, last=told[0], next=told[1]),
        here.texts("misread.which_day_hint"),
    )


def _weekday(word: str, here: _Here) -> int | None:
    shortest = 3
    stem = word.removesuffix(".")
    own = [here.words.value("weekday", number).lower() for number in range(1, 8)]
    found = _named(stem, own) or _named(stem, _WEEKDAYS)
    return found - 1 if found and len(stem) >= shortest else None


def _month(word: str, here: _Here) -> int:
    """The number of a month by its first letters; 0 if it is none."""
    own = [here.words.value("month", number).lower() for number in range(1, 13)]
    if found := _named(word, own):
        return found
    return 9 if word == "sept" else _named(word, [one.lower() for one in MONTHS])


def _named(word: str, names: Iterable[str]) -> int:
    """The number of the name that a word is, or of the only one that it begins; 0 if it is none."""
    listed = list(names)
    if word in listed:
        return listed.index(word) + 1
    found = [number for number, name in enumerate(listed, 1) if word and name.startswith(word)]
    return found[0] if len(found) == 1 else 0


def _timed(day: date, found: re.Match[str], text: str, here: _Here) -> datetime | Misread:
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    noon = 12
    if found["half"]:
        if not 1 <= hour <= noon:
            return _unread(text, here.texts)
        hour = hour % noon + (noon if found["half"] == "pm" else 0)
    try:
        clock = time(hour, minute, second)
    except ValueError:
        return Misread(
            here.texts("misread.no_such_time", time=found[0].strip()),
            here.texts("misread.no_such_time_hint"),
        )
    offset = _offset(found["offset"], here.texts) if found["offset"] else None
    if isinstance(offset, Misread):
        return offset
    value = localised(datetime.combine(day, clock, offset), here.zone)
    return _untold(value, here) if isinstance(value, Untold) else value


def _offset(text: str, texts: Texts) -> timezone | Misread:
    if text == "z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[4:6])
    offset = timedelta(hours=hours, minutes=minutes)
    if minutes > 59 or offset > _LARGEST_OFFSET:  # noqa: PLR2004 - minutes of an hour
        return Misread(texts("misread.no_offset", offset=text), texts("misread.no_offset_hint"))
    return timezone(-offset if text[0] == "-" else offset)


def _untold(untold: Untold, here: _Here) -> Misread:
    first, second = untold.either or ("", "")
    return Misread(
        here.texts(f"misread.{untold.why}", time=here.words.told(untold.time)),
        here.texts(
            f"misread.{untold.why}_hint",
            first=first,
            second=second,
            written=untold.time.isoformat(),
        ),
    )


def _unread(text: str, texts: Texts) -> Misread:
    return Misread(texts("misread.no_moment", typed=quoted(text)), texts("misread.moment_hint"))
