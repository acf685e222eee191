"""The steps of a concern as rows: opened, ended, paused, restarted, and what runs beside them."""

from collections.abc import Sequence
from typing import Any

import msgspec

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.clock import Time, due_of, running
from rationale_cli.domain.concern import Concern, ConcernKind, ConcernStatus, Heard, Pause, Urgency
from rationale_cli.domain.ladder import Ladder
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.part import Party
from rationale_cli.domain.pausing import paused
from rationale_cli.domain.stepping_error import (
    LastStageError,
    LowerStageError,
    NoEndError,
    NoRouteError,
    NotDriftingError,
    UnknownPauseError,
    UnknownStageError,
)

ENDS = tuple(one for one in ConcernStatus if one.value not in {"open", "paused"})
"""How a concern can end."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What was said of a concern at one sitting, and its circumstances.

    Attributes:
        kind: Which verb.
        said: In the shape of a concern, without what the program gives.
        recorder: Who types.
        heard: Whose words they are, if they are not those of who types.
        ladder: Of the concern.
        time: With what days are counted, and the present moment.
        clock_given: Whether that moment was given with ``--now``.
        to: The step that is opened; ``None``: the next one.
    """

    kind: ConcernKind
    said: Answers
    recorder: Party
    heard: Heard = Heard()
    ladder: Ladder
    time: Time
    clock_given: bool = False
    to: int | None = None


def _rows(result: Answers, name: str) -> list[Answers]:
    result[name] = [dict(one) for one in result.get(name, ())]
    found: list[Answers] = result[name]
    return found


def _said(step: Step, name: str) -> Sequence[Answers]:
    found: Sequence[Answers] = step.said.get(name, ())
    return found


def _now(step: Step) -> Any:
    return step.time.now.value


def _lay_stages(rows: list[Answers], step: Step, *, opens: int = 0) -> Answers:
    """Lay what was said over the steps that were opened; give what was said of a new one."""
    new: Answers = {}
    for said in _said(step, "stage"):
        known = next((one for one in rows if one["n"] == said.get("n")), None)
        if known is not None:
            known.update(said)
        elif said.get("n") == opens and opens:
            new.update(said)
        else:
            raise UnknownStageError(said.get("n"), [one["n"] for one in rows])
    return new


def open_stage(rows: list[Answers], n: int, result: Answers, step: Step) -> None:
    """Open a step; the first when the concern was raised, the others now."""
    said = _lay_stages(rows, step, opens=n)
    rung = step.ladder.rung(n)
    at = _now(step) if rows else result["raised_at"]
    opened = Moment(said.get("opened", at))
    row: Answers = {"n": n, "name": rung.name if rung else "", "opened": opened.value}
    if rung is not None:
        allowance = rung.allowance(Urgency(result.get("urgency", "standard")))
        row["due"] = allowance.due(opened, step.time.calendar, step.time.zone).value
    rows.append({**row, **said})


def advance(before: Concern, result: Answers, step: Step) -> None:
    """Say how the step that runs ended, and open the next one.

    Raises:
        LastStageError: If there is none.
        LowerStageError: If another one was named that is not above it.
        UnknownStageError: If something is said of a step that is not open.
    """
    current = running(before)
    n = current.n if current else max((one.n for one in before.stage), default=0)
    following = step.to or n + 1
    if following <= n:
        raise LowerStageError(following, n)
    if following > step.ladder.last:
        raise LastStageError(before.id, n)
    rows = _rows(result, "stage")
    open_stage(rows, following, result, step)
    for row in rows:
        if row["n"] == n:
            row.setdefault("closed", _now(step))
            _end_pause(before, result, step, at=row["closed"])
    result["status"] = ConcernStatus.OPEN.value


def _end_pause(before: Concern, result: Answers, step: Step, *, at: Any) -> None:
    """A step that ends while it is paused ends its pause, and what was lost is counted."""
    pause = paused(before)
    if pause is None:
        return
    for row in _rows(result, "pause"):
        if row["id"] == pause.id:
            lost = step.time.lost(pause.from_, Moment(at)) if pause.from_ else 0
            row.setdefault("working_days_lost", lost)
            if step.kind is ConcernKind.ADVANCE:
                row.setdefault("restarted", at)


