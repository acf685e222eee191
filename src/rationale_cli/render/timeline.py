"""A line of time as documents: a page with its charts drawn in it, and Markdown."""

from rationale_cli.domain.timeline.page import Page
from rationale_cli.render.html import rendered as as_html
from rationale_cli.render.markdown import rendered as as_markdown
from rationale_cli.render.templates import NONE, Own


def html(page: Page, own: Own = NONE) -> str:
    """Render one self-contained page; the same page gives the same text."""
    return as_html("timeline.html.j2", page, own)


def markdown(page: Page, own: Own = NONE) -> str:
    """Render Markdown, which has the table and not the charts; the same page, the same text."""
    return as_markdown("timeline.md.j2", page, own)
