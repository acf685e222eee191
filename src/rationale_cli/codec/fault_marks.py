"""Faults written into the text that has them: comments above its lines, and out again."""

import re
from collections.abc import Iterable

from rationale_cli.codec.comment import comment
from rationale_cli.codec.faulty import Placed
from rationale_cli.codec.toml import STRING

_MARK = "! "
_TOKEN = re.compile(f"({STRING.pattern})|#[^\\n]*+")


def marked(text: str, found: Iterable[Placed], head: str) -> str:
    """Give a text with each fault as a comment above the line that has it.

    A fault inside a text of several lines stands above the line where that text begins: inside
    it a comment would be a part of it.

    Args:
        text: With its faults.
        found: Where they are.
        head: Stands at the very top.
    """
    lines = text.split("\n")
    above: dict[int, list[str]] = {1: [comment(head, indent=_MARK)]}
    for fault in found:
        above.setdefault(_line(text, fault.line), []).append(comment(fault.message, indent=_MARK))
    parts = (f"{''.join(above.get(at, ()))}{line}" for at, line in enumerate(lines, start=1))
    return "\n".join(parts)


def unmarked(text: str, offered: str, original: str) -> str:
    """Give a text without the comments that `marked` wrote into it.

    Only lines that it wrote itself go: a person may have begun a line in the same way.

    Args:
        text: As it came back.
        offered: As it was given out, marked.
        original: The same without marks.
    """
    written = set(offered.split("\n")) - set(original.split("\n"))
    return "\n".join(line for line in text.split("\n") if line not in written)


def _line(text: str, line: int) -> int:
    """The line above which a comment can stand, counted from 1."""
    start = len("\n".join(text.split("\n")[: line - 1]))
    for found in _TOKEN.finditer(text):
        if found.start() > start:
            break
        if found[1] and start < found.end() and "\n" in found[1]:
            return text.count("\n", 0, found.start()) + 1
    return line
