"""What a folder teaches: the history of every decision, and every concern, as numbers alone."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from rationale_cli.domain.audience import UnshowableError, named_alike, view
from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.learning import deciding, disputing
from rationale_cli.domain.learning.observed import Observed, together
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.settings import Settings
from rationale_cli.errors import RationaleError
from rationale_cli.services import companions, lateness, working_days
from rationale_cli.services.histories import histories
from rationale_cli.store.repository import Store


def observed(
    store: Store,
    settings: Settings,
    *,
    harms: Sequence[Harm],
    zone: tzinfo,
    clearance: Clearance = EVERYTHING,
) -> Observed:
    """Give what every record of a folder shows; nothing in it says which record it was.

    Args:
        store: The folder.
        settings: Of the folder.
        harms: Every kind that the folder knows.
        zone: Of the folder.
        clearance: Of whoever reads; what is withheld from them is not counted.

    Raises:
        UnknownRegionError: If nobody knows the holidays of the folder's region.
    """
    return together(_observed(store, settings, harms=harms, zone=zone, clearance=clearance))


def _observed(
    store: Store, settings: Settings, *, harms: Sequence[Harm], zone: tzinfo, clearance: Clearance
) -> Iterator[Observed]:
    calendar = working_days.calendar(settings)
    allowed: lateness.Allowed = {}
    for _, revisions in histories(store, zone=zone):
        history = _seen(revisions, clearance)
        if not history:
            yield Observed(unreadable=1)
            continue
        # Each question set is read once, and only if something was recorded later than decided.
        allowed |= lateness.allowed(
            store, (one for one in history if one.question_set not in allowed)
        )
        yield deciding.observed(
            history,
            whole=named_alike(revisions, clearance),
            catalogue=harms,
            allowed=allowed,
            calendar=calendar,
            zone=zone,
        )
    for _, concern in companions.each_concern(store, zone=zone):
        if isinstance(concern, RationaleError):
            yield Observed(unreadable=1)
        elif companions.is_cleared(concern, clearance):
            yield disputing.observed(concern, calendar=calendar, zone=zone)


def _seen(revisions: Sequence[Revision], clearance: Clearance) -> tuple[Decision, ...]:
    """What may be seen of each revision; nothing of a decision of which there is no copy."""
    try:
        return tuple(one.decision for one in view(revisions, clearance).history)
    except UnshowableError:
        return ()
