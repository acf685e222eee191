"""Telling: a record's history becomes a document."""

from collections.abc import Sequence
from enum import StrEnum

from rationale_cli.domain.audience import CORE_TEAM
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.past import Past
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.telling.briefing import Briefing, Letterhead, Seal
from rationale_cli.domain.telling.composing import compose
from rationale_cli.domain.telling.looking_back import lookback
from rationale_cli.domain.words import Words


class Format(StrEnum):
    """What a document can be rendered as."""

    HTML = "html"
    MARKDOWN = "md"


def brief(
    past: Past,
    settings: Settings,
    *,
    harms: Sequence[Harm],
    words: Words,
    audience: str = CORE_TEAM,
) -> Briefing:
    """Compose the briefing of the last revision of a past, or of the present.

    Args:
        past: What is looked at.
        settings: Of the folder.
        harms: Every kind that is known in the folder.
        words: What codes, fields and provisions are called in the folder.
        audience: Whom it is for.
    """
    newest = past.revision
    return compose(
        tuple(revision.decision for revision in past.history),
        seal=Seal(commit=newest.commit, committed_at=newest.committed_at, sha256=newest.sha256),
        harms=harms,
        letterhead=Letterhead(
            marking=settings.marking,
            contacts=tuple(settings.contacts.items()),
            audience=audience,
        ),
        words=words,
        lookback=lookback(past, words),
    )


def render(briefing: Briefing, form: Format) -> str:
    """Render a briefing; the same briefing gives the same text."""
    # Imported when asked for: templates cost a start-up's worth of time.
    from rationale_cli.render import html, markdown

    match form:
        case Format.HTML:
            return html.render(briefing)
        case Format.MARKDOWN:
            return markdown.render(briefing)
