"""How long it took: from the first disagreement to the reversal, and what concerns lost."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from rationale_cli.domain.moment import Moment
from rationale_cli.domain.telling.concern import days
from rationale_cli.domain.turn import Turn
from rationale_cli.domain.words import told


class Took(msgspec.Struct, frozen=True, kw_only=True):
    """How long it took on the way from one revision to another.

    Attributes:
        turn: From the first disagreement to the reversal, if that lies on the way.
        working_days: Of the turn.
        lost: Working days lost on the way, by the concern that lost them.
        unread: Says that some concerns cannot be told; mostly empty.
    """

    turn: Turn | None = None
    working_days: int = 0
    lost: Mapping[str, int] = {}
    unread: str = ""


NOTHING = Took()


def lines(took: Took) -> Iterator[str]:
    """Say it, a sentence each."""
    if took.turn:
        start, end = (told(Moment(day)) for day in (took.turn.disagreed, took.turn.reversed_on))
        counted = f"{took.turn.days} calendar day{'' if took.turn.days == 1 else 's'}"
        yield (
            f"From the first disagreement ({start}) to the reversal ({end}, revision "
            f"{took.turn.revision}): {counted}, {days(took.working_days)}."
        )
    for concern, count in took.lost.items():
        yield f"Concern {concern} lost {days(count)} on the way."
    if took.unread:
        yield took.unread


def plain(took: Took) -> dict[str, Any]:
    """Give it as plain values, for programs."""
    turn = took.turn
    return {
        "turn": {
            "disagreed": str(turn.disagreed),
            "reversed_on": str(turn.reversed_on),
            "revision": turn.revision,
            "days": turn.days,
            "working_days": took.working_days,
        }
        if turn
        else None,
        "working_days_lost": dict(took.lost),
    }
