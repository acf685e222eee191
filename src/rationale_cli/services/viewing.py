"""A record out of the folder as an audience may see it: the one way for every verb that shows."""

from datetime import tzinfo

import msgspec

from rationale_cli.domain.audience import View, view
from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.revision import Revision, Unreadable, readable
from rationale_cli.errors import RationaleError
from rationale_cli.services import reading
from rationale_cli.services.reading import Listed
from rationale_cli.store.repository import Store

UNREADABLE = "it cannot be read"
"""All that a copy says of it: the fault itself may quote what stands there."""


def history(
    store: Store, record_id: str, *, zone: tzinfo, clearance: Clearance = EVERYTHING
) -> View:
    """Read every revision of a decision that can be read, as an audience may see it.

    Raises:
        RationaleError: As `reading.history` says.
    """
    return view(reading.history(store, record_id, zone=zone), clearance)


def versions(
    store: Store, record_id: str, *, zone: tzinfo, clearance: Clearance = EVERYTHING
) -> tuple[Revision | Unreadable, ...]:
    """Give what `history` does, and in its place each earlier version that cannot be read.

    Raises:
        RationaleError: As `reading.versions` says.
    """
    found = reading.versions(store, record_id, zone=zone)
    if clearance.sees_all:
        return found
    seen = {one.commit: one.decision for one in view(readable(found), clearance).history}
    return tuple(
        msgspec.structs.replace(one, fault=UNREADABLE)
        if isinstance(one, Unreadable)
        else msgspec.structs.replace(one, decision=seen[one.commit])
        for one in found
    )


def listed(store: Store, *, zone: tzinfo, clearance: Clearance = EVERYTHING) -> tuple[Listed, ...]:
    """Give every record as an audience may see it, the last recorded first."""
    if clearance.sees_all:
        return reading.listed(store, zone=zone)
    return reading.in_turn(
        _listed(store, one, zone=zone, clearance=clearance) for one in reading.known_ids(store)
    )


def _listed(store: Store, record_id: str, *, zone: tzinfo, clearance: Clearance) -> Listed:
    try:
        seen = history(store, record_id, zone=zone, clearance=clearance)
    except RationaleError:
        return Listed(id=record_id, fault=UNREADABLE)
    return reading.line(seen.history[-1].decision)
