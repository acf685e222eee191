"""A page: a line of time as a document says it, in plain text and in the order of reading."""

from collections.abc import Iterator, Sequence
from datetime import date, tzinfo
from itertools import groupby

import msgspec

from rationale_cli.domain.telling.briefing import Fact
from rationale_cli.domain.telling.letterhead import Letterhead
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.timeline.chart import charts, note
from rationale_cli.domain.timeline.drawing import Chart
from rationale_cli.domain.timeline.event import Event, EventKind
from rationale_cli.domain.timeline.reading import Reading, readings
from rationale_cli.domain.timeline.timeline import Timeline, Told
from rationale_cli.domain.words import Words, told


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One event as it is read.

    Attributes:
        time: Time of day; empty if only the day is known.
        stamp: The whole moment for programs, as ``2026-04-14T12:50:00+01:00``.
        kind: What sort of thing it is, in a word or two.
        code: The same as a code.
        source: The revision that tells of it first; with its record if there are several.
    """

    time: str
    stamp: str
    kind: str
    code: str
    words: str
    detail: tuple[str, ...]
    by: str
    source: str
    late: str
    is_hindsight: bool


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """A day with its weekday and what happened on it; never empty."""

    heading: str
    entries: tuple[Entry, ...]


class Behind(msgspec.Struct, frozen=True, kw_only=True):
    """Risks that are behind what happened.

    Attributes:
        text: Which, and since when.
        changes: What changed since.
    """

    text: str
    changes: tuple[str, ...]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A whole document.

    Attributes:
        reference: Ids and revisions; what a title may say.
        records: Of each record its facts, the first being its id.
        unnamed: Kinds of harm that nobody has looked at, a sentence for each record.
        readings: The numbers of the charts, and of harms that are in none.
        days: What happened.
        ahead: What was planned for later.
        stamp: Which texts it was made from, for whom.
    """

    reference: str
    title: str
    case: str
    marking: str
    audience: str
    withheld: tuple[str, ...]
    zone: str
    records: tuple[tuple[Fact, ...], ...]
    behind: tuple[Behind, ...]
    unnamed: tuple[str, ...]
    charts: tuple[Chart, ...]
    chart_note: str
    readings: tuple[Reading, ...]
    days: tuple[Day, ...]
    ahead: tuple[Day, ...]
    stamp: tuple[tuple[Fact, ...], ...]


def page(line: Timeline, *, letterhead: Letterhead, words: Words, zone: tzinfo) -> Page:
    """Lay a line of time out as a document.

    Args:
        line: What happened.
        letterhead: What the folder's settings say.
        words: What codes are called.
        zone: The one that the line is told in.
    """
    drawn = charts(line, words, zone)
    cases = tuple(dict.fromkeys(one.case for one in line.records if one.case))
    alone = len(line.records) == 1
    return Page(
        reference="; ".join(f"{one.id}, revision {one.revision}" for one in line.records),
        title=_title(line.records[0]) if alone else _several(line, cases),
        case=", ".join(cases),
        marking=_marking(line, letterhead),
        audience=letterhead.audience.replace("-", " "),
        withheld=letterhead.withheld,
        zone=line.zone,
        records=tuple(_facts(one, words) for one in line.records),
        behind=tuple(_behind(line)),
        unnamed=tuple(text for one in line.records if (text := unnamed(one, words, alone=alone))),
        charts=drawn,
        chart_note=note(drawn, line),
        readings=tuple(readings(line, words)),
        days=tuple(days([one for one in line.events if not one.is_ahead], words, alone=alone)),
        ahead=tuple(days([one for one in line.events if one.is_ahead], words, alone=alone)),
        stamp=tuple(_stamp(one, letterhead) for one in line.records),
    )


def days(events: Sequence[Event], words: Words, *, alone: bool) -> Iterator[Day]:
    """Group events by day.

    Args:
        events: In the order of time.
        words: What weekdays and months are called.
        alone: Whether they are all of one record, which then need not be named each time.
    """
    for day, group in groupby(events, key=lambda one: one.at.day):
        yield Day(
            heading=_weekday(day, words), entries=tuple(_entry(one, alone=alone) for one in group)
        )


