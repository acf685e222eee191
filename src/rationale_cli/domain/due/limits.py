"""Limits that the law sets, counted from when they began to run."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.due.waiting import Kind, Waiting
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.provision import Limit, Provision


def limits(decision: Decision, provisions: Mapping[str, Provision]) -> Iterator[Waiting]:
    """Give the end of each limit that runs, 72 hours of police protection say.

    Args:
        decision: As it stands.
        provisions: Those that have a limit, by id.
    """
    for one in decision.law:
        known = provisions.get(one.provision)
        if known is None or known.limit is None or one.from_ is None:
            continue
        yield Waiting(
            kind=Kind.LIMIT,
            path=f"law.{one.id}",
            text=f"{known.name}: {known.limit} at the most.",
            when=_end(one.from_, known.limit),
            owner=decision.by.lead.role if decision.by.lead else "",
        )


def _end(start: Moment, limit: Limit) -> Moment:
    """When a limit ends; of one that began on a day without a time, the last whole day."""
    lasts = timedelta(hours=limit.hours, days=limit.days)
    return Moment(start.value + (lasts if start.at else lasts - timedelta(days=1)))
