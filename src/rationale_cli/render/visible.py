"""A document as templates receive it: plain values whose every text is safe to show."""

from typing import Any

import msgspec

from rationale_cli.domain.clean import clean


def visible(document: msgspec.Struct) -> dict[str, Any]:
    """Give a document as plain values; characters that act are shown by their numbers.

    Args:
        document: What it says, as one of the domain's values.
    """
    plain: dict[str, Any] = _visible(msgspec.to_builtins(document))
    return plain


def _visible(value: Any) -> Any:
    if isinstance(value, str):
        # Line ends of other systems are line ends; alone they would show as U+000D.
        return clean(value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, dict):
        return {key: _visible(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_visible(one) for one in value]
    return value
