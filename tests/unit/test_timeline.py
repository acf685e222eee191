"""Events: what happened, when, and which revision told of it first."""

from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given

from builders import DECIDED, make_decision, make_risk
from cases import LONDON, revisions
from rationale_cli.domain.decision import Decision, Kind
from rationale_cli.domain.keeping import Times
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.part import Party
from rationale_cli.domain.people import Approval, By, Dissent, DissentStatus
from rationale_cli.domain.risk import Rating, RiskStatus
from rationale_cli.domain.timeline.event import Event
from rationale_cli.domain.timeline.step import steps
from rationale_cli.domain.timeline.timeline import Planned, Timeline
from rationale_cli.domain.trigger import Trigger, TriggerKind
from strategies import pairs
from timelines import changed, line_of, line_of_case, make_history

ALDER = """\
2026-03-24 14:00 r1 risk risk.R1
2026-03-24 15:30 r1 decided
2026-03-24 15:30 r1 date-set time
2026-03-24 16:10 r1 recorded
2026-03-26 11:05 r2 dissent-raised dissent.X1
2026-03-26 11:05 r2 dissent-answered dissent.X1.response
2026-03-26 11:05 r2 decided
2026-03-26 11:50 r2 recorded
2026-03-27 10:00 r1 date time.next_hearing
2026-03-30 10:00 r1 date time.effective_from
2026-04-01 15:00 r3 risk risk.R2
2026-04-01 16:40 r3 dissent-answered dissent.X1.response
2026-04-01 16:40 r3 decided
2026-04-01 17:05 r3 recorded
2026-04-09 15:10 r4 unknown-answered unknown.U1.answer
2026-04-09 18:00 r4 risk risk.R1
2026-04-09 18:00 r4 risk risk.R2
2026-04-09 18:00 r4 risk risk.R3
2026-04-09 18:20 r4 dissent-raised dissent.X2
2026-04-09 18:20 r4 dissent-answered dissent.X2.response
2026-04-09 18:20 r4 decided
2026-04-09 18:55 r4 recorded
2026-04-13 r1 trigger-due trigger.T0.due
2026-04-14 11:20 r5 trigger-fired trigger.T1.fired_at
2026-04-14 12:30 r5 trigger-acted trigger.T1.acted_at
2026-04-14 12:40 r5 risk risk.R2
2026-04-14 12:50 r5 decided
2026-04-14 14:40 r5 recorded
2026-04-16 16:30 r6 risk risk.R2
2026-04-16 17:15 r6 dissent-closed dissent.X1.status
2026-04-16 17:15 r6 decided
2026-04-16 17:15 r6 date-set time
2026-04-16 17:15 r6 outcome outcome.S1
2026-04-16 17:50 r6 recorded
2026-04-20 10:00 r7 trigger-acted trigger.T2.acted_at
2026-04-20 10:00 r7 trigger-acted trigger.T3.acted_at
2026-04-20 10:00 r7 trigger-acted trigger.T4.acted_at
2026-04-20 10:00 r7 decided
2026-04-20 10:00 r7 outcome outcome.S2
2026-04-20 10:20 r7 recorded
2026-04-27 10:00 r6 date time.effective_from ahead
2026-06-08 10:00 r6 date time.effective_to ahead
"""

