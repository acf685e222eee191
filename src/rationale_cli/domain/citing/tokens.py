"""Tokens: a citation as typed becomes words, numbers and brackets in one spelling."""

import re
from unicodedata import combining, normalize

_DASHES = re.compile(
    "[\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}]"
)
_QUOTES = re.compile(
    "['\"`\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]"
)
_TOKENS = re.compile(r"[0-9]+(?:[a-z]{1,2}(?![a-z0-9]))?|[^\W\d_]+|[()\[\],/-]")

_WORDS = {
    word: kind
    for kind, words in {
        "section": "s ss sec secs sect sects sections",
        "subsection": "subs subsec subsect subsections",
        "regulation": "reg regs regulations",
        "rule": "r rr rules",
        "article": "art arts articles",
        "schedule": "sch schs sched scheds schedules",
        "paragraph": "para paras paragraphs",
        "direction": "pd directions",
        "v": "vs versus",
    }.items()
    for word in words.split()
}


def tokens(text: str) -> tuple[str, ...]:
    """Give the words, numbers and brackets of a text: ``s.38(6)`` is ``section 38 ( 6 )``.

    Upper and lower case, accents, full stops, quotation marks and kinds of dash make no
    difference. A number keeps one or two letters that follow it, as ``7a`` or ``31za``.
    """
    plain = "".join(one for one in normalize("NFKD", text) if not combining(one)).casefold()
    plain = _QUOTES.sub("", _DASHES.sub("-", plain))
    plain = plain.replace("§", " section ").replace("&", " and ")
    plain = plain.replace("sub-section", "subsection").replace("sub section", "subsection")
    return tuple(_WORDS.get(one, one) for one in _TOKENS.findall(plain))


def words(found: tuple[str, ...]) -> tuple[str, ...]:
    """Give tokens without brackets, commas and dashes."""
    return tuple(one for one in found if one[0].isalnum())
