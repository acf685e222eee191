"""What was not looked at: risks behind what happened since, and harms that nobody named."""

from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest

from builders import DECIDED, make_decision, make_risk
from cases import LONDON, revisions
from rationale_cli.domain.decision import Decision, Kind, Status
from rationale_cli.domain.keeping import Times
from rationale_cli.domain.knowledge import Known, Unknown
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.risk import Control, ControlState, RiskStatus
from rationale_cli.domain.timeline.unlooked import Unlooked
from rationale_cli.domain.trigger import Trigger
from timelines import changed, line_of, line_of_case

KNOWN = (Known(id="K1", text="The porter is ill."),)


def test_a_risk_is_behind_when_circumstances_changed_after_the_last_look() -> None:
    (found,) = line_of_case("alder", 6).records[0].unlooked

    assert found == Unlooked(
        record="k7qf2m",
        risks=("R1", "R3"),
        names=("neglect", "domestic abuse"),
        since=Instant(datetime(2026, 4, 9, 18, tzinfo=LONDON)),
        changes=(
            "K11 came to be known (revision 5)",
            "look-again point T1 came up on 14 April 2026, 11:20",
            "K12 came to be known (revision 6)",
        ),
        count=3,
    )


def test_a_placement_that_began_and_a_hearing_that_passed_are_changes() -> None:
    (found,) = line_of_case("alder", 3).records[0].unlooked

    assert (found.risks, str(found.since)[:16], found.changes) == (
        ("R1",),
        "2026-03-24T14:00",
        ("a hearing was due on 27 March 2026, 10:00", "it took effect on 30 March 2026, 10:00"),
    )


def test_days_that_pass_unseen_count_only_if_the_day_of_reading_is_given() -> None:
    first = revisions("alder")[:2]
    april = Instant(datetime(2026, 4, 1, tzinfo=LONDON))

    assert line_of(first).records[0].unlooked == ()
    assert [one.risks for one in line_of(first, until=april).records[0].unlooked] == [("R1",)]


def test_days_behind_the_end_of_a_closed_decision_are_no_change() -> None:
    alder = revisions("alder")
    may = Instant(datetime(2026, 5, 1, tzinfo=LONDON))

    assert line_of(alder, until=may).records[0].unlooked == line_of(alder).records[0].unlooked
    assert alder[-1].status is Status.CLOSED


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"known": KNOWN, "none": ()}, ("K1 came to be known (revision 2)",)),
        ({"kind": Kind.NOTE}, ("a note (revision 2)",)),
        (
            {"unknown": (Unknown(id="U1", question="Who?", answer="She."),), "none": ()},
            ("open question U1 was answered (revision 2)",),
        ),
        (
            {"control": (Control(id="M1", what="A porter", state=ControlState.FAILED),)},
            ("control M1 is not working (revision 2)",),
        ),
        (
            {"trigger": (Trigger(id="T2", fired_at=Instant(DECIDED)),)},
            ("look-again point T2 came up on 1 July 2026, 11:00",),
        ),
        ({"title": "The clinic on Sundays"}, ()),
    ],
)
def test_each_change_of_circumstances_is_told(fields: Any, told: tuple[str, ...]) -> None:
    first = make_decision(risk=(make_risk(),))

    found = line_of((first, _next(first, **fields))).records[0].unlooked

    assert tuple(change for one in found for change in one.changes) == told


def test_looking_again_ends_it_even_if_nothing_moved() -> None:
    first = make_decision(risk=(make_risk(),))
    known = _next(first, known=KNOWN, none=())
    again = changed(known, _at(48), kind=Kind.REASSESS)
    dated = changed(known, _at(48), risk=(make_risk(assessed_at=_at(47)),))

    assert len(line_of((first, known)).records[0].unlooked) == 1
    assert line_of((first, known, again)).records[0].unlooked == ()
    assert line_of((first, known, dated)).records[0].unlooked == ()


def test_a_correction_is_no_look() -> None:
    first = make_decision(risk=(make_risk(likelihood=2),))
    known = _next(first, known=KNOWN, none=())
    corrected = changed(known, _at(48), kind=Kind.CORRECT, risk=(make_risk(likelihood=3),))

    assert len(line_of((first, known, corrected)).records[0].unlooked) == 1


@pytest.mark.parametrize("status", [RiskStatus.NOT_APPLICABLE, RiskStatus.NOT_CONSIDERED])
def test_what_does_not_apply_or_was_never_looked_at_is_not_behind(status: RiskStatus) -> None:
    first = make_decision(risk=(make_risk(status=status),))

    assert line_of((first, _next(first, known=KNOWN, none=()))).records[0].unlooked == ()


def test_harms_that_nobody_looked_at_in_any_revision_are_named() -> None:
    assert line_of_case("alder").records[0].unnamed == (
        "emotional",
        "sexual",
        "accident",
        "parental-capacity-event",
        "own-plan",
        "placement",
    )


def test_a_time_that_was_set_for_a_day_before_the_look_is_no_change() -> None:
    time = Times(decided_at=_at(0), recorded_at=_at(0), effective_from=_at(-24))
    first = make_decision(risk=(make_risk(assessed_at=_at(-1)),), time=time)

    assert line_of((first,)).records[0].unlooked == ()


def _next(first: Decision, **fields: Any) -> Decision:
    return msgspec.structs.replace(changed(first, _at(24)), **fields)


def _at(hours: int) -> Instant:
    return Instant((DECIDED + timedelta(hours=hours)).astimezone(LONDON))
