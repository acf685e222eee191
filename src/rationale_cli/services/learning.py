"""What a folder teaches: the history of every decision, and every concern, as numbers alone."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from rationale_cli.domain.harm import Harm
from rationale_cli.domain.learning import deciding, disputing
from rationale_cli.domain.learning.observed import Observed, together
from rationale_cli.domain.settings import Settings
from rationale_cli.errors import RationaleError
from rationale_cli.services import companions, lateness, working_days
from rationale_cli.services.histories import histories
from rationale_cli.store.repository import Store


def observed(store: Store, settings: Settings, *, harms: Sequence[Harm], zone: tzinfo) -> Observed:
    """Give what every record of a folder shows; nothing in it says which record it was.

    Args:
        store: The folder.
        settings: Of the folder.
        harms: Every kind that the folder knows.
        zone: Of the folder.

    Raises:
        UnknownRegionError: If nobody knows the holidays of the folder's region.
    """
    return together(_observed(store, settings, harms, zone))


def _observed(
    store: Store, settings: Settings, harms: Sequence[Harm], zone: tzinfo
) -> Iterator[Observed]:
    calendar = working_days.calendar(settings)
    allowed: lateness.Allowed = {}
    for _, revisions in histories(store, zone=zone):
        history = tuple(one.decision for one in revisions)
        if not history:
            yield Observed(unreadable=1)
            continue
        # Each question set is read once, and only if something was recorded later than decided.
        allowed |= lateness.allowed(
            store, (one for one in history if one.question_set not in allowed)
        )
        yield deciding.observed(
            history, catalogue=harms, allowed=allowed, calendar=calendar, zone=zone
        )
    for _, concern in companions.each_concern(store, zone=zone):
        if isinstance(concern, RationaleError):
            yield Observed(unreadable=1)
        else:
            yield disputing.observed(concern, calendar=calendar, zone=zone)
