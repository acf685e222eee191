"""Limits of time that a provision sets, counted from when a record says that they began."""

from collections.abc import Iterable, Iterator
from datetime import UTC, timedelta, tzinfo

import msgspec

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.provision import Limit, Provision
from rationale_cli.domain.reason import Law


class TimeLimit(msgspec.Struct, frozen=True, kw_only=True):
    """A limit that runs, or ran, for a decision.

    Attributes:
        id: Of the item of ``law`` that it comes from, as ``L3``.
        provision: What sets it.
        limit: How long it is.
        start: As the record says.
        end: When it runs out; a bare day if the start is one.
    """

    id: str
    provision: Provision
    limit: Limit
    start: Moment
    end: Moment


def limits(
    decision: Decision, provisions: Iterable[Provision], *, zone: tzinfo
) -> tuple[TimeLimit, ...]:
    """Give every limit of time of a decision whose beginning is known, in the order of the record.

    No file holds the end: it is counted anew from what the record and the library say.

    Args:
        decision: Its ``law`` names provisions by id, and says ``from`` when each counts.
        provisions: Of the library, a team's own included.
        zone: Of the folder: in which days are counted and the end is told.
    """
    known = {one.id: one for one in provisions}
    return tuple(_limits(decision.law, known, zone))


def _limits(law: Iterable[Law], known: dict[str, Provision], zone: tzinfo) -> Iterator[TimeLimit]:
    for item in law:
        row = known.get(item.provision)
        if row is not None and row.limit is not None and item.from_ is not None:
            yield TimeLimit(
                id=item.id,
                provision=row,
                limit=row.limit,
                start=item.from_,
                end=ends(row.limit, item.from_, zone=zone),
            )


def ends(limit: Limit, start: Moment, *, zone: tzinfo) -> Moment:
    """Say when a limit runs out.

    Hours are counted as they pass, also over a change of the clocks; days end at the same time
    of day. Of a start without its time the last whole day is given: no limit is then taken for
    longer than it is.

    Args:
        limit: Hours or days.
        start: When it began.
        zone: In which days are counted and the end is told.
    """
    if start.at is None:
        lasts = timedelta(hours=limit.hours, days=limit.days)
        return Moment(start.day + lasts - timedelta(days=1))
    if limit.hours:
        return Moment((start.at.astimezone(UTC) + timedelta(hours=limit.hours)).astimezone(zone))
    return Moment(start.at.astimezone(zone) + timedelta(days=limit.days))
