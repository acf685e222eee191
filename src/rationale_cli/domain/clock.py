"""The clock of a concern: what is due when, what was lost, and what happens before it ends."""

from datetime import datetime, timedelta, tzinfo

import msgspec

from rationale_cli.domain.calendar import Calendar
from rationale_cli.domain.concern import Concern, Pause, Stage, Urgency
from rationale_cli.domain.keeping import Times
from rationale_cli.domain.ladder import Ladder, day_in
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.pausing import has_ended, paused

MARKS = ("effective_from", "effective_to", "next_hearing", "irreversible_at")
"""The times of a decision with which the end of a ladder is compared."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A step of the ladder that runs or lies ahead, and when it is due if none is used up early."""

    n: int
    name: str
    due: Moment


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How a concern stands at one moment.

    Attributes:
        stage: The step that runs; ``None`` if the concern has ended.
        due: When that step was due at first.
        now_due: When it is due since it was last restarted; the same if it never was.
        is_paused: Whether nobody works on it.
        is_overdue: Whether *now_due* has passed without an entry.
        lost: Working days lost in pauses that ended and by steps that ended late.
        idle: Working days lost up to now by what still lies still: paused, or overdue.
        planned: Working days that the present pause takes if it ends on the day set for it.
        steps: The step that runs and those above it, on the clock that runs.
        others: The same on the other clock.
        other: Which clock that is.
    """

    stage: Stage | None = None
    due: Moment | None = None
    now_due: Moment | None = None
    is_paused: bool = False
    is_overdue: bool = False
    lost: int = 0
    idle: int = 0
    planned: int = 0
    steps: tuple[Step, ...] = ()
    others: tuple[Step, ...] = ()
    other: Urgency = Urgency.URGENT

    @property
    def drift(self) -> int:
        """All working days lost so far."""
        return self.lost + self.idle

    @property
    def is_drifting(self) -> bool:
        """Whether it lies still at this moment: paused, or overdue without an entry."""
        return self.is_paused or self.is_overdue

    @property
    def ends(self) -> Moment | None:
        """When the ladder ends on the clock that runs."""
        return self.steps[-1].due if self.steps else None

    @property
    def other_ends(self) -> Moment | None:
        """When it ends on the other clock."""
        return self.others[-1].due if self.others else None


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A time of the decision beside the ladder.

    Attributes:
        path: Of the time, as ``time.effective_from``.
        at: The time.
        is_past: Whether it has passed.
        is_open: Whether the ladder still runs then, or ran.
    """

    path: str
    at: Moment
    is_past: bool
    is_open: bool


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """The end of the ladder beside the times of the decision.

    Attributes:
        urgency: The clock that runs.
        ends: When its ladder ends.
        other: The other clock.
        other_ends: When its ladder would end.
        marks: The times, the earliest first.
    """

    urgency: Urgency
    ends: Moment
    other: Urgency
    other_ends: Moment
    marks: tuple[Mark, ...]

    @property
    def open_at(self) -> tuple[Mark, ...]:
        """Times that lie ahead and come before the ladder ends: the warning."""
        return tuple(one for one in self.marks if one.is_open and not one.is_past)

    @property
    def was_open_at(self) -> tuple[Mark, ...]:
        """Times that passed while the concern was open."""
        return tuple(one for one in self.marks if one.is_open and one.is_past)


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """With what days are counted.

    Attributes:
        calendar: Which days are working days.
        zone: In which days begin and end.
        now: The present moment.
    """

    calendar: Calendar
    zone: tzinfo
    now: Instant

    @property
    def today(self) -> Moment:
        """The present day."""
        return Moment(day_in(self.now, self.zone))

    def lost(self, first: Moment, last: Moment) -> int:
        """Count the working days after *first*, up to *last*."""
        return self.calendar.between(day_in(first, self.zone), day_in(last, self.zone))

    def is_over(self, moment: Moment) -> bool:
        """Whether a time has passed; a bare day passes at its end."""
        if moment.at is not None:
            return self.now.at > moment.at
        return self.today.day > moment.day

    def ends(self, moment: Moment) -> datetime:
        """Give the last instant of a moment; of a bare day, its last."""
        return moment.at or Moment(moment.day + timedelta(days=1)).instant(self.zone)


def running(concern: Concern) -> Stage | None:
    """Give the step that has not ended, also while it is paused; the last one if several."""
    if not concern.is_open:
        return None
    return next((one for one in reversed(concern.stage) if one.closed is None), None)


def due_of(concern: Concern, stage: Stage) -> Moment | None:
    """Give when a step is due: since its last restart, or as it was at first."""
    since = [one.new_due for one in concern.pause if one.stage == stage.n and one.new_due]
    return since[-1] if since else stage.due


