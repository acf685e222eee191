"""How concerns stand: their clocks beside the times of the decision that they question."""

from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo

from rationale_cli.codec import settings as settings_text
from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.clock import Time, compare, standing
from rationale_cli.domain.concern import Concern
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.ladder import Ladder
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.stood import About, Stood
from rationale_cli.errors import RationaleError
from rationale_cli.services import companions, ladders, working_days
from rationale_cli.store.repository import Store


def about(
    store: Store,
    decision: Decision,
    settings: Settings,
    *,
    now: Instant,
    as_of: datetime | None = None,
    clearance: Clearance = EVERYTHING,
) -> About:
    """Give how every concern about a decision stands, or why that cannot be told.

    Nothing here keeps a decision from being seen.

    Args:
        store: The folder.
        decision: As it is looked at.
        settings: Of the folder.
        now: The present moment.
        as_of: Up to when concerns are known, and as of when their days are counted.
        clearance: Of whoever reads; a concern that they may not see whole is left out.
    """
    zone = settings_text.zone(settings)
    found: list[Concern] = []
    faults: list[str] = []
    for _, one in companions.each_concern(store, zone=zone):
        if isinstance(one, RationaleError):
            # Which decision it is about cannot be read: every one of the folder says so.
            faults.append(companions.why_unread(one, clearance))
        elif one.decision == decision.id and companions.is_cleared(one, clearance):
            found.append(one)
    found.sort(key=lambda one: (one.raised_at or one.time.recorded_at, one.id))
    try:
        if as_of is not None:
            found = [*_then(store, found, as_of, zone)]
            now = Instant(as_of.replace(microsecond=0))
        seen = [one for one in found if companions.is_cleared(one, clearance)]
        stood_now = of(store, seen, {decision.id: decision}, settings, now=now, zone=zone)
    except RationaleError as error:
        return About(fault="; ".join((*faults, companions.why_unread(error, clearance))))
    return About(stood=stood_now, fault="; ".join(faults))


def _then(
    store: Store, concerns: Iterable[Concern], as_of: datetime, zone: tzinfo
) -> Iterator[Concern]:
    """Each concern as it was known then; one that was not raised yet is left out."""
    for one in concerns:
        history = companions.concern_history(store, one.id, zone=zone)
        known = [past for past in history if past.time.recorded_at.at <= as_of]
        if known:
            yield known[-1]


def of(
    store: Store,
    concerns: Iterable[Concern],
    decisions: dict[str, Decision],
    settings: Settings,
    *,
    now: Instant,
    zone: tzinfo,
) -> tuple[Stood, ...]:
    """Give how concerns stand: open ones first, otherwise in the order given.

    Args:
        store: The folder.
        concerns: Of one decision or several.
        decisions: By id; a concern about another one is compared with nothing.
        settings: Of the folder.
        now: The present moment.
        zone: Of the folder.

    Raises:
        UnknownRegionError: If nobody knows the holidays of the folder's region.
    """
    known = tuple(concerns)
    if not known:
        return ()
    time = Time(calendar=working_days.calendar(settings), zone=zone, now=now)
    found = [stood(store, one, decisions.get(one.decision), time) for one in known]
    return tuple(sorted(found, key=lambda one: not one.concern.is_open))


def stood(store: Store, concern: Concern, decision: Decision | None, time: Time) -> Stood:
    """Give how one concern stands."""
    ladder = _ladder(store, concern.ladder)
    found = standing(concern, ladder, time)
    return Stood(
        concern=concern,
        ladder=ladder,
        standing=found,
        comparison=compare(concern, found, decision.time, time) if decision else None,
        question_set=decision.question_set.partition("/")[0] if decision else "",
        at=time.now,
    )


def _ladder(store: Store, name: str) -> Ladder | None:
    try:
        return ladders.ladder(store, name)
    except RationaleError:
        # A ladder that is gone or broken never keeps a concern from being seen.
        return None
