"""Words that may speak of a kind of harm at which nobody has looked."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from rationale_cli.domain import coverage
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.people import View

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_WORRIES = {View.CONCERN, View.DISAGREE}


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """Where a word stands.

    Attributes:
        path: Of the field, as ``known.K11.text``.
        who: Who says it, inside a sentence: ``K11``, ``the health visitor (C4)``.
        word: As it stands there.
    """

    path: str
    who: str
    word: str


class Spoken(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of harm at which nobody has looked, and who uses a word that may speak of it.

    Attributes:
        harm: Its code.
        voices: In the order of the record, each item once; never empty.
    """

    harm: str
    voices: tuple[Voice, ...]


def spoken(decision: Decision, catalogue: Sequence[Harm]) -> tuple[Spoken, ...]:
    """Give the harms that what people saw, said or fear may speak of, and nobody has looked at.

    Left out are those that somebody names in disagreeing: these are told of by name. A word is a
    word: "no bruise" speaks of a bruise as well. So it is asked about and nothing is concluded.

    Args:
        decision: The decision.
        catalogue: Every kind of harm known, due or not.
    """
    told = {*coverage.looked_at(decision), *(code for _, code in coverage.feared(decision))}
    open_harms = [harm for harm in catalogue if harm.signs and harm.code not in told]
    index = _index(open_harms)
    found: dict[str, list[Voice]] = {}
    for path, who, text in _said(decision) if index else ():
        for code, word in _found(text, index):
            found.setdefault(code, []).append(Voice(path=path, who=who, word=word))
    return tuple(
        Spoken(harm=harm.code, voices=tuple(found[harm.code]))
        for harm in open_harms
        if harm.code in found
    )


def _said(decision: Decision) -> Iterator[tuple[str, str, str]]:
    """What somebody saw, said or fears: where it stands, who says it, and the text."""
    for person in decision.person:
        yield f"person.{person.id}.voice", f"the voice of {person.id}", person.voice
    for known in decision.known:
        yield f"known.{known.id}.text", known.id, known.text
    for asked in decision.consulted:
        if asked.view in _WORRIES:
            yield f"consulted.{asked.id}.summary", _who(asked.role, asked.id), asked.summary
    for dissent in decision.dissent:
        yield f"dissent.{dissent.id}.words", _who(dissent.role, dissent.id), dissent.words


def _who(role: str, item_id: str) -> str:
    return f"the {role} ({item_id})" if role else item_id


_Index = dict[tuple[str, ...], tuple[str, ...]]
"""Codes of harms by the words of a sign."""


def _index(harms: Iterable[Harm]) -> _Index:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for harm in harms:
        for sign in harm.signs:
            if words := tuple(one.casefold() for one in _WORD.findall(sign)):
                found[words] = (*found.get(words, ()), harm.code)
    return found


def _found(text: str, index: _Index) -> Iterator[tuple[str, str]]:
    """Give each harm of which a text may speak, once, with the words that do."""
    places = list(_WORD.finditer(text))
    words = [one[0].casefold() for one in places]
    longest = max(map(len, index))
    told: set[str] = set()
    for start in range(len(words)):
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            for code in index.get(tuple(words[start:end]), ()):
                if code not in told:
                    told.add(code)
                    span = text[places[start].start() : places[end - 1].end()]
                    yield code, " ".join(span.split())
