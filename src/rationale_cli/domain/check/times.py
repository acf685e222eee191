"""Times that contradict each other, and entries that come late."""

from collections.abc import Iterator
from datetime import timedelta

from rationale_cli.domain.check.finding import Case, Finding, warning
from rationale_cli.domain.check.rule import Rule
from rationale_cli.domain.lapse import lapse
from rationale_cli.domain.lateness import is_unexplained, passed
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.past import HAPPENED
from rationale_cli.domain.telling.saying import placed
from rationale_cli.domain.words import told

_PAST = {"time": ("noticed_at",), "family": ("told_at",), "person": ("voice_date",), **HAPPENED}
"""Moments of what has happened: none can come after it was recorded."""

_IN_TURN = {
    "time": ("effective_from", "effective_to"),
    "dissent": ("at", "confirmed_at"),
    "trigger": ("fired_at", "acted_at"),
}
"""Two moments of one thing of which the first cannot come after the second."""


def late(case: Case) -> Iterator[Finding]:
    """RAT031: recorded long after it was decided, without a reason."""
    time = case.decision.time
    gap = passed(time)
    if gap is None or case.questions is None:
        return
    if is_unexplained(time, allowed=timedelta(minutes=case.questions.late_minutes)):
        yield warning(
            "RAT031",
            "time.late_reason",
            f"Recorded {lapse(gap)} after it was decided, and nothing says why.",
        )


def ahead(case: Case) -> Iterator[Finding]:
    """RAT036: decided later than it was recorded; one of the two times is a slip."""
    time = case.decision.time
    if time.decided_at is not None and time.decided_at.at > time.recorded_at.at:
        yield warning(
            "RAT036",
            "time.decided_at",
            f"Said to be decided on {told(time.decided_at)}, after it was recorded.",
        )


def in_effect_first(case: Case) -> Iterator[Finding]:
    """RAT080: it took effect before it was decided.

    Only of the first revision: a later one is decided while the plan is in effect.
    """
    time = case.decision.time
    first, then = time.effective_from, time.decided_at
    if case.decision.revision == 1 and first and then and is_later(first=then, than=first):
        yield warning(
            "RAT080",
            "time.effective_from",
            f"Takes effect on {told(first)}, before it was decided on {told(then)}.",
        )


def out_of_turn(case: Case) -> Iterator[Finding]:
    """RAT081: the end of something comes before its beginning."""
    for name, (first, then) in _IN_TURN.items():
        for path, part in _parts(case, name):
            start, end = getattr(part, first), getattr(part, then)
            if start and end and is_later(first=start, than=end):
                place = placed(f"{path}.{then}", case.words)
                yield warning(
                    "RAT081",
                    f"{path}.{then}",
                    f'"{place}" is {told(end)}, before {told(start)}, when it began.',
                )


def out_of_time(case: Case) -> Iterator[Finding]:
    """RAT082: something that has happened is dated after it was recorded."""
    recorded = case.decision.time.recorded_at
    for name, fields in _PAST.items():
        for path, part in _parts(case, name):
            for field in fields:
                moment = getattr(part, field)
                if moment and is_later(first=moment, than=recorded):
                    place = placed(f"{path}.{field}", case.words)
                    yield warning(
                        "RAT082",
                        f"{path}.{field}",
                        f'"{place}" is {told(moment)}, after this was recorded.',
                    )


def review_passed(case: Case) -> Iterator[Finding]:
    """RAT083: a day to look again lies before the decision, and nothing says that anybody did."""
    decided = case.decision.time.decided_at
    for one in case.decision.trigger:
        is_open = one.fired_at is None and one.acted_at is None
        if decided and one.due and is_open and is_later(first=decided, than=one.due):
            yield warning(
                "RAT083",
                f"trigger.{one.id}.due",
                f"{one.id}: to look again on {told(one.due)}, before this was decided, "
                "and nothing says that anybody did.",
            )


def is_later(*, first: Moment, than: Moment) -> bool:
    """Whether a moment comes after another; a bare day is compared by its day."""
    if first.at is None or than.at is None:
        return first.day > than.day
    return first.at > than.at


def _parts(case: Case, name: str) -> Iterator[tuple[str, object]]:
    part = getattr(case.decision, name)
    if isinstance(part, tuple):
        yield from ((f"{name}.{item.id}", item) for item in part)
    else:
        yield name, part


RULES = (
    Rule("RAT031", "R17", "It was recorded late, and nothing says why.", late),
    Rule("RAT036", "R17", "It is said to be decided after it was recorded.", ahead),
    Rule("RAT080", "R17", "It took effect before it was decided.", in_effect_first),
    Rule("RAT081", "R17", "The end of something comes before its beginning.", out_of_turn),
    Rule("RAT082", "R17", "Something that has happened is dated after the record.", out_of_time),
    Rule(
        "RAT083", "R20", "A day to look again has passed, and nobody says they did.", review_passed
    ),
)