CEDAR = """\
2026-11-20 18:40 r1 date time.effective_from
2026-11-20 18:40 r1 risk risk.R1
2026-11-20 18:40 r1 risk risk.R2
2026-11-20 18:40 r1 decided
2026-11-20 18:40 r1 date-set time
2026-11-20 19:20 r1 recorded
2026-11-20 21:15 r2 dissent-raised dissent.X1
2026-11-20 21:15 r2 dissent-raised dissent.X2
2026-11-20 21:15 r2 dissent-answered dissent.X1.response
2026-11-20 21:15 r2 dissent-answered dissent.X2.response
2026-11-20 21:15 r2 risk risk.R2
2026-11-20 21:15 r2 decided
2026-11-20 21:25 r2 recorded
2026-11-20 22:00 r3 trigger-fired trigger.T1.fired_at
2026-11-20 22:05 r3 trigger-acted trigger.T1.acted_at
2026-11-20 23:20 r3 trigger-fired trigger.T2.fired_at
2026-11-20 23:35 r3 trigger-acted trigger.T2.acted_at
2026-11-20 23:50 r3 trigger-acted trigger.T3.acted_at
2026-11-20 23:50 r3 dissent-answered dissent.X2.response
2026-11-20 23:50 r3 dissent-closed dissent.X1.status
2026-11-20 23:50 r3 risk risk.R1
2026-11-20 23:50 r3 risk risk.R2
2026-11-20 23:50 r3 decided
2026-11-20 23:58 r3 recorded
2026-11-21 02:30 r4 date time.effective_from
2026-11-21 02:30 r4 trigger-fired trigger.T4.fired_at
2026-11-21 02:30 r4 unknown-answered unknown.U1.answer
2026-11-21 02:30 r4 decided
2026-11-21 02:30 r4 date-set time
2026-11-21 03:40 r4 risk risk.R1
2026-11-21 03:40 r4 risk risk.R2
2026-11-21 03:55 r4 recorded
2026-11-21 10:00 r5 trigger-fired trigger.T5.fired_at
2026-11-21 10:00 r5 risk risk.R3
2026-11-21 10:00 r5 risk risk.R4
2026-11-21 10:00 r5 decided
2026-11-21 10:25 r5 recorded
2026-11-21 19:15 r6 trigger-acted trigger.T7.acted_at
2026-11-21 20:00 r6 risk risk.R1
2026-11-21 20:00 r6 risk risk.R2
2026-11-21 20:10 r6 decided
2026-11-21 20:30 r6 recorded
2026-11-21 20:40 r7 decided
2026-11-21 20:45 r7 recorded
2026-11-23 12:00 r6 trigger-due trigger.T9.due ahead
2026-11-24 02:30 r4 limit-ends law.L3.from ahead
"""


@pytest.mark.parametrize(("case", "expected"), [("alder", ALDER), ("cedar", CEDAR)])
def test_everything_that_happened_stands_on_one_line(case: str, expected: str) -> None:
    told = tuple(_outline(event) for event in line_of_case(case).events)

    assert told == tuple(expected.splitlines())


def test_a_reversal_says_what_was_chosen_instead_and_why() -> None:
    (found,) = [
        one for one in line_of_case("alder").events if (one.revision, one.kind) == (5, "decided")
    ]

    assert found == Event(
        at=Moment(datetime.fromisoformat("2026-04-14T12:50:00+01:00")),
        kind=found.kind,
        words="Revision 5, reversed",
        detail=(
            (
                "Chosen: A (Six-week s.38(6) placement with mother and partner) → "
                "D (Stay with foster carers, more contact)"
            ),
            "Mode: continue with controls → stop and protect",
            "Status: in effect → on hold",
            f"Because: {revisions('alder')[4].change.because}".strip(),
            "Does it still stand? No. The assessment is suspended today.",
        ),
        record="k7qf2m",
        revision=5,
        revision_kind=Kind.REVERSE,
        by="team manager, children's social care",
    )


def test_a_late_recording_says_how_late_and_why() -> None:
    found = [
        (one.words, one.detail)
        for one in line_of_case("cedar").events
        if (one.revision, one.kind) == (4, "recorded")
    ]

    assert found == [
        (
            "Revision 4, 85 minutes after it was decided",
            (
                (
                    "Why it was recorded later: "
                    "Everybody who could write was with her or on the road until 03:40."
                ),
            ),
        )
    ]


def test_risks_are_told_in_words_before_numbers() -> None:
    assert [one.words for one in line_of_case("alder").events if one.kind == "risk"] == [
        (
            "Neglect (R1) first looked at: cannot be ruled out, likelihood possible (3), "
            "impact serious (3)"
        ),
        (
            "Physical harm (R2) first looked at: cannot be ruled out, likelihood unlikely (2), "
            "impact severe (4)"
        ),
        (
            "Neglect (R1) looked at again, and it stands as it did: cannot be ruled out, "
            "likelihood possible (3), impact serious (3)"
        ),
        (
            "Physical harm (R2): likelihood unlikely (2) → likely (4), up; "
            "impact severe (4) → catastrophic (5), up; evidence thin → mixed"
        ),
        (
            "Domestic abuse (R3) first looked at: cannot be ruled out, likelihood possible (3), "
            "impact severe (4)"
        ),
        (
            "Physical harm (R2): cannot be ruled out → present; "
            "likelihood likely (4) → almost certain or happening (5), up; "
            "impact catastrophic (5) → severe (4), down; evidence mixed → good"
        ),
        (
            "Physical harm (R2) looked at again, and it stands as it did: present, "
            "likelihood almost certain or happening (5), impact severe (4)"
        ),
    ]


