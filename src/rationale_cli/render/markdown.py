"""Markdown: people's text stays text, whatever it looks like."""

import re
from collections.abc import Callable
from typing import Any, Final

import msgspec

from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.domain.telling.evolution import Evolution
from rationale_cli.render.templates import NONE, Own, run
from rationale_cli.render.visible import visible


def render(briefing: Briefing, own: Own = NONE) -> str:
    """Render a briefing; the same briefing gives the same text."""
    return rendered("briefing.md.j2", briefing, own)


def changes(evolution: Evolution, own: Own = NONE) -> str:
    """Render what changed between two revisions; the same evolution gives the same text."""
    return rendered("diff.md.j2", evolution, own)


def prose(text: str, prefix: str = "") -> str:
    """Give text of several paragraphs with its Markdown harmless and its line ends kept.

    Args:
        text: As a person typed it.
        prefix: What each line after the first begins with, as ``> `` in a quotation.
    """
    # Every line end that Markdown knows: after a lone return "=" would underline a heading.
    lines = [_escaped(one.strip()) for one in re.split(r"\r\n|\r|\n", text.strip())]
    parts = []
    for one, following in zip(lines, [*lines[1:], ""], strict=True):
        # A backslash before a line end is a line break, so lists typed by hand stay lists.
        parts.append(f"{one}\\" if one and following else one)
    return f"\n{prefix}".join(parts)


def line(text: str) -> str:
    """Give text as one line with its Markdown harmless."""
    return _escaped(" ".join(text.split()))


def inline(text: str) -> str:
    """Give a piece of a line with its Markdown harmless; one blank at an end stays one."""
    around = (" " if one.isspace() else "" for one in (text[:1], text[-1:] if text.strip() else ""))
    return line(text).join(around)


FILTERS: Final[dict[str, Callable[..., Any]]] = {"md": prose, "line": line, "inline": inline}
"""What a template of Markdown can do with a text."""


def rendered(template: str, document: msgspec.Struct, own: Own = NONE) -> str:
    """Render one of the domain's values by a template; the same value gives the same text.

    Raises:
        TemplateFaultError: If a team's own template cannot be followed.
    """
    text = run(template, visible(document), own)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


# Everywhere: emphasis, code, links, images, HTML, tables, entities, mentions, mathematics.
_ANYWHERE = re.compile(r"([\\`*_\[\]{}<>#|~&!@$^])")
# At the start of a line: lists, underlined headings, rules, quotations, definitions.
_AT_START = re.compile(r"^([-+=:])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")
# Addresses that some programs turn into links by themselves.
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|xmpp|mailto)(:)|\b(www)(\.)")


def _escaped(text: str) -> str:
    text = _ANYWHERE.sub(r"\\\1", text)
    text = _ADDRESS.sub(lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", text)
    text = _NUMBERED.sub(r"\1\\\2", text)
    return _AT_START.sub(r"\\\1", text)
