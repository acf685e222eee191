"""The clock of a concern: due days, drift, and what comes before its ladder ends."""

from datetime import date, datetime
from typing import Any

import pytest

from cases import LONDON
from rationale_cli.codec import ladder as ladder_text
from rationale_cli.domain.clock import Standing, Time, compare, standing
from rationale_cli.domain.concern import (
    Concern,
    ConcernKind,
    ConcernStatus,
    Pause,
    Stage,
    Urgency,
)
from rationale_cli.domain.keeping import Times
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.settings import Settings
from rationale_cli.services.working_days import calendar

TYPICAL = ladder_text.shipped("typical")
ENGLAND = calendar(Settings())


def _moment(text: str) -> Moment:
    return Moment(datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text))


def _at(text: str) -> Time:
    return Time(calendar=ENGLAND, zone=LONDON, now=Instant(datetime.fromisoformat(text)))


def _concern(**changed: Any) -> Concern:
    raised: dict[str, Any] = {
        "format": 1,
        "id": "p3xw9d",
        "revision": 1,
        "kind": ConcernKind.RAISE,
        "decision": "k7qf2m",
        "time": Times(recorded_at=Instant(datetime.fromisoformat("2026-03-26T11:55+00:00"))),
        "raised_at": _moment("2026-03-26T11:05+00:00"),
        "stage": (Stage(n=1, opened=_moment("2026-03-26T11:05+00:00"), due=_moment("2026-03-27")),),
    }
    return Concern(**{**raised, **changed})


def _stage_3(**changed: Any) -> Concern:
    done = Stage(n=1, due=_moment("2026-03-27"), closed=_moment("2026-03-27"))
    third = Stage(n=3, opened=_moment("2026-04-01T16:20+01:00"), due=_moment("2026-04-10"))
    return _concern(stage=(done, third), **changed)


def _days(found: Standing, *, other: bool = False) -> list[str]:
    return [str(one.due.day) for one in (found.others if other else found.steps)]


def test_the_ladder_ends_after_eighteen_working_days_or_six() -> None:
    found = standing(_concern(), TYPICAL, _at("2026-03-26T11:55+00:00"))

    assert _days(found) == ["2026-03-27", "2026-03-31", "2026-04-09", "2026-04-23"]
    assert _days(found, other=True) == ["2026-03-26", "2026-03-27", "2026-03-31", "2026-04-07"]
    assert (found.drift, found.is_drifting) == (0, False)


@pytest.mark.parametrize(
    ("now", "idle", "overdue"),
    [
        ("2026-03-27T23:59+00:00", 0, False),
        ("2026-03-28T00:00+00:00", 0, True),
        ("2026-03-30T09:00+01:00", 1, True),
        ("2026-04-07T09:00+01:00", 5, True),
    ],
)
def test_a_step_that_is_due_and_has_no_entry_drifts(now: str, idle: int, *, overdue: bool) -> None:
    found = standing(_concern(), TYPICAL, _at(now))
    assert (found.idle, found.drift, found.is_overdue) == (idle, idle, overdue)


def test_an_overdue_step_moves_the_end_and_not_its_own_day() -> None:
    found = standing(_concern(), TYPICAL, _at("2026-04-07T09:00+01:00"))
    assert _days(found) == ["2026-03-27", "2026-04-09", "2026-04-16", "2026-04-30"]


def test_hours_of_an_urgent_step_are_overdue_by_the_minute() -> None:
    stage = Stage(
        n=1,
        opened=_moment("2026-03-26T11:05+00:00"),
        due=_moment("2026-03-26T15:05+00:00"),
    )
    urgent = _concern(urgency=Urgency.URGENT, stage=(stage,))
    assert not standing(urgent, TYPICAL, _at("2026-03-26T15:05+00:00")).is_overdue
    late = standing(urgent, TYPICAL, _at("2026-03-26T15:06+00:00"))
    assert (late.is_overdue, late.idle, late.other) == (True, 0, Urgency.STANDARD)


