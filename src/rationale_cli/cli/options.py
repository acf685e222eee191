"""The options that stand before the verb."""

from pathlib import Path
from typing import NamedTuple


class Options(NamedTuple):
    """What was said before the verb.

    Attributes:
        store: The folder, or ``None``.
        now: The time of recording as typed, or empty.
        plain: Whether plain lines were asked for.
    """

    store: Path | None = None
    now: str = ""
    plain: bool = False
