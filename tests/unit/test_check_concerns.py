"""What the rules about concerns say, and what they leave alone."""

from datetime import date, datetime
from typing import Any

import pytest

from builders import make_case, make_decision
from cases import LONDON
from rationale_cli.codec import ladder as ladder_text
from rationale_cli.domain.check.checking import check
from rationale_cli.domain.check.concerns import RULES
from rationale_cli.domain.clock import Time, compare, standing
from rationale_cli.domain.concern import (
    Clock,
    Close,
    Concern,
    ConcernKind,
    ConcernStatus,
    Pause,
    Stage,
)
from rationale_cli.domain.keeping import Times
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.stood import About, Stood
from rationale_cli.services.working_days import calendar

NOW = Instant(datetime.fromisoformat("2026-04-02T12:00+01:00"))
TIME = Time(calendar=calendar(Settings()), zone=LONDON, now=NOW)
OPENED = Moment(datetime.fromisoformat("2026-04-01T16:20+01:00"))
STAGE = Stage(n=3, name="Senior managers", opened=OPENED, due=Moment(date(2026, 4, 10)))
SOUND: dict[str, Any] = {
    "format": 1,
    "id": "p3xw9d",
    "revision": 1,
    "kind": ConcernKind.RAISE,
    "decision": "abc234",
    "ladder": "typical",
    "immediate_danger": False,
    "statement": "The queue.",
    "if_right": "A nurse alone.",
    "time": Times(recorded_at=NOW),
    "raised_at": OPENED,
    "clock": Clock(choice="standard", reason="It can wait."),
    "stage": (STAGE,),
}
PAUSE: dict[str, Any] = {
    "id": "P1",
    "stage": 3,
    "from_": Moment(date(2026, 4, 2)),
    "reason": "Leave.",
    "agreed_by": ("clinic manager@health", "district nurse@health"),
    "restart_planned": Moment(date(2026, 4, 7)),
    "interim_measures": ("Two nurses.",),
}
EFFECTIVE = Moment(date(2026, 4, 20))


def _paused(**changed: Any) -> dict[str, Any]:
    return {"status": ConcernStatus.PAUSED, "pause": (Pause(**{**PAUSE, **changed}),)}


def _found(changed: dict[str, Any], *, now: str = "", known: bool = True) -> list[str]:
    at = Instant(datetime.fromisoformat(now)) if now else NOW
    time = Time(calendar=TIME.calendar, zone=LONDON, now=at)
    decision = make_decision()
    times = Times(recorded_at=NOW, effective_from=EFFECTIVE)
    concern = Concern(**{**SOUND, **changed})
    ladder = ladder_text.shipped("typical") if known else None
    how = standing(concern, ladder, time)
    stood = Stood(
        concern=concern,
        ladder=ladder,
        standing=how,
        comparison=compare(concern, how, times, time),
        question_set="care-plan",
        at=at,
    )
    case = make_case(decision, concerns=About(stood=(stood,)))
    return [f"{one.severity.value} {one.rule}: {one.text}" for one in check(case)]


def test_a_sound_concern_has_no_findings() -> None:
    assert _found({}) == []
    assert _found(_paused()) == []