def test_a_pause_counts_from_its_first_day_and_hides_no_due_day() -> None:
    pause = Pause(id="P1", stage=3, from_=_moment("2026-04-02"))
    found = standing(
        _stage_3(status=ConcernStatus.PAUSED, pause=(pause,)),
        TYPICAL,
        _at("2026-04-10T09:00+01:00"),
    )
    assert (found.is_paused, found.is_overdue, found.idle) == (True, False, 4)
    assert found.now_due == found.due == _moment("2026-04-10")
    # Nobody works on it: at the earliest it starts anew today.
    assert _days(found) == ["2026-04-17", "2026-05-01"]


def test_a_planned_restart_is_when_the_clock_of_a_pause_can_start() -> None:
    pause = Pause(
        id="P1", stage=3, from_=_moment("2026-04-02"), restart_planned=_moment("2026-04-13")
    )
    paused = _stage_3(status=ConcernStatus.PAUSED, pause=(pause,))
    assert _days(standing(paused, TYPICAL, _at("2026-04-02T12:00+01:00")))[0] == "2026-04-20"
    assert _days(standing(paused, TYPICAL, _at("2026-04-14T12:00+01:00")))[0] == "2026-04-21"


def test_a_restart_keeps_both_days_and_what_was_lost() -> None:
    pause = Pause(
        id="P1",
        stage=3,
        from_=_moment("2026-04-02"),
        restarted=_moment("2026-04-13"),
        new_due=_moment("2026-04-20"),
        working_days_lost=5,
    )
    found = standing(_stage_3(pause=(pause,)), TYPICAL, _at("2026-04-13T10:00+01:00"))
    assert (found.lost, found.idle) == (5, 0)
    assert (found.due, found.now_due) == (_moment("2026-04-10"), _moment("2026-04-20"))
    assert _days(found, other=True) == ["2026-04-15", "2026-04-20"]


def test_a_step_that_ended_late_lost_days_too() -> None:
    late = Stage(n=1, due=_moment("2026-03-27"), closed=_moment("2026-03-31"))
    ended = _concern(status=ConcernStatus.RESOLVED, stage=(late,))
    found = standing(ended, TYPICAL, _at("2026-05-01T10:00+01:00"))
    assert (found.stage, found.drift, found.ends) == (None, 2, None)


def test_without_its_ladder_the_present_step_is_still_known() -> None:
    found = standing(_concern(), None, _at("2026-03-26T11:55+00:00"))
    assert _days(found) == ["2026-03-27"]


def _compared(now: str, **times: str) -> list[tuple[str, bool, bool]]:
    time = _at(now)
    concern = _concern()
    given: dict[str, Any] = {key: _moment(one) for key, one in times.items()}
    of = Times(recorded_at=time.now, **given)
    found = compare(concern, standing(concern, TYPICAL, time), of, time)
    assert found is not None
    return [(one.path.removeprefix("time."), one.is_open, one.is_past) for one in found.marks]


def test_what_comes_before_the_ladder_ends_is_told_and_what_comes_after_is_not() -> None:
    assert _compared(
        "2026-03-26T11:55+00:00",
        effective_from="2026-03-30T10:00+01:00",
        effective_to="2026-05-11T10:00+01:00",
        next_hearing="2026-03-27T10:00+00:00",
        irreversible_at="2026-04-23",
    ) == [
        ("next_hearing", True, False),
        ("effective_from", True, False),
        ("irreversible_at", True, False),
        ("effective_to", False, False),
    ]


def test_what_was_over_before_the_concern_was_raised_was_not_open_then() -> None:
    assert _compared("2026-03-26T11:55+00:00", next_hearing="2026-03-25") == [
        ("next_hearing", False, True)
    ]


def test_a_concern_that_has_ended_is_compared_with_nothing() -> None:
    ended = _concern(status=ConcernStatus.WITHDRAWN)
    time = _at("2026-03-26T11:55+00:00")
    assert compare(ended, standing(ended, TYPICAL, time), Times(recorded_at=time.now), time) is None
