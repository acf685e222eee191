"""The pauses of a concern: which one runs."""

from rationale_cli.domain.concern import Concern, Pause


def paused(concern: Concern) -> Pause | None:
    """Give the pause that has not ended."""
    return next((one for one in reversed(concern.pause) if not has_ended(one)), None)


def has_ended(pause: Pause) -> bool:
    """Whether it went on, or its stage ended meanwhile: what was lost is counted then."""
    return pause.restarted is not None or pause.working_days_lost is not None
