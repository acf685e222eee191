"""What an item does not say, as the end of a sentence."""

from collections.abc import Mapping

from rationale_cli.domain.answers import is_blank
from rationale_cli.domain.part import Part
from rationale_cli.domain.several import several


def unsaid(part: Part, clauses: Mapping[str, str]) -> str:
    """Give what a part leaves open: ``who says so, from when it is and how``; empty if nothing.

    Args:
        part: An item or a table.
        clauses: By the name of a field, what it would say.
    """
    return several([text for name, text in clauses.items() if _is_empty(getattr(part, name))])


def first_unsaid(part: Part, clauses: Mapping[str, str]) -> str:
    """Give the name of the first field that is left open; empty if none is."""
    found = (name for name in clauses if _is_empty(getattr(part, name)))
    return next(found, "").rstrip("_")


def _is_empty(value: object) -> bool:
    return value == () or is_blank(list(value) if isinstance(value, tuple) else value)
