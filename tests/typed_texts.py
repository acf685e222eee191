"""What people type, as it looks at its most awkward, and a briefing that is full of it."""

from collections.abc import Iterator
from typing import Any

import msgspec

from briefings import brief
from cases import revisions
from rationale_cli.domain.telling.briefing import Briefing

MARKED = """He *never* hit her_, [she] said #2 & <more>:

- a bed \\ a cot
  with **two** sides
- see https://example.invalid/a_b?c=1&d=2.

9) first
10) last
"""

HOSTILE = (
    "# DECISION\n\nDECISION\n========\n\n<script>alert(1)</script> <img src=//x.example/a.png>\n"
    "![dot](https://x.example/dot.png) [tap](javascript:alert(1)) <https://x.example/>\n"
    "[key](file:///etc/passwd) javascript:alert(1) data:text/html,x\n"
    "> quoted\n\n| a | b |\n|---|---|\n\n[/17] [bold green]APPROVED {{ title }} {% raw %}\n"
    "<a href='https://x.example' onclick=x>y</a> https://good.example@evil.example/\n"
    '" onmouseover="alert(1)" https://x.example/"onmouseover="alert(1)\n&lt;b&gt; \\# \\<'
)

ADDRESSES = {"https://x.example/dot.png", "https://x.example/", "https://x.example"}
"""Those in it that may be links."""


def holding(text: str) -> Briefing:
    """Give a briefing with a text as quotation, paragraph, fact, item, cell and behind a label."""
    first = brief(revisions("alder")[:6])
    replace = msgspec.structs.replace
    choice, *choices = first.choices
    told = replace(
        choice, pros=(text, *choice.pros), reason=replace(choice.reason, text=text, silence="")
    )
    objection, *objections = first.objections
    row, *rows = first.history
    return replace(
        first,
        choices=(told, *choices),
        objections=(replace(objection, words=text, asks=text, answer=text), *objections),
        opening=replace(first.opening, reason=text, question=text),
        changed=replace(first.changed, because=text, still_stands=text),
        history=(replace(row, reason=text), *rows),
    )


def led(briefing: Briefing) -> set[str]:
    """Give where the facts of a briefing lead: texts of the law as they stood on a day."""
    return set(_led(msgspec.to_builtins(briefing)))


def _led(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (one for name, one in value.items() if name == "link" and one)
    for one in value.values() if isinstance(value, dict) else value:
        if isinstance(one, dict | list | tuple):
            yield from _led(one)
