"""What each rule of ``check`` says, and what it leaves alone."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from builders import DECIDED, make_case, make_decision, make_risk
from cases import revisions
from rationale_cli.domain.check.checking import RULES, check
from rationale_cli.domain.check.finding import Finding
from rationale_cli.domain.decision import Decision, Status
from rationale_cli.domain.keeping import Conflict, Gap, GapKind, Times, Waiver
from rationale_cli.domain.knowledge import Known
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.option import Option, OptionStatus
from rationale_cli.domain.people import Consulted, Dissent, DissentStatus, NotConsulted, View
from rationale_cli.domain.risk import Control, RiskStatus
from rationale_cli.domain.trigger import Trigger, TriggerKind
from rationale_cli.services.question_sets import question_set

COMPLETE = make_decision()
RISKS = COMPLETE.risk
CHOSEN, REJECTED = COMPLETE.option
BY_DATE, BY_EVENT = COMPLETE.trigger
GENERAL = question_set(None, "general")
NONE_BUT_KNOWN = tuple(path for path in COMPLETE.none if path != "known")


def nurse(**changed: Any) -> Dissent:
    """Give a disagreement that is confirmed, replied to and afraid of nothing in particular."""
    told: dict[str, Any] = {
        "id": "X1",
        "role": "school nurse",
        "agency": "health",
        "words": "Nobody will come.",
        "response": "It was tried in May.",
        "status": DissentStatus.REPLIED,
        "confirmed": True,
    }
    return Dissent(**{**told, **changed})


def nervous(**changed: Any) -> Consulted:
    """Give somebody who was asked and has a concern."""
    told: dict[str, Any] = {
        "id": "C1",
        "role": "district nurse",
        "agency": "health",
        "view": View.CONCERN,
    }
    return Consulted(**{**told, **changed})


def late(**gap: int) -> Times:
    """Give the times of a decision that was recorded long after it was made."""
    return Times(decided_at=Instant(DECIDED), recorded_at=Instant(DECIDED + timedelta(**gap)))


def test_a_complete_decision_has_no_findings() -> None:
    assert check(make_case(COMPLETE)) == ()


BROKEN = {
    "RAT001": (
        {"dissent": (nurse(harms=("physical", "rights")),)},
        (
            "error at dissent.X1.harms: The school nurse (health) worries about physical harm, "
            "and nobody has looked at it. Does this need a referral or strategy discussion now?"
        ),
    ),
    "RAT007, a fact": (
        {"known": (Known(id="K1", text="A nurse has a bruise."),), "none": NONE_BUT_KNOWN},
        (
            "error at known.K1.text: K1 speaks of “bruise”; nobody has looked at physical harm. "
            "Does this need a referral or strategy discussion now?"
        ),
    ),
    "RAT007, a colleague": (
        {"consulted": (nervous(summary="He was Gripped hard."),)},
        (
            "error at consulted.C1.summary: The district nurse (C1) speaks of “Gripped”; nobody "
            "has looked at physical harm. Does this need a referral or strategy discussion now?"
        ),
    ),
    "RAT007, a disagreement": (
        {"dissent": (nurse(words="They were shouting all night."),)},
        (
            "error at dissent.X1.words: The school nurse (X1) speaks of “shouting”; nobody has "
            "looked at domestic abuse. Does this need a referral or strategy discussion now?"
        ),
    ),
    "RAT002, absent": (
        {"risk": RISKS[:3]},
        "error at risk: Not yet looked at: harm to rights.",
    ),
    "RAT002, not considered": (
        {"risk": (*RISKS[:3], make_risk(id="R4", harm="rights", status=RiskStatus.NOT_CONSIDERED))},
        "error at risk: Not yet looked at: harm to rights.",
    ),
    "RAT003, unlikely": (
        {"risk": (make_risk(reason=" \n"), *RISKS[1:])},
        (
            'error at risk.R1.reason: Harm from our own plan stands as "thought unlikely" '
            "without a reason."
        ),
    ),
    "RAT003, not applicable": (
        {"risk": (make_risk(reason="", status=RiskStatus.NOT_APPLICABLE), *RISKS[1:])},
        (
            'error at risk.R1.reason: Harm from our own plan stands as "does not apply" '
            "without a reason."
        ),
    ),
    "RAT003, unknown": (
        {"risk": (make_risk(status=RiskStatus.UNKNOWN), *RISKS[1:])},
        'error at risk.R1.plan: Harm from our own plan stands as "not known" without a plan.',
    ),
    "RAT003, no kind of harm": (
        {"risk": (*RISKS, make_risk(id="R5", harm="", reason=""))},
        'error at risk.R5.reason: R5 stands as "thought unlikely" without a reason.',
    ),
    "RAT004, not asked": (
        {"unthinkable": ()},
        "error at unthinkable: Nobody has been asked to think the unthinkable.",
    ),
    "RAT004, none": (
        {"unthinkable": (), "none": (*COMPLETE.none, "unthinkable")},
        'warning at unthinkable: The unthinkable was asked about; the answer is "none".',
    ),
    "RAT005": (
        {"risk": (*RISKS, make_risk(id="R5", harm="draughts"))},
        'warning at risk.R5.harm: The kind of harm "draughts" is not known here.',
    ),
    "RAT011, no reason": (
        {
            "not_consulted": (
                NotConsulted(id="N1", role="caretaker", agency="estates", plan="Soon"),
            )
        },
        (
            "error at not_consulted.N1.reason: Not consulted, and nothing says why: "
            "caretaker, estates."
        ),
    ),
    "RAT011, no plan": (
        {"not_consulted": (NotConsulted(id="N1", role="caretaker", reason="On leave."),)},
        "warning at not_consulted.N1.plan: Not consulted, with a reason and no plan: caretaker.",
    ),
    "RAT012, not asked": (
        {"dissent": (nurse(confirmed=None),)},
        (
            "warning at dissent.X1.confirmed: X1: the school nurse (health) has not confirmed "
            "these words."
        ),
    ),
    "RAT012, denied": (
        {"dissent": (nurse(confirmed=False, role="", agency=""),)},
        "warning at dissent.X1.confirmed: X1: somebody has not confirmed these words.",
    ),
    "RAT013": (
        {"dissent": (nurse(response="", agency=""),)},
        "warning at dissent.X1.response: X1: the school nurse has had no answer yet.",
    ),
    "RAT020": (
        {"option": (CHOSEN,)},
        "error at option: Only one option stands here; the other may be to change nothing.",
    ),
    "RAT020, none": (
        {"option": ()},
        "error at option: No option stands here; one of two may be to change nothing.",
    ),
    "RAT021": (
        {"option": (Option(id="A", title="Open"), REJECTED)},
        "warning at option: No option is said to be chosen.",
    ),
    "RAT022": (
        {"option": (CHOSEN, Option(id="B", status=OptionStatus.REJECTED))},
        "error at option.B.reason: Option B is set aside without a reason.",
    ),
    "RAT022, not realistic": (
        {"option": (CHOSEN, Option(id="B", status=OptionStatus.NOT_REALISTIC))},
        "error at option.B.reason: Option B is set aside without a reason.",
    ),
    "RAT023": (
        {"option": (CHOSEN, Option(id="B", status=OptionStatus.PARKED))},
        "warning at option.B.until: Option B is parked without a date.",
    ),
    "RAT024": (
        {"trigger": (BY_DATE,)},
        "error at trigger: No event is named that would make us look again early.",
    ),
    "RAT025": (
        {"trigger": (BY_EVENT,)},
        "error at trigger: No day is set on which we look again.",
    ),
    "RAT030, not asked": (
        {"question": msgspec.structs.replace(COMPLETE.question, why_now="")},
        "error at question.why_now: Not asked yet: Why now.",
    ),
    "RAT030, skipped": (
        {
            "status": None,
            "gap": (Gap(id="G1", path="status", kind=GapKind.SKIPPED, reason="no time"),),
        },
        "error at status: Asked and left (skipped: no time): Status.",
    ),
    "RAT030, not known": (
        {
            "question": msgspec.structs.replace(COMPLETE.question, reversibility=None),
            "gap": (Gap(id="G1", path="question.reversibility", kind=GapKind.UNKNOWN),),
        },
        "error at question.reversibility: Asked and left (not known): How hard to undo.",
    ),
    "RAT031, minutes": (
        {"time": late(minutes=61)},
        (
            "warning at time.late_reason: Recorded 61 minutes after it was decided, "
            "and nothing says why."
        ),
    ),
    "RAT031, hours": (
        {"time": late(hours=3)},
        "warning at time.late_reason: Recorded 3 hours after it was decided, and nothing says why.",
    ),
    "RAT031, days": (
        {"time": late(hours=50)},
        "warning at time.late_reason: Recorded 2 days after it was decided, and nothing says why.",
    ),
    "RAT036": (
        {"time": late(minutes=-10)},
        (
            "warning at time.decided_at: Said to be decided on 1 July 2026, 10:00, "
            "after it was recorded."
        ),
    ),
    "RAT033": (
        {"answers": {"g.weather": "Rain"}},
        (
            'warning at answers.g.weather: "g.weather" is no question of general/2; '
            "its answer is kept."
        ),
    ),
    "RAT034, risk": (
        {"risk": (make_risk(options=("A", "C")), *RISKS[1:])},
        'warning at risk.R1.options: There is no option "C" in this revision.',
    ),
    "RAT034, control": (
        {"control": (Control(id="M1", risks=("R1", "R9")),)},
        'warning at control.M1.risks: There is no risk "R9" in this revision.',
    ),
    "RAT034, law": (
        {"option": (msgspec.structs.replace(CHOSEN, law=("L1", "L7")), REJECTED)},
        'warning at option.A.law: There is no legal basis "L7" in this revision.',
    ),
    "RAT035": (
        {"conflict": (Conflict(id="Z1", path="risk.R1.likelihood", values=(2, 4)),)},
        'error at conflict.Z1: Two versions of "Risk R1: likelihood" wait to be settled.',
    ),
    "RAT035, no place": (
        {"conflict": (Conflict(id="Z1"),)},
        'error at conflict.Z1: Two versions of "Z1" wait to be settled.',
    ),
}


@pytest.mark.parametrize(("changed", "told"), BROKEN.values(), ids=BROKEN)
def test_a_rule_that_is_broken_says_so(changed: dict[str, Any], told: str) -> None:
    assert findings(make_decision(**changed)) == [told]


KEPT = {
    "RAT001, looked at": {"dissent": (nurse(harms=("rights",)),)},
    "RAT007, looked at": {
        "known": (Known(id="K1", text="A bruise."),),
        "none": NONE_BUT_KNOWN,
        "risk": (*RISKS, make_risk(id="R5", harm="physical")),
    },
    "RAT007, part of a word": {
        "known": (Known(id="K1", text="The white hitch; unhit."),),
        "none": NONE_BUT_KNOWN,
    },
    "RAT007, agreed": {"consulted": (nervous(summary="A bruise.", view=View.AGREE),)},
    "RAT003, present": {"risk": (make_risk(reason="", status=RiskStatus.PRESENT), *RISKS[1:])},
    "RAT003, planned": {
        "risk": (
            make_risk(reason="", status=RiskStatus.UNKNOWN, plan="Ask the union."),
            *RISKS[1:],
        )
    },
    "RAT011, both": {"not_consulted": (NotConsulted(id="N1", reason="On leave.", plan="Monday."),)},
    "RAT013, closed": {"dissent": (nurse(response="", status=DissentStatus.WITHDRAWN),)},
    "RAT022, contingency": {"option": (CHOSEN, Option(id="B", status=OptionStatus.CONTINGENCY))},
    "RAT023, dated": {
        "option": (CHOSEN, Option(id="B", status=OptionStatus.PARKED, until=Moment(DECIDED)))
    },
    "RAT024, closed": {"trigger": (BY_DATE,), "status": Status.CLOSED},
    "RAT024, limit": {"trigger": (BY_DATE, Trigger(id="T2", kind=TriggerKind.THRESHOLD))},
    "RAT025, superseded": {"trigger": (BY_EVENT,), "status": Status.SUPERSEDED},
    "RAT031, in time": {"time": late(minutes=60)},
    "RAT031, explained": {
        "time": msgspec.structs.replace(late(hours=5), late_reason="On the road.")
    },
    "RAT033, known": {"answers": {"g.day": "Quiet."}},
    "RAT034, there": {"control": (Control(id="M1", risks=("R1", "R4")),)},
}


@pytest.mark.parametrize("changed", KEPT.values(), ids=KEPT)
def test_what_a_rule_does_not_mean_is_left_alone(changed: dict[str, Any]) -> None:
    assert findings(make_decision(**changed)) == []


def test_who_is_expected_and_neither_asked_nor_excused_is_named() -> None:
    decision = make_decision(
        consulted=(Consulted(id="C1", role="District Nurse", agency="Health"),),
        not_consulted=(NotConsulted(id="N1", role="porter", reason="On leave.", plan="Monday."),),
    )
    case = make_case(decision, expected=("district nurse@health", "porter", "union@staff side"))

    assert told(check(case)) == [
        "error at consulted: Expected and not asked, and nothing says why: union, staff side."
    ]


def test_a_harm_that_a_dissent_names_is_not_told_twice() -> None:
    decision = make_decision(dissent=(nurse(harms=("physical",), words="He hit her."),))

    assert [one.rule for one in check(make_case(decision))] == ["RAT001"]


def test_cedar_says_who_speaks_of_what_nobody_has_looked_at() -> None:
    """Two agencies saw the cash and the second phone; neither named criminal exploitation."""
    first, second = (findings(decision) for decision in revisions("cedar")[:2])

    assert [one for one in first if "speak" in one] == []
    assert second[0] == (
        "error at known.K6.text: K6 and the exploitation worker (X1) speak of “second phone”; "
        "nobody has looked at criminal exploitation. "
        "Does this need a referral or strategy discussion now?"
    )


def test_alder_speaks_of_nothing_that_was_not_looked_at() -> None:
    every = [one for decision in revisions("alder") for one in check(make_case(decision))]

    assert [one.text for one in every if one.rule == "RAT007"] == []


def test_a_file_of_harms_that_cannot_be_read_is_named() -> None:
    case = make_case(COMPLETE, unread_harms=(("harms/ours.toml", "line 3 says nothing"),))

    (found,) = told(check(case))

    assert found == (
        "warning at risk: The kinds of harm in harms/ours.toml are not known here: line 3 says "
        "nothing."
    )


def test_a_question_set_that_is_not_known_here_is_told_and_asks_for_nothing() -> None:
    decision = make_decision(answers={"o.1": "Yes"}, title="", time=late(days=3))
    case = make_case(decision, questions=None)

    assert told(check(case)) == [
        'warning at question_set: The question set "general/1" is not known here.'
    ]


def test_a_question_of_the_set_is_named_by_its_text() -> None:
    (final,) = (one for one in GENERAL.questions if one.id == "g.day")
    needed = msgspec.structs.replace(
        GENERAL, questions=(msgspec.structs.replace(final, final=True),)
    )

    assert told(check(make_case(COMPLETE, questions=needed))) == [
        (
            "error at answers.g.day: Not asked yet: What is an ordinary day like for them now, "
            "and what would this decision change in it."
        )
    ]


def test_errors_come_before_warnings_and_both_in_the_order_of_the_rules() -> None:
    decision = make_decision(unthinkable=(), none=(*COMPLETE.none, "unthinkable"), option=(CHOSEN,))

    assert [finding.rule for finding in check(make_case(decision))] == ["RAT020", "RAT004"]


def test_every_rule_has_an_id_of_its_own() -> None:
    ids = [rule.id for rule in RULES]

    assert sorted(set(ids)) == sorted(ids)
    assert [str(rule.find.__doc__).partition(":")[0] for rule in RULES] == ids


def test_a_finding_names_the_question_that_would_close_it() -> None:
    decision = make_decision(
        question=msgspec.structs.replace(COMPLETE.question, why_now=""),
        risk=(*RISKS[:3], make_risk(id="R4", harm="rights", status=RiskStatus.UNKNOWN)),
        trigger=(BY_DATE,),
        time=late(hours=3),
    )

    assert {one.path: one.question for one in check(make_case(decision))} == {
        "question.why_now": "Why now, and by when?",
        "risk.R4.plan": "How and when will we find out?",
        "trigger": "When do we look again, and what would bring that forward?",
        "time.late_reason": "",
    }


def test_a_rule_that_was_set_aside_is_still_told_and_refuses_nothing() -> None:
    waiver = Waiver(id="Y1", rule="RAT024", reason="The court looks daily.", by="judge")
    decision = make_decision(trigger=(BY_DATE,), option=(CHOSEN,), waiver=(waiver,))
    too_few, waived = check(make_case(decision))

    assert (too_few.rule, too_few.waiver, too_few.is_error) == ("RAT020", None, True)
    assert (waived.rule, waived.waiver, waived.is_error) == ("RAT024", waiver, False)
    assert not waived.is_warning


def test_a_feared_harm_stays_first_even_where_its_rule_was_set_aside() -> None:
    waiver = Waiver(id="Y1", rule="RAT001", reason="Looked at in another record.")
    decision = make_decision(dissent=(nurse(harms=("physical",)),), risk=(), waiver=(waiver,))

    first, second, *_ = check(make_case(decision))
    assert (first.rule, first.is_error) == ("RAT001", False)
    assert (second.rule, second.is_error) == ("RAT002", True)


def test_alder_on_the_first_day() -> None:
    assert findings(revisions("alder")[0]) == [
        "error at risk: Not yet looked at: physical harm.",
        "error at risk: Not yet looked at: emotional harm.",
        "error at risk: Not yet looked at: sexual harm.",
        "error at risk: Not yet looked at: domestic abuse.",
        "error at risk: Not yet looked at: accident.",
        "error at risk: Not yet looked at: sudden loss of a carer's care.",
        "error at risk: Not yet looked at: harm from our own plan.",
        "error at risk: Not yet looked at: harm where they are placed.",
        "error at unthinkable: Nobody has been asked to think the unthinkable.",
        "error at trigger: No event is named that would make us look again early.",
        "warning at option.C.until: Option C is parked without a date.",
        "warning at option.E.until: Option E is parked without a date.",
        (
            "warning at not_consulted.N1.plan: Not consulted, with a reason and no plan: "
            "police safeguarding officer, police."
        ),
        (
            "warning at not_consulted.N2.plan: Not consulted, with a reason and no plan: "
            "nursery safeguarding lead, education."
        ),
        (
            "warning at not_consulted.N3.plan: Not consulted, with a reason and no plan: "
            "independent reviewing officer, children's social care."
        ),
    ]


def test_alder_says_first_that_a_colleague_worries_and_nobody_has_looked() -> None:
    first, *_ = check(make_case(revisions("alder")[1]))

    assert told((first,)) == [
        (
            "error at dissent.X1.harms: The health visitor (health) worries about physical harm, "
            "and nobody has looked at it. Does this need a referral or strategy discussion now?"
        )
    ]
    assert first.harm == "physical"


def test_alder_still_names_what_nobody_has_looked_at_when_the_plan_changes() -> None:
    assert silent(revisions("alder")[5]) == [
        "emotional",
        "sexual",
        "accident",
        "parental-capacity-event",
        "own-plan",
        "placement",
    ]


def test_cedar_begins_with_thirteen_silent_harms() -> None:
    """Going missing and sexual exploitation were looked at, so they are not among them."""
    assert silent(revisions("cedar")[0]) == [
        "physical",
        "emotional",
        "sexual",
        "neglect",
        "domestic-abuse",
        "criminal-exploitation",
        "trafficking",
        "online",
        "peer",
        "self-harm",
        "parental-capacity-event",
        "own-plan",
        "placement",
    ]


def test_cedar_says_whose_words_are_not_confirmed() -> None:
    found = check(make_case(revisions("cedar")[1]))

    assert told(found)[-1:] == [
        (
            "warning at dissent.X2.confirmed: "
            "X2: the home senior (children's home) has not confirmed these words."
        )
    ]


def findings(decision: Decision) -> list[str]:
    return told(check(make_case(decision)))


def told(found: Sequence[Finding]) -> list[str]:
    return [f"{one.severity.value} at {one.path}: {one.text}" for one in found]


def silent(decision: Decision) -> list[str]:
    return [one.harm for one in check(make_case(decision)) if one.rule == "RAT002"]
