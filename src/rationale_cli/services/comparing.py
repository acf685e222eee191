"""Comparing: two revisions out of a history, and the document that tells what changed."""

from collections.abc import Mapping
from datetime import tzinfo

from rationale_cli.domain.audience import CORE_TEAM
from rationale_cli.domain.comparison import Comparison
from rationale_cli.domain.comparison import compare as compare_revisions
from rationale_cli.domain.past import Past
from rationale_cli.domain.revision import Revision, select
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.telling.evolution import Evolution
from rationale_cli.domain.telling.evolving import evolve
from rationale_cli.domain.telling.letterhead import Letterhead
from rationale_cli.domain.telling.looking_back import lookback
from rationale_cli.domain.words import Words
from rationale_cli.services.telling import Format, Page

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


def tell(
    comparison: Comparison,
    past: Past,
    settings: Settings,
    *,
    words: Words,
    audience: str = CORE_TEAM,
    withheld: tuple[str, ...] = (),
) -> Evolution:
    """Tell in words what changed, and who changed it.

    Args:
        comparison: Of two revisions.
        past: The history that they are out of.
        settings: Of the folder.
        words: What codes, fields and provisions are called in the folder.
        audience: Whom it is for.
        withheld: What is said of what is not in it.
    """
    letterhead = Letterhead(marking=settings.marking, audience=audience, withheld=withheld)
    then = lookback(past, words)
    return evolve(comparison, letterhead=letterhead, words=words, lookback=then)


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
