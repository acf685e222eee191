"""What makes us look again, and what is to be done meanwhile."""

from enum import StrEnum

from rationale_cli.domain.moment import Moment
from rationale_cli.domain.part import Item


class TriggerKind(StrEnum):
    """Whether a day, something that happens or a limit makes us look again."""

    DATE = "date"
    EVENT = "event"
    THRESHOLD = "threshold"


class Trigger(Item, frozen=True, kw_only=True):
    """Something that makes us look at the decision again."""

    kind: TriggerKind | None = None
    text: str = ""
    due: Moment | None = None
    owner: str = ""
    fired_at: Moment | None = None
    acted_at: Moment | None = None
    late_reason: str = ""


class Action(Item, frozen=True, kw_only=True):
    """Something that somebody will do by a day."""

    what: str = ""
    owner: str = ""
    due: Moment | None = None
    done_at: Moment | None = None
