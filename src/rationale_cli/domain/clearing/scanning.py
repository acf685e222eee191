"""The last look at a copy: does it hold a text that was withheld from it?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from rationale_cli.domain.answers import Answers

SHORTEST = 6
"""Letters; a shorter text stands somewhere by chance."""


def withheld(full: Iterable[Answers], seen: Iterable[Answers]) -> tuple[str, ...]:
    """Give the texts of a record that an audience does not see, longest first.

    A text that is seen in another place, alone or inside of a longer one, is no secret.

    Args:
        full: Plain values of each revision, and of what goes with it.
        seen: The same as the audience sees them.
    """
    shown = "\n".join(dict.fromkeys(folded(text) for record in seen for text in _texts(record)))
    every = dict.fromkeys(folded(text) for record in full for text in _texts(record))
    found = (text for text in every if len(text) >= SHORTEST and text not in shown)
    return tuple(sorted(found, key=lambda text: (-len(text), text)))


def leaks(document: str, texts: Sequence[str]) -> Iterator[str]:
    """Give the withheld texts that stand in a document, also where its markup escapes them."""
    told = folded(unescape(document))
    raw = folded(document)
    for text in texts:
        if text in told or text in raw:
            yield text


def folded(text: str) -> str:
    """Give a text as it is compared: without regard to case, line breaks and runs of blanks."""
    return " ".join(text.casefold().split())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            if key != "sensitivity":
                yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
