"""When a formulation helps: a plan that is contested, stuck, or has failed before."""

from collections.abc import Iterator, Sequence

from rationale_cli.domain.answers import at
from rationale_cli.domain.decision import Decision, Kind, Status, chosen
from rationale_cli.domain.form import seed
from rationale_cli.domain.people import Dissent
from rationale_cli.domain.ratings import RISKS
from rationale_cli.domain.telling.saying import counted

CONTACT = "formulation"
"""The name of the contact in the settings, and of the question set."""

_LONG_DAYS = 14
_LONG_REVISIONS = 3
_SEVERAL = 2
"""From when a disagreement is long open, in days and revisions, and how many agencies are several:
figures of our own, for a question and no verdict."""

_FAILED = "earlier return that did not last"
_ANSWERED = "fo."
_OVER = {Status.CLOSED, Status.SUPERSEDED}


def reasons(history: Sequence[Decision], *, open_concerns: int = 0) -> tuple[str, ...]:
    """Say why it could help to bring everybody together for a formulation; empty if nothing does.

    Nothing is said of what is over, nor once a formulation stands in the record.

    Args:
        history: Every revision, oldest first, never empty.
        open_concerns: How many concerns about it are not resolved.
    """
    decision = history[-1]
    if decision.status in _OVER or any(one.startswith(_ANSWERED) for one in decision.answers):
        return ()
    return tuple(_reasons(history, open_concerns))


def _reasons(history: Sequence[Decision], open_concerns: int) -> Iterator[str]:
    decision = history[-1]
    waiting = [one for one in decision.dissent if not one.is_closed]
    agencies = dict.fromkeys(one.agency.strip().casefold() for one in waiting if one.agency.strip())
    if len(agencies) >= _SEVERAL:
        yield f"{counted(len(agencies), 'agency', 'agencies')} disagree: {', '.join(agencies)}"
    for one in waiting:
        yield from _long_open(one, history)
    if open_concerns:
        is_are = "is" if open_concerns == 1 else "are"
        yield f"{counted(open_concerns, 'concern', 'concerns')} {is_are} open"
    if reversed_in := [one.revision for one in history if one.kind is Kind.REVERSE]:
        yield f"the plan was reversed in {_revisions(reversed_in)}"
    for option, revision in _given_up(history):
        yield f"option {option} was chosen in {_revisions([revision])} and is not any more"
    if _FAILED in (at(seed(decision), RISKS) or ()):
        yield "an earlier return did not last"


def _long_open(dissent: Dissent, history: Sequence[Decision]) -> Iterator[str]:
    """How long a disagreement has been open, by when it was first recorded."""
    holding = [one for one in history if any(each.id == dissent.id for each in one.dissent)]
    first, last = holding[0].time.recorded_at, history[-1].time.recorded_at
    days = (last.day - first.day).days
    if days >= _LONG_DAYS or len(holding) >= _LONG_REVISIONS:
        over = counted(len(holding), "revision", "revisions")
        since = f" and {counted(days, 'day', 'days')}" if days else ""
        yield f"{dissent.id} is open over {over}{since}"


def _given_up(history: Sequence[Decision]) -> Iterator[tuple[str, int]]:
    """Options that were once chosen and are not any more, unless a reversal has said so."""
    if any(one.kind is Kind.REVERSE for one in history):
        return
    now = {one.id for one in chosen(history[-1])}
    last: dict[str, int] = {}
    for decision in history:
        last.update(dict.fromkeys((one.id for one in chosen(decision)), decision.revision))
    yield from ((option, number) for option, number in last.items() if option not in now)


def _revisions(numbers: list[int]) -> str:
    noun = "revision" if len(numbers) == 1 else "revisions"
    return f"{noun} {' and '.join(str(one) for one in numbers)}"
