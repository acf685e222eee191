"""The list of decisions as it was at a time."""

from datetime import tzinfo
from itertools import islice

import msgspec

from rationale_cli.codec.series import Series
from rationale_cli.domain import ids
from rationale_cli.domain.audience import view
from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.past import AsOf, NotThereYetError, past
from rationale_cli.domain.revision import Revision, Unreadable, readable
from rationale_cli.services import reading
from rationale_cli.services.reading import Listed
from rationale_cli.services.viewing import UNREADABLE
from rationale_cli.store.history import Version
from rationale_cli.store.repository import Store


class ListedPast(msgspec.Struct, frozen=True, kw_only=True):
    """The list as of a time.

    Attributes:
        rows: Each decision as it was then, the last recorded first.
        hidden: How many decisions of today's list were not there yet.
        late: Ids of those that were decided by then and written down later.
    """

    as_of: AsOf
    rows: tuple[Listed, ...]
    hidden: int
    late: tuple[str, ...]


def listed(
    store: Store, as_of: AsOf, *, zone: tzinfo, clearance: Clearance = EVERYTHING
) -> ListedPast:
    """Give every decision that was there at a time, as it was then and as an audience sees it.

    Unreadable ones are never hidden, unless nothing at all was committed of them by then.
    """
    entries = [entry for entry in store.entries(ids.FOLDER) if ids.id_in(entry.path)]
    histories = store.histories(ids.FOLDER)
    every = {one.path: reading.in_order(histories[one.path], one.blob) for one in entries}
    rows: dict[str, Listed] = {}
    if clearance.sees_all:
        rows = _rows(store, {path: _newest(every[path], as_of) for path in every}, as_of, zone)
    # The newest was committed by then and yet was not there: one before it may have been. And
    # what an audience may see is for all of a history to say.
    rest = {path: every[path] for path in every if path not in rows}
    rows |= _rows(store, rest, as_of, zone, clearance=clearance)
    late = [row.id for row in rows.values() if row.recorded_at and row.recorded_at > as_of.limit]
    return ListedPast(
        as_of=as_of,
        rows=reading.in_turn(rows.values()),
        hidden=len(entries) - len(rows),
        late=tuple(sorted(late)),
    )


def _newest(versions: tuple[Version, ...], as_of: AsOf) -> tuple[Version, ...]:
    """The newest version alone, if nobody has touched the record since; else none."""
    untouched = all(one.committed_at <= as_of.limit for one in versions)
    return (versions[-1]._replace(parents=()),) if untouched else ()


def _rows(
    store: Store,
    wanted: dict[str, tuple[Version, ...]],
    as_of: AsOf,
    zone: tzinfo,
    *,
    clearance: Clearance = EVERYTHING,
) -> dict[str, Listed]:
    """Read the versions of each path, and give the line of those that were there."""
    texts = store.blobs(one.blob for versions in wanted.values() for one in versions)
    found = {}
    for path, versions in wanted.items():
        series = Series(zone)
        read = [
            reading.version(one, data, path, series)
            for one, data in zip(versions, islice(texts, len(versions)), strict=True)
        ]
        if (row := _row(read, as_of, path, clearance)) is not None:
            found[path] = row
    return found


def _row(
    read: list[Revision | Unreadable], as_of: AsOf, path: str, clearance: Clearance
) -> Listed | None:
    committed = [one for one in read if one.committed_at <= as_of.limit]
    if committed and isinstance(committed[-1], Unreadable):
        fault = committed[-1].fault if clearance.sees_all else UNREADABLE
        return Listed(id=ids.id_in(path) or path, fault=fault)
    if not (revisions := readable(read)):
        return None
    try:
        seen = view(revisions, clearance).history
        return reading.line(past(seen, as_of).revision.decision)
    except NotThereYetError:
        return None
