"""Tracing: where each part of a decision came from, out of the folder."""

from datetime import tzinfo
from typing import NamedTuple

from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.origin import Origin, origins
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.sought import sought
from rationale_cli.domain.viewed import holds_back
from rationale_cli.services import viewing
from rationale_cli.store.repository import Store


class Traced(NamedTuple):
    """A decision as it now stands, and where it came from.

    Attributes:
        decision: The newest revision.
        origins: Of the places that were asked for; empty if nothing was ever said there.
    """

    decision: Decision
    origins: tuple[Origin, ...]


def trace(
    store: Store,
    record_id: str,
    path: str = "",
    *,
    zone: tzinfo,
    clearance: Clearance = EVERYTHING,
) -> Traced:
    """Give the origin of everything in a decision, or of what a path names.

    Args:
        store: The folder.
        record_id: Whole.
        path: As ``risk.R1.likelihood``, ``option.B`` or ``question``; empty for everything.
        zone: Where times without offset are read.
        clearance: As whose eyes it is looked at.

    Raises:
        UnknownRecordError: If there is no record of this id.
        UnknownPlaceError: If a record has no such place, or never held such an item.
        OwnToEachRevisionError: If it is about a revision and not about the decision.
        RationaleError: If the text that stands at ``HEAD`` is no record.
    """
    versions = viewing.versions(store, record_id, zone=zone, clearance=clearance)
    latest = next(one for one in reversed(versions) if isinstance(one, Revision))
    # What a copy leaves out was not taken away.
    found = tuple(
        one
        for one in origins(versions)
        if one.now is not None or not holds_back(one.path, latest.decision)
    )
    return Traced(latest.decision, sought(found, path) if path else found)