def behind(record: Told, *, alone: bool) -> Iterator[Behind]:
    """Say which risks of a record nobody has looked at again, and what changed since."""
    for one in record.unlooked:
        of = "" if alone else f" ({record.id})"
        yield Behind(
            text=f"Not reassessed since {told(one.since)}: {', '.join(one.names)}{of}.",
            changes=one.changes,
        )


def unnamed(record: Told, words: Words, *, alone: bool) -> str:
    """Name the harms of a record that nobody has looked at; empty if there are none."""
    of = "" if alone else f" for {record.id}"
    names = ", ".join(words.harm(code) for code in record.unnamed)
    return f"Nobody has looked at{of}: {names}." if names else ""


KINDS = {
    EventKind.DATE: "Planned day",
    EventKind.LIMIT_ENDS: "Limit in law",
    EventKind.TRIGGER_DUE: "Look again",
    EventKind.TRIGGER_FIRED: "Look again",
    EventKind.TRIGGER_ACTED: "Look again",
    EventKind.UNKNOWN_ANSWERED: "Answer",
    EventKind.DISSENT_RAISED: "Different view",
    EventKind.DISSENT_ANSWERED: "Different view",
    EventKind.DISSENT_CLOSED: "Different view",
    EventKind.CONCERN_DUE: "Concern",
    EventKind.CONCERN: "Concern",
    EventKind.RATING: "Rating",
    EventKind.RISK: "Risk",
    EventKind.APPROVAL: "Approval",
    EventKind.DECIDED: "Decision",
    EventKind.DATE_SET: "Dates",
    EventKind.RECORDED: "Recorded",
    EventKind.OUTCOME: "Learned later",
}
"""What each kind of event is called above its words."""


def _title(record: Told) -> str:
    return record.title or "Decision without a title"


def _several(line: Timeline, cases: tuple[str, ...]) -> str:
    of = f" of {cases[0]}" if len(cases) == 1 else ""
    return f"{len(line.records)} decisions{of}"


def _marking(line: Timeline, letterhead: Letterhead) -> str:
    """The markings of the records, each once; the folder's where a record has none."""
    found = (one.marking.upper() or letterhead.marking for one in line.records)
    return " / ".join(one for one in dict.fromkeys(found) if one)


def _facts(record: Told, words: Words) -> tuple[Fact, ...]:
    status = capital(words.value("status", record.status)) if record.status else "Not asked"
    mode = capital(words.value("mode", record.mode)) if record.mode else "Not asked"
    return (
        Fact(label="Record", text=record.id),
        Fact(label="Revision", text=str(record.revision)),
        Fact(label="Status", text=status),
        Fact(label="Mode", text=mode),
        Fact(label="Decision", text=_title(record)),
    )


def _behind(line: Timeline) -> Iterator[Behind]:
    for record in line.records:
        yield from behind(record, alone=len(line.records) == 1)


def _weekday(day: date, words: Words) -> str:
    return f"{words.value('weekday', day.isoweekday())} {words.told(day)}"


def _entry(event: Event, *, alone: bool) -> Entry:
    number = f"r{event.revision}"
    return Entry(
        time=f"{event.at.at:%H:%M}" if event.at.at else "",
        stamp=str(event.at),
        kind=KINDS[event.kind],
        code=event.kind.value,
        words=event.words,
        detail=event.detail,
        by=event.by,
        source=number if alone and not event.is_of_concern else f"{event.record} {number}",
        late=event.late,
        is_hindsight=event.is_hindsight,
    )


def _stamp(record: Told, letterhead: Letterhead) -> tuple[Fact, ...]:
    return (
        Fact(label="Record", text=record.id),
        Fact(label="Revision", text=str(record.revision)),
        Fact(label="Recorded", text=told(record.recorded_at)),
        Fact(label="Commit", text=record.commit),
        Fact(label="Committed", text=told(record.committed_at)),
        Fact(label="SHA-256", text=record.sha256),
        Fact(label="For", text=letterhead.audience.replace("-", " ")),
    )
