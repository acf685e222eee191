"""What each rule of ``check`` says, and what it leaves alone."""

import re
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from builders import DECIDED, make_case, make_decision, make_option, make_risk, make_view
from cases import revisions
from rationale_cli.codec import shipped
from rationale_cli.domain.check.checking import RULES, check
from rationale_cli.domain.check.finding import Finding
from rationale_cli.domain.decision import Decision, Kind, Status
from rationale_cli.domain.harm import due
from rationale_cli.domain.keeping import (
    Change,
    Conflict,
    Gap,
    GapKind,
    Handling,
    Outcome,
    Times,
    Waiver,
)
from rationale_cli.domain.knowledge import Confidence, Known, KnownKind, Unknown
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.option import Option, OptionStatus
from rationale_cli.domain.people import (
    AgeBand,
    Approval,
    Dissent,
    DissentStatus,
    Family,
    NotConsulted,
    Person,
    View,
)
from rationale_cli.domain.reason import Law
from rationale_cli.domain.risk import Control, ControlState, Risk, RiskStatus, Unthinkable
from rationale_cli.domain.trigger import Action, Trigger, TriggerKind
from rationale_cli.services.question_sets import question_set

COMPLETE = make_decision()
RISKS = COMPLETE.risk
CHOSEN, REJECTED = COMPLETE.option
BY_DATE, BY_EVENT = COMPLETE.trigger
GENERAL = question_set(None, "general")
TODAY = Moment(DECIDED)
TOMORROW = Moment(DECIDED + timedelta(days=1))
AHEAD = Trigger(id="T3", kind=TriggerKind.DATE, text="Look again.", due=TOMORROW, owner="nurse")
DAY_BEFORE = Moment((DECIDED - timedelta(days=1)).date())


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
        "confirmed_at": Moment(DECIDED),
        "confirmed_how": "e-mail",
    }
    return Dissent(**{**told, **changed})


def acted(**gap: int) -> Trigger:
    """Give a look-again point that came up so long before somebody acted on it."""
    fired, then = Instant(DECIDED - timedelta(**gap)), Instant(DECIDED)
    return Trigger(id="T2", kind=TriggerKind.EVENT, owner="nurse", fired_at=fired, acted_at=then)


def late(**gap: int) -> Times:
    """Give the times of a decision that was recorded long after it was made."""
    return Times(decided_at=Instant(DECIDED), recorded_at=Instant(DECIDED + timedelta(**gap)))


def times(**changed: Any) -> Times:
    """Give the times of the complete decision, changed."""
    return msgspec.structs.replace(COMPLETE.time, **changed)


def without(path: str) -> tuple[str, ...]:
    """Give what the complete decision says there is none of, but for one list."""
    return tuple(one for one in COMPLETE.none if one != path)


def known(**changed: Any) -> Known:
    """Give something known that says everything of itself."""
    whole: dict[str, Any] = {
        "id": "K1",
        "text": "The queue is long.",
        "kind": KnownKind.FACT,
        "source": "clinic manager",
        "as_of": Moment(DECIDED),
        "confidence": Confidence.GOOD,
    }
    return Known(**{**whole, **changed})


def asked(**changed: Any) -> Unknown:
    """Give an open question that somebody looks into."""
    whole: dict[str, Any] = {
        "id": "U1",
        "question": "Will they come?",
        "owner": "nurse",
        "due": Moment(DECIDED),
        "proceed_anyway_because": "We see on the day.",
    }
    return Unknown(**{**whole, **changed})


def make_action(**changed: Any) -> Action:
    """Give an action that somebody does by a day."""
    whole: dict[str, Any] = {"id": "J1", "what": "Ask.", "owner": "nurse", "due": Moment(DECIDED)}
    return Action(**{**whole, **changed})


def approved() -> Approval:
    """Give a sign-off that says who, what and when."""
    return Approval(id="V1", role="nominated officer", outcome="approved", at=Moment(DECIDED))


def feared(**changed: Any) -> Risk:
    """Give a risk that stands, and says everything of itself."""
    whole: dict[str, Any] = {
        "status": RiskStatus.NOT_RULED_OUT,
        "evidence": ("Two nurses left.",),
        "period": "this summer",
        "likelihood": 2,
        "impact": 2,
        "confidence": Confidence.GOOD,
        "protective": ("A porter.",),
    }
    return make_risk(**{**whole, **changed})


