"""A briefing as a Word document."""

import io

import docx
import msgspec
from docx.document import Document

from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.render.visible import visible
from rationale_cli.render.word import lists, looks, margins
from rationale_cli.render.word.archive import normalised
from rationale_cli.render.word.detail import detail, section
from rationale_cli.render.word.letterhead import letterhead, prune
from rationale_cli.render.word.page_one import masthead, page_one
from rationale_cli.render.word.template import Template
from rationale_cli.render.word.writing import facts, prose, ruled

SHORT_SHEET = 9
"""Parts of a page that an audience has of its own; with more it has a list of contents in print."""


def render(briefing: Briefing, template: Template | None = None) -> bytes:
    """Render a briefing; the same briefing gives the same bytes.

    Args:
        briefing: What it tells.
        template: An organisation's own letterhead; its styles, margins, header and footer stay.

    Raises:
        TemplateError: If the letterhead cannot be used.
    """
    safe = msgspec.convert(visible(briefing), Briefing)
    document = letterhead(template) if template else _plain()
    looks.dress(document, is_own=template is not None)
    margins.language(document)
    margins.running(document, safe, is_own=template is not None)
    margins.properties(document, safe)
    masthead(document, safe)
    if safe.sheet:
        for part in safe.sheet:
            section(document, part, level=1)
    else:
        page_one(document, safe)
        if not safe.is_page_one:
            detail(document, safe)
    made_from = document.add_heading("Made from", 1)
    # A short sheet is a page or two; anything longer ends with a page that can be sent back.
    made_from.paragraph_format.page_break_before = not 0 < len(safe.sheet) <= SHORT_SHEET
    facts(document, safe.stamp)
    prose(document, safe.stamp_line, "Briefing Fact")
    _slip(document, safe)
    out = io.BytesIO()
    document.save(out)
    return normalised(out.getvalue())


def _plain() -> Document:
    """The library's own document without what it says of itself."""
    document = docx.Document()
    prune(document)
    lists.forget(document)
    margins.page(document)
    return document


def _slip(document: Document, briefing: Briefing) -> None:
    slip = briefing.slip
    document.add_heading("Reply slip", 1)
    prose(
        document,
        f"About {slip.reference}. Tick what is true for you, write as much as you like, "
        "and send it back.",
    )
    for text in (*(f"☐ {box}" for box in slip.boxes), *slip.lines):
        ruled(document, text)
    facts(document, slip.send_to)