def test_a_look_again_point_says_how_long_until_somebody_acted() -> None:
    found = [
        (one.words, one.detail[:1]) for one in line_of_case("cedar").events if "trigger" in one.kind
    ]

    assert found == [
        ("T1 came up", ("Look again at the grade.",)),
        ("T1 acted on, 5 minutes after it came up", ()),
        ("T2 came up", ("Her phone is located, or anybody sees her.",)),
        ("T2 acted on, 15 minutes after it came up", ()),
        (
            "T3 acted on, 10 minutes before it was due",
            ("No contact with her by midnight: raise the grade.",),
        ),
        (
            "T4 came up and was acted on at once",
            ("Next decision point, sooner if she is found.",),
        ),
        ("T5 came up and was acted on at once", ("Plan for the day, all agencies on one call.",)),
        (
            "T7 acted on, 105 minutes before it was due",
            ("No place found by the evening: go to the judge.",),
        ),
        (
            "T9 is due",
            ("Look again at what is shared, after the legal planning meeting.",),
        ),
    ]
    assert "T1 acted on, 70 minutes after it came up" in [
        one.words for one in line_of_case("alder").events
    ]


def test_a_point_that_came_up_and_was_left_says_so() -> None:
    fired = Trigger(
        id="T1", kind=TriggerKind.EVENT, text="A nurse alone.", fired_at=_at(2), due=_at(1)
    )

    (found,) = [one for one in _line(trigger=(fired,)).events if one.kind == "trigger-fired"]

    assert found.detail == (
        "A nurse alone.",
        "It was due on 1 July 2026, 12:00.",
        "Nothing says yet that it was acted on.",
    )


def test_days_are_set_and_moved_and_only_those_that_came_stand_on_their_day() -> None:
    first = make_decision(
        time=Times(
            decided_at=Instant(DECIDED),
            recorded_at=Instant(DECIDED),
            next_hearing=_at(48),
            irreversible_at=Moment(DECIDED.date() + timedelta(days=9)),
        )
    )
    time = Times(decided_at=_at(24), recorded_at=_at(24), next_hearing=_at(96))

    line = line_of((first, changed(first, _at(24), time=time)))

    assert [
        (str(one.at)[:10], one.kind, one.words, one.detail, one.is_ahead)
        for one in line.events
        if one.kind in {"date", "date-set"}
    ] == [
        (
            "2026-07-01",
            "date-set",
            "Set in revision 1",
            ("Next hearing: 3 July 2026, 11:00", "Cannot be undone from: 10 July 2026"),
            False,
        ),
        (
            "2026-07-02",
            "date-set",
            "Changed in revision 2",
            (
                "Next hearing: 3 July 2026, 11:00 → 5 July 2026, 11:00",
                "Cannot be undone from: 10 July 2026 → taken away",
            ),
            False,
        ),
        ("2026-07-05", "date", "Next hearing, as set in revision 2", (), True),
    ]
    assert line.records[0].planned == (
        Planned(
            path="time.next_hearing",
            start=_at(48),
            end=None,
            revision=1,
            moved_in=2,
            moved_at=_at(24),
        ),
        Planned(path="time.next_hearing", start=_at(96), end=None, revision=2),
        Planned(
            path="time.irreversible_at",
            start=Moment(DECIDED.date() + timedelta(days=9)),
            end=None,
            revision=1,
            moved_in=2,
            moved_at=_at(24),
        ),
    )


def test_what_lies_ahead_depends_on_the_day_only_if_a_day_is_given() -> None:
    alder = revisions("alder")
    may = Instant(datetime(2026, 5, 1, 9, tzinfo=LONDON))

    ahead = [one.path for one in line_of(alder).events if one.is_ahead]
    later = [one.path for one in line_of(alder, until=may).events if one.is_ahead]

    assert ahead == ["time.effective_from", "time.effective_to"]
    assert later == ["time.effective_to"]


