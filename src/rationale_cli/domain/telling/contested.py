"""Concerns as a document says them, as plain text."""

from rationale_cli.domain.telling.plain import Plain


class DayTold(Plain, frozen=True, kw_only=True):
    """One day of a strip.

    Attributes:
        code: ``raised``, ``step``, ``pause``, ``mark`` or ``today``.
        place: How far along the strip it stands, from ``0`` to ``100``.
    """

    day: str
    text: str
    code: str
    place: str


class Contested(Plain, frozen=True, kw_only=True):
    """An open concern.

    Attributes:
        sentences: When it is due, what was lost, and what comes before it ends.
        days: The strip of days; empty if its end cannot be foreseen.
        ends: How far along the strip it is open.
    """

    id: str
    heading: str
    statement: str
    if_right: str
    sentences: tuple[str, ...]
    days: tuple[DayTold, ...]
    ends: str


class Concerns(Plain, frozen=True, kw_only=True):
    """What stands above everything else: concerns about the decision.

    Attributes:
        open: Those that have not ended.
        ended: The others, a line each.
        unread: That some cannot be told, in a sentence; empty if all can.
        counted: As of when days were counted; empty if none is open.
    """

    open: tuple[Contested, ...] = ()
    ended: tuple[str, ...] = ()
    unread: str = ""
    counted: str = ""
