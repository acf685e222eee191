"""What was not looked at: risks behind what happened since, and harms that nobody named."""

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from itertools import groupby

import msgspec

from rationale_cli.domain.decision import Kind, Status
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.risk import ControlState, Risk, RiskStatus
from rationale_cli.domain.several import several
from rationale_cli.domain.timeline import planning
from rationale_cli.domain.timeline.assessing import named
from rationale_cli.domain.timeline.looking import Look, is_seen
from rationale_cli.domain.timeline.step import Step
from rationale_cli.domain.words import Words, told


class Unlooked(msgspec.Struct, frozen=True, kw_only=True):
    """Risks that nobody has looked at again since something changed.

    Attributes:
        record: Id of the record.
        risks: Ids of the risks.
        names: What their harms are called.
        since: When they were last looked at.
        changes: What changed since, in the order in which it was told; never empty.
        count: How many single changes these are.
    """

    record: str
    risks: tuple[str, ...]
    names: tuple[str, ...]
    since: Moment
    changes: tuple[str, ...]
    count: int


def unlooked(
    history: Sequence[Step],
    looks: Sequence[Look],
    *,
    words: Words,
    zone: tzinfo,
    until: datetime,
) -> tuple[Unlooked, ...]:
    """Give the risks of the newest revision that are behind, the longest unlooked first.

    Args:
        history: Of one record, oldest first.
        looks: At its risks.
        words: What harms are called.
        zone: Where a bare day begins.
        until: Up to when days that were set count as past.
    """
    newest = history[-1].decision
    limit = min(until, newest.time.recorded_at.at) if newest.status in _OVER else until
    found = []
    for risk in newest.risk:
        if not is_seen(risk) or risk.status is RiskStatus.NOT_APPLICABLE:
            continue
        place, since = _last(history, looks, risk)
        changes = (
            *(one for step in history[place + 1 :] for one in _changes(step)),
            *((text, 1) for text in planning.passed(newest, since, limit, zone)),
        )
        if changes:
            found.append((since, changes, risk))
    found.sort(key=lambda one: one[0].instant(zone))
    return tuple(
        Unlooked(
            record=newest.id,
            risks=tuple(risk.id for risk in risks),
            names=tuple(named(risk, words) for risk in risks),
            since=since,
            changes=tuple(text for text, _ in changes),
            count=sum(count for _, count in changes),
        )
        for (since, changes), group in groupby(found, key=lambda one: one[:2])
        for risks in [[risk for _, _, risk in group]]
    )


_OVER = {Status.CLOSED, Status.SUPERSEDED, Status.REVERSED}
"""Of these nobody expects another look: what was planned for later counts no more."""

_LOOKS_AGAIN = {Kind.REASSESS, Kind.CONFIRM, Kind.REVERSE}


def _last(history: Sequence[Step], looks: Sequence[Look], risk: Risk) -> tuple[int, Moment]:
    """Which step last looked at a risk, and when that was; a correction looks at nothing."""
    of_risk = [
        look
        for look in looks
        if look.risk.id == risk.id
        and look.now is not None
        and (look.was is None or look.step.decision.kind is not Kind.CORRECT)
    ]
    if risk.assessed_at is not None:
        of_risk = [
            look for look in of_risk if look.now and look.now.assessed_at == risk.assessed_at
        ][:1] or of_risk
    last = of_risk[-1] if of_risk else None
    place = history.index(last.step) if last else 0
    since = last.at if last else history[0].at
    if risk.assessed_at is None:
        for later in range(place + 1, len(history)):
            if history[later].decision.kind in _LOOKS_AGAIN:
                place, since = later, history[later].at
    return place, since


def _changes(step: Step) -> Iterator[tuple[str, int]]:
    """What a revision says of new circumstances, and how many they are."""
    number = step.decision.revision
    known = [one.id for one in step.decision.known if step.is_new("known", one)]
    if known:
        yield f"{several(known)} came to be known (revision {number})", len(known)
    elif step.decision.kind is Kind.NOTE:
        yield f"a note (revision {number})", 1
    for trigger in step.decision.trigger:
        if trigger.fired_at and step.is_new("trigger", trigger, "fired_at"):
            yield f"look-again point {trigger.id} came up on {told(trigger.fired_at)}", 1
    for unknown in step.decision.unknown:
        if unknown.answer and step.is_new("unknown", unknown, "answer"):
            yield f"open question {unknown.id} was answered (revision {number})", 1
    for control in step.decision.control:
        if control.state is ControlState.FAILED and step.is_new("control", control, "state"):
            yield f"control {control.id} is not working (revision {number})", 1