ABOUT: dict[str, Any] = {
    "person": (Person(id="P1", age_band=AgeBand.ADULT, voice="I would go."),),
    "family": Family(views=("No.",), told=True),
    "risk": tuple(
        make_risk(id=f"R{number}", harm=harm.code)
        for number, harm in enumerate(
            due(shipped.harms(), question_set="general", people=[("adult", ())]), start=1
        )
    ),
    "none": without("person"),
}
"""What changes when the decision is about somebody: who, their family, and the harms due."""


def test_a_complete_decision_has_no_findings() -> None:
    assert check(make_case(COMPLETE)) == ()


BROKEN: dict[str, tuple[dict[str, Any], str]] = {
    "RAT001": (
        {"dissent": (nurse(harms=("physical", "rights")),)},
        (
            "error at dissent.X1.harms: The school nurse (health) worries about physical harm, "
            "and nobody has looked at it. Does this need a referral or strategy discussion now?"
        ),
    ),
    "RAT007, a fact": (
        {"known": (known(text="A nurse has a bruise."),), "none": without("known")},
        (
            "error at known.K1.text: K1 speaks of “bruise”; nobody has looked at physical harm. "
            "Does this need a referral or strategy discussion now?"
        ),
    ),
    "RAT007, a colleague": (
        {"consulted": (make_view(view=View.CONCERN, summary="He was Gripped hard."),)},
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
        {"option": (make_option(id="A", title="Open"), REJECTED)},
        "warning at option: No option is said to be chosen.",
    ),
    "RAT022": (
        {"option": (CHOSEN, make_option(id="B", status=OptionStatus.REJECTED))},
        "error at option.B.reason: Option B is set aside without a reason.",
    ),
    "RAT022, not realistic": (
        {"option": (CHOSEN, make_option(id="B", status=OptionStatus.NOT_REALISTIC))},
        "error at option.B.reason: Option B is set aside without a reason.",
    ),
    "RAT023": (
        {"option": (CHOSEN, make_option(id="B", status=OptionStatus.PARKED))},
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
    "RAT026, late": (
        {"trigger": (BY_DATE, acted(minutes=61))},
        (
            "warning at trigger.T2.late_reason: T2 was acted on 61 minutes after it came up, and "
            "nothing says why."
        ),
    ),
    "RAT026, nobody": (
        {"trigger": (BY_DATE, msgspec.structs.replace(acted(), acted_at=None))},
        (
            "warning at trigger.T2.acted_at: T2 came up on 1 July 2026, 10:00; nothing says that "
            "anybody acted."
        ),
    ),
    "RAT026, due": (
        {"trigger": (BY_DATE, msgspec.structs.replace(BY_EVENT, due=DAY_BEFORE, acted_at=TODAY))},
        (
            "warning at trigger.T2.late_reason: T2 was acted on 1 day after it was due, "
            "and nothing says why."
        ),
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
    "RAT014": (
        {"consulted": ()},
        "warning at consulted: Nobody is said to have been asked.",
    ),
    "RAT015": (
        {"consulted": (make_view(at=None, how="", view=None),)},
        (
            "warning at consulted.C1.at: C1, the district nurse (health), does not say when they "
            "were asked, how and where they stand."
        ),
    ),
    "RAT016": (
        {"consulted": (make_view(view=View.NO_REPLY),)},
        (
            "warning at consulted.C1.view: The district nurse (health) was asked and has not "
            "replied, which is not the same as agreeing."
        ),
    ),
    "RAT017": (
        {"dissent": (nurse(confirmed_how=""),)},
        (
            "warning at dissent.X1.confirmed_how: X1: the words are said to be confirmed; "
            "nothing says how."
        ),
    ),
    "RAT018": (
        {"law": (Law(id="L1", provision="CPR-18"),)},
        (
            "warning at approval: CPR-18 is cited, which asks a nominated officer to approve "
            "before the placement begins, and no approval is recorded."
        ),
    ),
    "RAT019": (
        {"by": msgspec.structs.replace(COMPLETE.by, authority="")},
        "warning at by.authority: Nothing says by what power this is decided.",
    ),
    "RAT027": (
        {"option": (msgspec.structs.replace(CHOSEN, for_=(), support=" "), REJECTED)},
        (
            "warning at option.A.for: Option A does not say what speaks for it and what support "
            "it needs."
        ),
    ),
    "RAT028": (
        {"action": (Action(id="J1", what="Ask the union."),)},
        "warning at action.J1.owner: Action J1 does not say who does it and by when.",
    ),
    "RAT029": (
        {"approval": (Approval(id="V1", role="nominated officer", at=Moment(DECIDED)),)},
        "warning at approval.V1.outcome: Approval V1 does not say what was decided.",
    ),
    "RAT037": (
        {"revision": 2, "kind": Kind.AMEND},
        "error at change.because: Nothing says why this revision was made.",
    ),
    "RAT038": (
        {"revision": 2, "kind": Kind.REASSESS, "change": Change(because="A fall.")},
        "warning at change.still_stands: Nothing says whether the decision still stands.",
    ),
    "RAT039": (
        {"outcome": (Outcome(id="S1", text="The queue is gone.", by="nurse"),)},
        "warning at outcome.S1.at: Outcome note S1 does not say when.",
    ),
    **{
        rule: (
            {"reason": msgspec.structs.replace(COMPLETE.reason, weight=text)},
            (
                f'warning at reason.weight: "What weighed most" holds what looks like {name} '
                f"(…{last}). Could it be left out?"
            ),
        )
        for rule, text, name, last in (
            ("RAT050", "See 943 476 5919.", "an NHS number", "19"),
            ("RAT051", "They live at LS1 4AP.", "a postcode", "AP"),
            ("RAT052", "Born on 3 March 2026.", "a date of birth", "26"),
            ("RAT053", "Ring 01632 960 001.", "a telephone number", "01"),
            ("RAT054", "Ask nurse@clinic.example.", "an e-mail address", "le"),
        )
    },
    "RAT068": (
        {"none": without("known")},
        "warning at known: Nothing stands here as known at the time.",
    ),
    "RAT069": (
        {"known": (known(source="", confidence=None),)},
        (
            "warning at known.K1.source: K1, of what is known, does not say who says so and "
            "how well supported it is."
        ),
    ),
    "RAT062": (
        {"none": without("unknown")},
        "warning at unknown: Nobody has said yet what is not known.",
    ),
    "RAT063": (
        {"unknown": (Unknown(id="U1", question="Will they come?", due=Moment(DECIDED)),)},
        (
            "warning at unknown.U1.owner: Open question U1 does not say who will find out and "
            "why we go on without it."
        ),
    ),
    "RAT064, nobody": (
        {"none": without("person")},
        "warning at person: Nothing says yet whom it is about.",
    ),
    "RAT064, unheard": (
        {**ABOUT, "person": (Person(id="P1", age_band=AgeBand.ADULT),)},
        (
            "warning at person.P1.voice: P1: nothing says what they say or show, or what got in "
            "the way."
        ),
    ),
    "RAT065": (
        {**ABOUT, "family": Family(told=True)},
        "warning at family.views: Nothing says what the family think.",
    ),
    "RAT066, not said": (
        {**ABOUT, "family": Family(views=("No.",))},
        "warning at family.told: Nothing says whether the family were told the reasons.",
    ),
    "RAT066, not told": (
        {**ABOUT, "family": Family(views=("No.",), told=False)},
        (
            "warning at family.told_reason_if_not: The family were not told the reasons, and "
            "nothing says why."
        ),
    ),
    "RAT055, planned only": (
        {
            "risk": (feared(impact=5, status=RiskStatus.THOUGHT_UNLIKELY), *RISKS[1:]),
            "control": (Control(id="M1", risks=("R1",), state=ControlState.PLANNED),),
        },
        (
            "warning at risk.R1.impact: Harm from our own plan (R1) could end in death or a "
            "life-changing injury: keep it on page one. No control for it is in place."
        ),
    ),
    "RAT056": (
        {"risk": (feared(confidence=Confidence.THIN), *RISKS[1:])},
        (
            "warning at risk.R1.confidence: Harm from our own plan (R1): the likelihood rests on "
            "thin evidence, and no open question and no action names R1 or the harm as what it "
            "would settle."
        ),
    ),
    "RAT056, unlikely": (
        {
            "risk": (
                feared(status=RiskStatus.THOUGHT_UNLIKELY, confidence=Confidence.NONE),
                *RISKS[1:],
            )
        },
        (
            "warning at risk.R1.confidence: Harm from our own plan (R1): the likelihood rests on "
            "no evidence, and no open question and no action names R1 or the harm as what it "
            "would settle."
        ),
    ),
    "RAT056, answered and done": (
        {
            "risk": (feared(confidence=Confidence.MIXED), *RISKS[1:]),
            "unknown": (Unknown(id="U1", question="Is R1 likely?", answer="No."),),
            "action": (Action(id="J1", what="Ask about R1.", done_at=Moment(DECIDED)),),
        },
        (
            "warning at risk.R1.confidence: Harm from our own plan (R1): the likelihood rests on "
            "mixed evidence, and no open question and no action names R1 or the harm as what it "
            "would settle."
        ),
    ),
    "RAT057": (
        {"risk": (feared(evidence=(), period="", likelihood=None), *RISKS[1:])},
        (
            "warning at risk.R1.evidence: Harm from our own plan (R1) does not say what that "
            "rests on, over what time and how likely it is."
        ),
    ),
    "RAT058": (
        {"risk": (feared(protective=()), *RISKS[1:])},
        (
            "warning at risk.R1.protective: Harm from our own plan (R1): nothing says what "
            "protects from it or is done about it."
        ),
    ),
    "RAT059": (
        {"unthinkable": (Unthinkable(id="W1", scenario="Nobody comes."),)},
        (
            "warning at unthinkable.W1.warning_sign: W1, thought unthinkable, has no agreed "
            "warning sign."
        ),
    ),
    "RAT080": (
        {"time": times(effective_from=Moment(DECIDED - timedelta(days=1)))},
        (
            "warning at time.effective_from: Takes effect on 30 June 2026, 10:00, before it was "
            "decided on 1 July 2026, 10:00."
        ),
    ),
    "RAT081, the plan": (
        {
            "time": times(
                effective_from=Moment(DECIDED + timedelta(days=2)),
                effective_to=Moment(DECIDED.date() + timedelta(days=1)),
            )
        },
        (
            'warning at time.effective_to: "Ends" is 2 July 2026, before 3 July 2026, 10:00, '
            "when it began."
        ),
    ),
    "RAT081, a warning sign": (
        {
            "trigger": (
                BY_DATE,
                msgspec.structs.replace(
                    BY_EVENT,
                    fired_at=Moment(DECIDED),
                    acted_at=Moment(DECIDED - timedelta(minutes=1)),
                ),
            )
        },
        (
            'warning at trigger.T2.acted_at: "Look-again point T2: acted on" is '
            "1 July 2026, 09:59, before 1 July 2026, 10:00, when it began."
        ),
    ),
    "RAT082, known": (
        {"known": (known(as_of=Moment(DECIDED.date() + timedelta(days=1))),)},
        (
            'warning at known.K1.as_of: "Thing known K1: as of" is 2 July 2026, '
            "after this was recorded."
        ),
    ),
    "RAT082, consulted": (
        {"consulted": (make_view(at=Moment(DECIDED + timedelta(minutes=1))),)},
        (
            'warning at consulted.C1.at: "View C1: when" is 1 July 2026, 10:01, '
            "after this was recorded."
        ),
    ),
    "RAT083": (
        {
            "trigger": (
                msgspec.structs.replace(BY_DATE, due=Moment(DECIDED.date() - timedelta(days=1))),
                BY_EVENT,
                AHEAD,
            )
        },
        (
            "warning at trigger.T1.due: T1: to look again on 30 June 2026, before this was "
            "decided, and nothing says that anybody did."
        ),
    ),
    "RAT088": (
        {"trigger": (msgspec.structs.replace(BY_DATE, acted_at=Moment(DECIDED)), BY_EVENT)},
        (
            "warning at trigger: The next look is blank: the last day that was set was "
            "1 July 2026, 10:00."
        ),
    ),
    "RAT084": (
        {"trigger": (BY_DATE, msgspec.structs.replace(BY_EVENT, owner=""))},
        (
            "warning at trigger.T2.owner: T2, which would make us look again, does not say who "
            "watches for it."
        ),
    ),
    "RAT085, not said": (
        {"dissent": (nurse(),), "time": times(next_hearing=Moment(DECIDED))},
        (
            "warning at dissent.X1.told_court: X1: the school nurse (health) disagrees, and "
            "nothing says whether the court was told of it."
        ),
    ),
    "RAT085, not told": (
        {"dissent": (nurse(told_court=False),), "status": Status.DIRECTED},
        (
            "warning at dissent.X1.told_court: X1: the school nurse (health) disagrees, and "
            "the court was not told of it."
        ),
    ),
    "RAT086": (
        {"dissent": (nurse(words=""),)},
        (
            "warning at dissent.X1.words: X1: the school nurse (health) disagrees, and their own "
            "words are not here."
        ),
    ),
    **{
        f"{rule}, {path}": (
            {"reason": msgspec.structs.replace(COMPLETE.reason, **{path: type(before)()})},
            f"warning at reason.{path}: {text}",
        )
        for rule, path, text in (
            ("RAT091", "decisive", "No decisive reason is given."),
            ("RAT092", "weight", "Nothing says how the reasons were weighed."),
            ("RAT093", "change_mind", "Nothing says what would change our mind."),
            ("RAT094", "comparison", "The options are not compared with each other."),
            ("RAT095", "alternative", "No other explanation of the facts is named."),
            (
                "RAT096",
                "against_favoured",
                "Nothing is named that speaks against the option we favour.",
            ),
            ("RAT097", "harm_of_acting", "Nothing says what harm acting would do."),
            ("RAT098", "harm_of_waiting", "Nothing says what harm waiting would do."),
        )
        for before in [getattr(COMPLETE.reason, path)]
    },
    "RAT090": (
        {"question": msgspec.structs.replace(COMPLETE.question, not_deciding="")},
        "warning at question.not_deciding: Nothing says what is not being decided here.",
    ),
    "RAT099": (
        {"handling": Handling()},
        "warning at handling.shared_reason: Nothing says why it is shared, or why it is not.",
    ),
}


@pytest.mark.parametrize(("changed", "told"), BROKEN.values(), ids=BROKEN)
def test_a_rule_that_is_broken_says_so(changed: dict[str, Any], told: str) -> None:
    assert findings(make_decision(**changed)) == [told]


KEPT: dict[str, dict[str, Any]] = {
    "RAT002, unknown": {"risk": (make_risk(status=RiskStatus.UNKNOWN, plan="Ask."), *RISKS[1:])},
    "RAT004, thought of": {
        "unthinkable": (Unthinkable(id="W1", scenario="A fire.", warning_sign="Smoke."),),
        "none": (*COMPLETE.none, "unthinkable"),
    },
    "RAT005, known": {"risk": (*RISKS, make_risk(id="R5", harm="physical"))},
    "RAT012, confirmed": {"dissent": (nurse(),)},
    "RAT015, whole": {"consulted": (make_view(how="letter"),)},
    "RAT019, said": {"by": msgspec.structs.replace(COMPLETE.by, authority="Delegated.")},
    "RAT020, a third": {"option": (CHOSEN, REJECTED, make_option(id="C"))},
    "RAT021, two": {
        "option": (CHOSEN, msgspec.structs.replace(REJECTED, status=OptionStatus.CHOSEN))
    },
    "RAT030, none": {"gap": (Gap(id="G1", path="case", kind=GapKind.SKIPPED),)},
    "RAT035, settled": {"conflict": ()},
    "RAT036, the same minute": {"time": late(minutes=0)},
    **{
        f"{rule}, {text}": {"reason": msgspec.structs.replace(COMPLETE.reason, weight=text)}
        for rule, text in (
            ("RAT050", "See 943 476 5918, or file 0000000000."),
            ("RAT051", "The K10 2nd look, R1 2nd."),
            ("RAT052", "The baby is born. We look again on 3 March 2026."),
            ("RAT053", "Case 1632960002 of 2026-03-24."),
            ("RAT054", "Ask the nurse@health."),
        )
    },
    "RAT068, known": {"known": (known(),), "none": without("known")},
    "RAT062, asked": {"unknown": (asked(),), "none": without("unknown")},
    "RAT059, agreed": {
        "unthinkable": (Unthinkable(id="W1", scenario="A fire.", warning_sign="Smoke."),)
    },
    "RAT086, in their words": {"dissent": (nurse(words="No."),)},
    "RAT090, said": {
        "question": msgspec.structs.replace(COMPLETE.question, not_deciding="Sundays.")
    },
    **{
        f"{rule}, said": {
            "reason": msgspec.structs.replace(COMPLETE.reason, **{path: "Much as before."})
        }
        for rule, path in (
            ("RAT092", "weight"),
            ("RAT093", "change_mind"),
            ("RAT094", "comparison"),
            ("RAT095", "alternative"),
            ("RAT096", "against_favoured"),
            ("RAT097", "harm_of_acting"),
            ("RAT098", "harm_of_waiting"),
        )
    },
    "RAT001, looked at": {"dissent": (nurse(harms=("rights",)),)},
    "RAT007, looked at": {
        "known": (known(text="A bruise."),),
        "none": without("known"),
        "risk": (*RISKS, make_risk(id="R5", harm="physical")),
    },
    "RAT007, part of a word": {
        "known": (known(text="The white hitch; unhit."),),
        "none": without("known"),
    },
    "RAT007, agreed": {"consulted": (make_view(summary="A bruise."),)},
    "RAT003, present": {"risk": (feared(reason="", status=RiskStatus.PRESENT), *RISKS[1:])},
    "RAT003, planned": {
        "risk": (
            make_risk(reason="", status=RiskStatus.UNKNOWN, plan="Ask the union."),
            *RISKS[1:],
        )
    },
    "RAT011, both": {"not_consulted": (NotConsulted(id="N1", reason="On leave.", plan="Monday."),)},
    "RAT013, closed": {"dissent": (nurse(response="", status=DissentStatus.WITHDRAWN),)},
    "RAT022, contingency": {
        "option": (CHOSEN, make_option(id="B", status=OptionStatus.CONTINGENCY))
    },
    "RAT023, dated": {
        "option": (CHOSEN, make_option(id="B", status=OptionStatus.PARKED, until=Moment(DECIDED)))
    },
    "RAT024, closed": {"trigger": (BY_DATE,), "status": Status.CLOSED},
    "RAT024, limit": {
        "trigger": (BY_DATE, Trigger(id="T2", kind=TriggerKind.THRESHOLD, owner="nurse"))
    },
    "RAT025, superseded": {"trigger": (BY_EVENT,), "status": Status.SUPERSEDED},
    "RAT026, in time": {"trigger": (BY_DATE, acted(minutes=60))},
    "RAT026, explained": {
        "trigger": (BY_DATE, msgspec.structs.replace(acted(hours=2), late_reason="No signal."))
    },
    "RAT026, before": {
        "trigger": (BY_DATE, msgspec.structs.replace(BY_EVENT, due=TOMORROW, acted_at=TODAY))
    },
    "RAT031, in time": {"time": late(minutes=60)},
    "RAT031, explained": {
        "time": msgspec.structs.replace(late(hours=5), late_reason="On the road.")
    },
    "RAT033, known": {"answers": {"g.day": "Quiet."}},
    "RAT034, there": {"control": (Control(id="M1", risks=("R1", "R4")),)},
    "RAT014, none": {"consulted": (), "none": (*COMPLETE.none, "consulted")},
    "RAT016, no view": {"consulted": (make_view(view=View.NO_VIEW),)},
    "RAT017, own words": {
        "dissent": (
            nurse(role="Clinic manager", agency="health", confirmed_at=None, confirmed_how=""),
        )
    },
    "RAT018, directed by a court": {
        "law": (Law(id="L1", provision="CPR-18"), Law(id="L2", provision="CA89-38-6"))
    },
    "RAT018, approved": {"law": (Law(id="L1", provision="CPR-18"),), "approval": (approved(),)},
    "RAT027, not realistic": {
        "option": (
            CHOSEN,
            Option(id="B", status=OptionStatus.NOT_REALISTIC, reason="No nurse."),
        )
    },
    "RAT028, done": {"action": (Action(id="J1", what="Ask.", done_at=Moment(DECIDED)),)},
    "RAT029, whole": {"approval": (approved(),)},
    "RAT037, approved": {"revision": 2, "kind": Kind.APPROVE},
    "RAT038, said": {
        "revision": 2,
        "kind": Kind.REASSESS,
        "change": Change(because="A fall.", still_stands="Yes."),
    },
    "RAT039, whole": {"outcome": (Outcome(id="S1", text="Gone.", by="nurse", at=Moment(DECIDED)),)},
    "RAT069, whole": {"known": (known(),)},
    "RAT063, answered": {"unknown": (Unknown(id="U1", question="Will they?", answer="Yes."),)},
    "RAT064, why not": {
        **ABOUT,
        "person": (Person(id="P1", age_band=AgeBand.ADULT, voice_missing_reason="Asleep."),),
    },
    "RAT065, asked": {
        **ABOUT,
        "none": (*COMPLETE.none, "family.views"),
        "family": Family(told=True),
    },
    "RAT066, why not": {
        **ABOUT,
        "family": Family(views=("No.",), told=False, told_reason_if_not="Not safe."),
    },
    "RAT055, held and watched": {
        "risk": (feared(impact=5), *RISKS[1:]),
        "control": (Control(id="M1", risks=("R1",), state=ControlState.IN_PLACE),),
    },
    "RAT055, does not apply": {
        "risk": (make_risk(impact=5, status=RiskStatus.NOT_APPLICABLE), *RISKS[1:])
    },
    "RAT056, asked": {
        "risk": (feared(confidence=Confidence.THIN), *RISKS[1:]),
        "unknown": (asked(question="How does R1 show?"),),
    },
    "RAT056, asked by name": {
        "risk": (feared(confidence=Confidence.THIN), *RISKS[1:]),
        "action": (make_action(what="Find out about harm from our own plan."),),
    },
    "RAT056, planned": {
        "risk": (feared(confidence=Confidence.THIN, plan="Ask on Friday."), *RISKS[1:])
    },
    "RAT056, present": {
        "risk": (feared(confidence=Confidence.THIN, status=RiskStatus.PRESENT), *RISKS[1:])
    },
    "RAT057, thought unlikely": {"risk": (make_risk(evidence=()), *RISKS[1:])},
    "RAT058, by a control": {
        "risk": (feared(protective=()), *RISKS[1:]),
        "control": (Control(id="M1", risks=("R1",)),),
    },
    "RAT080, later revision": {
        "time": times(effective_from=Moment(DECIDED - timedelta(days=1))),
        "revision": 2,
        "kind": Kind.AMEND,
        "change": Change(because="It began."),
    },
    "RAT081, the same day": {
        "time": times(effective_from=Moment(DECIDED), effective_to=Moment(DECIDED.date()))
    },
    "RAT082, the same day": {"known": (known(as_of=Moment(DECIDED.date())),)},
    "RAT083, looked": {
        "trigger": (
            msgspec.structs.replace(
                BY_DATE,
                due=Moment(DECIDED.date() - timedelta(days=1)),
                acted_at=Moment(DECIDED),
                late_reason="On leave.",
            ),
            BY_EVENT,
            AHEAD,
        )
    },
    "RAT088, ahead": {
        "trigger": (msgspec.structs.replace(BY_DATE, acted_at=TODAY), BY_EVENT, AHEAD)
    },
    "RAT084, closed": {
        "trigger": (msgspec.structs.replace(BY_EVENT, owner=""),),
        "status": Status.CLOSED,
    },
    "RAT085, told": {"dissent": (nurse(told_court=True),), "status": Status.DIRECTED},
    "RAT085, no court": {"dissent": (nurse(),)},
    "RAT085, closed": {
        "dissent": (nurse(status=DissentStatus.UPHELD),),
        "time": times(next_hearing=Moment(DECIDED)),
    },
    "RAT091, asked": {
        "reason": msgspec.structs.replace(COMPLETE.reason, decisive=()),
        "none": (*COMPLETE.none, "reason.decisive"),
    },
    "RAT099, by law": {
        "handling": Handling(),
        "law": (Law(id="L1", provision="DPA18", met_how="Needed to protect her."),),
    },
}


@pytest.mark.parametrize("changed", KEPT.values(), ids=KEPT)
def test_what_a_rule_does_not_mean_is_left_alone(changed: dict[str, Any]) -> None:
    assert findings(make_decision(**changed)) == []


def test_who_is_expected_and_neither_asked_nor_excused_is_named() -> None:
    decision = make_decision(
        consulted=(make_view(role="District Nurse", agency="Health"),),
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


def test_every_rule_is_broken_by_one_record_and_kept_by_another() -> None:
    """Those that need more than a record have a test of their own."""
    apart = {
        "RAT008": test_a_file_of_harms_that_cannot_be_read_is_named,
        "RAT010": test_who_is_expected_and_neither_asked_nor_excused_is_named,
        "RAT032": test_a_question_set_that_is_not_known_here_is_told_and_asks_for_nothing,
        "RAT067": test_a_care_plan_asks_for_the_checks_on_each_adult_of_the_home,
    }
    ids = {rule.id for rule in RULES}

    others = ("test_ratings.py", "test_check_concerns.py", "test_check_law.py")
    texts = [(Path(__file__).parent / one).read_text(encoding="utf-8") for one in others]
    besides = {found for text in texts for found in re.findall(r"RAT\d{3}", text)}

    assert {name[:6] for name in BROKEN} | set(apart) | besides == ids
    assert {name[:6] for name in KEPT} | set(apart) | besides == ids


def test_a_harm_that_could_end_in_death_wants_an_event_as_well() -> None:
    risks = (feared(impact=5, likelihood=1), *RISKS[1:])
    held = (Control(id="M1", risks=("R1",), state=ControlState.IN_PLACE),)
    without_event = make_decision(risk=risks, control=held, trigger=(BY_DATE,))
    with_neither = make_decision(risk=risks, trigger=(BY_DATE,))

    assert [findings(one)[1] for one in (without_event, with_neither)] == [
        (
            "warning at risk.R1.impact: Harm from our own plan (R1) could end in death or a "
            "life-changing injury: keep it on page one. No event is named that would make us "
            "look again early."
        ),
        (
            "warning at risk.R1.impact: Harm from our own plan (R1) could end in death or a "
            "life-changing injury: keep it on page one. No control for it is in place and no "
            "event is named that would make us look again early."
        ),
    ]


def test_a_rule_finds_only_what_it_says_it_can() -> None:
    said = {rule.id: rule.severities for rule in RULES}

    assert all(
        one.severity in said[one.rule]
        for changed, _ in BROKEN.values()
        for one in check(make_case(make_decision(**changed)))
    )


def test_a_care_plan_asks_for_the_checks_on_each_adult_of_the_home() -> None:
    care_plan = question_set(None, "care-plan")
    case = make_case(COMPLETE, questions=care_plan)
    answered = make_case(
        make_decision(answers={"cp.adults": "Mother: both are back."}), questions=care_plan
    )

    assert told(check(case)) == [
        (
            "warning at answers.cp.adults: Nothing says which checks are back on each adult of "
            "the home; one of them may not be assessed."
        )
    ]
    assert check(answered) == ()


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
        dissent=(nurse(harms=("physical",)),),
    )

    assert {one.path: one.question for one in check(make_case(decision))} == {
        "dissent.X1.harms": "Let us look at each kind of harm in turn.",
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
        (
            "warning at risk.R1.confidence: Neglect (R1): the likelihood rests on mixed evidence, "
            "and no open question and no action names R1 or the harm as what it would settle."
        ),
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
        (
            "warning at consulted.C4.view: The health visitor (health) was asked and has not "
            "replied, which is not the same as agreeing."
        ),
        "warning at option.C.until: Option C is parked without a date.",
        "warning at option.E.until: Option E is parked without a date.",
        (
            "warning at answers.cp.adults: Nothing says which checks are back on each adult of "
            "the home; one of them may not be assessed."
        ),
        (
            "warning at answers.cp.checks: The ordinary checks for a placement with a parent are "
            "not mentioned: section 38(6) is relied on, and CPR-17 is not cited. Some of them "
            "fall away on this route."
        ),
        (
            "warning at answers.cp.stop: A court directs it under section 38(6): nothing says who "
            "can stop it, and how fast."
        ),
        "warning at handling.shared_reason: Nothing says why it is shared, or why it is not.",
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

    assert [one for one in told(found) if "confirmed" in one] == [
        (
            "warning at dissent.X2.confirmed: "
            "X2: the home senior (children's home) has not confirmed these words."
        ),
        (
            "warning at dissent.X1.confirmed_at: X1: the words are said to be confirmed; "
            "nothing says when and how."
        ),
    ]


def findings(decision: Decision) -> list[str]:
    return told(check(make_case(decision)))


def told(found: Sequence[Finding]) -> list[str]:
    return [f"{one.severity.value} at {one.path}: {one.text}" for one in found]


def silent(decision: Decision) -> list[str]:
    return [one.harm for one in check(make_case(decision)) if one.rule == "RAT002"]
