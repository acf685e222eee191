"""Facts counted aloud: what was recorded after the risks were last looked at."""

from collections.abc import Sequence

from rationale_cli.domain.decision import Decision, Status
from rationale_cli.domain.several import several
from rationale_cli.domain.telling.saying import capital, counted
from rationale_cli.domain.timeline.looking import looks
from rationale_cli.domain.timeline.step import Step
from rationale_cli.domain.timeline.unlooked import Unlooked, unlooked
from rationale_cli.domain.words import Words, told

_OVER = {Status.CLOSED, Status.SUPERSEDED, Status.REVERSED}


def behind(history: Sequence[Decision], words: Words) -> tuple[Unlooked, ...]:
    """Give the risks that are behind what was recorded since, the longest unlooked first.

    Of a decision that is over nobody expects another look.

    Args:
        history: Each after the one that it follows, oldest first, never empty.
        words: What harms are called.
    """
    newest = history[-1]
    if newest.status in _OVER:
        return ()
    steps = [
        Step(decision=one, before=tuple(history[max(place - 1, 0) : place]))
        for place, one in enumerate(history)
    ]
    recorded = newest.time.recorded_at.at
    zone = recorded.tzinfo
    assert zone is not None  # noqa: S101 - what is recorded has an offset
    return unlooked(steps, looks(steps), words=words, zone=zone, until=recorded)


def aloud(one: Unlooked) -> str:
    """Say it: ``Two changes since neglect was last looked at (9 April 2026): …``."""
    verb = "were" if one.names[1:] else "was"
    return (
        f"{capital(counted(one.count, 'change', 'changes'))} since {several(one.names)} {verb} "
        f"last looked at ({told(one.since)}): {'; '.join(one.changes)}."
    )
