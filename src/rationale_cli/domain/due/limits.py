"""Limits that the law sets, counted from when they began to run."""

from collections.abc import Iterator, Mapping
from datetime import tzinfo

from rationale_cli.domain import limit
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.due.waiting import Kind, Waiting
from rationale_cli.domain.provision import Provision


def limits(
    decision: Decision, provisions: Mapping[str, Provision], zone: tzinfo
) -> Iterator[Waiting]:
    """Give the end of each limit that runs, 72 hours of police protection say.

    Args:
        decision: As it stands.
        provisions: Those that have a limit, by id.
        zone: In which days are counted.
    """
    for one in limit.limits(decision, provisions.values(), zone=zone):
        yield Waiting(
            kind=Kind.LIMIT,
            path=f"law.{one.id}",
            text=f"{one.provision.name}: {one.limit} at the most.",
            when=one.end,
            owner=decision.by.lead.role if decision.by.lead else "",
        )
