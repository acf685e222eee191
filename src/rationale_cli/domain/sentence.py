"""Prose broken into its sentences, so that a change of one leaves the others in place."""

import re
from collections.abc import Iterator

_END = re.compile(r"(\S*?)([.!?…]+[\"'”\u2019»)\]]*)\s+(?=\S)")

_ALWAYS = {"cf", "dr", "e.g", "i.e", "mr", "mrs", "ms", "prof", "st", "v", "vs"}
"""Words with a full stop after which a sentence goes on."""

_BEFORE_A_NUMBER = {"art", "ch", "no", "nos", "p", "para", "paras", "pp", "r", "reg", "s", "ss"}
"""Words with a full stop that belong to a number."""

_OPENING = "\"'“\u2018«(["


def sentences(text: str) -> Iterator[str]:
    """Give the sentences of a text in order, each in one line; also what no full stop ends.

    A line end that was typed ends a sentence too. Joined by blanks they say what the text says.
    """
    for line in text.split("\n"):
        rest = line.strip()
        begin = 0
        for found in _END.finditer(rest):
            if _is_end(found[1].lstrip(_OPENING).lower(), found[2], rest[found.end() :]):
                yield rest[begin : found.end()].rstrip()
                begin = found.end()
        if rest[begin:]:
            yield rest[begin:]


def _is_end(word: str, mark: str, after: str) -> bool:
    first = after.lstrip(_OPENING)[:1]
    if first.islower():
        return False
    if mark != ".":
        return True
    return not (word in _ALWAYS or (word in _BEFORE_A_NUMBER and first.isdigit()))