BROKEN = {
    "RAT070, reason": (
        _paused(reason=" "),
        "error RAT070: Concern p3xw9d is paused, and nothing says why.",
    ),
    "RAT070, agreed": (
        _paused(agreed_by=()),
        "error RAT070: Concern p3xw9d is paused, and nobody is named who agreed to it.",
    ),
    "RAT070, restart": (
        _paused(restart_planned=None),
        "error RAT070: Concern p3xw9d is paused, and no day is set to go on.",
    ),
    "RAT070, measures": (
        _paused(interim_measures=()),
        (
            "error RAT070: Concern p3xw9d is paused, and nothing is named that keeps people safe "
            "meanwhile."
        ),
    ),
    "RAT071": (
        _paused(agreed_by=("Clinic Manager @ health",)),
        (
            "error RAT071: Only Clinic Manager, health agreed to pause concern p3xw9d, and it "
            "questions them."
        ),
    ),
    "RAT087": (
        _paused(restart_planned=Moment(date(2026, 4, 14))),
        (
            "warning RAT087: Concern p3xw9d is to lie still until 14 April 2026, "
            "6 working days in all; more than five is long for a pause."
        ),
    ),
    "RAT074": (
        {"status": ConcernStatus.OVERTAKEN, "close": Close(result="overtaken")},
        (
            "error RAT074: Concern p3xw9d was overtaken by events, and nothing says what was "
            "learned."
        ),
    ),
    "RAT075": (
        {"clock": Clock(choice="standard")},
        (
            "warning RAT075: Concern p3xw9d would still be open when the placement starts on "
            "20 April 2026, and nothing says what was chosen and why."
        ),
    ),
    "RAT076": (
        {"status": ConcernStatus.RESOLVED},
        "warning RAT076: Concern p3xw9d has ended, and nothing says what came of it.",
    ),
    "RAT077": (
        {"immediate_danger": None},
        ("warning RAT077: Nothing says whether anybody is in immediate danger, in concern p3xw9d."),
    ),
    "RAT078": (
        {"if_right": ""},
        "warning RAT078: Concern p3xw9d does not say what could happen if it is right.",
    ),
}


@pytest.mark.parametrize(("changed", "told"), BROKEN.values(), ids=BROKEN)
def test_a_rule_that_is_broken_says_so(changed: dict[str, Any], told: str) -> None:
    assert _found(changed) == [told]


def test_a_stage_that_is_due_and_has_no_entry_is_an_error() -> None:
    assert _found({}, now="2026-04-14T09:00+01:00") == [
        (
            "error RAT072: Stage 3 of concern p3xw9d was due on 10 April 2026, "
            "2 working days ago, and nothing has been recorded since."
        )
    ]


def test_a_pause_that_goes_on_after_its_planned_end_is_an_error() -> None:
    assert _found(_paused(), now="2026-04-08T09:00+01:00") == [
        ("error RAT073: Concern p3xw9d was to go on on 7 April 2026, and is still paused.")
    ]
    assert _found(_paused(), now="2026-04-07T09:00+01:00") == []


def test_a_ladder_that_is_not_known_here_is_an_error() -> None:
    (found,) = _found({}, known=False)
    assert found.startswith('error RAT079: The ladder "typical" of concern p3xw9d is not known')


def test_concerns_that_cannot_be_read_are_an_error_and_never_silent() -> None:
    case = make_case(make_decision(), concerns=About(fault="it has 1 fault"))
    (found,) = check(case)
    assert (found.rule, "can be told: it has 1 fault" in found.text) == ("RAT079", True)


LEFT_ALONE = {
    "a pause that ended lacks nothing any more": {
        "pause": (
            Pause(
                id="P1",
                stage=3,
                restarted=Moment(date(2026, 4, 2)),
                working_days_lost=0,
            ),
        )
    },
    "a pause over Easter takes five working days": _paused(
        restart_planned=Moment(date(2026, 4, 13))
    ),
    "a withdrawn concern need not say what came of it": {"status": ConcernStatus.WITHDRAWN},
    "an overtaken one that taught something": {
        "status": ConcernStatus.OVERTAKEN,
        "close": Close(effect="The plan changed.", learning=("Ask sooner.",)),
    },
    "one that has ended drifts no more": {
        "status": ConcernStatus.NOT_AGREED,
        "stage": (Stage(n=1, due=Moment(date(2026, 3, 1))),),
        "close": Close(result="not agreed"),
    },
}


@pytest.mark.parametrize("changed", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_a_rule_does_not_mean_is_left_alone(changed: dict[str, Any]) -> None:
    assert _found(changed) == []


def test_every_rule_about_concerns_is_tried_here() -> None:
    tried = {name.partition(",")[0] for name in BROKEN} | {"RAT072", "RAT073", "RAT079"}
    assert {rule.id for rule in RULES} == tried
