"""The decision's own dates: when it begins, is heard, cannot be undone, and ends."""

from collections.abc import Iterator
from datetime import tzinfo

from rationale_cli.domain.decision import Decision, Status
from rationale_cli.domain.due.waiting import Kind, Waiting
from rationale_cli.domain.moment import Moment


def proposed(decision: Decision) -> Iterator[Waiting]:
    """Give what is still proposed and was given a day on which it takes effect."""
    if decision.status is Status.PROPOSED and decision.time.effective_from is not None:
        yield Waiting(
            kind=Kind.PROPOSED,
            path="time.effective_from",
            text="Still proposed; this is when it was to take effect.",
            when=decision.time.effective_from,
            owner=_maker(decision),
        )


def coming(decision: Decision, zone: tzinfo) -> Iterator[Waiting]:
    """Give the next hearing and the end of the decision.

    One that has passed is given too, until something is recorded after it: the record then still
    speaks of it as ahead.
    """
    for kind, path, text, when in (
        (
            Kind.HEARING,
            "time.next_hearing",
            "The next hearing that the record knows of.",
            decision.time.next_hearing,
        ),
        (Kind.END, "time.effective_to", "The decision ends.", decision.time.effective_to),
    ):
        if when is not None and not _is_recorded_after(decision, when, zone):
            yield Waiting(kind=kind, path=path, text=text, when=when, owner=_lead(decision))


def irreversible(decision: Decision, now: Moment) -> Iterator[Waiting]:
    """Give the moment from which it cannot be undone, until it has come."""
    when = decision.time.irreversible_at
    if when is not None and (when.day >= now.day if when.at is None else when >= now):
        yield Waiting(
            kind=Kind.IRREVERSIBLE,
            path="time.irreversible_at",
            text="From here on it cannot be undone.",
            when=when,
            owner=_maker(decision),
        )


def _is_recorded_after(decision: Decision, when: Moment, zone: tzinfo) -> bool:
    recorded = decision.time.recorded_at.at
    if when.at is None:
        return recorded.astimezone(zone).date() > when.day
    return recorded > when.at


def _maker(decision: Decision) -> str:
    maker = decision.by.decision_maker or decision.by.lead
    return maker.role if maker else ""


def _lead(decision: Decision) -> str:
    return decision.by.lead.role if decision.by.lead else ""
