"""HTML: one self-contained page, without scripts and without anything from elsewhere."""

import msgspec

from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.domain.telling.evolution import Evolution
from rationale_cli.render.templates import environment
from rationale_cli.render.visible import visible


def render(briefing: Briefing) -> str:
    """Render a briefing; the same briefing gives the same text."""
    return rendered("briefing.html.j2", briefing)


def changes(evolution: Evolution) -> str:
    """Render what changed between two revisions; the same evolution gives the same text."""
    return rendered("diff.html.j2", evolution)


def css(text: str) -> str:
    """Give text for between the quotation marks of a style sheet's string.

    Everything but letters, digits and blanks goes by its number, so that nothing ends the string.
    """
    return "".join(
        one if one == " " or (one.isascii() and one.isalnum()) else f"\\{ord(one):x} "
        for one in text
    )


def rendered(template: str, document: msgspec.Struct) -> str:
    """Render one of the domain's values by a template; the same value gives the same text."""
    surroundings = environment(autoescape=True)
    surroundings.filters.setdefault("css", css)
    return surroundings.get_template(template).render(visible(document))
