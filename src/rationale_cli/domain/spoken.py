"""Words that may speak of a kind of harm at which nobody has looked."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import items
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.people import View
from rationale_cli.domain.risk import RiskStatus
from rationale_cli.domain.viewed import tells_silence, unsaid_harms

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_WORRIES = {View.CONCERN, View.DISAGREE}
_LISTS = ("risk", "person", "known", "consulted", "dissent")
_SILENT = {None, RiskStatus.NOT_CONSIDERED}


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
    """Give the harms of which a decision speaks and nobody has looked at; see `spoken_in`.

    A copy from which it cannot be told that nobody has looked gives none.
    """
    if not tells_silence(decision):
        return ()
    unsaid = unsaid_harms(decision)
    said = {name: items(decision, name) for name in _LISTS}
    return spoken_in(said, [one for one in catalogue if one.code not in unsaid])


def spoken_in(answers: Mapping[str, Any], catalogue: Sequence[Harm]) -> tuple[Spoken, ...]:
    """Give the harms that what people saw, said or fear may speak of, and nobody has looked at.

    Left out are those that somebody names in disagreeing: these are told of by name. A word is a
    word: "no bruise" speaks of a bruise as well. So it is asked about and nothing is concluded.

    Args:
        answers: What was said so far, in the record's own shape.
        catalogue: Every kind of harm known, due or not.
    """
    looked_at = [
        one.get("harm") for one in _rows(answers, "risk") if one.get("status") not in _SILENT
    ]
    harms = (one.get("harms") for one in _rows(answers, "dissent"))
    # What was typed may be anything until it is checked.
    named = [code for some in harms if isinstance(some, list) for code in some]
    told = {*looked_at, *named}
    open_harms = [harm for harm in catalogue if harm.signs and harm.code not in told]
    index = _index(open_harms)
    found: dict[str, list[Voice]] = {}
    for path, who, text in _said(answers) if index else ():
        for code, word in _found(text, index):
            found.setdefault(code, []).append(Voice(path=path, who=who, word=word))
    return tuple(
        Spoken(harm=harm.code, voices=tuple(found[harm.code]))
        for harm in open_harms
        if harm.code in found
    )


def _said(answers: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What somebody saw, said or fears: where it stands, who says it, and the text."""
    for one in _rows(answers, "person"):
        yield f"person.{one['id']}.voice", f"the voice of {one['id']}", str(one.get("voice", ""))
    for one in _rows(answers, "known"):
        yield f"known.{one['id']}.text", one["id"], str(one.get("text", ""))
    for one in _rows(answers, "consulted"):
        if one.get("view") in _WORRIES:
            yield f"consulted.{one['id']}.summary", _who(one), str(one.get("summary", ""))
    for one in _rows(answers, "dissent"):
        yield f"dissent.{one['id']}.words", _who(one), str(one.get("words", ""))


def _who(one: Mapping[str, Any]) -> str:
    return f"the {one['role']} ({one['id']})" if one.get("role") else str(one["id"])


def _rows(answers: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = answers.get(name)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


_Index = dict[tuple[str, ...], tuple[str, ...]]
"""Codes of harms by the words of a sign."""


def _index(harms: Iterable[Harm]) -> _Index:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for harm in harms:
        for sign in harm.signs:
            if words := _words(sign):
                found[words] = (*found.get(words, ()), harm.code)
    return found


@cache
def _words(sign: str) -> tuple[str, ...]:
    return tuple(one.casefold() for one in _WORD.findall(sign))


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
