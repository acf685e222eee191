"""What waits in a folder: every record as it stands at ``HEAD``, read once."""

from collections.abc import Iterator
from datetime import date, tzinfo

import msgspec

from rationale_cli.codec.law import provisions
from rationale_cli.domain.clock import Time
from rationale_cli.domain.concern import Concern
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.due.collecting import Around, of_concern, of_decision
from rationale_cli.domain.due.due import Due, Record, due, in_turn
from rationale_cli.domain.due.waiting import Kind, Waiting
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.settings import Settings
from rationale_cli.errors import RationaleError
from rationale_cli.services import companions, law, reading
from rationale_cli.services.working_days import calendar
from rationale_cli.store.repository import Store


def waits(
    store: Store, settings: Settings, *, now: Instant, zone: tzinfo, folder: str = ""
) -> tuple[Due, ...]:
    """Give everything that waits in a folder, the most urgent first.

    A record that cannot be read is among it: nobody can say what waits in there.

    Args:
        store: The folder.
        settings: Of the folder.
        now: The present.
        zone: Of the folder.
        folder: What it is called, if several are looked at.

    Raises:
        UnknownRegionError: If working days are to be counted, and nobody knows the holidays.
    """
    moment = Instant(now.at.astimezone(zone))

    def working(first: date, last: date) -> int:
        # Laid out when the first is asked for: holidays cost half of what a start-up does.
        return calendar(settings).between(first, last)

    return in_turn(
        due(waiting, record, now=moment.at, zone=zone, working=working)
        for record, waiting in _found(store, settings, _around(store, moment, zone), folder)
    )


def _found(
    store: Store, settings: Settings, around: Around, folder: str
) -> Iterator[tuple[Record, Waiting]]:
    known: dict[str, Record] = {}
    for record_id, decision in reading.decisions(store, zone=around.zone):
        if isinstance(decision, RationaleError):
            yield _unreadable(record_id, decision, folder)
            continue
        record = known[record_id] = _record(decision, folder)
        for waiting in of_decision(decision, around):
            yield record, waiting
    for record_id, concern in companions.each_concern(store, zone=around.zone):
        if isinstance(concern, RationaleError):
            yield _unreadable(record_id, concern, folder)
        elif concern.is_open:
            record = _of_concern(concern, known.get(concern.decision), folder)
            time = Time(calendar=calendar(settings), zone=around.zone, now=around.now)
            for waiting in of_concern(concern, time):
                yield record, waiting


def _around(store: Store, now: Instant, zone: tzinfo) -> Around:
    # A team's own row stands in the place of a shipped one.
    every = {one.id: one for one in (*provisions(), *law.own(store))}.values()
    return Around(
        now=now,
        zone=zone,
        provisions={one.id: one for one in every if one.limit is not None},
        approvers={one.id: one for one in every if one.approver},
    )


def _record(decision: Decision, folder: str) -> Record:
    return Record(
        id=decision.id,
        decision=decision.id,
        revision=decision.revision,
        title=decision.title,
        case=decision.case,
        roles=_roles(decision),
        recorded_at=decision.time.recorded_at,
        folder=folder,
    )


def _roles(decision: Decision) -> tuple[str, ...]:
    by = decision.by
    made = (one.role for one in (by.lead, by.decision_maker, by.recorder) if one is not None)
    return (
        *made,
        *(one.role for one in decision.consulted),
        *(one.role for one in decision.not_consulted),
        *(one.role for one in decision.dissent),
    )


def _of_concern(concern: Concern, decision: Record | None, folder: str) -> Record:
    own = Record(
        id=concern.id,
        decision=concern.decision,
        revision=concern.revision,
        recorded_at=concern.time.recorded_at,
        folder=folder,
    )
    if decision is None:
        return own
    return msgspec.structs.replace(
        own, title=decision.title, case=decision.case, roles=decision.roles
    )


def _unreadable(record_id: str, error: RationaleError, folder: str) -> tuple[Record, Waiting]:
    text = "; ".join((str(error), *error.lines))
    waiting = Waiting(kind=Kind.UNREADABLE, path="", text=f"It cannot be read: {text}")
    return Record(id=record_id, decision=record_id, folder=folder), waiting
