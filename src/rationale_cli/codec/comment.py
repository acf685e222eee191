"""Comments of a form: what people say, broken at the width of a page, safe inside TOML."""

import re
import textwrap
from collections.abc import Iterator

from rationale_cli.domain.clean import clean

WIDTH = 78
"""Columns: a form is read in a terminal of 80."""

_BREAKS = re.compile(r"\n[ \t]*\n")


def comment(text: str, *, indent: str = "", first: str = "") -> str:
    """Give a text as comment lines, broken between words.

    Paragraphs are parted by an empty line; lines of a text that begin with blanks stand as they
    are.

    Args:
        text: As it is said; what a TOML comment may not hold is shown as its number.
        indent: Stands between the number sign and each line.
        first: Stands in place of the end of *indent* on the first line, as a mark.
    """
    paragraphs = [tuple(_broken(one, indent)) for one in _BREAKS.split(text.strip("\n"))]
    lines = [line for one in paragraphs for line in ("", *one)][1:]
    if first:
        lines[0] = first + lines[0].removeprefix(indent)
    return "".join(f"#{f' {line}' if line else ''}\n" for line in lines)


def asleep(text: str) -> str:
    """Give TOML text commented out: taking the number signs away wakes it."""
    return "".join(f"#{line}\n" for line in text.removesuffix("\n").split("\n"))


def rule(title: str, *, letter: str = "-") -> str:
    """Give a heading that shows where a section begins."""
    line = f"# {letter * 2} {_one_line(title)} "
    return f"{line}{letter * (WIDTH - len(line))}\n"


def _broken(paragraph: str, indent: str) -> Iterator[str]:
    running: list[str] = []
    for line in paragraph.split("\n"):
        if line.startswith(" "):
            yield from _filled(running, indent)
            running = []
            yield clean(line.rstrip())
        else:
            running.append(line)
    yield from _filled(running, indent)


def _filled(lines: list[str], indent: str) -> list[str]:
    return textwrap.wrap(
        _one_line(" ".join(lines)),
        WIDTH - len("# "),
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _one_line(text: str) -> str:
    return clean(" ".join(text.split()))
