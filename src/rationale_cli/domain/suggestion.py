"""Suggestions: what an answer could be completed to, and which of them fit what was typed."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

import msgspec

from rationale_cli.domain.mention import PARTIES, SOMEBODY
from rationale_cli.domain.questions import field as fields

if TYPE_CHECKING:
    from rationale_cli.domain.citing.citation import Citations

MOST = 12
"""Suggestions at a time; more are not read."""

_QUOTES = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]")
_WORDS = re.compile(r"\d+[^\W\d_]*|[^\W\d_]+")


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that could be meant.

    Attributes:
        insert: What goes into the answer.
        shown: What is shown beside it; may be empty.
        spellings: Other ways in which people write it.
    """

    insert: str
    shown: str = ""
    spellings: tuple[str, ...] = ()


class Suggestions(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known to suggest; each list has what is likeliest first, and nothing twice.

    Attributes:
        laws: Ids of provisions.
        roles: Without their agencies.
        agencies: By themselves.
        parties: Each ``role@agency``.
        agencies_of: By `folded` role: the agencies that went with it, likeliest first.
        citations: Reads what is typed where a provision is asked for; ``None`` if nothing does.
    """

    laws: tuple[Suggestion, ...] = ()
    roles: tuple[Suggestion, ...] = ()
    agencies: tuple[Suggestion, ...] = ()
    parties: tuple[Suggestion, ...] = ()
    agencies_of: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    citations: "Citations | None" = None


def matching(
    suggestions: Suggestions, field: str, typed: str, *, role: str = ""
) -> tuple[Suggestion, ...]:
    """Give the suggestions that fit a field and what was typed into it so far.

    Upper and lower case, accents, punctuation and spaces make no difference: ``s38 6`` finds
    ``s.38(6)``, and ``health v`` finds ``health visitor``.

    Args:
        suggestions: All that are known.
        field: Path of the field, with or without the id of a row: ``consulted.C1.role``.
        typed: As it stands; if blank, the likeliest are given.
        role: What stands in the ``role`` of the same row, where an agency is asked for.

    Returns:
        At most `MOST`, best first: what it means as a citation, then what begins as typed, has a
        word that does, holds it, or is only told in such words. Empty where nothing is suggested.
    """
    found = _offered(suggestions, field, typed)
    wanted = _words(typed)
    ranked = [(rank, one) for one in found if (rank := _rank(one, wanted)) is not None]
    usual = suggestions.agencies_of.get(folded(role), ()) if _last(field) == "agency" else ()
    places = {agency: place for place, agency in enumerate(usual)}
    ranked.sort(key=lambda pair: (places.get(pair[1].insert, len(places)), pair[0]))
    meant = _meant(suggestions, found, field, typed)
    return tuple({one.insert: one for one in (*meant, *(one for _, one in ranked))}.values())[:MOST]


def _meant(
    suggestions: Suggestions, found: tuple[Suggestion, ...], field: str, typed: str
) -> list[Suggestion]:
    """The provisions that what was typed can mean as a citation."""
    if _last(field) != "provision" or suggestions.citations is None:
        return []
    ids = {one.id for one in suggestions.citations.read(typed).found}
    return [one for one in found if one.insert in ids]


def folded(text: str) -> str:
    """Give the letters and digits of a text alone, for comparing ways of writing it."""
    return "".join(_words(text))


def _offered(suggestions: Suggestions, field: str, typed: str) -> tuple[Suggestion, ...]:
    """What a field can hold, as its name says it; one that has codes of its own needs none."""
    name = _last(field)
    if fields.codes(f"{field.partition('.')[0]}.{name}"):
        return ()
    if name == "provision":
        return suggestions.laws
    if name == "role":
        return suggestions.roles
    if name == "agency":
        return suggestions.agencies
    if name in PARTIES:
        return suggestions.parties
    if name in SOMEBODY:
        return suggestions.parties if "@" in typed else suggestions.roles
    return ()


def _last(field: str) -> str:
    return field.rpartition(".")[2]


def _rank(suggestion: Suggestion, wanted: tuple[str, ...]) -> int | None:
    """How well a suggestion fits, 0 best; ``None`` if it does not."""
    ranks = [_fit(text, wanted) for text in (suggestion.insert, *suggestion.spellings)]
    fits = [rank for rank in ranks if rank is not None]
    if fits:
        return min(fits)
    told = _fit(suggestion.shown, wanted)
    return None if told in (None, 2) else 3


def _fit(text: str, wanted: tuple[str, ...]) -> int | None:
    """0 if a text begins as wanted, 1 if a word in it does, 2 if it is somewhere inside."""
    words, joined = _words(text), "".join(wanted)
    for place, rest in enumerate(_rests(text)):
        if rest.startswith(joined) or _begins(words[place:], wanted):
            return min(place, 1)
    # A single letter is somewhere in nearly every text.
    return 2 if len(joined) > 1 and " ".join(wanted) in " ".join(words) else None


def _begins(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether each word begins as the one that was typed in its place."""
    pairs = zip(words, wanted, strict=False)
    return len(words) >= len(wanted) and all(word.startswith(start) for word, start in pairs)


@lru_cache(maxsize=4096)
def _rests(text: str) -> tuple[str, ...]:
    """What is left of a text from each of its words on, without spaces."""
    words = _words(text)
    return tuple("".join(words[place:]) for place in range(len(words)))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    plain = "".join(letter for letter in normalize("NFKD", text) if not combining(letter))
    return tuple(_WORDS.findall(_QUOTES.sub("", plain.casefold())))
