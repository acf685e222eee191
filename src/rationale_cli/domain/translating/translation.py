"""A translation: texts of a shipped file in another language, by the keys of that file."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

import msgspec

from rationale_cli.domain.asking.texts import places
from rationale_cli.domain.fault import Fault, Path, described
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.questions.question import Column, Question, QuestionSet, Section

Key = tuple[str, ...]
"""Where a text stands: ``("question", "g.ask", "help")``; the codes of harms are keys as well."""

Said = str | tuple[str, ...]
"""A text, or what one item of a list is called, and several."""

VOCABULARIES = ("words", "harms", "interview")
"""Shipped files of texts that are no question set."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_CODE = "code"
"""The key by which a table in a list is known: ``[[harm]]`` has it."""


class Named(NamedTuple):
    """What a translation is of, and into which language: ``care-plan.cy``."""

    of: str
    language: str

    def __str__(self) -> str:
        return f"{self.of}.{self.language}"


class Translation(msgspec.Struct, frozen=True):
    """The texts of a translation that can be taken, and what is wrong with the others."""

    said: dict[Key, Said]
    faults: tuple[Fault, ...]


def is_language(text: str) -> bool:
    """Whether a text names a language, as ``cy`` or ``pt-BR`` (RFC 5646)."""
    return _LANGUAGE.fullmatch(text) is not None


def named(stem: str) -> Named | None:
    """Give what the name of a translation says, as ``care-plan.cy``; ``None`` if it is no such."""
    of, dot, language = stem.rpartition(".")
    return Named(of, language) if of and dot and is_language(language) else None


def translation(
    table: Mapping[str, Any], original: Mapping[Key, Said], *, has_places: bool = False
) -> Translation:
    """Take from a table the texts that stand in the original as well.

    Args:
        table: Keys and values as the file of the translation holds them.
        original: Every text that can be translated.
        has_places: Whether ``{name}`` in a text stands for a value.
    """
    found = list(_Walk(original, has_places=has_places).table(table, (), ()))
    return Translation(
        said={one.key: one.said for one in found if isinstance(one, _Text)},
        faults=tuple(one for one in found if isinstance(one, Fault)),
    )


class _Text(NamedTuple):
    key: Key
    said: Said


class _Walk:
    """One way through a table, beside the keys of the original."""

    def __init__(self, original: Mapping[Key, Said], *, has_places: bool) -> None:
        self.original = original
        self.has_places = has_places
        self.below: dict[Key, dict[str, None]] = {}
        for key in original:
            for end in range(len(key)):
                self.below.setdefault(key[:end], {})[key[end]] = None

    def table(self, table: Any, key: Key, path: Path) -> Iterator[_Text | Fault]:
        if not isinstance(table, Mapping):
            yield Fault(path, f"is {described(table)}, not a table of texts")
            return
        for name, value in table.items():
            inner, at = (*key, name), (*path, name)
            if not key and name == "format":
                continue
            if name not in self.below[key]:
                yield Fault(at, _unknown(name, key, list(self.below[key])), at_key=True)
            elif inner in self.original:
                yield self._text(value, inner, at)
            elif isinstance(value, list):
                yield from self._rows(value, inner, at)
            else:
                yield from self.table(value, inner, at)

    def _rows(self, rows: list[Any], key: Key, path: Path) -> Iterator[_Text | Fault]:
        seen = set()
        for place, row in enumerate(rows):
            code = row.get(_CODE) if isinstance(row, Mapping) else None
            if not isinstance(code, str):
                yield Fault((*path, place), f'the key "{_CODE}" is missing', at_key=True)
            elif code in seen:
                yield Fault((*path, place, _CODE), f'"{code}" stands twice')
            elif code not in self.below[key]:
                told = _unknown(code, key, list(self.below[key]))
                yield Fault((*path, place, _CODE), told, at_key=False)
            else:
                seen.add(code)
                rest = {name: value for name, value in row.items() if name != _CODE}
                yield from self.table(rest, (*key, code), (*path, place))

    def _text(self, value: Any, key: Key, path: Path) -> _Text | Fault:
        wanted = self.original[key]
        if isinstance(wanted, tuple):
            if isinstance(value, list) and len(value) == len(wanted) and all(map(_says, value)):
                return _Text(key, tuple(value))
            return Fault(path, "is not a list of two texts: what one is called, and several")
        if not isinstance(value, str):
            return Fault(path, f"is {described(value)}, not text")
        if not value.strip():
            return Fault(path, "is empty; take the line out, and the English text is said")
        if self.has_places and (told := _misplaced(value, wanted)):
            return Fault(path, told)
        return _Text(key, value)


def _says(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _misplaced(text: str, wanted: str) -> str:
    """Say which places for values a text lacks, or has too many."""
    has, needs = places(text), places(wanted)
    if lacking := sorted(needs - has):
        return f'lacks {_braced(lacking)}; the English text is "{wanted}"'
    if extra := sorted(has - needs):
        allowed = f"only {_braced(sorted(needs))}" if needs else "no such place"
        return f"holds {_braced(extra)}, and the English text has {allowed}"
    return ""


def _braced(names: list[str]) -> str:
    return " and ".join(f"{{{name}}}" for name in names)


def _unknown(name: str, key: Key, allowed: list[str]) -> str:
    if name in _NO_TEXTS:
        return f'"{name}" is no text, and no translation can change it'
    close = get_close_matches(name, allowed, n=1)
    meant = f'; did you mean "{close[0]}"?' if close else ""
    if key and key[-1] in _NOUNS:
        return f'there is no {_NOUNS[key[-1]]} "{name}"{meant}'
    return f'unknown key "{name}"{meant}'


_NO_TEXTS = {
    field.encode_name
    for kind in (QuestionSet, Section, Question, Column, Harm)
    for field in msgspec.structs.fields(kind)
}
"""Keys of the original files; some of them are texts, which are found before these are asked."""

_NOUNS = {
    "section": "section",
    "question": "question",
    "column": "column",
    "choice": "choice",
    "harm": "kind of harm",
    "noun": "list",
    "field": "field",
}
"""By the key that a table stands under: what its own keys name."""
