"""Acts and regulations: the names that people use for one, and which of them a text holds."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rationale_cli.domain.citing.tokens import tokens, words
from rationale_cli.domain.provision import Provision

_YEAR = re.compile(r"(.*) (?:19|20)([0-9]{2})")
_PREFIX = re.compile(r"[A-Za-z]+[0-9]{2}(?=-|$)")
_SHORT = re.compile(r"(?:^| )([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]*)* [0-9]{4})$")


class Named(NamedTuple):
    """What is left of a citation when the Acts in it are understood.

    Attributes:
        acts: Full names of those that can be meant; empty if none is named.
        rest: The other tokens.
        is_named: Whether an Act is named at all; it can be one that no row belongs to.
    """

    acts: frozenset[str]
    rest: tuple[str, ...]
    is_named: bool


Names = Mapping[tuple[str, ...], frozenset[str]]
"""By the words of each way to write an Act: the full names of the Acts that it can mean."""


def names(rows: Iterable[Provision]) -> Names:
    """Give every way to write an Act that the rows make known.

    For ``Children Act 1989`` these are its name, ``CA 1989`` from the short form of a row,
    ``CA89`` from its id, what the file says besides, each without the year or with two digits of
    it, and ``1989 Act``.
    """
    found: dict[tuple[str, ...], set[str]] = {}
    for row in rows:
        if not row.act:
            continue
        for text in _written(row):
            for one in (text, *_years(text)):
                if key := words(tokens(one.removeprefix("the "))):
                    found.setdefault(key, set()).add(row.act)
    return {key: frozenset(acts) for key, acts in found.items()}


def named(text: tuple[str, ...], known: Names) -> Named:
    """Find the Acts that tokens name; where two names meet, only what both can mean."""
    longest = max(map(len, known), default=0)
    rest: list[str] = []
    acts: frozenset[str] | None = None
    place = 0
    while place < len(text):
        end, found = _at(text, place, known, longest)
        if not found:
            rest.append(text[place])
            place += 1
            continue
        acts = found if acts is None else acts & found
        if rest:
            rest.append(",")
        place = end
    return Named(acts or frozenset(), tuple(rest), acts is not None)


def _at(
    text: tuple[str, ...], start: int, known: Names, longest: int
) -> tuple[int, frozenset[str]]:
    """Give where the longest name that begins at a place ends, and what it means."""
    best, found, met = start, frozenset[str](), []
    for end in range(start, len(text)):
        one = text[end]
        if one[0].isalnum():
            met.append(one)
        elif not met:
            break
        if len(met) > longest:
            break
        if one[0].isalnum() and (acts := known.get(tuple(met))):
            best, found = end + 1, acts
    return best, found


def _written(row: Provision) -> Iterable[str]:
    yield row.act
    yield from row.act_spellings
    if short := _SHORT.search(row.short):
        yield short[1]
    if prefix := _PREFIX.match(row.id):
        yield prefix[0]


def _years(text: str) -> Iterable[str]:
    """The same with fewer digits of the year, and the year before the kind of law."""
    if not (found := _YEAR.fullmatch(text)):
        return
    yield found[1]
    yield f"{found[1]} {found[2]}"
    kind = found[1].rpartition(" ")[2]
    if kind in ("Act", "Regulations", "Rules"):
        yield f"{text[-4:]} {kind}"
