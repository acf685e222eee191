"""Copies of shipped templates: what a team begins with, and whether ours has changed since."""

import re
from enum import StrEnum
from hashlib import sha256
from typing import Final

from rationale_cli.version import VERSION

_FIRST_LINE = re.compile(r"\{# Copied from rationale (\S+): (\S+) sha256:([0-9a-f]{16})[^#]*#\}")
_DIGITS: Final = 16


class Age(StrEnum):
    """How a team's own template stands to the shipped one of its name."""

    OWN = "own"  # nothing shipped has this name
    UNKNOWN = "unknown"  # it does not say what it was copied from
    CURRENT = "current"
    OLDER = "older"  # the shipped one has changed since


def begun(name: str, shipped: str) -> str:
    """Give the text of a copy; its first line says what it was copied from, and is never shown."""
    said = f"{{# Copied from rationale {VERSION}: {name} sha256:{_sum(shipped)} #}}"
    return f"{said}\n{shipped}"


def version(text: str) -> str:
    """Give the version of the program that a template was copied from; empty if it says none."""
    found = _FIRST_LINE.match(text)
    return found[1] if found else ""


def age(text: str, shipped: str | None) -> Age:
    """Tell how a team's own template stands to the shipped one of its name, if there is one."""
    if shipped is None:
        return Age.OWN
    found = _FIRST_LINE.match(text)
    if not found:
        return Age.UNKNOWN
    return Age.CURRENT if found[3] == _sum(shipped) else Age.OLDER


def _sum(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_DIGITS]
