"""What was seen, put together: counts, medians and the longest, of everything and of nobody."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

import msgspec

from rationale_cli.domain.learning.observed import HarmSeen, Lack, Observed, StageSeen
from rationale_cli.domain.people import DissentStatus

FEW = 5
"""Below it a number says more about the records than about how people work."""


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """Several lengths of time: how many there are, the one in the middle, and the longest."""

    count: int
    median: float
    longest: int


class HarmLesson(msgspec.Struct, frozen=True, kw_only=True):
    """How often one kind of harm was not looked at.

    Attributes:
        decisions: In how many it had to be, or was named by a disagreement.
        silent_first: In how many of these nobody had looked when they were first recorded.
        silent_now: In how many nobody has looked yet.
        feared: In how many a disagreement named it while nobody had looked.
    """

    code: str
    decisions: int
    silent_first: int
    silent_now: int
    feared: int


class StageLesson(msgspec.Struct, frozen=True, kw_only=True):
    """How long a stage of concerns took, in working days.

    Attributes:
        allowed: What it had, in the middle; ``None`` if nobody said when it was due.
        over: How many took longer than they had.
    """

    n: int
    took: Spread
    allowed: float | None
    over: int


class PauseLesson(msgspec.Struct, frozen=True, kw_only=True):
    """How many pauses there were, how many lacked something, and what."""

    count: int
    lacking: int
    lacks: dict[Lack, int]


class DissentLesson(msgspec.Struct, frozen=True, kw_only=True):
    """How disagreements ended."""

    count: int
    upheld: int
    not_upheld: int
    withdrawn: int
    still_open: int


class LateLesson(msgspec.Struct, frozen=True, kw_only=True):
    """How many revisions were recorded late, by how many minutes, and how many say why."""

    count: int
    explained: int
    minutes: Spread | None


class FiredLesson(msgspec.Struct, frozen=True, kw_only=True):
    """How many look-again points something happened at, and how long until somebody acted.

    Attributes:
        waiting: Nobody has acted on them yet.
        called_late: The record gives a reason for acting late.
        minutes: Of those whose times are known.
    """

    count: int
    waiting: int
    called_late: int
    minutes: Spread | None


class Lessons(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the records teach.

    Attributes:
        is_few: Whether there are too few decisions to compare.
        harms: Those that were ever left out, most often first.
        turn_days: From the first disagreement to the reversal; ``None`` if there was none.
        turn_working_days: The same in working days.
    """

    decisions: int
    revisions: int
    concerns: int
    unreadable: int
    is_few: bool
    harms: tuple[HarmLesson, ...]
    stages: tuple[StageLesson, ...]
    pauses: PauseLesson
    dissent: DissentLesson
    turn_days: Spread | None
    turn_working_days: Spread | None
    late: LateLesson
    fired: FiredLesson


def lessons(seen: Observed) -> Lessons:
    """Put together what was seen."""
    fired = seen.fired
    return Lessons(
        decisions=seen.decisions,
        revisions=seen.revisions,
        concerns=seen.concerns,
        unreadable=seen.unreadable,
        is_few=seen.decisions < FEW,
        harms=_harms(seen.harms),
        stages=_stages(seen.stages),
        pauses=PauseLesson(
            count=len(seen.pauses),
            lacking=sum(bool(one.lacks) for one in seen.pauses),
            lacks=dict(Counter(lack for one in seen.pauses for lack in one.lacks)),
        ),
        dissent=_dissent(Counter(seen.dissent)),
        turn_days=_spread(one.days for one in seen.turns),
        turn_working_days=_spread(one.working_days for one in seen.turns),
        late=LateLesson(
            count=len(seen.late),
            explained=sum(one.is_explained for one in seen.late),
            minutes=_spread(one.minutes for one in seen.late),
        ),
        fired=FiredLesson(
            count=len(fired),
            waiting=sum(one.days is None for one in fired),
            called_late=sum(one.is_called_late for one in fired),
            minutes=_spread(one.minutes for one in fired if one.minutes is not None),
        ),
    )


def _harms(seen: Sequence[HarmSeen]) -> tuple[HarmLesson, ...]:
    found = []
    for code in dict.fromkeys(one.code for one in seen):
        own = [one for one in seen if one.code == code]
        lesson = HarmLesson(
            code=code,
            decisions=len(own),
            silent_first=sum(one.silent_first for one in own),
            silent_now=sum(one.silent_now for one in own),
            feared=sum(one.feared for one in own),
        )
        if lesson.silent_first or lesson.silent_now or lesson.feared:
            found.append(lesson)
    return tuple(sorted(found, key=lambda one: (-one.silent_first, -one.feared)))


def _stages(seen: Sequence[StageSeen]) -> tuple[StageLesson, ...]:
    found = []
    for number in sorted({one.n for one in seen}):
        own = [one for one in seen if one.n == number]
        allowed = [one.allowed for one in own if one.allowed is not None]
        took = _spread(one.took for one in own)
        if took is not None:
            found.append(
                StageLesson(
                    n=number,
                    took=took,
                    allowed=median(allowed) if allowed else None,
                    over=sum(one.allowed is not None and one.took > one.allowed for one in own),
                )
            )
    return tuple(found)


def _dissent(counts: Counter[DissentStatus]) -> DissentLesson:
    return DissentLesson(
        count=counts.total(),
        upheld=counts[DissentStatus.UPHELD],
        not_upheld=counts[DissentStatus.NOT_UPHELD],
        withdrawn=counts[DissentStatus.WITHDRAWN],
        still_open=counts[DissentStatus.OPEN] + counts[DissentStatus.REPLIED],
    )


def _spread(found: Iterable[int]) -> Spread | None:
    numbers = sorted(found)
    if not numbers:
        return None
    return Spread(count=len(numbers), median=median(numbers), longest=numbers[-1])
