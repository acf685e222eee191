"""A calendar file (RFC 5545): lines of 75 octets at the most, each ended by CR and LF."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC

from rationale_cli.domain.clean import clean
from rationale_cli.domain.due.agenda import Entry
from rationale_cli.domain.moment import Moment

LONGEST = 75
"""Octets of a line without its end: RFC 5545, 3.1."""

_NO_ENTRY = (
    "BEGIN:VTIMEZONE",
    "TZID:UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""A calendar holds one component at the least (3.4); this one shows nothing."""


def calendar(entries: Sequence[Entry]) -> str:
    """Write a calendar; the same entries give the same text."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//rationale//due//EN",
        "CALSCALE:GREGORIAN",
        *(line for one in entries for line in _event(one)),
        *(() if entries else _NO_ENTRY),
        "END:VCALENDAR",
    )
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{_utc(entry.stamp)}"
    yield f"SEQUENCE:{entry.sequence}"
    is_day = entry.start.at is None
    yield (
        f"DTSTART;VALUE=DATE:{entry.start.day:%Y%m%d}" if is_day else f"DTSTART:{_utc(entry.start)}"
    )
    yield f"SUMMARY:{_escaped(entry.summary)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _utc(moment: Moment) -> str:
    return f"{moment.instant(UTC).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """Text as 3.3.11 wants it; what would act where it is shown stands as its number."""
    text = clean("\n".join(text.splitlines()))
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterable[str]:
    """Break a line between letters, never inside of one."""
    rows, row = [], ""
    for letter in line:
        if len((row + letter).encode()) > LONGEST:
            rows.append(row)
            row = " "
        row += letter
    return (*rows, row)
