"""A clearance: which labels reach an audience, and how that audience is spoken to."""

from collections.abc import Iterable

import msgspec


class Clearance(msgspec.Struct, frozen=True, kw_only=True):
    """What reaches one audience.

    Attributes:
        audience: Its name, as ``family`` or ``agency:health``.
        labels: What it is cleared for; nothing else is seen.
        default_label: What something without a label counts as.
        sees_all: Whether nothing is withheld, whatever it is labelled.
        tells_silence: Whether a copy says what was not asked and what nobody has looked at. It
            cannot where that would show what was taken out.
        described: Labels of which a copy may say that something was withheld; of any other,
            also of one that nobody described, nothing is said.
    """

    audience: str
    labels: frozenset[str] = frozenset()
    default_label: str = "team"
    sees_all: bool = False
    tells_silence: bool = True
    described: frozenset[str] = frozenset()

    def refused(self, labels: Iterable[str]) -> frozenset[str]:
        """Give the labels among these that keep something from being seen that carries them."""
        if self.sees_all:
            return frozenset()
        named = (one or self.default_label for one in labels)
        return frozenset(one for one in named if one not in self.labels)


EVERYTHING = Clearance(audience="", sees_all=True)
"""The folder's own view: whoever holds the folder holds the record."""
