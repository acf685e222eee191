"""What a copy says of a field that was left out of an item: never that nobody said it."""

from datetime import UTC, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from briefings import brief
from builders import DECIDED, make_decision, make_risk, make_view
from histories import linear
from rationale_cli.cli import present
from rationale_cli.codec.shipped import harms, words
from rationale_cli.domain.audience import view
from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.keeping import Change, Handling, Times
from rationale_cli.domain.knowledge import Unknown
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.people import Dissent, DissentStatus
from rationale_cli.domain.risk import Rating, RiskStatus
from rationale_cli.domain.settings import Audience, Settings
from rationale_cli.domain.telling.briefing import Briefing, Section
from rationale_cli.domain.timeline.composing import compose
from rationale_cli.domain.trigger import Action, Trigger, TriggerKind
from rationale_cli.services import audiences

CORE = audiences.clearance(Settings(), "core-team")
COURT = audiences.clearance(Settings(), "court")
FAMILY = audiences.clearance(
    Settings(audience={"family": Audience(labels=("family",), default_label="family")}), "family"
)
VIEWS = audiences.clearance(
    Settings(audience={"views": Audience(labels=("team",), default_label="team")}), "views"
)
DISSENT = Dissent(
    id="X1",
    role="health visitor",
    at=Moment(DECIDED),
    words="Wait.",
    response="We waited.",
    status=DissentStatus.UPHELD,
    confirmed=True,
)
EARLIER = Instant(DECIDED.replace(year=2025))


def _copy(clearance: Clearance, *paths: str, label: str = "legal", **changed: Any) -> Briefing:
    """Give a copy from which the fields at some paths are left out."""
    handling = Handling(sensitivity=dict.fromkeys(paths, label))
    decision = make_decision(**{"none": (), **changed, "handling": handling})
    seen = view(linear(decision), clearance).history[-1].decision
    return brief((seen,), audience=clearance.audience)


def _section(page: Briefing, anchor: str) -> Section:
    return next(one for one in page.sheet if one.anchor == anchor)


def test_a_withheld_answer_to_a_disagreement_is_no_missing_one() -> None:
    hidden = [f"dissent.X1.{field}" for field in ("at", "words", "response", "status", "confirmed")]
    (told,) = _copy(CORE, *hidden, dissent=(DISSENT,)).objections

    assert (told.raised, told.words, told.answer, told.standing, told.confirmed) == (
        "on a day that is not in this copy",
        "Their words are not in this copy.",
        "No answer is in this copy.",
        "This copy does not say where it stands.",
        "This copy does not say whether these are their words.",
    )


def test_what_nobody_said_of_a_disagreement_is_told_as_that() -> None:
    (told,) = _copy(CORE, dissent=(Dissent(id="X1", role="health visitor"),)).objections

    assert (told.raised, told.words, told.answer, told.standing, told.confirmed) == (
        "on a day that was not noted",
        "Their words were not noted.",
        "No answer yet.",
        "Open.",
        "Nobody has asked them whether these are their words.",
    )


def test_withheld_measures_of_a_risk_are_not_told_as_not_asked() -> None:
    risk = make_risk(id="R1", likelihood=2, impact=3)
    page = _copy(CORE, "risk.R1.likelihood", "risk.R1.impact", risk=(risk,))

    assert page.harms.risks[0].how == "How likely and how bad is not in this copy"


def test_whoever_watches_for_a_sign_may_be_withheld() -> None:
    sign = Trigger(id="T1", kind=TriggerKind.EVENT, text="No call.", owner="o", fired_at=EARLIER,
                   acted_at=EARLIER)  # fmt: skip
    (call,) = _copy(
        CORE, "trigger.T1.owner", "trigger.T1.acted_at", trigger=(sign,), unthinkable=()
    ).calls

    assert call.who == "Who watches is not in this copy."
    assert "waits for us" not in call.then


def test_times_roles_and_codes_that_are_withheld_are_not_told_as_not_asked() -> None:
    page = _copy(CORE, "time.decided_at", "by.decision_maker", "by.recorder", "status")

    assert page.opening.facts[0].text == "time not in this copy, by whom is not in this copy"
    assert (page.status, page.mode) == ("Not in this copy", "Not asked")
    assert (page.history[0].decided, page.history[0].who) == ("Not in this copy.",) * 2


@pytest.mark.parametrize("label", ["legal", "police"])
def test_a_question_whose_answer_is_withheld_is_not_told_as_open(label: str) -> None:
    """Whether it is open cannot be told, so nothing is told of it."""
    unknown = (
        Unknown(id="U1", question="Who was there?", answer="An informant."),
        Unknown(id="U2", question="Is it warm?"),
    )
    for clearance, anchor in ((FAMILY, "open"), (VIEWS, "unknown")):
        page = _copy(clearance, "unknown.U1.answer", label=label, unknown=unknown)
        part = _section(page, anchor)
        assert [*part.notes, *(one.title for one in part.entries)] == ["Is it warm?"]


