"""A concern: a decision questioned step by step, as one revision holds it."""

from enum import StrEnum

from rationale_cli.domain.keeping import Handling, Times
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.part import Item, Part, Party
from rationale_cli.domain.people import By
from rationale_cli.domain.seen import Via

FORMAT = 1
"""The newest format of a concern that this program reads, and the one it writes."""


class ConcernKind(StrEnum):
    """What sort of step a revision of a concern records."""

    RAISE = "raise"
    ADVANCE = "advance"
    PARALLEL = "parallel"
    PAUSE = "pause"
    RESTART = "restart"
    CLOSE = "close"


class ConcernStatus(StrEnum):
    """Where a concern stands; ``overtaken`` is by events, and no resolution."""

    OPEN = "open"
    PAUSED = "paused"
    RESOLVED = "resolved"
    NOT_AGREED = "not-agreed"
    WITHDRAWN = "withdrawn"
    OVERTAKEN = "overtaken"


class Urgency(StrEnum):
    """Which clock of the ladder runs."""

    STANDARD = "standard"
    URGENT = "urgent"


class Clock(Part, frozen=True, kw_only=True):
    """What was chosen when the end of the ladder was laid beside the decision's own dates."""

    choice: str = ""
    reason: str = ""


class Heard(Part, frozen=True, kw_only=True, rename={"for_": "for"}):
    """Whose words a revision holds, if not those of who types; belongs to that revision alone.

    Attributes:
        received: When they came; ``None``: just when they were recorded.
    """

    for_: Party | None = None
    via: Via | None = None
    received: Moment | None = None


class Stage(Part, frozen=True, kw_only=True):
    """One step of the ladder that was opened.

    Attributes:
        n: Its number in the ladder, from 1.
        due: As it was when the stage was opened; a restart leaves it in sight.
        closed: When it ended; ``None`` while it runs.
    """

    n: int
    name: str = ""
    opened: Moment | None = None
    due: Moment | None = None
    acted_by: str = ""
    method: str = ""
    outcome: str = ""
    closed: Moment | None = None
    sensitivity: str = ""


class Pause(Item, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A time in which a stage did not go on, and what kept people safe in it.

    Attributes:
        stage: Number of the stage.
        agreed_by: Each ``role@agency``.
        restarted: When it went on; ``None`` while it has not.
        new_due: When the stage is due since then; the first date stands in the stage.
        working_days_lost: As counted when it went on, or when its stage ended.
    """

    stage: int | None = None
    from_: Moment | None = None
    reason: str = ""
    agreed_by: tuple[str, ...] = ()
    restart_planned: Moment | None = None
    interim_measures: tuple[str, ...] = ()
    restarted: Moment | None = None
    new_due: Moment | None = None
    working_days_lost: int | None = None


class Parallel(Item, frozen=True, kw_only=True):
    """Another route beside the ladder, as a complaint or the guardian telling the court."""

    route: str = ""
    at: Moment | None = None
    to: str = ""
    note: str = ""


class Close(Part, frozen=True, kw_only=True):
    """How a concern ended, what it did to the decision and what was learned."""

    at: Moment | None = None
    result: str = ""
    effect: str = ""
    learning: tuple[str, ...] = ()


class Concern(Part, frozen=True, kw_only=True):
    """A concern as it stood at one revision. Field order is the order of the file.

    Attributes:
        previous: ``sha256:`` sums of the file texts that this revision follows.
        decision: Id of the decision that is questioned.
        raised_against: Its revision.
        ladder: Name of the steps it goes through, as ``typical``.
        dissent: Ids of the decision's disagreements that it is about.
    """

    format: int
    id: str
    revision: int
    previous: tuple[str, ...] = ()
    kind: ConcernKind
    decision: str
    raised_against: int | None = None
    status: ConcernStatus = ConcernStatus.OPEN
    urgency: Urgency = Urgency.STANDARD
    ladder: str = ""
    immediate_danger: bool | None = None
    statement: str = ""
    if_right: str = ""
    asks: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    dissent: tuple[str, ...] = ()
    time: Times
    by: By = By()
    heard: Heard = Heard()
    raised_by: Party | None = None
    raised_at: Moment | None = None
    clock: Clock = Clock()
    stage: tuple[Stage, ...] = ()
    pause: tuple[Pause, ...] = ()
    parallel: tuple[Parallel, ...] = ()
    close: Close = Close()
    handling: Handling = Handling()

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an end; a pause ends nothing."""
        return self.status in {ConcernStatus.OPEN, ConcernStatus.PAUSED}
