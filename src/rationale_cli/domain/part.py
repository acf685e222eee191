"""The two shapes that a decision is made of: parts, and items with an id."""

from typing import Annotated

import msgspec

Scale = Annotated[int, msgspec.Meta(ge=1, le=5)]
"""A place on a scale from 1 to 5; what the numbers mean stands in the shipped words."""


class Part(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A table of a decision. What was not said is empty: ``""``, ``()`` or ``None``."""


class Item(Part, frozen=True, kw_only=True):
    """An entry of one of a decision's lists.

    Attributes:
        id: Unique in its list and never used again in the history of the record.
        sensitivity: Label that an audience must be cleared for to see the item; empty if it
            carries none of its own.
    """

    id: str
    sensitivity: str = ""


class Party(Part, frozen=True, kw_only=True):
    """Somebody, by role and agency; never by name."""

    role: str
    agency: str = ""

    def __str__(self) -> str:
        return f"{self.role}, {self.agency}" if self.agency else self.role