@pytest.mark.parametrize("label", ["legal", "police"])
def test_what_may_have_been_done_is_not_told_as_still_to_be_done(label: str) -> None:
    action = (
        Action(id="J1", what="Call the court.", due=EARLIER, done_at=EARLIER),
        Action(id="J2", what="Call the school.", due=EARLIER),
    )
    page = _copy(FAMILY, "action.J1.done_at", label=label, action=action, trigger=())

    assert [one.title for one in _section(page, "next").entries] == ["Call the school."]


def test_a_family_is_not_told_that_somebody_still_disagrees_whose_standing_is_withheld() -> None:
    page = _copy(FAMILY, "dissent.X1.status", label="police", dissent=(DISSENT,))

    (entry,) = _section(page, "disagree").entries
    assert [one.label for one in entry.facts] == ["Our answer"]


def test_when_every_question_was_answered_that_is_no_silence() -> None:
    unknown = (Unknown(id="U1", question="Who was there?", answer="Nobody."),)
    part = _section(_copy(VIEWS, unknown=unknown), "unknown")

    assert part.silence == "Each question that stands here was answered."
    assert part.silence_kind == ""


def test_the_silence_about_what_a_child_says_is_the_one_of_that_place() -> None:
    page = _copy(VIEWS, none=("person",))

    part = _section(page, "person")
    assert (part.silence, part.silence_kind) == ("Not asked.", "not-asked")


def test_a_reason_that_is_withheld_is_not_told_as_not_asked() -> None:
    first = make_decision()
    second = make_decision(
        revision=2,
        title="The clinic on Saturdays and Sundays",
        change=Change(because="The court advised it."),
        handling=Handling(sensitivity={"change.because": "legal"}),
    )
    seen = view(linear(first, second), CORE).history
    page = brief(tuple(one.decision for one in seen))

    assert page.changed.because == "Why it changed is not in this copy."


def _events(*decisions: Decision) -> str:
    seen = view(linear(*decisions), CORE).history
    found = compose([seen], harms=harms(), words=words(), zone=UTC).events
    return "\n".join(f"{one.words} {' '.join(one.detail)}" for one in found)


def test_on_the_line_of_time_nothing_withheld_was_not_said() -> None:
    hidden = (
        "risk.R1.likelihood", "dissent.X1.words", "time.decided_at", "rating.B1.value"
    )  # fmt: skip
    decision = make_decision(
        risk=(make_risk(id="R1", status=RiskStatus.PRESENT, likelihood=2, impact=3),),
        dissent=(DISSENT,),
        rating=(Rating(id="B1", scale="danger", value="2"),),
        none=(),
        handling=Handling(sensitivity=dict.fromkeys(hidden, "legal")),
    )
    told = _events(decision)

    assert "was not said" not in told
    assert "not noted" not in told
    assert "how likely is not in this copy, impact" in told
    assert "when it was decided is not in this copy" in told
    assert "B1, danger: not in this copy" in told
    assert "Their words are not in this copy." in told


def test_a_risk_whose_measures_are_withheld_from_now_on_is_not_set_back() -> None:
    hidden = ("risk.R1.status", "risk.R1.likelihood")
    first = make_decision(risk=(make_risk(id="R1", status=RiskStatus.PRESENT, likelihood=2),))
    second = make_decision(
        revision=2,
        risk=(make_risk(id="R1", status=RiskStatus.NOT_RULED_OUT, likelihood=3),),
        handling=Handling(sensitivity=dict.fromkeys(hidden, "police")),
    )

    assert "set back" not in _events(first, second)


def test_why_it_was_recorded_late_may_be_withheld() -> None:
    late = Times(decided_at=EARLIER, recorded_at=Instant(DECIDED), late_reason="The power failed.")
    labelled = Handling(sensitivity={"time.late_reason": "legal", "by.recorder": "legal"})
    history = linear(make_decision(time=late, handling=labelled))
    told = [
        "\n".join(present.history(view(history, one).history, words(), {"general/1": timedelta(1)}))
        for one in (EVERYTHING, CORE)
    ]

    assert "because: The power failed." in told[0]
    assert "and why is not in this copy" in told[1]
    assert "by        not in this copy" in told[1]


def test_the_court_is_not_told_that_a_view_was_not_asked_which_is_withheld() -> None:
    guardian = make_view(role="children's guardian", confirmed_by_them=True)
    paths = [f"consulted.{guardian.id}.{one}" for one in ("view", "confirmed_by_them")]
    for label, told in (("legal", "is not in this copy"), ("", "was not asked")):
        withheld = paths if label else []
        kept = {} if label else {"view": None, "confirmed_by_them": None}
        consulted = (replace(guardian, **kept),)
        page = _copy(COURT, *withheld, label=label, consulted=consulted)
        (entry,) = [one for one in _section(page, "fairness").entries if "guardian" in one.title]
        assert entry.text.startswith(f"Their view {told}.")
        assert entry.facts[-1].text == ("Not in this copy" if label else "Not asked")
