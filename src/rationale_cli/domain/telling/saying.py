"""Plain values of a record, said in words."""

from datetime import date
from typing import Any

from rationale_cli.domain.answers import split
from rationale_cli.domain.decision import ITEM_LETTERS
from rationale_cli.domain.words import Words


def said(path: str, value: Any, words: Words) -> str:
    """Say a plain value: a code by its word, a number after its word, a moment written out.

    Args:
        path: Of the field, without the ids of items: ``risk.likelihood``.
        value: As ``seed`` gives it.
        words: What codes are called.
    """
    match value:
        case None:
            return ""
        case bool():
            return words.value("yes-no", str(value).lower())
        case int() if path in words.values:
            return f"{short(words.value(path, value))} ({value})"
        case date():
            return words.told(value)
        case list() | tuple():
            return ", ".join(said(path, one, words) for one in value)
        case {"role": role}:
            return words.roled(role, value.get("agency", ""))
        case dict():
            return ", ".join(f"{key}: {said(path, one, words)}" for key, one in value.items())
        case str() if is_code(path, words):
            return _word(path, value, words)
        case str():
            return f"“{' '.join(value.split())}”"
        case _:
            return str(value)


def is_code(path: str, words: Words) -> bool:
    """Whether the text of a field is a name, an id or a code, and not prose."""
    return path in _CODES or path in words.values


def heading(name: str, item: dict[str, Any], words: Words) -> str:
    """Name an item: ``risk R2, physical harm``, ``option A (Wait)``, ``view C4, nurse, health``.

    Args:
        name: Of its list.
        item: Its plain values, as ``seed`` gives them.
        words: What lists and codes are called.
    """
    start = f"{words.noun(name)} {item['id']}"
    if name in _SOMEBODY:
        link = f" {words.value('link', 'by')}" if name == "dissent" else ","
        return f"{start}{link} {words.roled(item.get('role', ''), item.get('agency', ''))}"
    key, kind = _KNOWN_BY[name]
    text = said(f"{name}.{key}", item.get(key), words)
    if kind and item.get(kind):
        start = f"{start}, {said(f'{name}.{kind}', item[kind], words)}"
    if not text:
        return start
    if name == "option":
        return f"{start} ({text.strip('“”')})"
    return f"{start} ({text})" if text.startswith("“") else f"{start}, {text}"


def headed(name: str) -> tuple[str, ...]:
    """Give the fields of an item that its heading has told."""
    known_by = ("role", "agency") if name in _SOMEBODY else _KNOWN_BY[name]
    return ("id", *(key for key in known_by if key))


def item_told(name: str, item: dict[str, Any], words: Words) -> str:
    """Tell a whole item in one line: its heading, then every other field with its name."""
    used = headed(name)
    rest = [
        f"{small(words.field(f'{name}.{key}'))}: {said(f'{name}.{key}', value, words)}"
        for key, value in item.items()
        if key not in used
    ]
    return "; ".join((heading(name, item, words), *rest))


def general(path: str) -> str:
    """Give a path without the id of an item: ``known.text`` for ``known.K10.text``."""
    name, *rest = split(path)
    return ".".join((name, *rest[1:])) if name in ITEM_LETTERS and rest else path


def placed(path: str, words: Words) -> str:
    """Say which place in a record a path names: ``Risk R1: why we say so``."""
    name, *rest = path.split(".")
    if name not in ITEM_LETTERS or not rest:
        return words.field(path)
    item = f"{capital(words.noun(name))} {rest[0]}"
    field = words.field(f"{name}.{'.'.join(rest[1:])}") if rest[1:] else ""
    return f"{item}: {small(field)}" if field else item


def counted(count: int, noun: str, nouns: str) -> str:
    """Count in words as people write: ``six gaps``, ``one gap``, ``13 gaps``."""
    return f"{number(count)} {noun if count == 1 else nouns}"


def number(count: int) -> str:
    """Write a number as people do: in words up to twelve."""
    return _SMALL[count] if count < len(_SMALL) else str(count)


def short(word: str) -> str:
    """Give the word without its explanation: ``possible`` of ``possible: could go either way``."""
    return word.partition(":")[0]


def capital(text: str) -> str:
    """Begin a sentence; what follows keeps its letters."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Go on inside a sentence; what follows keeps its letters."""
    return text[:1].lower() + text[1:]


def _word(path: str, code: str, words: Words) -> str:
    if path in {"risk.harm", "dissent.harms"}:
        return words.harm(code)
    if path == "law.provision":
        return words.provision(code)
    if path in {"gap.path", "conflict.path"}:
        return placed(code, words)
    return short(words.value(path, code))


_SMALL = (
    "no", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip

_CODES = (
    "case",
    "conflict.path",
    "control.risks",
    "dissent.harms",
    "gap.path",
    "law.provision",
    "option.law",
    "question_set",
    "related",
    "risk.harm",
    "risk.options",
    "superseded_by",
    "supersedes",
    "unthinkable.prompt",
    "waiver.rule",
)
"""Fields whose text is a name or an id: said without quotation marks."""

_SOMEBODY = ("approval", "consulted", "not_consulted", "dissent", "rating")
"""Lists of people, known by role and agency."""

_KNOWN_BY = {
    "person": ("age_band", ""),
    "known": ("text", "kind"),
    "unknown": ("question", ""),
    "option": ("title", ""),
    "risk": ("harm", ""),
    "control": ("what", ""),
    "unthinkable": ("scenario", ""),
    "law": ("provision", "role"),
    "trigger": ("text", "kind"),
    "action": ("what", ""),
    "gap": ("path", "kind"),
    "waiver": ("rule", ""),
    "outcome": ("text", ""),
    "conflict": ("path", ""),
}
"""The field by which people know an item of each other list, and the one that says its kind."""
