"""docs/templates.md says what a template is given: it is written from the types."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.domain.telling.concern_form import Form
from rationale_cli.domain.telling.evolution import Evolution
from rationale_cli.domain.timeline.page import Page
from rationale_cli.render import templates

DOCUMENT = Path(__file__).parents[2] / "docs" / "templates.md"
_BEGINS, _ENDS = "<!-- values: begin -->\n", "<!-- values: end -->"
_ROOTS = (
    ("A briefing", "briefing.*, mail.txt.j2", Briefing),
    ("What changed", "diff.*", Evolution),
    ("A line of time", "timeline.*", Page),
    ("A concern to fill in", "concern-form.*", Form),
)


def test_the_document_lists_every_value_as_its_type_has_it(request: pytest.FixtureRequest) -> None:
    """--update-golden writes the list anew; the text around it is written by hand."""
    text = DOCUMENT.read_text(encoding="utf-8")
    above, _, rest = text.partition(_BEGINS)
    below = rest.partition(_ENDS)[2]
    listed = "\n".join(_listed())
    wanted = f"{above}{_BEGINS}{listed}\n{_ENDS}{below}"
    if request.config.getoption("--update-golden"):
        DOCUMENT.write_text(wanted, encoding="utf-8", newline="\n")

    assert DOCUMENT.read_text(encoding="utf-8") == wanted


def test_the_document_names_every_filter_of_ours() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    names = {name for kind in ("html", "md", "txt") for name in templates.filters(kind)}

    assert [name for name in sorted(names) if f"`{name}`" not in text] == []


def _listed() -> Iterator[str]:
    for heading, files, root in _ROOTS:
        told = list[type]()
        yield f"\n### {heading} (`{files}`)"
        waiting: list[tuple[str, type]] = [("", root)]
        while waiting:
            name, struct = waiting.pop(0)
            if struct in told:
                continue
            told.append(struct)
            if name:
                yield f"\n**{struct.__name__}**. {_said(struct)}"
            yield "\n| Name | What | |\n|---|---|---|"
            notes = _notes(struct)
            for field in msgspec.structs.fields(struct):
                what, below = _what(field.type)
                yield f"| `{field.name}` | {what} | {notes.get(field.name, '')} |"
                waiting += [(one.__name__, one) for one in below]


def _what(kind: Any) -> tuple[str, list[type]]:
    """What a template gets, in words, and which types are told below."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind.__name__, [kind]
    inner = [one for one in get_args(kind) if one is not Ellipsis]
    if not inner:
        return {"str": "text", "bool": "true or false", "int": "number"}.get(
            kind.__name__, "text"
        ), []
    parts = [_what(one) for one in inner if one is not type(None)]
    below = [one for _, some in parts for one in some]
    if type(None) in inner:
        return f"{parts[0][0]}, or none", below
    if getattr(kind, "__origin__", None) is tuple and Ellipsis in get_args(kind):
        return f"list of {parts[0][0]}", below
    return f"({', '.join(one for one, _ in parts)})", below


def _said(struct: type) -> str:
    return " ".join((inspect.getdoc(struct) or "").partition("\n\n")[0].split()).replace("``", "`")


def _notes(struct: type) -> dict[str, str]:
    """What the docstring says of each attribute."""
    attributes = (inspect.getdoc(struct) or "").partition("Attributes:\n")[2]
    found = re.findall(r"^    (\w+): (.*(?:\n {6,}.*)*)", attributes, re.MULTILINE)
    return {
        name: " ".join(text.split()).replace("``", "`").replace("|", "\\|") for name, text in found
    }
