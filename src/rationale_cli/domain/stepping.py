"""Stepping: a concern, and what was said of it now, become its next revision."""

from collections.abc import Mapping

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.concern import (
    FORMAT,
    Concern,
    ConcernKind,
    ConcernStatus,
    Pause,
)
from rationale_cli.domain.form import plain, typed
from rationale_cli.domain.ladder import Ladder
from rationale_cli.domain.stepping_error import EndedConcernError
from rationale_cli.domain.stepping_rows import (
    Step,
    advance,
    beside,
    close,
    open_stage,
    pause,
    restart,
)

ROWS = ("stage", "pause", "parallel")
"""The lists of a concern that are tables."""

_NOT_INHERITED = ("by", "heard", "time")


def raised(step: Step, *, concern_id: str, decision_id: str, against: int) -> Concern:
    """Give the first revision of a concern: it is open at the first step.

    Args:
        step: What was said.
        concern_id: Its id, which is new.
        decision_id: The decision that is questioned.
        against: Its latest revision; stands unless another one was named.

    Raises:
        UnknownStageError: If something is said of a step that is not opened.
    """
    first = step.to or 1
    said_at = step.heard.received or step.time.now
    base: Answers = {
        "id": concern_id,
        "revision": 1,
        "decision": decision_id,
        "raised_against": against,
        "ladder": step.ladder.name,
        "raised_at": said_at.value,
        "raised_by": plain(step.heard.for_ or step.recorder),
    }
    result = _laid(base, step)
    result["status"] = ConcernStatus.OPEN.value
    rows: list[Answers] = []
    open_stage(rows, first, result, step)
    result["stage"] = rows
    return _formed(result, step)


def stepped(before: Concern, step: Step, *, sha256: str) -> Concern:
    """Give the next revision of a concern.

    Args:
        before: As it stands.
        step: What was said.
        sha256: Of the text that *before* was read from.

    Raises:
        EndedConcernError: If it has ended.
        RationaleError: If what was said does not fit how it stands.
    """
    if not before.is_open:
        raise EndedConcernError(before.id, before.status.value)
    base = {key: one for key, one in plain(before).items() if key not in _NOT_INHERITED}
    base["revision"] = before.revision + 1
    base["previous"] = [f"sha256:{sha256}"]
    result = _laid(base, step)
    result["status"] = before.status.value
    match step.kind:
        case ConcernKind.ADVANCE:
            advance(before, result, step)
        case ConcernKind.PARALLEL:
            beside(result, step)
        case ConcernKind.PAUSE:
            pause(before, result, step)
        case ConcernKind.RESTART:
            restart(before, result, step)
        case ConcernKind.CLOSE:
            close(before, result, step)
        case ConcernKind.RAISE:
            raise AssertionError(step.kind)
    return _formed(result, step)


def exceeds(concern: Concern, ladder: Ladder, pause: Pause) -> bool:
    """Whether more was lost in a pause than its step allows: then one step higher is worth asking.

    Hours are less than a day: a single lost day exceeds them.
    """
    rung = ladder.rung(pause.stage or 0)
    lost = pause.working_days_lost or 0
    return rung is not None and lost > rung.allowance(concern.urgency).days


def _laid(base: Answers, step: Step) -> Answers:
    """Lay what was said over what stands; lists of tables are joined by the verbs."""
    result = dict(base)
    for key, value in step.said.items():
        if key in ROWS:
            continue
        is_table = isinstance(value, Mapping) and key != "raised_by"
        result[key] = {**result.get(key, {}), **value} if is_table else value
    return result


def _formed(result: Answers, step: Step) -> Concern:
    time: Answers = {"recorded_at": step.time.now.value}
    if step.clock_given:
        time["clock"] = "given"
    by = {**result.get("by", {}), "recorder": plain(step.recorder)}
    whole = {
        **result,
        "format": FORMAT,
        "kind": step.kind.value,
        "time": time,
        "by": by,
        "heard": plain(step.heard),
    }
    return typed(whole, Concern)
