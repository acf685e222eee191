"""Who has not read what now stands, and what they asked that nobody has answered."""

from collections.abc import Iterable, Iterator, Sequence

from rationale_cli.domain.due.waiting import Kind, Waiting
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.seen import Seen
from rationale_cli.domain.understanding.readers import Why
from rationale_cli.domain.understanding.reading_state import (
    Reader,
    Standing,
    reading_state,
    waiting,
)


def questions(seen: Seen, lead: str) -> Iterator[Waiting]:
    """Give the questions that nobody has answered.

    Args:
        seen: What was recorded of who has seen the decision.
        lead: Whose it is to answer.
    """
    for one in waiting(seen):
        who = one.entry.for_ or "Somebody"
        yield Waiting(
            kind=Kind.QUESTION,
            path=f"seen.{one.entry.id}",
            text=f"From {who}: {one.entry.text}" if one.entry.for_ else one.entry.text,
            since=one.since,
            owner=lead,
        )


def unread(
    history: Sequence[Revision], seen: Seen, expected: Iterable[str], lead: str
) -> Iterator[Waiting]:
    """Give those who have not read what now stands, or whose reading has lapsed.

    To whom nothing was sent counts only if the settings expect them to be asked.

    Args:
        history: Of the decision, last the revision that now stands; never empty.
        seen: What was recorded of who has seen it.
        expected: Each ``role@agency``.
        lead: Whose it is to send what was not sent.
    """
    for one in reading_state(history, seen, expected).unread:
        is_unsent = one.standing is Standing.NOT_SHARED
        if is_unsent and Why.EXPECTED not in one.why:
            continue
        yield Waiting(
            kind=Kind.UNREAD,
            path=f"seen.{one.who.role}@{one.who.agency}",
            text=_told(one),
            since=history[-1].decision.time.recorded_at,
            owner=lead if is_unsent else one.who.role,
        )


def _told(one: Reader) -> str:
    if one.standing is Standing.LAPSED and one.read is not None:
        count = len(one.lapse)
        things = "1 thing that matters has" if count == 1 else f"{count} things that matter have"
        return f"{one.who} read r{one.read.revision}; since then {things} changed."
    if one.shared is not None:
        return f"{one.who} was sent r{one.shared.revision}, and nothing says that they read it."
    return f"{one.who} is expected to understand this, and nothing was sent to them."
