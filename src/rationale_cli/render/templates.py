"""Where templates are, and the Jinja environments that run them."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from jinja2 import Environment

Own = Mapping[str, str]
"""A team's own templates: the name of each, as ``briefing.html.j2``, and its text."""

NONE: Final[Own] = MappingProxyType({})
"""What a folder without any has."""


_REFERENCE: Final = re.compile(r"""\{%[-+]?\s*(?:include|extends|import|from)\s+["']([^"']+)""")
SHIPPED: Final = "shipped/"
"""What a name begins with that means the shipped template although the team has its own."""


def folder() -> Path:
    """Give the folder of shipped templates: inside the installed package, else the repository's."""
    package = Path(__file__).parent.parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent.parent / "templates"


def shipped() -> dict[str, str]:
    """Give the text of every shipped template that a team can have its own of, by name."""
    return {one.name: one.read_text(encoding="utf-8") for one in _shipped()}


def kind(template: str) -> str:
    """Give what a template makes: ``html``, ``md`` or ``txt``; style and pictures are of a page."""
    ending = template.removesuffix(".j2").rpartition(".")[2]
    return ending if ending in {"md", "txt"} else "html"


def filters(kind: str) -> dict[str, Callable[..., Any]]:
    """Give what templates of a kind can do with a text besides what Jinja knows."""
    # Each is imported for itself: a page needs nothing of what lays out text.
    if kind == "md":
        from rationale_cli.render import markdown

        return markdown.FILTERS
    if kind == "txt":
        from rationale_cli.render import text

        return text.FILTERS
    from rationale_cli.render import html

    return html.FILTERS


def reached(template: str, own: Own = NONE) -> frozenset[str]:
    """Give the names of the templates that one is made of, itself included."""
    ours, found, waiting = shipped(), set[str](), [template]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            text = ours.get(name.removeprefix(SHIPPED), "")
            waiting += _REFERENCE.findall(own.get(name, text))
    return frozenset(found)


def run(template: str, plain: dict[str, Any], own: Own = NONE) -> str:
    """Let a template make text of plain values; the same ones give the same text.

    Args:
        template: Its name.
        plain: What it tells.
        own: A team's own, which come first. With them nothing is run in this process.

    Raises:
        TemplateFaultError: If a team's own template cannot be followed.
    """
    if own and any(one.name in own for one in _shipped()):
        from rationale_cli.render import caged

        return caged.run(template, plain, own)
    return environment(kind(template)).get_template(template).render(plain)


@cache
def environment(kind: str) -> "Environment":
    """Give the environment for HTML, which escapes everything, or for other text.

    A name that a template has wrong is an error, never an empty place.
    """
    # Imported here: most commands render nothing and should not wait for it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from rationale_cli.render.kept import kept

    found = Environment(
        loader=FileSystemLoader(folder()),
        bytecode_cache=kept(),
        autoescape=kind == "html",  # noqa: S701 - off where filters escape
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters.update(filters(kind))
    return found


def _shipped() -> Iterator[Path]:
    # What waits in many folders is on one page, which is no team's alone.
    return (
        one
        for one in sorted(folder().iterdir())
        if one.suffix in {".j2", ".css"} and not one.name.startswith("due.")
    )
