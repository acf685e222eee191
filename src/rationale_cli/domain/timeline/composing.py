"""Composing: histories become one line of time."""

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from typing import Any

import msgspec

from rationale_cli.domain.concern import Concern
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.timeline import (
    assessing,
    contesting,
    deciding,
    disagreeing,
    learning,
    limiting,
    planning,
    watching,
)
from rationale_cli.domain.timeline.event import Event, EventKind, in_order
from rationale_cli.domain.timeline.looking import Look, looks
from rationale_cli.domain.timeline.record import told
from rationale_cli.domain.timeline.step import Step, steps
from rationale_cli.domain.timeline.timeline import Planned, Timeline, Told
from rationale_cli.domain.timeline.unlooked import unlooked
from rationale_cli.domain.timeline.zoned import zoned
from rationale_cli.domain.words import Words


def compose(  # noqa: PLR0913 - a line of time is told with that much
    histories: Sequence[tuple[Revision, ...]],
    *,
    harms: Sequence[Harm],
    words: Words,
    zone: tzinfo,
    provisions: Sequence[Provision] = (),
    until: Instant | None = None,
    concerns: Sequence[tuple[Concern, ...]] = (),
) -> Timeline:
    """Lay everything that happened on one line of time.

    Nothing in it depends on the day on which it is made, unless *until* is that day.

    Args:
        histories: Of one record or several, as an audience may see them; each oldest first and
            never empty.
        harms: Every kind that is known.
        words: What codes and fields are called.
        zone: In which days and times are told, and where a bare day begins.
        provisions: The law library: it knows which limits run.
        until: Up to when days that were set count as past; left out: up to the last entry.
        concerns: About these records; of each its revisions, oldest first, never empty.
    """
    ends = [one[-1].decision.time.recorded_at for one in histories]
    ends += [one[-1].time.recorded_at for one in concerns]
    last = max(ends, key=lambda one: one.at)
    now = max(until or last, last, key=lambda one: one.at)
    records: list[Told] = []
    events: list[Event] = []
    for history in sorted(histories, key=lambda one: one[0].decision.time.recorded_at.at):
        seen = _zoned(history, zone)
        past = steps(seen)
        looked = looks(past)
        events += _events(past, looked, words)
        events += limiting.events(past, provisions, zone)
        record = told(seen[-1], past, looked, harms=harms, words=words, zone=zone)
        records.append(
            msgspec.structs.replace(
                record,
                planned=tuple(_planned(past)),
                unlooked=unlooked(past, looked, words=words, zone=zone, until=now.at),
            )
        )
    for past_of_concern in concerns:
        events += contesting.events(zoned(past_of_concern, zone), words)
    return Timeline(
        records=tuple(records),
        events=in_order([_placed(one, zone, now.at) for one in events], zone),
        until=zoned(now, zone),
        zone=str(zone),
    )


def _zoned(history: tuple[Revision, ...], zone: tzinfo) -> tuple[Revision, ...]:
    """The history with all its times in one zone."""
    return tuple(
        msgspec.structs.replace(one, decision=zoned(one.decision, zone)) for one in history
    )


def _events(history: Sequence[Step], looked: Sequence[Look], words: Words) -> Iterator[Event]:
    for step in history:
        yield from deciding.events(step, words)
        yield from disagreeing.events(step, words)
        yield from watching.events(step)
        yield from learning.events(step, words)
        yield from planning.events(step, words)
    yield from assessing.events(looked, words)
    yield from watching.due(history)
    yield from planning.came(history, words)


def _planned(history: Sequence[Step]) -> Iterator[Planned]:
    for stretch in planning.kept(history, _stretch):
        start, end = stretch.value
        if start or end:
            yield _plan("time.effective_from", start, end, stretch)
    for field in ("next_hearing", "irreversible_at"):
        for day in planning.kept(history, planning.time_of(field)):
            if day.value:
                yield _plan(f"time.{field}", day.value, None, day)


def _stretch(decision: Decision) -> tuple[Moment | None, Moment | None]:
    return decision.time.effective_from, decision.time.effective_to


def _plan(path: str, start: Moment | None, end: Moment | None, kept: planning.Kept[Any]) -> Planned:
    return Planned(
        path=path,
        start=start,
        end=end,
        revision=kept.first.decision.revision,
        moved_in=kept.moved.decision.revision if kept.moved else None,
        moved_at=kept.moved.at if kept.moved else None,
    )


def _placed(event: Event, zone: tzinfo, now: datetime) -> Event:
    """The event, and whether it lies ahead."""
    can_be_ahead = event.kind in {
        EventKind.DATE,
        EventKind.LIMIT_ENDS,
        EventKind.TRIGGER_DUE,
        EventKind.CONCERN_DUE,
    }
    is_ahead = can_be_ahead and event.at.instant(zone) > now
    return msgspec.structs.replace(event, is_ahead=is_ahead)
