"""A whole record in lines of words, of which git's diff by lines can be read."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from rationale_cli.domain.decision import ITEM_LETTERS, Decision
from rationale_cli.domain.form import seed
from rationale_cli.domain.sentence import sentences
from rationale_cli.domain.telling.saying import capital, headed, heading, is_code, placed, said
from rationale_cli.domain.words import Words

_TOLD_ABOVE = ("format", "id", "revision", "previous", "kind", "none", "change")
_SUMMARY = ("title", "status", "mode")
_KNOWN_BY_ID = ("known", "unknown", "control", "unthinkable", "trigger", "action", "outcome")
"""Lists whose items are called by prose. It is told in sentences below, and not at their head."""


def lines(decision: Decision, words: Words) -> Iterator[str]:
    """Tell all that a record says, a field or a sentence in each line.

    The same record gives the same lines, in the order of the file, whatever its layout is. Not
    told are the sums of earlier texts, which say nothing to people. What begins a part stands at
    the very left: git names it above a change that is far below.
    """
    answers = seed(decision)
    kind = words.value("kind", decision.kind.value)
    yield f"Record {decision.id}, revision {decision.revision}: {kind}"
    yield from _fields("change", answers.pop("change", {}), words)
    yield ""
    for name in _SUMMARY:
        if name in answers:
            yield from _field(name, answers.pop(name), words, "")
    for name, value in answers.items():
        if name in _TOLD_ABOVE:
            continue
        if name in ITEM_LETTERS:
            for item in value:
                yield ""
                yield from _item(name, item, words)
        elif isinstance(value, dict):
            yield ""
            yield words.field(name)
            yield from _fields(name, value, words)
        else:
            yield from _field(name, value, words, "")
    if decision.none:
        yield ""
        yield words.field("none")
        yield from (f"  - {_nothing(path, words)}" for path in decision.none)


def _nothing(path: str, words: Words) -> str:
    return capital(words.noun(path, 2)) if path in ITEM_LETTERS else placed(path, words)


def _item(name: str, item: dict[str, Any], words: Words) -> Iterator[str]:
    told: tuple[str, ...] = headed(name)
    head = heading(name, item, words)
    if name in _KNOWN_BY_ID:
        told, head = ("id",), f"{words.noun(name)} {item['id']}"
    yield capital(head)
    yield from _fields(name, {key: one for key, one in item.items() if key not in told}, words)


def _fields(name: str, table: dict[str, Any], words: Words) -> Iterator[str]:
    for key, value in table.items():
        yield from _field(f"{name}.{key}", value, words, "  ")


def _field(path: str, value: Any, words: Words, indent: str) -> Iterator[str]:
    name = words.answer(path) if path.startswith("answers.") else words.field(path)
    if isinstance(value, list) and value and not is_code(path, words):
        yield f"{indent}{name}:"
        for one in value:
            yield from _wrapped(f"{indent}  - ", _pieces(path, one, words), f"{indent}    ")
    elif isinstance(value, dict) and "role" not in value:
        yield f"{indent}{name}:"
        for key, one in value.items():
            start = f"{indent}  - {placed(key, words)}: "
            yield from _wrapped(start, _pieces(path, one, words), f"{indent}    ")
    else:
        yield from _wrapped(f"{indent}{name}: ", _pieces(path, value, words), f"{indent}  ")


def _wrapped(start: str, pieces: Iterator[str], indent: str) -> Iterator[str]:
    """Put the first sentence behind its label, the others below it."""
    yield (start + next(pieces, "")).rstrip()
    yield from (indent + one for one in pieces)


def _pieces(path: str, value: Any, words: Words) -> Iterator[str]:
    match value:
        case str() if not is_code(path, words):
            yield from sentences(value)
        case []:
            yield "asked, and there is none"
        case date():
            yield _moment(value, words)
        case _:
            yield said(path, value, words)


def _moment(value: date, words: Words) -> str:
    """Write a moment out to the second, and with its offset: a change of these alone is one."""
    if not isinstance(value, datetime):
        return words.told(value)
    more = f"{value:.%f}" if value.microsecond else ""
    seconds = f"{value:%H:%M:%S}{more}" if value.second or more else f"{value:%H:%M}"
    return f"{words.told(value.date())}, {seconds} ({value.isoformat()[-6:]})"
