"""What somebody said they would look at again, find out or do."""

from collections.abc import Iterator

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.due.waiting import Kind, Waiting
from rationale_cli.domain.option import OptionStatus
from rationale_cli.domain.trigger import TriggerKind


def warning_signs(decision: Decision) -> Iterator[Waiting]:
    """Give what has happened and nobody has acted on."""
    for one in decision.trigger:
        if one.fired_at is not None and one.acted_at is None:
            yield Waiting(
                kind=Kind.WARNING_SIGN,
                path=f"trigger.{one.id}",
                text=one.text or "It has happened, and nobody has acted on it.",
                when=one.fired_at,
                owner=one.owner,
            )


def reviews(decision: Decision) -> Iterator[Waiting]:
    """Give the days on which somebody looks again, and those to which nobody gave a day."""
    for one in decision.trigger:
        waits = one.due is not None or one.kind is TriggerKind.DATE
        if waits and one.fired_at is None and one.acted_at is None:
            yield Waiting(
                kind=Kind.REVIEW,
                path=f"trigger.{one.id}",
                text=one.text or "Look at the decision again.",
                when=one.due,
                owner=one.owner,
            )


def unknowns(decision: Decision) -> Iterator[Waiting]:
    """Give what is not known yet."""
    for one in decision.unknown:
        if not one.answer and one.answered_at is None:
            yield Waiting(
                kind=Kind.UNKNOWN,
                path=f"unknown.{one.id}",
                text=one.question,
                when=one.due,
                owner=one.owner,
            )


def actions(decision: Decision) -> Iterator[Waiting]:
    """Give what is not done yet."""
    for one in decision.action:
        if one.done_at is None:
            yield Waiting(
                kind=Kind.ACTION,
                path=f"action.{one.id}",
                text=one.what,
                when=one.due,
                owner=one.owner,
            )


def options(decision: Decision) -> Iterator[Waiting]:
    """Give the options that were put off until a day."""
    for one in decision.option:
        if one.status is OptionStatus.PARKED and one.until is not None:
            yield Waiting(kind=Kind.OPTION, path=f"option.{one.id}", text=one.title, when=one.until)
