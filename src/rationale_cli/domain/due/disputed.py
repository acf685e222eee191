"""Concerns that are open: the stage that runs, and a pause that has not ended."""

from collections.abc import Iterator

from rationale_cli.domain.clock import Time, standing
from rationale_cli.domain.concern import Concern
from rationale_cli.domain.due.waiting import Kind, Waiting
from rationale_cli.domain.pausing import paused


def stages(concern: Concern, time: Time) -> Iterator[Waiting]:
    """Give the stage that runs, due when it is due now; a pause leaves that date in sight.

    Args:
        concern: As it stands.
        time: With what days are counted, and the present moment.
    """
    # Without its ladder the steps above are not foreseen, and nothing here tells of them.
    found = standing(concern, None, time)
    stage = found.stage
    if stage is None:
        return
    name = f", {stage.name}" if stage.name else ""
    lost = f"; {_days(found.drift)} lost so far" if found.drift else ""
    yield Waiting(
        kind=Kind.STAGE,
        path=f"stage.{stage.n}",
        text=f"Stage {stage.n}{name}{lost}.",
        when=found.now_due,
        originally=found.due if found.due != found.now_due else None,
        since=stage.opened,
        owner=stage.acted_by,
    )


def pauses(concern: Concern) -> Iterator[Waiting]:
    """Give the pause that has not ended."""
    pause = paused(concern) if concern.is_open else None
    if pause is None:
        return
    yield Waiting(
        kind=Kind.PAUSE,
        path=f"pause.{pause.id}",
        text="The concern is paused; this is when it goes on."
        if pause.restart_planned
        else "The concern is paused, and nobody has said when it goes on.",
        when=pause.restart_planned,
        since=pause.from_,
    )


def _days(count: int) -> str:
    return f"{count} working day{'' if count == 1 else 's'}"
