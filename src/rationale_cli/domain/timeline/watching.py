"""Look-again points on the line of time: when they came up, and how long until somebody acted."""

from collections.abc import Iterator, Sequence

from rationale_cli.domain.acting import waited
from rationale_cli.domain.timeline.event import Event, EventKind
from rationale_cli.domain.timeline.step import Step, happened
from rationale_cli.domain.trigger import Trigger
from rationale_cli.domain.words import told


def events(step: Step) -> Iterator[Event]:
    """Tell which look-again points a revision says came up, and which were acted on."""
    for trigger in step.decision.trigger:
        fired = trigger.fired_at if step.is_new("trigger", trigger, "fired_at") else None
        acted = trigger.acted_at if step.is_new("trigger", trigger, "acted_at") else None
        at_once = fired is not None and fired == acted
        if fired:
            yield _fired(step, trigger, at_once=at_once)
        if acted and not at_once:
            yield _acted(step, trigger)


def due(history: Sequence[Step]) -> Iterator[Event]:
    """Tell the days of look-again points of which nothing says that they came up or were met.

    Args:
        history: Oldest first; of each point the last word counts.
    """
    last = {trigger.id: (step, trigger) for step in history for trigger in step.decision.trigger}
    for step, trigger in last.values():
        if trigger.due and not trigger.fired_at and not trigger.acted_at:
            yield happened(
                _first_said(history, trigger) or step,
                EventKind.TRIGGER_DUE,
                f"{trigger.id} is due",
                at=trigger.due,
                detail=(trigger.text,),
                by=trigger.owner,
                path=f"trigger.{trigger.id}.due",
            )


def _first_said(history: Sequence[Step], trigger: Trigger) -> Step | None:
    """The step in which the point was given the day that it has."""
    for step in history:
        for one in step.decision.trigger:
            if (one.id, one.due) == (trigger.id, trigger.due):
                return step
    return None


def _fired(step: Step, trigger: Trigger, *, at_once: bool) -> Event:
    more = " and was acted on at once" if at_once else ""
    return happened(
        step,
        EventKind.TRIGGER_FIRED,
        f"{trigger.id} came up{more}",
        at=trigger.fired_at,
        detail=(
            trigger.text,
            _other_due(trigger),
            "" if trigger.acted_at else "Nothing says yet that it was acted on.",
        ),
        by=trigger.owner,
        path=f"trigger.{trigger.id}.fired_at",
    )


def _acted(step: Step, trigger: Trigger) -> Event:
    gap = waited(trigger)
    return happened(
        step,
        EventKind.TRIGGER_ACTED,
        f"{trigger.id} acted on{gap and f', {gap}'}",
        at=trigger.acted_at,
        detail=(
            "" if trigger.fired_at else trigger.text,
            f"Why it was acted on later: {trigger.late_reason}" if trigger.late_reason else "",
        ),
        by=trigger.owner,
        path=f"trigger.{trigger.id}.acted_at",
    )


def _other_due(trigger: Trigger) -> str:
    due = trigger.due
    return f"It was due on {told(due)}." if due and due != trigger.fired_at else ""
