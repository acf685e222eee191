"""Comparing: two revisions out of a history, and the document that tells what changed."""

from collections.abc import Mapping
from datetime import tzinfo

from rationale_cli.domain.audience import CORE_TEAM
from rationale_cli.domain.clearing.clearance import Clearance
from rationale_cli.domain.comparison import Comparison
from rationale_cli.domain.comparison import compare as compare_revisions
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.past import Past
from rationale_cli.domain.revision import Revision, select
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.telling.evolution import Evolution
from rationale_cli.domain.telling.evolving import evolve
from rationale_cli.domain.telling.letterhead import Letterhead
from rationale_cli.domain.telling.looking_back import lookback
from rationale_cli.domain.telling.taking import NOTHING, Took
from rationale_cli.domain.turn import turn
from rationale_cli.domain.words import Words
from rationale_cli.services import standing, working_days
from rationale_cli.services.telling import Format, Page
from rationale_cli.store.repository import Store

TO = ".."
"""Stands between the two revisions that are compared."""


def compare(history: tuple[Revision, ...], between: str = "", *, zone: tzinfo) -> Comparison:
    """Compare the two revisions that somebody names.

    Args:
        history: Every revision, each after those that it follows; never empty.
        between: ``A..B``, each as `select` takes it. ``A`` alone goes up to the latest, ``..B``
            is what B itself changed, and nothing at all is what the latest changed.
        zone: Where a day, or a time without offset, is read.

    Raises:
        UnknownRevisionError: If there is none of that name.
        AmbiguousRevisionError: If two people wrote that number.
    """
    first, _, last = (part.strip() for part in between.strip().partition(TO))
    end = select(history, last or "latest", zone=zone)
    start = select(history, first, zone=zone) if first else _before(history, end)
    return compare_revisions(history, start, end)


def _before(history: tuple[Revision, ...], revision: Revision) -> Revision:
    """Give the revision that one follows, the first of two that it joins; itself if it is none."""
    return next((one for one in history if one.commit in revision.parents), revision)


def took(
    store: Store,
    comparison: Comparison,
    past: Past,
    settings: Settings,
    *,
    zone: tzinfo,
    clearance: Clearance,
) -> Took:
    """Give how long it took to turn, and what concerns lost, on the way between two revisions.

    Args:
        store: The folder.
        comparison: Of the two; nothing is counted on a way back.
        past: The history that they are out of, as far as it may be seen.
        settings: Of the folder.
        zone: In which days begin and end.
        clearance: Of whoever reads; a concern that they may not see whole is left out.

    Raises:
        UnknownRegionError: If nobody knows the holidays of the folder's region.
    """
    if comparison.is_back or not comparison.steps:
        return Took()
    until = past.history[: past.history.index(comparison.end) + 1]
    found = turn([one.decision for one in until], zone)
    if found and found.revision not in {one.revision.number for one in comparison.steps}:
        found = None
    first, last = (
        _lost(store, one.decision, past, settings, clearance=clearance)
        for one in (comparison.start, comparison.end)
    )
    lost = {concern: count - first[0].get(concern, 0) for concern, count in last[0].items()}
    return Took(
        turn=found,
        working_days=found.working_days(working_days.calendar(settings)) if found else 0,
        lost={concern: count for concern, count in lost.items() if count > 0},
        unread=last[1],
    )


def _lost(
    store: Store, decision: Decision, past: Past, settings: Settings, *, clearance: Clearance
) -> tuple[dict[str, int], str]:
    """Give the working days that concerns had lost when a revision was recorded."""
    at = decision.time.recorded_at
    limit = min(at.at, past.as_of.limit) if past.as_of else at.at
    known = standing.about(store, decision, settings, now=at, as_of=limit, clearance=clearance)
    return {one.concern.id: one.standing.drift for one in known.stood}, known.unread


def tell(  # noqa: PLR0913 - what changed is told with that much
    comparison: Comparison,
    past: Past,
    settings: Settings,
    *,
    words: Words,
    audience: str = CORE_TEAM,
    withheld: tuple[str, ...] = (),
    took: Took = NOTHING,
) -> Evolution:
    """Tell in words what changed, and who changed it.

    Args:
        comparison: Of two revisions.
        past: The history that they are out of.
        settings: Of the folder.
        words: What codes, fields and provisions are called in the folder.
        audience: Whom it is for.
        withheld: What is said of what is not in it.
        took: How long it took on the way.
    """
    letterhead = Letterhead(marking=settings.marking, audience=audience, withheld=withheld)
    then = lookback(past, words)
    return evolve(comparison, letterhead=letterhead, words=words, lookback=then, took=took)


def render(evolution: Evolution, form: Page, own: Mapping[str, str] | None = None) -> str:
    """Render what changed as a document; the same evolution gives the same text.

    Args:
        evolution: What changed.
        form: As what.
        own: The team's own templates, by name.

    Raises:
        TemplateFaultError: If one of those cannot be followed.
    """
    own = own or {}
    # Imported when asked for: templates cost a start-up's worth of time.
    from rationale_cli.render import html, markdown

    match form:
        case Format.HTML:
            return html.changes(evolution, own)
        case Format.MARKDOWN:
            return markdown.changes(evolution, own)