def test_a_view_that_is_taken_back_or_opened_again_is_told() -> None:
    first = make_decision(
        none=(),
        dissent=(
            Dissent(id="X1", role="nurse", words="Too few of us.", status=DissentStatus.OPEN),
        ),
    )
    second = changed(first, _at(24), dissent=(_dissent(first, status=DissentStatus.WITHDRAWN),))
    third = changed(second, _at(48), dissent=(_dissent(first, status=DissentStatus.OPEN),))

    line = line_of((first, second, third))

    assert [
        (one.kind, one.words, one.detail, one.by) for one in line.events if "dissent" in one.kind
    ] == [
        ("dissent-raised", "X1 raised by nurse", ("“Too few of us.”",), "nurse"),
        ("dissent-closed", "X1 of nurse: withdrawn", (), "nurse"),
        ("dissent-raised", "X1 of nurse: open again", (), "nurse"),
    ]


def test_ratings_and_approvals_are_told_with_who_gave_them() -> None:
    rating = Rating(
        id="B1", scale="reunification-band", value="medium", role="nurse", why="Two calm weeks."
    )
    first = make_decision(rating=(rating,))
    approval = Approval(
        id="V1", role="service manager", outcome="approved", at=_at(20), note="Yes."
    )
    second = changed(
        first,
        _at(24),
        rating=(msgspec.structs.replace(rating, value="high", at=_at(23)),),
        approval=(approval,),
    )

    assert [
        (str(one.at)[8:16], one.words, one.detail, one.by)
        for one in line_of((first, second)).events
        if one.kind in {"rating", "approval"}
    ] == [
        ("01T11:00", "B1, reunification band: medium", ("Two calm weeks.",), "nurse"),
        ("02T07:00", "V1, service manager: approved", ("Yes.",), "service manager"),
        ("02T10:00", "B1, reunification band: medium → high", ("Two calm weeks.",), "nurse"),
    ]


def test_hindsight_is_marked_wherever_it_stands() -> None:
    found = [one for one in line_of_case("alder").events if one.is_hindsight]

    assert [one.words for one in found] == [
        "S1, not known when the decision was made",
        "S2, not known when the decision was made",
    ]


def test_what_an_earlier_revision_left_out_is_late() -> None:
    first = make_decision(trigger=(_event_trigger(),))
    second = changed(first, _at(24), trigger=(_event_trigger(fired_at=_at(-5)),))
    third = changed(second, _at(48), trigger=(_event_trigger(fired_at=_at(30)),))

    assert [one.late for one in line_of((first, second, third)).events if one.late] == [
        "Entered late, with revision 2 on 2 July 2026, 11:00."
    ]


def test_a_day_without_a_time_comes_first_on_its_day() -> None:
    first = make_decision(trigger=(_event_trigger(),))
    day = Moment(DECIDED.date() + timedelta(days=1))
    second = changed(first, _at(30), trigger=(_event_trigger(fired_at=day),))

    found = [one for one in line_of((first, second)).events if one.at.day == day.day]

    assert [one.kind for one in found] == ["trigger-fired", "decided"]
    assert str(found[0].at) == "2026-07-02"


def test_times_are_told_as_the_clocks_of_the_folder_show_them() -> None:
    line = _line()

    assert (line.zone, str(line.events[-1].at)) == ("Europe/London", "2026-07-01T11:00:00+01:00")


def test_a_revision_that_nobody_dated_stands_where_it_was_recorded() -> None:
    found = _line(time=Times(recorded_at=Instant(DECIDED)), by=By(recorder=Party(role="nurse")))

    assert [(one.kind, one.words, one.by) for one in found.events if not one.path] == [
        ("recorded", "Revision 1, first record; when it was decided was not said", "nurse")
    ]


def test_a_risk_that_is_taken_out_or_set_back_has_an_end() -> None:
    seen = make_risk(likelihood=2)
    first = make_decision(risk=(seen, make_risk(id="R2", harm="rights", likelihood=3)))
    back = msgspec.structs.replace(
        seen, status=RiskStatus.NOT_CONSIDERED, likelihood=None, reason=""
    )
    second = changed(first, _at(24), risk=(back,))
    third = changed(second, _at(48), risk=(seen,))

    line = line_of((first, second, third))

    assert [one.words for one in line.events if one.kind == "risk"][2:] == [
        "Harm to rights (R2) taken out of the record",
        "Harm from our own plan (R1) set back to not yet looked at",
        (
            "Harm from our own plan (R1) looked at after a time without: thought unlikely, "
            "likelihood unlikely (2), how bad was not said"
        ),
    ]
    assert [
        (one.risk, [(point.revision, point.status, point.is_gap) for point in one.points])
        for one in line.records[0].series
    ] == [
        ("R1", [(1, "thought-unlikely", False), (2, "not-considered", True),
                (3, "thought-unlikely", False)]),
        ("R2", [(1, "thought-unlikely", False), (2, None, True)]),
    ]  # fmt: skip


