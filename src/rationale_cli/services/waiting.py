"""What waits in a folder: every record as it stands at ``HEAD``, read once."""

from collections.abc import Iterator
from datetime import date, tzinfo
from typing import NamedTuple

import msgspec

from rationale_cli.codec import settings as settings_text
from rationale_cli.domain.audience import view, view_of_seen
from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.clock import Time
from rationale_cli.domain.concern import Concern
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.due.collecting import (
    Around,
    is_ended,
    of_concern,
    of_decision,
    of_history,
    of_ledger,
)
from rationale_cli.domain.due.due import Due, Record, due, in_turn
from rationale_cli.domain.due.waiting import Kind, Waiting
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.seen import FORMAT as SEEN_FORMAT
from rationale_cli.domain.seen import Seen
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.words import Words
from rationale_cli.errors import RationaleError
from rationale_cli.services import companions, law, reading, viewing
from rationale_cli.services.histories import histories
from rationale_cli.services.working_days import calendar
from rationale_cli.store.repository import Store


def waits(
    store: Store,
    settings: Settings,
    words: Words,
    *,
    now: Instant,
    folder: str = "",
    clearance: Clearance = EVERYTHING,
) -> tuple[Due, ...]:
    """Give everything that waits in a folder, the most urgent first.

    A record that cannot be read is among it: nobody can say what waits in there.

    Args:
        store: The folder.
        settings: Of the folder.
        words: What codes and kinds of harm are called in the folder.
        now: The present.
        folder: What it is called, if several are looked at.
        clearance: As whose eyes the records are looked at.

    Raises:
        UnknownRegionError: If working days are to be counted, and nobody knows the holidays.
    """
    zone = settings_text.zone(settings)
    moment = Instant(now.at.astimezone(zone))

    def working(first: date, last: date) -> int:
        # Laid out when the first is asked for: holidays cost half of what a start-up does.
        return calendar(settings).between(first, last)

    around = _around(store, words, moment, zone)
    place = _Place(store, settings, around, folder, clearance)
    return in_turn(
        due(waiting, record, now=moment.at, zone=zone, working=working)
        for record, waiting in _found(place)
    )


class _Place(NamedTuple):
    """The folder that is looked into, with what must be known beside its records."""

    store: Store
    settings: Settings
    around: Around
    name: str
    clearance: Clearance


def _found(place: _Place) -> Iterator[tuple[Record, Waiting]]:
    known: dict[str, Record] = {}
    decisions: dict[str, Decision] = {}
    for record_id, decision in reading.decisions(place.store, zone=place.around.zone):
        if isinstance(decision, RationaleError):
            yield _unreadable(record_id, decision, place)
            continue
        if not place.clearance.sees_all:
            # What an audience may see is for all of a history to say.
            zone, clearance = place.around.zone, place.clearance
            try:
                seen = viewing.history(place.store, record_id, zone=zone, clearance=clearance)
            except RationaleError as error:
                yield _unreadable(record_id, error, place)
                continue
            decision = seen.history[-1].decision  # noqa: PLW2901 - the same one, as it is seen
        record = known[record_id] = _record(decision, place.name)
        decisions[record_id] = decision
        for waiting in of_decision(decision, place.around):
            yield record, waiting
    yield from _in_histories(place, decisions, known)
    yield from _in_concerns(place, known)


def _in_histories(
    place: _Place, decisions: dict[str, Decision], known: dict[str, Record]
) -> Iterator[tuple[Record, Waiting]]:
    """What only the history of a decision, or who has seen it, tells."""
    ledgers: dict[str, Seen] = {}
    for record_id, seen in companions.each_seen(place.store, zone=place.around.zone):
        if isinstance(seen, RationaleError):
            yield _unreadable(record_id, seen, place)
        else:
            ledgers[record_id] = view_of_seen(seen, place.clearance)
    for record_id, seen in ledgers.items():
        if record_id in decisions:
            for waiting in of_ledger(seen, decisions[record_id]):
                yield known[record_id], waiting
    live = {record_id: one for record_id, one in decisions.items() if not is_ended(one)}
    for record_id, history in _histories(place.store, live, place.around.zone):
        nothing = view_of_seen(Seen(format=SEEN_FORMAT, id=record_id), place.clearance)
        seen = ledgers.get(record_id, nothing)
        expected = place.settings.expects(live[record_id].question_set.partition("/")[0])
        viewed = view(history, place.clearance).history
        for waiting in of_history(viewed, seen, expected, place.around):
            yield known[record_id], waiting


def _in_concerns(place: _Place, known: dict[str, Record]) -> Iterator[tuple[Record, Waiting]]:
    zone, now = place.around.zone, place.around.now
    for record_id, concern in companions.each_concern(place.store, zone=zone):
        if isinstance(concern, RationaleError):
            yield _unreadable(record_id, concern, place)
        elif concern.is_open and companions.is_cleared(concern, place.clearance):
            record = _of_concern(concern, known.get(concern.decision), place.name)
            time = Time(calendar=calendar(place.settings), zone=zone, now=now)
            for waiting in of_concern(concern, time):
                yield record, waiting


def _histories(
    store: Store, live: dict[str, Decision], zone: tzinfo
) -> Iterator[tuple[str, tuple[Revision, ...]]]:
    """The histories of those that have any; to read one of a single revision would tell no more."""
    wanted = {record_id for record_id, one in live.items() if one.revision > 1}
    for record_id, one in live.items():
        if record_id not in wanted:
            recorded = one.time.recorded_at.at
            alone = Revision(decision=one, commit="", committed_at=recorded, blob="", sha256="")
            yield record_id, (alone,)
    # A save in between may have made one unreadable: it was told as it stood.
    yield from (found for found in histories(store, zone=zone, wanted=wanted) if found[1])


def _around(store: Store, words: Words, now: Instant, zone: tzinfo) -> Around:
    every = law.provisions(store)
    return Around(
        now=now,
        zone=zone,
        provisions={one.id: one for one in every if one.limit is not None},
        approvers={one.id: one for one in every if one.approver},
        words=words,
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


def _unreadable(record_id: str, error: RationaleError, place: _Place) -> tuple[Record, Waiting]:
    text = f"It cannot be read: {'; '.join((str(error), *error.lines))}"
    # A fault quotes what stands in the file, and nobody knows for whom that is.
    told = text if place.clearance.sees_all else "It cannot be read."
    waiting = Waiting(kind=Kind.UNREADABLE, path="", text=told)
    return Record(id=record_id, decision=record_id, folder=place.name), waiting
