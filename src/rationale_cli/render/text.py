"""Text: lines of 72 columns, for letters, case systems and screens that show nothing else."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.render import typed
from rationale_cli.render.templates import NONE, Own, run
from rationale_cli.render.visible import visible
from rationale_cli.render.wrapping import WIDTH, cells, wrapped


def render(briefing: Briefing, own: Own = NONE) -> str:
    """Render a briefing; the same briefing gives the same text."""
    return rendered("briefing.txt.j2", briefing, own)


def rendered(template: str, briefing: Briefing, own: Own = NONE, **more: str) -> str:
    """Render a briefing by a template.

    What people typed is always indented, and headings never are: no text can pass for a heading.

    Args:
        template: Its name.
        briefing: What it tells.
        own: A team's own templates, by name.
        more: Further names that the template knows.

    Raises:
        TemplateFaultError: If a team's own template cannot be followed.
    """
    text = run(template, {**visible(briefing), **more}, own)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def flat(text: str) -> str:
    """Give text as one line."""
    return " ".join(text.split())


def labelled(text: str, label: str) -> str:
    """Give a text behind a label; a list begins below it.

    Args:
        text: As a person typed it.
        label: Without a colon.
    """
    blocks = typed.blocks(text) if "\n" in text else ()
    return f"{label}:\n{text.strip()}" if blocks and blocks[0].kind else f"{label}: {text}"


def heading(text: str, mark: str = "=") -> str:
    """Give a heading with a line under it.

    Args:
        text: In sentence case.
        mark: Of which the line is made: ``=`` for a part, ``-`` for a part of one.
    """
    above = wrapped(flat(text))
    return f"{above}\n{mark * max(map(cells, above.splitlines()), default=0)}"


def laid(table: Mapping[str, Any], indent: int = 2) -> str:
    """Give a table in columns if it fits, else each row as a list under its first cell.

    Args:
        table: Its ``columns``, and its ``rows``.
        indent: Columns before every line.
    """
    columns = tuple(table["columns"])
    rows = [tuple(flat(one) for one in row) for row in table["rows"]]
    widths = [max(map(cells, column)) for column in zip(columns, *rows, strict=True)]
    if indent + sum(widths) + _APART * (len(widths) - 1) > WIDTH:
        return "\n".join(_listed(columns, row, indent) for row in rows)
    return "\n".join(_line(row, widths, indent) for row in (columns, *rows))


FILTERS: Final[dict[str, Callable[..., Any]]] = {
    "wrap": wrapped,
    "flat": flat,
    "labelled": labelled,
    "heading": heading,
    "laid": laid,
}
"""What a template of plain text can do with a text, and with a table."""

_APART = 2


def _line(row: Sequence[str], widths: Sequence[int], indent: int) -> str:
    padded = (one + " " * (width - cells(one)) for one, width in zip(row, widths, strict=True))
    return f"{' ' * indent}{(' ' * _APART).join(padded)}".rstrip()


def _listed(columns: Sequence[str], row: Sequence[str], indent: int) -> str:
    def lines() -> Iterator[str]:
        yield wrapped(f"{columns[0]}: {row[0]}", indent, "* ")
        for name, text in zip(columns[1:], row[1:], strict=True):
            if text:
                yield wrapped(f"{name}: {text}", indent + 2)

    return "\n".join(lines())