def test_a_corrected_risk_was_not_looked_at_again() -> None:
    first = make_decision(risk=(make_risk(likelihood=2),))
    second = changed(first, _at(24), kind=Kind.CORRECT, risk=(make_risk(likelihood=3),))

    assert [one.words for one in line_of((first, second)).events if one.kind == "risk"][1:] == [
        "Harm from our own plan (R1), corrected: likelihood unlikely (2) → possible (3), up"
    ]


def test_a_correction_keeps_the_old_text_beside_the_new() -> None:
    found = next(one.detail for one in line_of_case("cedar").events if one.revision == 7)

    assert found[:2] == (
        (
            "Thing known K10: what is known: "
            "it said “Seen at the front desk of HOTEL-H at 03:10.”; "
            "it now says “Seen at the front desk of HOTEL-H at 02:10.”"
        ),
        (
            "Thing known K10: as of: it said 21 November 2026, 03:10; "
            "it now says 21 November 2026, 02:10"
        ),
    )


def test_a_join_tells_nothing_that_one_of_its_sides_told() -> None:
    """Two people wrote revision 2; what either of them said was news once."""
    first = make_decision(trigger=(_event_trigger(),))
    sums = [one.sha256 for one in make_history([first] * 3)]
    one = changed(
        first,
        _at(24),
        previous=(f"sha256:{sums[0]}",),
        trigger=(_event_trigger(fired_at=_at(20)),),
    )
    other = changed(
        first,
        _at(25),
        previous=(f"sha256:{sums[0]}",),
        risk=(*first.risk, make_risk(id="R9", harm="money")),
    )
    joined = changed(
        other,
        _at(26),
        kind=Kind.JOIN,
        previous=(f"sha256:{sums[1]}", f"sha256:{sums[2]}"),
        trigger=one.trigger,
    )

    line = line_of((first, one, other, joined))

    assert [(one.kind, one.path) for one in line.events if one.path and one.at.day.day == 2] == [
        ("trigger-fired", "trigger.T1.fired_at"),
        ("risk", "risk.R9"),
    ]
    assert [len(step.before) for step in steps(make_history([first, one, other, joined]))] == [
        0, 1, 1, 2,
    ]  # fmt: skip


def test_the_decisions_of_a_case_stand_in_one_line() -> None:
    first = make_decision(case="CASE")
    second = make_decision(
        id="xyz789", case="CASE", time=Times(decided_at=_at(-2), recorded_at=_at(3))
    )

    line = line_of((first,), (second,))

    assert [one.id for one in line.records] == ["abc234", "xyz789"]
    assert [(one.record, one.kind) for one in line.events if not one.path] == [
        ("xyz789", "decided"),
        ("abc234", "decided"),
        ("xyz789", "recorded"),
    ]


@given(pairs())
def test_any_history_can_be_told_and_time_never_runs_back(
    pair: tuple[Decision, Decision],
) -> None:
    before, after = pair

    line = line_of((before, msgspec.structs.replace(after, previous=())))

    instants = [one.at.instant(LONDON) for one in line.events]
    assert instants == sorted(instants)
    assert {one.record for one in line.events} <= {before.id, after.id}


def _outline(event: Event) -> str:
    at = str(event.at)[:16].replace("T", " ")
    parts = (
        f"{at} r{event.revision} {event.kind.value}",
        event.path,
        "late" if event.late else "",
        "ahead" if event.is_ahead else "",
    )
    return " ".join(part for part in parts if part)


def _at(hours: int) -> Instant:
    return Instant((DECIDED + timedelta(hours=hours)).astimezone(LONDON))


def _line(**fields: Any) -> Timeline:
    return line_of((make_decision(**fields),))


def _event_trigger(**fields: Any) -> Trigger:
    return Trigger(id="T1", kind=TriggerKind.EVENT, text="A nurse alone on duty.", **fields)


def _dissent(decision: Decision, **fields: Any) -> Dissent:
    return msgspec.structs.replace(decision.dissent[0], **fields)
