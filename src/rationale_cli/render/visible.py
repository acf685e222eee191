"""A document as templates receive it: plain values whose every text is safe to show."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from rationale_cli.domain.clean import clean


def visible(document: msgspec.Struct) -> dict[str, Any]:
    """Give a document as plain values; characters that act are shown by their numbers.

    Args:
        document: What it says, as one of the domain's values.
    """
    plain: dict[str, Any] = _each(msgspec.to_builtins(document), _safe)
    return plain


def numbered(plain: dict[str, Any], letters: str) -> dict[str, Any]:
    """Give plain values in which some letters are shown by their numbers."""
    numbers = str.maketrans({one: f"‹U+{ord(one):04X}›" for one in letters})
    changed: dict[str, Any] = _each(plain, lambda text: text.translate(numbers))
    return changed


def told(document: msgspec.Struct) -> str:
    """Give every text of a document, a line each: what a file holds that cannot be read as text."""
    return "\n".join(texts(visible(document)))


def texts(value: Any) -> Iterator[str]:
    """Give every text of plain values, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)


def _safe(text: str) -> str:
    if "\r" in text:
        # Line ends of other systems are line ends; alone they would show as U+000D.
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return clean(text)


def _each(value: Any, act: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return act(value)
    if isinstance(value, dict):
        return {key: _each(one, act) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_each(one, act) for one in value]
    return value
