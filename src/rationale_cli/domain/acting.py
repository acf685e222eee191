"""Acting: how long after a look-again point came up somebody acted on it, and why not at once."""

from datetime import timedelta
from typing import Any

from rationale_cli.domain.lapse import between
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.trigger import Trigger


def since(trigger: Trigger) -> Moment | None:
    """Give from when acting counts: when it came up; if nobody said when, when it was due."""
    return trigger.fired_at or trigger.due


def waited(trigger: Trigger) -> str:
    """Say how long it took: ``70 minutes after it came up``, ``10 minutes before it was due``.

    Empty if nobody acted, if it was at once, or if nothing says from when to count.
    """
    start, acted = since(trigger), trigger.acted_at
    if start is None or acted is None:
        return ""
    gap = between(start, acted)
    event = "it came up" if trigger.fired_at else "it was due"
    return f"{gap} {'after' if acted > start else 'before'} {event}" if gap else ""


def is_late(trigger: Trigger, *, allowed: timedelta) -> bool:
    """Whether somebody acted later than needs no reason; of bare days, on a later one."""
    start, acted = since(trigger), trigger.acted_at
    if start is None or acted is None:
        return False
    if start.at and acted.at:
        return acted.at - start.at > allowed
    return acted.day > start.day


def comes_up(path: str, after: Any) -> bool:
    """Whether a change says that a look-again point came up, or when somebody acted on it.

    Args:
        path: Of the field, or of a whole item that is new.
        after: What stands there now.
    """
    name, *rest = path.split(".")
    is_new = isinstance(after, dict) and "fired_at" in after
    return name == "trigger" and (is_new or rest[-1:] in _COMING_UP)


_COMING_UP = (["fired_at"], ["acted_at"], ["late_reason"])