def beside(result: Answers, step: Step) -> None:
    """Take another route beside the ladder.

    Raises:
        NoRouteError: If none is named.
    """
    said = _said(step, "parallel")
    rows = _rows(result, "parallel")
    for one in said:
        known = next((row for row in rows if row["id"] == one.get("id")), None)
        if known is not None:
            known.update(one)
            continue
        rows.append({"id": _free("B", rows), "at": _now(step), **one})
    if not said or any(not str(row.get("route", "")).strip() for row in rows):
        raise NoRouteError(step.ladder.routes)
    _lay_stages(_rows(result, "stage"), step)


def pause(before: Concern, result: Answers, step: Step) -> None:
    """Begin a pause, or say more of the one that runs.

    Raises:
        UnknownPauseError: If another pause is named that is not there.
    """
    rows = _rows(result, "pause")
    known = paused(before)
    current = running(before)
    for one in _said(step, "pause") or ({},):
        row = _named(rows, one, known)
        if row is None:
            row = {"id": _free("P", rows), "from": _now(step)}
            if current is not None:
                row["stage"] = current.n
            rows.append(row)
        row.update(one)
        if "restarted" in row:
            _go_on(row, result, step)
    _lay_stages(_rows(result, "stage"), step)
    runs = any("restarted" not in row and "working_days_lost" not in row for row in rows)
    result["status"] = (ConcernStatus.PAUSED if runs else ConcernStatus.OPEN).value


def restart(before: Concern, result: Answers, step: Step) -> None:
    """Go on: a new clock runs for the same step.

    Raises:
        NotDriftingError: If it neither pauses nor is overdue.
    """
    rows = _rows(result, "pause")
    known, current = paused(before), running(before)
    due = due_of(before, current) if current else None
    said = _said(step, "pause") or ({},)
    for one in said:
        row = _named(rows, one, known)
        if row is None:
            is_over = due is not None and step.time.is_over(due)
            # Another clock can be taken at any time: it begins anew, and nothing was lost.
            is_other = Urgency(result.get("urgency", "standard")) is not before.urgency
            if current is None or due is None or not (is_over or is_other or "from" in one):
                raise NotDriftingError(before.id, current.n if current else 0, due)
            since = due.value if is_over else _now(step)
            row = {"id": _free("P", rows), "stage": current.n, "from": since}
            rows.append(row)
        row.update(one)
        _go_on(row, result, step)
    _lay_stages(_rows(result, "stage"), step)
    result["status"] = ConcernStatus.OPEN.value


def _go_on(row: Answers, result: Answers, step: Step) -> None:
    """A new clock runs for the same step: the day that it was due at first stays where it is."""
    row.setdefault("restarted", _now(step))
    again = Moment(row["restarted"])
    rung = step.ladder.rung(row.get("stage", 0))
    if rung is not None:
        allowance = rung.allowance(Urgency(result.get("urgency", "standard")))
        due = allowance.due(again, step.time.calendar, step.time.zone)
        row.setdefault("new_due", due.value)
    if "from" in row:
        row.setdefault("working_days_lost", step.time.lost(Moment(row["from"]), again))


def close(before: Concern, result: Answers, step: Step) -> None:
    """End the concern, and the step that runs.

    Raises:
        NoEndError: If nothing says how it ended.
    """
    said = step.said.get("status")
    if said not in ENDS:
        raise NoEndError(said, tuple(one.value for one in ENDS))
    result["status"] = said
    end = dict(result.get("close", {}))
    end.setdefault("at", _now(step))
    result["close"] = end
    rows = _rows(result, "stage")
    _lay_stages(rows, step)
    current = running(before)
    for row in rows:
        if current is not None and row["n"] == current.n:
            row.setdefault("closed", end["at"])
    _end_pause(before, result, step, at=end["at"])


def _named(rows: list[Answers], said: Answers, known: Pause | None) -> Answers | None:
    """The pause that is meant: by its id, or the one that has not ended."""
    item_id = said.get("id") or (known.id if known else "")
    found = next((one for one in rows if one["id"] == item_id), None)
    if found is None and said.get("id"):
        raise UnknownPauseError(said["id"], [one["id"] for one in rows])
    return found


def _free(letter: str, rows: list[Answers]) -> str:
    numbers = [int(one["id"][1:]) for one in rows if one["id"][1:].isdecimal()]
    return f"{letter}{max(numbers, default=0) + 1}"
