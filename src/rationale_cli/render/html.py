"""HTML: one self-contained page, without scripts and without anything from elsewhere."""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.domain.telling.evolution import Evolution
from rationale_cli.render.prose import prose
from rationale_cli.render.templates import NONE, Own, run
from rationale_cli.render.visible import visible


def render(briefing: Briefing, own: Own = NONE) -> str:
    """Render a briefing; the same briefing gives the same text."""
    return rendered("briefing.html.j2", briefing, own)


def changes(evolution: Evolution, own: Own = NONE) -> str:
    """Render what changed between two revisions; the same evolution gives the same text."""
    return rendered("diff.html.j2", evolution, own)


def css(text: str) -> str:
    """Give text for between the quotation marks of a style sheet's string.

    Everything but letters, digits and blanks goes by its number, so that nothing ends the string.
    """
    return "".join(
        one if one == " " or (one.isascii() and one.isalnum()) else f"\\{ord(one):x} "
        for one in text
    )


FILTERS: Final[dict[str, Callable[..., Any]]] = {"css": css, "prose": prose}
"""What a template of a page can do with a text."""


def rendered(template: str, document: msgspec.Struct, own: Own = NONE) -> str:
    """Render one of the domain's values by a template; the same value gives the same text.

    Raises:
        TemplateFaultError: If a team's own template cannot be followed.
    """
    return run(template, visible(document), own)