def standing(concern: Concern, ladder: Ladder | None, time: Time) -> Standing:
    """Give how a concern stands.

    Args:
        concern: The concern.
        ladder: Its ladder; without one no step above the present one is foreseen.
        time: With what days are counted, and the present moment.
    """
    stage, pause = running(concern), paused(concern)
    lost = _lost(concern, time)
    if stage is None:
        return Standing(lost=lost)
    now_due = due_of(concern, stage)
    is_paused = pause is not None and concern.is_open
    is_overdue = not is_paused and now_due is not None and time.is_over(now_due)
    idle = planned = 0
    if is_paused and pause and pause.from_:
        idle = time.lost(pause.from_, time.now)
        planned = time.lost(pause.from_, pause.restart_planned or pause.from_)
    elif is_overdue and now_due:
        idle = time.lost(now_due, time.now)
    other = Urgency.STANDARD if concern.urgency is Urgency.URGENT else Urgency.URGENT
    return Standing(
        stage=stage,
        due=stage.due,
        now_due=now_due,
        is_paused=is_paused,
        is_overdue=is_overdue,
        lost=lost,
        idle=idle,
        planned=planned,
        steps=_steps(concern, ladder, time, concern.urgency),
        others=_steps(concern, ladder, time, other),
        other=other,
    )


def compare(concern: Concern, found: Standing, times: Times, time: Time) -> Comparison | None:
    """Lay the end of a ladder beside the times of a decision.

    Args:
        concern: The concern.
        found: How it stands.
        times: Of the decision as it now stands.
        time: With what days are counted.

    Returns:
        Nothing if the concern has ended, or if the end of its ladder cannot be foreseen.
    """
    if found.ends is None or found.other_ends is None:
        return None
    raised = concern.raised_at or concern.time.recorded_at
    last = time.ends(found.ends)
    marks = [
        Mark(
            path=f"time.{name}",
            at=at,
            is_past=time.is_over(at),
            is_open=raised.instant(time.zone) < time.ends(at) and at.instant(time.zone) < last,
        )
        for name in MARKS
        if (at := getattr(times, name)) is not None
    ]
    marks.sort(key=lambda one: one.at.instant(time.zone))
    return Comparison(
        urgency=concern.urgency,
        ends=found.ends,
        other=found.other,
        other_ends=found.other_ends,
        marks=tuple(marks),
    )


def _lost(concern: Concern, time: Time) -> int:
    pauses = sum(_lost_in(one, time) for one in concern.pause if has_ended(one))
    late = 0
    for stage in concern.stage:
        due = due_of(concern, stage)
        if stage.closed and due and not _closed_in_pause(concern, stage):
            late += time.lost(due, stage.closed)
    return pauses + late


def _lost_in(pause: Pause, time: Time) -> int:
    """Count the working days lost in a pause; as it was counted when it ended, if it was."""
    if pause.working_days_lost is not None:
        return pause.working_days_lost
    if pause.from_ is None:
        return 0
    return time.lost(pause.from_, pause.restarted or time.now)


def _closed_in_pause(concern: Concern, stage: Stage) -> bool:
    """Whether a pause ended with its step: its days are counted already."""
    return any(
        one.stage == stage.n and has_ended(one) and one.new_due is None for one in concern.pause
    )


def _steps(
    concern: Concern, ladder: Ladder | None, time: Time, urgency: Urgency
) -> tuple[Step, ...]:
    """The step that runs and those above it, none of them used up early."""
    stage = running(concern)
    if stage is None:
        return ()
    known = due_of(concern, stage)
    is_known = urgency is concern.urgency and paused(concern) is None
    found: list[Step] = []
    start = _started(concern, stage, time)
    for rung in ladder.from_(stage.n) if ladder else ():
        due = rung.allowance(urgency).due(start, time.calendar, time.zone)
        if rung.n == stage.n and is_known and known is not None:
            due = known
        found.append(Step(n=rung.n, name=rung.name, due=due))
        # What is overdue ends today at the earliest.
        start = time.today if time.is_over(due) else due
    if not found and known is not None:
        found.append(Step(n=stage.n, name=stage.name, due=known))
    return tuple(found)


def _started(concern: Concern, stage: Stage, time: Time) -> Moment:
    """From when the clock of a step runs: since it was opened, or restarted, or can be."""
    pause = paused(concern)
    if pause is not None:
        planned = pause.restart_planned
        return planned if planned and not time.is_over(planned) else time.today
    again = [one.restarted for one in concern.pause if one.stage == stage.n and one.restarted]
    return again[-1] if again else stage.opened or time.today
