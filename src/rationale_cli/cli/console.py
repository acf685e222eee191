"""Standard output: what was asked for, safe to show, wrapped where a terminal is."""

import re
import sys
from collections.abc import Iterable
from typing import Any

from rationale_cli.domain.clean import clean

# What begins a formula in a spreadsheet, also as a wide letter, or a quotation that swallows the
# cells behind it. Numbers stay numbers, and a dash alone says that there is nothing.
_ACTS = re.compile(r"""["=@＝＋－＠]|[-+](?!\Z|\d+(?:[.,]\d+)?\Z)""")  # noqa: RUF001 - they are meant


def is_terminal() -> bool:
    """Whether standard output is a screen."""
    return sys.stdout.isatty()


def write(lines: Iterable[str]) -> None:
    """Write lines; a terminal gets them wrapped between words, everything else as they are."""
    if not is_terminal():
        for line in lines:
            sys.stdout.write(clean(line) + "\n")
        return
    from rich.console import Console
    from rich.text import Text

    screen = Console(markup=False, emoji=False, highlight=False)
    for line in lines:
        for one in clean(line).split("\n"):
            text = Text(one.strip())
            indent = len(one) - len(one.lstrip())
            hanging = indent + _hanging(one.strip())
            for place, row in enumerate(text.wrap(screen, max(20, screen.width - hanging))):
                screen.print(
                    " " * (hanging if place else indent) + row.plain.rstrip(), soft_wrap=True
                )


def write_text(text: bytes) -> None:
    """Write the text of a file: byte for byte, so that its sum can be made; safe on a screen."""
    binary = getattr(sys.stdout, "buffer", None)
    if is_terminal() or binary is None:
        whole = text.decode("utf-8", "backslashreplace")
        sys.stdout.write(clean(whole) if is_terminal() else whole)
        return
    sys.stdout.flush()
    binary.write(text)


def write_json(value: dict[str, Any]) -> None:
    """Write a stable, documented value for programs: ``{"schema": 1, …}``."""
    import json

    text = json.dumps({"schema": 1, **value}, ensure_ascii=False, indent=2, default=_told)
    # What would act on a screen is written as its number, which says the same to a program.
    if clean(text) != text:
        text = "".join(one if clean(one) == one else json.dumps(one)[1:-1] for one in text)
    sys.stdout.write(text + "\n")


def write_tsv(rows: Iterable[Iterable[str]]) -> None:
    """Write rows for programs: tab-separated, one line each, tabs and line ends made spaces.

    A cell that a spreadsheet would work out, or take for the beginning of a quoted one, begins
    with an apostrophe, which makes it text there.
    """
    for row in rows:
        cells = (" ".join(clean(cell).split()) for cell in row)
        sys.stdout.write("\t".join(f"'{one}" if _ACTS.match(one) else one for one in cells) + "\n")


def _hanging(line: str) -> int:
    """How far the second line of a paragraph is set in: below the text after a label."""
    label, gap, _ = line.partition("  ")
    return len(label) + len(line[len(label) :]) - len(line[len(label) :].lstrip()) if gap else 2


def _told(value: Any) -> str:
    """A day or a time, as the record writes it."""
    return str(value.isoformat())
