"""Concerns that are open: the stage that runs, and a pause that has not ended."""

from collections.abc import Iterator

from rationale_cli.domain.concern import Concern, Pause, Stage
from rationale_cli.domain.due.waiting import Kind, Waiting
from rationale_cli.domain.moment import Moment


def stages(concern: Concern) -> Iterator[Waiting]:
    """Give each stage that runs, due when it is due now; a pause leaves that date in sight."""
    for one in concern.stage if concern.is_open else ():
        if one.closed is None:
            yield Waiting(
                kind=Kind.STAGE,
                path=f"stage.{one.n}",
                text=f"Stage {one.n} of the concern{f', {one.name}' if one.name else ''}"
                f"{_lost(concern)}.",
                when=due_now(one, concern),
                originally=one.due if due_now(one, concern) != one.due else None,
                since=one.opened,
                owner=one.acted_by,
            )


def pauses(concern: Concern) -> Iterator[Waiting]:
    """Give each pause that has not ended."""
    for one in concern.pause if concern.is_open else ():
        if one.restarted is None:
            yield Waiting(
                kind=Kind.PAUSE,
                path=f"pause.{one.id}",
                text="The concern is paused; this is when it goes on."
                if one.restart_planned
                else "The concern is paused, and nobody has said when it goes on.",
                when=one.restart_planned,
                since=one.from_,
            )


def due_now(stage: Stage, concern: Concern) -> Moment | None:
    """Give when a stage is due since the last restart; as it was opened if there was none."""
    last = _restarted(stage, concern)
    return last.new_due if last and last.new_due else stage.due


def _restarted(stage: Stage, concern: Concern) -> Pause | None:
    found = [one for one in concern.pause if one.stage == stage.n and one.restarted is not None]
    return found[-1] if found else None


def _lost(concern: Concern) -> str:
    lost = sum(one.working_days_lost or 0 for one in concern.pause)
    if not lost:
        return ""
    return f"; pauses cost {lost} working day{'' if lost == 1 else 's'}"
