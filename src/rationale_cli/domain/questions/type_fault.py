"""Faults of the types of a set, told to somebody who writes no programs."""

from collections.abc import Mapping
from typing import Any

import msgspec

from rationale_cli.domain.fault import Fault, Path
from rationale_cli.domain.questions.question import Kind

_MEANT = {
    Kind.LINE: ("text", "string", "short", "one line", "short text", "free text", "name"),
    Kind.PROSE: ("long", "long text", "paragraph", "long answer", "textarea", "essay", "notes"),
    Kind.CHOICE: ("select", "radio", "dropdown", "options", "option", "pick", "single", "one of"),
    Kind.SEVERAL: ("multiple", "multiple choice", "checkbox", "checkboxes", "multi", "many"),
    Kind.MOMENT: ("date", "time", "datetime", "day", "when", "date and time"),
    Kind.NUMBER: ("integer", "int", "numeric", "count", "age"),
    Kind.SCALE: ("rating", "score", "1-5", "1 to 5", "likert"),
    Kind.YES_NO: ("yes/no", "yesno", "boolean", "bool", "true/false", "tick", "y/n", "yes or no"),
    Kind.LIST: ("bullets", "bullet points", "points", "lines", "array"),
    Kind.PARTY: ("role", "person", "agency", "who", "professional"),
    Kind.ROWS: ("table", "row", "items", "grid", "records"),
    Kind.HARMS: ("risk", "risks", "harm"),
}
"""What people call the kinds of question."""

_RIGHT = {
    "format": "format = 1",
    "name": 'name = "…", as the file is called',
    "version": "version = 1",
    "title": 'title = "…"',
    "id": 'id = "…", a short name of its own',
    "text": 'text = "…", what is asked',
    "kind": 'kind = "…", such as line, prose, choice or yes-no',
    "section": 'section = "…", the id of a section',
    "path": 'path = "…", where to look',
}
"""What a required key looks like."""


def worded(fault: Fault, table: Mapping[str, Any]) -> Fault:
    """Give a fault of a type with what would be right, as far as it can be told.

    Args:
        fault: As the types say it.
        table: The whole file.
    """
    value = _at(table, fault.path)
    if fault.message.endswith('" is missing'):
        return _with(fault, f"{_where(table, fault.path)}{_missing(fault.message)}")
    if fault.at_key:
        return fault
    if fault.path[-1] == "kind" and isinstance(value, str) and "did you mean" not in fault.message:
        return _with(fault, _kind(value))
    if fault.message.endswith("not a list") and isinstance(value, str | int):
        return _with(fault, f"; write it in brackets: [{_written(value)}]")
    if fault.message.endswith("not true or false"):
        return _with(fault, "; write true or false, without quotation marks")
    if fault.message.endswith("not a whole number") and isinstance(value, str):
        right = value.strip() if value.strip().isdecimal() else "a number in digits"
        return _with(fault, f"; write {right}, without quotation marks")
    return fault


def _with(fault: Fault, more: str) -> Fault:
    return msgspec.structs.replace(fault, message=f"{fault.message}{more}")


def _missing(message: str) -> str:
    right = _RIGHT.get(message.split('"')[1])
    return f"; write {right}" if right else ""


def _where(table: Mapping[str, Any], path: Path) -> str:
    """Name the question, column or section in which something is missing."""
    nouns = [step for step in path if isinstance(step, str)]
    found = _at(table, path)
    if not nouns or not isinstance(found, Mapping):
        return ""
    known = next((found[key] for key in ("id", "text", "title") if found.get(key)), None)
    return f' in the {nouns[-1]} "{known}"' if known else f" in this {nouns[-1]}"


def _kind(value: str) -> str:
    plain = " ".join(value.lower().replace("_", " ").split())
    meant = next((kind for kind, names in _MEANT.items() if plain in names), None)
    return f'; did you mean "{meant}"?' if meant else ""


def _written(value: str | int) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def _at(table: Any, path: Path) -> Any:
    for step in path:
        try:
            table = table[step]
        except (KeyError, IndexError, TypeError):
            return None
    return table
