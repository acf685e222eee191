"""For whom a briefing is: audiences that get pages of their own."""

from collections.abc import Sequence

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.domain.telling.child import child
from rationale_cli.domain.telling.court import Court, court
from rationale_cli.domain.telling.family import family
from rationale_cli.domain.telling.lesson import lesson
from rationale_cli.domain.telling.looking_over import audit, panel
from rationale_cli.domain.telling.views import views
from rationale_cli.domain.words import Words

COURT = "court"
_NOTHING = Court()


def for_audience(
    briefing: Briefing,
    history: Sequence[Decision],
    audience: str,
    words: Words,
    *,
    library: Court = _NOTHING,
) -> Briefing:
    """Give a briefing as an audience gets it; most get the usual pages.

    Args:
        briefing: With everything that was added to it.
        history: As the audience may see it, oldest first; never empty.
        audience: As ``family`` or ``agency:health``.
        words: What codes and fields are called.
        library: What a court's copy sets out besides.
    """
    if audience == COURT:
        return court(briefing, history, words, library)
    shape = _SHAPES.get(audience)
    return shape(briefing, history, words) if shape else briefing


_SHAPES = {
    "audit": audit,
    "child": child,
    "family": family,
    "learning": lesson,
    "panel": panel,
    "views": views,
}
