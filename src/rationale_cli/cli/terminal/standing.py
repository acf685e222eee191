"""What stands as an answer, as the text that a person would type for it."""

from datetime import date, datetime, tzinfo
from typing import Any

from rationale_cli.domain.asking.reading import Reader
from rationale_cli.domain.asking.step import Step
from rationale_cli.domain.telling.saying import said
from rationale_cli.domain.words import told


def typed(step: Step, zone: tzinfo) -> str:
    """Give the text that a field begins with: the answer that stands, or what is offered."""
    if step.is_none:
        return "none"
    return _typed(step.value if step.value is not None else step.suggestion, zone)


def echoed(step: Step, value: Any, reader: Reader) -> str:
    """Say in full what was taken: a date with its day of the week, a code by its word."""
    if value == []:
        return "none"
    if isinstance(value, date):
        return f"{value:%A} {told(value)}"
    if isinstance(value, list):
        return "\n".join(_echoed(step, one, reader) for one in value)
    return _echoed(step, value, reader)


def shortened(text: str, most: int) -> str:
    """Cut a text that is too long for its place, and show that it goes on."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _echoed(step: Step, value: Any, reader: Reader) -> str:
    text = said(step.field, value, reader.words)
    return str(value).rstrip("\n") if text.startswith("“") else text


def _typed(value: Any, zone: tzinfo) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return told(value.astimezone(zone))
        case date():
            return told(value)
        case {"role": role}:
            return f"{role}@{value.get('agency', '')}"
        case list():
            return "\n".join(str(one) for one in value)
        case str():
            return value.rstrip("\n")
        case _:
            return str(value)
