"""How a decision begins, and how one revision follows another."""

from collections.abc import Iterable, Mapping

import msgspec

from rationale_cli.domain.answers import Answers, at, inherited, is_blank, merge, put
from rationale_cli.domain.asking.draft import used
from rationale_cli.domain.content import content, is_same
from rationale_cli.domain.corrected import OWN_TIMES, corrected
from rationale_cli.domain.decision import FORMAT, Decision, Kind
from rationale_cli.domain.form import form, seed
from rationale_cli.domain.item_ids import demand_sound
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.revision import Revision, highest
from rationale_cli.errors import RationaleError

_TAKEN_OVER = ("case", "by", "person", "handling")

_SAID_ONCE = ("change.still_stands", "change.told", *OWN_TIMES)
"""What belongs to one revision, and is reason enough for one if somebody says it."""


class UnknownOriginError(RationaleError):
    """A revision was said to follow, or to correct, one that is not there."""

    def __init__(self, number: object, last: int) -> None:
        super().__init__(
            f"change.from is '{number}', and there is no such revision",
            hint=f"Name one from 1 to {last}, or leave it out: the program then finds it."
            if last
            else "Leave it out: a new record follows nothing.",
        )


def first(
    answers: Answers, *, record_id: str, question_set: str, now: Instant, clock_given: bool
) -> Decision:
    """Form the first revision of a decision.

    Raises:
        RationaleError: If the answers say something of an item or a revision that is not there.
        InvalidDecisionError: Naming every fault of the answers.
    """
    _demand_origin(answers, ())
    return _formed(
        _laid_over({}, answers, {}),
        now,
        clock_given=clock_given,
        given={
            "id": record_id,
            "revision": 1,
            "kind": Kind.CREATE.value,
            "question_set": question_set,
        },
    )


def following(
    history: tuple[Revision, ...],
    answers: Answers,
    *,
    kind: Kind,
    now: Instant,
    clock_given: bool,
) -> Decision:
    """Form the revision that follows the last of a history.

    Args:
        history: Each after those that it follows; never empty.
        answers: A partial record: what was said now.
        kind: Of the new revision.
        now: When it is recorded.
        clock_given: Whether *now* is not the clock's own.

    Raises:
        RationaleError: If an id can mean two things or none, or a revision is not there.
        InvalidDecisionError: Naming every fault of the answers.
    """
    base = history[-1]
    _demand_origin(answers, history)
    decision = _formed(
        _laid_over(inherited(seed(base.decision)), answers, used(history)),
        now,
        clock_given=clock_given,
        given={
            "revision": highest(history) + 1,
            "previous": [f"sha256:{base.sha256}"],
            "kind": kind.value,
        },
    )
    if decision.change.from_ is not None:
        return decision
    follows = corrected(history, decision, answers) if kind is Kind.CORRECT else base.number
    change = msgspec.structs.replace(decision.change, from_=follows)
    return msgspec.structs.replace(decision, change=change)


def started_from(decision: Decision) -> Answers:
    """Give what a related decision takes over: case, people, who leads, handling; no reasons.

    Who typed the one says nothing about who types the other.
    """
    old = seed(decision)
    taken = {name: old[name] for name in _TAKEN_OVER if name in old}
    return {**put(taken, "by.recorder", None), "related": [decision.id]}


def begun(start: Answers, said: Answers) -> Answers:
    """Give answers laid over what they start from; people they name stand for all of them.

    Raises:
        RationaleError: If the answers say something of an item that is not there.
    """
    own = {name: value for name, value in start.items() if name != "person"}
    return _laid_over(own if said.get("person") else start, said, {})


def is_unchanged(before: Decision, after: Decision, said: Answers) -> bool:
    """Whether a revision would say nothing that the one before it does not.

    What every revision has anew counts only where somebody said it, and said something else.

    Args:
        before: The revision that stands.
        after: The one that would follow.
        said: What was said for it, as a partial record.
    """
    old, new = seed(before), seed(after)
    return is_same(_lasting(before), _lasting(after)) and all(
        is_same(at(old, path), at(new, path)) for path in _SAID_ONCE if not is_blank(at(said, path))
    )


def _lasting(decision: Decision) -> Answers:
    return put(content(decision), "by.recorder", None)


def _laid_over(
    base: Answers, said: Mapping[str, object], ids: Mapping[str, Iterable[str]]
) -> Answers:
    demand_sound(base, said, ids)
    return merge(base, said, ids)


def _demand_origin(answers: Answers, history: tuple[Revision, ...]) -> None:
    number = at(answers, "change.from")
    if number is not None and number not in [one.number for one in history]:
        raise UnknownOriginError(number, highest(history) if history else 0)


def _formed(
    merged: Answers, now: Instant, *, clock_given: bool, given: Mapping[str, object]
) -> Decision:
    # What nobody dated was decided as it is recorded.
    time = {"decided_at": now.value, **merged.get("time", {}), "recorded_at": now.value}
    time.pop("clock", None)
    if clock_given:
        time["clock"] = "given"
    return form({**merged, **given, "format": FORMAT, "time": time})
