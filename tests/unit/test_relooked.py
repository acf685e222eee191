"""Looking again: what a reassessment says was looked at, and what it claims nothing of."""

from datetime import UTC, datetime

import pytest

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.decision import Kind
from rationale_cli.domain.relooked import kind_said, looked

NOW = datetime(2026, 4, 9, 18, 55, tzinfo=UTC)
DECIDED = datetime(2026, 4, 9, 18, 20, tzinfo=UTC)
BEFORE: Answers = {
    "risk": [
        {"id": "R1", "harm": "neglect", "status": "not-ruled-out"},
        {"id": "R2", "harm": "physical", "status": "present"},
        {"id": "R3", "harm": "sexual", "status": "not-considered"},
        {"id": "R4", "harm": "emotional"},
    ]
}


def test_a_risk_that_is_named_was_looked_at_when_it_was_decided() -> None:
    said = {"time": {"decided_at": DECIDED}, "risk": [{"id": "R2", "likelihood": 4}]}

    assert looked(BEFORE, said, NOW)["risk"] == [
        {"id": "R2", "likelihood": 4, "assessed_at": DECIDED}
    ]


@pytest.mark.parametrize(
    "risk",
    [
        {"id": "R2"},
        {"id": "R3", "reason": "Nobody has asked."},
        {"id": "R2", "likelihood": 4, "assessed_at": NOW},
        {"harm": "online"},
    ],
    ids=["only named", "not considered", "says when", "new and open"],
)
def test_nothing_is_claimed_that_nobody_said(risk: Answers) -> None:
    assert looked(BEFORE, {"risk": [risk]}, DECIDED)["risk"] == [risk]


def test_all_the_others_unchanged_is_said_in_one_answer_and_leaves_no_trace_of_its_own() -> None:
    said: Answers = {"risk": [{"id": "R2", "impact": 5}], "answers": {"ru.rest": True}}

    assert looked(BEFORE, said, NOW) == {
        "risk": [
            {"id": "R2", "impact": 5, "assessed_at": NOW},
            {"id": "R1", "assessed_at": NOW},
        ]
    }


def test_a_risk_that_is_taken_out_is_not_looked_at() -> None:
    said: Answers = {"remove": {"risk": ["R1", "R2"]}, "answers": {"ru.rest": True, "g.day": "x"}}

    assert looked(BEFORE, said, NOW) == {
        "remove": {"risk": ["R1", "R2"]},
        "answers": {"g.day": "x"},
    }


@pytest.mark.parametrize("heard", [{"ru.rest": False}, {}])
def test_without_that_answer_the_others_stay_as_they_are(heard: Answers) -> None:
    assert "risk" not in looked(BEFORE, {"answers": heard}, NOW)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [("it holds", Kind.CONFIRM), ("it is reversed", Kind.REVERSE), ("unsure", None), ("", None)],
)
def test_whether_the_decision_holds_makes_the_kind(answer: str, kind: Kind | None) -> None:
    assert kind_said({"answers": {"ru.holds": answer}}) is kind
