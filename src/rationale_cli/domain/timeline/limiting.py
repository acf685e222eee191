"""Limits that the law sets: when each runs out, counted from when a record says it began."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from rationale_cli.domain.limit import limits
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.timeline.event import Event, EventKind
from rationale_cli.domain.timeline.step import Step, happened
from rationale_cli.domain.words import told


def events(
    history: Sequence[Step], provisions: Sequence[Provision], zone: tzinfo
) -> Iterator[Event]:
    """Tell the end of each limit that no later revision took away before it came.

    Args:
        history: Of one record, oldest first.
        provisions: The law library.
        zone: In which limits are counted.
    """
    found = [limits(step.decision, provisions, zone=zone) for step in history]
    running = [{(one.id, one.end): one for one in each} for each in found]
    met = set()
    for place, (step, now) in enumerate(zip(history, running, strict=True)):
        for key, one in now.items():
            if key in met:
                continue
            met.add(key)
            later = zip(history[place + 1 :], running[place + 1 :], strict=True)
            if any(key not in then and after.at < one.end for after, then in later):
                continue
            yield happened(
                step,
                EventKind.LIMIT_ENDS,
                f"{one.provision.name} runs out, {one.limit} at the most",
                at=one.end,
                detail=(f"Counted from {told(one.start)}.",),
                path=f"law.{one.id}.from",
            )
