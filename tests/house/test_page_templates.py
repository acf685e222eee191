"""What keeps a page safe, whatever is typed: read off the templates that make it."""

import re
from pathlib import Path

import pytest

from rationale_cli.render.templates import folder

TEMPLATES = sorted(path for end in ("html", "svg") for path in folder().glob(f"*.{end}.j2"))

UNESCAPED = re.compile(r"\|\s*safe\b|Markup|xmlattr|autoescape|\|\s*tojson")
LOADING = re.compile(
    r"<(?:script|link|img|image|use|iframe|object|embed|base|form|video|audio|source)\b"
    r"|\b(?:src|srcset|poster|data|action|formaction|background|ping|xlink:href|style|on\w+)\s*="
    r"|url\(|@import|javascript:"
)
"""What loads, sends or runs something, or lets text into a style."""


def markup(text: str) -> str:
    """Give a template without what Jinja does, a value standing as one letter."""
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}", " ", text, flags=re.DOTALL)
    return re.sub(r"\{\{.*?\}\}", "X", text, flags=re.DOTALL)


def unquoted(text: str) -> list[str]:
    """Give the tags in which a value of an attribute stands without quotation marks."""
    tags = re.findall(r"<[a-zA-Z](?:[^<>\"]|\"[^\"]*\")*>", markup(text))
    return [one for one in tags if re.search(r"=", re.sub(r'="[^"]*"', "", one))]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_nothing_is_let_through_unescaped_unquoted_or_loaded(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert UNESCAPED.findall(text) == []
    assert unquoted(text) == []
    assert LOADING.findall(markup(text)) == []
    # The only addresses are those of the law, which come as values, and a click leads there.
    assert "//" not in markup(text)
    assert set(re.findall(r'href="(.)', markup(text))) <= {"#", "X"}


def test_styles_load_nothing() -> None:
    for path in sorted(folder().glob("*.css")):
        assert LOADING.findall(path.read_text(encoding="utf-8")) == []


def test_a_slip_would_be_found() -> None:
    assert unquoted("<p class={{ one }}>")
    assert unquoted("<p class='{{ one }}'>")
    assert not unquoted('<p class="{% if one > 2 %}a{% endif %}" id="b=c">')
    assert UNESCAPED.search("{{ text | safe }}")
    assert LOADING.search('<a onclick="X">')
