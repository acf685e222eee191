"""How a decision begins, and how one revision follows another."""

from collections.abc import Mapping
from datetime import UTC, datetime

import msgspec

from rationale_cli.domain.answers import Answers, at, inherited, merge
from rationale_cli.domain.decision import FORMAT, ITEM_LETTERS, Decision, Kind, items
from rationale_cli.domain.form import form, seed
from rationale_cli.domain.keeping import Change
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.revision import Revision
from rationale_cli.errors import RationaleError

_TAKEN_OVER = ("case", "by", "person", "handling")
_BOOKKEEPING = (*ITEM_LETTERS, "change", "time", "revision", "previous", "kind", "by", "none")


class ReusedIdError(RationaleError):
    """An id was given that an item now gone had before."""

    def __init__(self, name: str, item_id: str) -> None:
        super().__init__(
            f"the id {item_id!r} was used before in the list {name!r} of this record",
            hint="Leave the id out: the next free one is then given.",
        )


def first(
    answers: Answers, *, record_id: str, question_set: str, now: Instant, clock_given: bool
) -> Decision:
    """Form the first revision of a decision.

    Raises:
        InvalidDecisionError: Naming every fault of the answers.
    """
    return _formed(
        merge({}, answers, {}),
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
        history: Oldest first, never empty.
        answers: A partial record: what was said now.
        kind: Of the new revision.
        now: When it is recorded.
        clock_given: Whether *now* is not the clock's own.

    Raises:
        ReusedIdError: If an id is given that an item now gone had.
        InvalidDecisionError: Naming every fault of the answers.
    """
    base = history[-1]
    used = _used(history)
    _demand_fresh_ids(answers, base.decision, used)
    decision = _formed(
        merge(inherited(seed(base.decision)), answers, used),
        now,
        clock_given=clock_given,
        given={
            "revision": base.number + 1,
            "previous": [f"sha256:{base.sha256}"],
            "kind": kind.value,
        },
    )
    if decision.change.from_ is not None:
        return decision
    follows = _corrected(history, decision) if kind is Kind.CORRECT else base.number
    change = msgspec.structs.replace(decision.change, from_=follows)
    return msgspec.structs.replace(decision, change=change)


def started_from(decision: Decision) -> Answers:
    """Give what a related decision takes over: case, people, who leads, handling; no reasons."""
    old = seed(decision)
    taken = {name: old[name] for name in _TAKEN_OVER if name in old}
    return {**taken, "related": [decision.id]}


def is_unchanged(before: Decision, after: Decision) -> bool:
    """Whether two revisions say the same, apart from what every revision has anew."""
    return _content(before) == _content(after)


def _formed(
    merged: Answers, now: Instant, *, clock_given: bool, given: Mapping[str, object]
) -> Decision:
    time = {**merged.get("time", {}), "recorded_at": now.value}
    time.pop("clock", None)
    if clock_given:
        time["clock"] = "given"
    return form({**merged, **given, "format": FORMAT, "time": time})


def _used(history: tuple[Revision, ...]) -> dict[str, list[str]]:
    used: dict[str, list[str]] = {name: [] for name in ITEM_LETTERS}
    for revision in history:
        for name, item in items(revision.decision):
            used[name].append(item.id)
    return used


def _demand_fresh_ids(answers: Answers, base: Decision, used: Mapping[str, list[str]]) -> None:
    present = {(name, item.id) for name, item in items(base)}
    for name in ITEM_LETTERS:
        for item in answers.get(name, []):
            item_id = item.get("id")
            if item_id in used[name] and (name, item_id) not in present:
                raise ReusedIdError(name, item_id)


def _corrected(history: tuple[Revision, ...], decision: Decision) -> int:
    """Give the revision that wrote what is now corrected: the last that set any of it."""
    states = [seed(revision.decision) for revision in history]
    now = seed(decision)
    paths = [f"{name}.{item.id}" for name, item in items(decision)]
    paths += [name for name in now if name not in _BOOKKEEPING]
    changed = [path for path in paths if at(now, path) != at(states[-1], path)]
    places = [_last_set(states, path) for path in changed]
    return history[max(places, default=-1)].number


def _last_set(states: list[Answers], path: str) -> int:
    """Give the place of the first state since which the path has held what it holds at the end."""
    place = len(states) - 1
    while place and at(states[place - 1], path) == at(states[-1], path):
        place -= 1
    return place


def _content(decision: Decision) -> Decision:
    time = msgspec.structs.replace(
        decision.time,
        recorded_at=Instant(datetime.min.replace(tzinfo=UTC)),
        decided_at=None,
        late_reason="",
        noticed_at=None,
        clock="",
    )
    return msgspec.structs.replace(
        decision,
        revision=0,
        previous=(),
        kind=Kind.CREATE,
        by=msgspec.structs.replace(decision.by, recorder=None),
        change=Change(),
        time=time,
    )
