"""A line of time on a screen: day by day, in plain words that colour never adds anything to."""

from collections.abc import Iterator

from rationale_cli.domain.timeline.page import Day, Entry, behind, days, unnamed
from rationale_cli.domain.timeline.timeline import Timeline
from rationale_cli.domain.words import Words

_TEXT = " " * 9
"""Below the words of an event, which stand behind its time."""


def told(line: Timeline, words: Words) -> Iterator[str]:
    """Tell what was not looked at, then what happened, then what lies ahead."""
    alone = len(line.records) == 1
    for record in line.records:
        yield f"{record.id} r{record.revision}, {record.title or '(no title yet)'}"
    yield f"Times are those of {line.zone}."
    for record in line.records:
        for one in behind(record, alone=alone):
            yield f"! {one.text}"
            yield f"    Since then: {'; '.join(one.changes)}."
        if text := unnamed(record, words, alone=alone):
            yield f"! {text}"
    for day in days([one for one in line.events if not one.is_ahead], words, alone=alone):
        yield from _day(day)
    ahead = [*days([one for one in line.events if one.is_ahead], words, alone=alone)]
    if ahead:
        yield ""
        yield "Still ahead"
    for day in ahead:
        yield from _day(day)


def _day(day: Day) -> Iterator[str]:
    yield ""
    yield day.heading
    for entry in day.entries:
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield f"  {entry.time or '  -  '}  {entry.kind}: {' '.join(entry.words.split())}"
    for text in entry.detail:
        for line in text.splitlines():
            yield f"{_TEXT}{' '.join(line.split())}"
    if entry.late:
        yield f"{_TEXT}{entry.late}"
    yield f"{_TEXT}{entry.source}{f', {entry.by}' if entry.by else ''}"
