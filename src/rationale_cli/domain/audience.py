"""Audiences: who reads, and what reaches them."""

from typing import TypeVar

Seen = TypeVar("Seen")

CORE_TEAM = "core-team"
"""Whom a briefing is for when nothing else is said."""


def view(value: Seen, audience: str) -> Seen:
    """Give what an audience may see of a decision or of a history.

    This is the only redaction in the program, and it comes before anything is compared,
    counted or composed. As yet every audience sees everything.

    Args:
        value: A decision, or a tuple of them.
        audience: Name of the audience, as ``core-team``.
    """
    del audience
    return value
