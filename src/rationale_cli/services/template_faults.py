"""What a team's own template does that it should not, as far as its text tells."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Remark(NamedTuple):
    """Something about a template.

    Attributes:
        path: As ``templates/briefing.html.j2``.
        line: Counted from 1; 0 for the whole of it.
        text: What it is.
        is_fault: Whether no document can be made, or it is only worth a look.
    """

    path: str
    line: int
    text: str
    is_fault: bool = False

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.text}"


_COMMENT = re.compile(r"\{#.*?(?:#\}|\Z)", re.DOTALL)
_ELSEWHERE = r"""(?:["']\s*)?(?:[a-z][a-z0-9+.-]*:)?//"""
_TAG = (
    r"<(?:link|img|script|iframe|frame|object|embed|video|audio|source|track|base|form|input|use"
    r"|image)\b[^<>]*?\b(?:src|srcset|href|data|action|formaction|poster)\s*=\s*"
)

_SIGHT: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(_TAG + _ELSEWHERE, re.IGNORECASE), "this loads something from elsewhere"),
    (re.compile(r"url\(\s*" + _ELSEWHERE, re.IGNORECASE), "this loads something from elsewhere"),
    (
        re.compile(r"!\[[^\[\]]*\]\(\s*<?(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE),
        "this loads something from elsewhere",
    ),
    (re.compile(r"@import\b", re.IGNORECASE), "this loads a style sheet from elsewhere"),
    (re.compile(r"<script\b", re.IGNORECASE), "no document of ours runs a script"),
    (
        re.compile(r"\|\s*safe\b|\bautoescape\s+false\b"),
        "what people typed can act here instead of being read",
    ),
)


def remarks(path: str, text: str) -> Iterator[Remark]:
    """Give what a look at a template's text shows; comments do not count."""
    # Comments go, their lines stay: the places must be right. One without an end goes on to the
    # end of the text, lest each of a thousand such be looked for there again.
    plain = _COMMENT.sub(lambda one: "\n" * one[0].count("\n"), text)
    found = [
        Remark(path, plain.count("\n", 0, one.start()) + 1, said)
        for pattern, said in _SIGHT
        for one in pattern.finditer(plain)
    ]
    yield from sorted(set(found), key=lambda one: (one.line, one.text))
