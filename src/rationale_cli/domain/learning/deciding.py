"""What the history of one decision teaches."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta, tzinfo
from typing import TypeVar

from rationale_cli.domain.calendar import Calendar
from rationale_cli.domain.coverage import feared, silent
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.harm import Harm, due_for
from rationale_cli.domain.ladder import day_in
from rationale_cli.domain.lateness import passed
from rationale_cli.domain.learning.observed import Fired, HarmSeen, Late, Observed, Turn
from rationale_cli.domain.part import Item
from rationale_cli.domain.people import DissentStatus
from rationale_cli.domain.trigger import Trigger
from rationale_cli.domain.turn import turn

_Item = TypeVar("_Item", bound=Item)


def observed(
    history: Sequence[Decision],
    *,
    whole: Sequence[Decision] = (),
    catalogue: Sequence[Harm],
    allowed: Mapping[str, timedelta],
    calendar: Calendar,
    zone: tzinfo,
) -> Observed:
    """Give what the revisions of one decision show.

    Args:
        history: Oldest first, never empty; as far as it may be seen.
        whole: The same with nothing left out, its items called alike; left out: `history` is all
            of it. What looks so only since something is withheld is not counted.
        catalogue: Every kind of harm that the library knows.
        allowed: How late each question set lets a decision be recorded.
        calendar: Which days are working days.
        zone: In which days begin and end.
    """
    whole = whole or history
    now, full = history[-1], whole[-1]
    dissent = _seen_whole(now.dissent, full.dissent)
    triggers = _seen_whole(now.trigger, full.trigger)
    return Observed(
        decisions=1,
        revisions=len(history),
        harms=tuple(_harms(history, whole, catalogue)),
        dissent=tuple(one.status or DissentStatus.OPEN for one in dissent),
        turns=_turns(history, calendar, zone),
        late=tuple(_late(history, allowed)),
        fired=tuple(_fired(one, zone) for one in triggers if one.fired_at is not None),
    )


def _seen_whole(seen: Iterable[_Item], whole: Iterable[_Item]) -> tuple[_Item, ...]:
    """Those of which nothing is withheld: how one stands cannot be told from a part of it."""
    every = {one.id: one for one in whole}
    return tuple(one for one in seen if every.get(one.id) == one)


def _harms(
    history: Sequence[Decision], whole: Sequence[Decision], catalogue: Sequence[Harm]
) -> Iterator[HarmSeen]:
    known = {harm.code for harm in catalogue}
    named = {code for one in history for _, code in feared(one)}
    first, now = (_silent((history[at], whole[at]), catalogue) for at in (0, -1))
    both = zip(history, whole, strict=True)
    due = dict.fromkeys(code for pair in both for code in _due(pair, catalogue))
    for code in dict.fromkeys((*due, *sorted(named & known))):
        if code in known:
            yield HarmSeen(
                code=code,
                silent_first=code in first or (code not in due and code in named),
                silent_now=code in now,
                feared=code in named,
            )


_Both = tuple[Decision, Decision]
"""A revision as far as it may be seen, and all of it."""


def _silent(pair: _Both, catalogue: Sequence[Harm]) -> frozenset[str]:
    seen, whole = (silent(one, due_for(one, catalogue)) for one in pair)
    return frozenset(seen) & frozenset(whole)


def _due(pair: _Both, catalogue: Sequence[Harm]) -> Iterator[str]:
    seen, whole = (due_for(one, catalogue) for one in pair)
    return (harm.code for harm in seen if harm in whole)


def _turns(history: Sequence[Decision], calendar: Calendar, zone: tzinfo) -> tuple[Turn, ...]:
    found = turn(history, zone)
    return (Turn(days=found.days, working_days=found.working_days(calendar)),) if found else ()


def _late(history: Sequence[Decision], allowed: Mapping[str, timedelta]) -> Iterator[Late]:
    for one in history:
        gap = passed(one.time)
        if gap is not None and gap > allowed.get(one.question_set, timedelta.max):
            minutes = gap // timedelta(minutes=1)
            yield Late(minutes=minutes, is_explained=bool(one.time.late_reason.strip()))


def _fired(trigger: Trigger, zone: tzinfo) -> Fired:
    happened, acted = trigger.fired_at, trigger.acted_at
    minutes = days = None
    if happened is not None and acted is not None:
        days = (day_in(acted, zone) - day_in(happened, zone)).days
        if happened.at and acted.at:
            minutes = (acted.at - happened.at) // timedelta(minutes=1)
    return Fired(minutes=minutes, days=days, is_called_late=bool(trigger.late_reason.strip()))
