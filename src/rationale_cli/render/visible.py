"""A briefing as templates receive it: plain values whose every text is safe to show."""

from typing import Any

import msgspec

from rationale_cli.domain.clean import clean
from rationale_cli.domain.telling.briefing import Briefing


def visible(briefing: Briefing) -> dict[str, Any]:
    """Give the briefing as plain values; characters that act are shown by their numbers."""
    plain: dict[str, Any] = _visible(msgspec.to_builtins(briefing))
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
