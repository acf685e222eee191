"""JSON: everything a briefing says, as values for programs; ``docs/json.md`` describes them."""

import json
from typing import Any

import msgspec

from rationale_cli.domain.clean import clean
from rationale_cli.domain.telling.briefing import Briefing

SCHEMA = 1
"""Grows when a name goes or changes its meaning; new names leave it."""


def render(briefing: Briefing) -> str:
    """Render a briefing; the same briefing gives the same text.

    Characters that act on a screen are written by their numbers, which says the same to a program.
    """
    value = {"schema": SCHEMA, "briefing": _told(msgspec.to_builtins(briefing))}
    text = json.dumps(value, ensure_ascii=False, indent=2)
    if clean(text) != text:
        text = "".join(one if clean(one) == one else json.dumps(one)[1:-1] for one in text)
    return f"{text}\n"


def _told(briefing: dict[str, Any]) -> dict[str, Any]:
    """Give what is said, without how charts are drawn: their tables hold the same."""
    for name in ("sheet", "sections"):
        for part in briefing[name]:
            part["charts"] = [{key: one[key] for key in _IN_WORDS} for one in part["charts"]]
    return briefing


_IN_WORDS = ("title", "desc")
