"""What does not fit how a concern stands, told in the user's words."""

from collections.abc import Sequence

from rationale_cli.domain.moment import Moment
from rationale_cli.domain.words import told
from rationale_cli.errors import RationaleError


class EndedConcernError(RationaleError):
    """The concern has ended."""

    def __init__(self, concern_id: str, status: str) -> None:
        super().__init__(
            f"{concern_id!r} has ended: it is {status!r}",
            hint="Raise a new concern with 'rationale concern raise'.",
        )


class LastStageError(RationaleError):
    """There is no step above this one."""

    def __init__(self, concern_id: str, n: int) -> None:
        super().__init__(
            f"stage {n} is the last of this ladder",
            hint=f"Say how it ended with 'rationale concern close {concern_id}'; "
            "not-agreed is an end, too.",
        )


class LowerStageError(RationaleError):
    """A step was to be opened that is not above the one that runs."""

    def __init__(self, wanted: int, n: int) -> None:
        super().__init__(
            f"stage {wanted} is not above stage {n}, which is open",
            hint="Leave out --to for the next stage, or name a higher one.",
        )


class UnknownStageError(RationaleError):
    """Something was said of a step that is not open."""

    def __init__(self, n: object, opened: Sequence[int]) -> None:
        known = ", ".join(str(one) for one in opened) or "none"
        super().__init__(
            f"the answers speak of stage {n if n is not None else '(no number)'}, "
            "which has not been opened",
            hint=f"Stages opened so far: {known}. Write its number as n under [[stage]].",
        )


class UnknownPauseError(RationaleError):
    """A pause was named that is not there."""

    def __init__(self, item_id: str, known: Sequence[str]) -> None:
        super().__init__(
            f"this concern has no pause {item_id!r}",
            hint=f"Name one of: {', '.join(known)}; or leave the id out for the one that runs."
            if known
            else "Leave the id out: the next free one is then given.",
        )


class NotDriftingError(RationaleError):
    """There is nothing to restart."""

    def __init__(self, concern_id: str, n: int, due: Moment | None) -> None:
        when = f", and is due on {told(due)}" if due else ""
        super().__init__(
            f"stage {n} of {concern_id!r} is not paused{when}",
            hint=f"Go on to the next stage with 'rationale concern advance {concern_id}', "
            "or name another clock.",
        )


class NoRouteError(RationaleError):
    """Nobody says which way is taken beside the ladder.

    Attributes:
        lines: The ways that the ladder names.
    """

    def __init__(self, routes: Sequence[str]) -> None:
        super().__init__(
            "no other route was named",
            hint="Write it as route under [[parallel]] in the answers; these are the usual ones.",
        )
        self.lines = tuple(routes)


class NoEndError(RationaleError):
    """Nobody says how the concern ended."""

    def __init__(self, said: object, ends: Sequence[str]) -> None:
        super().__init__(
            f"status is {str(said)!r}, which is no end" if said else "nothing says how it ended",
            hint=f'Write status = "…" in the answers, one of: {", ".join(ends)}.',
        )
