"""One decision on a screen: what is loud first, then all that it says, in the file's order."""

from collections.abc import Iterator, Sequence
from typing import Any

from rationale_cli.domain import coverage
from rationale_cli.domain.check.finding import somebody
from rationale_cli.domain.decision import ITEM_LETTERS, Decision
from rationale_cli.domain.form import seed
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.telling.correction import Correction, corrections
from rationale_cli.domain.words import Words, roled, told

_HEADLINES = {
    "known": "text",
    "unknown": "question",
    "option": "title",
    "risk": "harm",
    "control": "what",
    "unthinkable": "scenario",
    "law": "provision",
    "trigger": "text",
    "action": "what",
    "outcome": "text",
    "gap": "path",
    "person": "age_band",
    "rating": "scale",
    "waiver": "rule",
    "conflict": "path",
}
"""The field that says what an item is; people stand there by role and agency."""

_ABOVE = ("format", "id", "revision", "previous", "kind", "status", "mode", "title", "none")


def decision(history: Sequence[Decision], due: tuple[Harm, ...], words: Words) -> Iterator[str]:
    """Give everything that a decision says, a line each, below what nobody has looked at.

    Args:
        history: Up to the revision that is shown, oldest first.
        due: Kinds of harm that must not stay silent for it.
        words: What codes and fields are called.
    """
    found = history[-1]
    yield found.title or "(no title yet)"
    yield f"{found.id} r{found.revision}, {_standing(found, words)}"
    yield from _loud(found, due, words)
    for name, value in seed(found).items():
        if name in _ABOVE:
            continue
        yield ""
        if name in ITEM_LETTERS:
            yield from _items(name, value, words)
        elif isinstance(value, dict):
            yield words.field(name)
            yield from _fields(name, value, words, "  ")
        else:
            yield from _field(name, name, value, words, "")
    if found.none:
        yield ""
        yield "Asked about, and there is none: " + ", ".join(_nothing(found, words)) + "."
    yield from _corrected(corrections(history, words))


def _corrected(found: tuple[Correction, ...]) -> Iterator[str]:
    if found:
        yield ""
        yield "Corrections"
    for one in found:
        yield f"  {one.revision}  {one.place}"
        yield f"      It said: {one.was or 'nothing'}"
        yield f"      It now says: {one.now or 'nothing'}"
        yield f"      Because: {one.because or 'no reason given'}"


def _standing(found: Decision, words: Words) -> str:
    parts = [
        words.value("kind", found.kind.value),
        words.value("status", found.status.value) if found.status else "status not said",
        words.value("mode", found.mode.value) if found.mode else "",
    ]
    return ", ".join(part for part in parts if part)


def _loud(found: Decision, due: tuple[Harm, ...], words: Words) -> Iterator[str]:
    for dissent, code in coverage.feared(found):
        who = somebody(dissent.role, dissent.agency)
        fear = f"{who[:1].upper()}{who[1:]} worries about {words.harm(code)}"
        yield f"! {fear}, and nobody has looked at it."
    if silent := coverage.silent(found, due):
        yield "! Not yet looked at: " + ", ".join(words.harm(code) for code in silent) + "."


def _nothing(found: Decision, words: Words) -> Iterator[str]:
    for path in found.none:
        yield words.noun(path, 2) if path in ITEM_LETTERS else words.field(path).lower()


def _items(name: str, items: list[dict[str, Any]], words: Words) -> Iterator[str]:
    noun = words.noun(name, 2)
    yield noun[:1].upper() + noun[1:]
    headline = _HEADLINES.get(name, "")
    for item in items:
        named = headline in item
        title = _word(f"{name}.{headline}", item[headline], words) if named else _who(item)
        yield f"  {item['id']}  {title}"
        used = {"id", headline} if named else {"id", "role", "agency"}
        rest = {key: value for key, value in item.items() if key not in used}
        yield from _fields(name, rest, words, "      ")


def _who(item: dict[str, Any]) -> str:
    return roled(item["role"], item.get("agency", "")) if "role" in item else "(not said)"


def _fields(name: str, table: dict[str, Any], words: Words, indent: str) -> Iterator[str]:
    for key, value in table.items():
        yield from _field(f"{name}.{key}", key, value, words, indent)


def _field(path: str, key: str, value: Any, words: Words, indent: str) -> Iterator[str]:
    label = key if path.startswith("answers.") else words.field(path)
    if isinstance(value, list) and len(value) > 1:
        yield f"{indent}{label}:"
        for one in value:
            yield f"{indent}  - {_word(path, one, words)}"
    else:
        only = value[0] if isinstance(value, list) and value else value
        yield f"{indent}{label}: {_word(path, only, words)}"


def _word(path: str, value: Any, words: Words) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case dict() if "role" in value:
            return roled(value["role"], value.get("agency", ""))
        case dict():
            return "; ".join(f"{key}: {one}" for key, one in value.items())
        case str() if path in {"risk.harm", "dissent.harms"}:
            return words.harm(value)
        case int() if (word := words.value(path, value)) != str(value):
            return f"{word} ({value})"
        case str() | int():
            return words.value(path, value).strip().replace("\n", " ")
        case float():
            return f"{value:g}"
        case _:
            return told(Moment(value))
