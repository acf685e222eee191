"""A briefing as a Word document, if the library for it is there."""

from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.render.extra import MissingExtraError
from rationale_cli.render.word.template import Template


def render(briefing: Briefing, template: Template | None = None) -> bytes:
    """Render a briefing; the same briefing gives the same bytes.

    Args:
        briefing: What it tells.
        template: An organisation's own letterhead; its styles, margins, header and footer stay.

    Raises:
        MissingExtraError: If the library is not installed.
        TemplateError: If the letterhead cannot be used.
    """
    try:
        # Imported when asked for: it is large, and most commands render nothing.
        import docx  # noqa: F401 - everything below needs it
    except ImportError:
        raise MissingExtraError("a Word document", extra="word", library="python-docx") from None
    from rationale_cli.render.word import document

    return document.render(briefing, template)
