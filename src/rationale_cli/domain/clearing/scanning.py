"""The last look at a copy: does it hold a text that was withheld from it?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Any

import msgspec

from rationale_cli.domain.part import Part

SHORTEST, SHORTEST_WORD = 6, 12
"""Letters of a text, and of one that is a single word: shorter ones stand anywhere by chance."""

_NAMES = frozenset(
    {
        "id",
        "role",
        "agency",
        "owner",
        "who",
        "who_would_see",
        "response_by",
        "by",
        "how",
        "harm",
        "harms",
        "provision",
        "scale",
        "value",
        "vulnerability",
        "sensitivity",
        "rule",
        "path",
        "question_set",
        "previous",
        "ladder",
        "case",
        "told",
        "audiences",
    }
)
"""Fields that hold a name of somebody or something which other parts of a page use as well."""

_WORD_TAG = re.compile(r"</?(?:a|b|em|i|s|span|strong|del|ins)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_PAGE = re.compile(r"\s*<!doctype html\b", re.IGNORECASE)
_STYLE = re.compile(r"<style.*?</style>", re.DOTALL | re.IGNORECASE)


def withheld(full: Iterable[Part], seen: Iterable[Part]) -> tuple[str, ...]:
    """Give the texts of a record that an audience does not see, longest first.

    A text that is seen in another place, alone or inside of a longer one, is no secret.

    Args:
        full: Each revision, and what goes with the record.
        seen: The same as the audience sees them.
    """
    visible = (folded(text) for part in seen for text in _texts(part, left_out=frozenset()))
    shown = "\n".join(dict.fromkeys(visible))
    every = dict.fromkeys(folded(text) for part in full for text in _texts(part))
    found = (text for text in every if _is_telling(text) and text not in shown)
    return tuple(sorted(found, key=lambda text: (-len(text), text)))


def leaks(document: str, texts: Sequence[str]) -> Iterator[str]:
    """Give the withheld texts that stand in a document, also where its markup escapes them."""
    if _PAGE.match(document):  # elsewhere somebody may have typed what hides all up to its end
        document = _STYLE.sub("", document)
    told = folded(unescape(document))
    raw = folded(document)
    # Marks around words, as of emphasis, are no part of them; those between two blocks part them.
    bare = folded(unescape(_TAG.sub(" ", _WORD_TAG.sub("", document))))
    for text in texts:
        if text in told or text in raw or text in bare:
            yield text


def _is_telling(text: str) -> bool:
    return len(text) >= (SHORTEST_WORD if text.isalpha() else SHORTEST)


def folded(text: str) -> str:
    """Give a text as it is compared: without regard to case, line breaks and runs of blanks."""
    return " ".join(text.casefold().split())


def _texts(value: Any, left_out: frozenset[str] = _NAMES) -> Iterator[str]:
    """Every text in a value, in no order; a long history is walked often, so without recursion."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if type(one) is str:  # a code is a text of a type of its own, and no secret by itself
            yield one
        elif isinstance(one, msgspec.Struct):
            waiting += [
                getattr(one, name) for name in one.__struct_fields__ if name not in left_out
            ]
        elif isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list | tuple):
            waiting += one
