"""A concern as a form that somebody fills in who does not have this program."""

from collections.abc import Mapping

from rationale_cli.domain.audience import CORE_TEAM
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.stood import Stood
from rationale_cli.domain.telling.concern_form import form
from rationale_cli.domain.telling.letterhead import Letterhead
from rationale_cli.domain.words import Words
from rationale_cli.services.telling import Format, Page


def render(
    stood: Stood,
    settings: Settings,
    words: Words,
    kind: Page,
    *,
    own: Mapping[str, str] | None = None,
) -> str:
    """Render the form of a concern; the same concern at the same moment gives the same text.

    Args:
        stood: The concern, as it stands.
        settings: Of the folder.
        words: What codes are called.
        kind: As what.
        own: The team's own templates, by name.

    Raises:
        TemplateFaultError: If one of those cannot be followed.
    """
    own = own or {}
    # Imported when asked for: templates cost a start-up's worth of time.
    from rationale_cli.render import html, markdown

    contacts = tuple(settings.contacts.items())
    letterhead = Letterhead(marking=settings.marking, contacts=contacts, audience=CORE_TEAM)
    found = form(stood, letterhead, words)
    match kind:
        case Format.HTML:
            return html.rendered("concern-form.html.j2", found, own)
        case Format.MARKDOWN:
            return markdown.rendered("concern-form.md.j2", found, own)
