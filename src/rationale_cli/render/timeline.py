"""A line of time as documents: a page with its charts drawn in it, and Markdown."""

import re

from rationale_cli.domain.timeline.page import Page
from rationale_cli.render.html import css
from rationale_cli.render.markdown import line, prose
from rationale_cli.render.templates import environment
from rationale_cli.render.visible import visible


def html(page: Page) -> str:
    """Render one self-contained page; the same page gives the same text."""
    surroundings = environment(autoescape=True)
    surroundings.filters.setdefault("css", css)
    return surroundings.get_template("timeline.html.j2").render(visible(page))


def markdown(page: Page) -> str:
    """Render Markdown, which has the table and not the charts; the same page, the same text."""
    surroundings = environment(autoescape=False)
    surroundings.filters.setdefault("md", prose)
    surroundings.filters.setdefault("line", line)
    text = surroundings.get_template("timeline.md.j2").render(visible(page))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"
