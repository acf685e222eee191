"""Answered afresh: what differs from what stands, and what becomes of it."""

from typing import Any

from rationale_cli.codec import shipped
from rationale_cli.domain.afresh import begun, points, settled, summary

OLD: dict[str, Any] = {
    "question_set": "care-plan/1",
    "person": [{"id": "P1", "age_band": "under-1", "voice": "She settles."}],
    "question": {"statement": "Should she stay?"},
    "option": [
        {"id": "A", "title": "Stay at home", "status": "chosen"},
        {"id": "B", "title": "A unit", "status": "rejected", "reason": "Late."},
    ],
    "risk": [
        {"id": "R1", "harm": "neglect", "status": "not-ruled-out", "likelihood": 3, "impact": 3}
    ],
    "reason": {"change_mind": "A missed visit."},
}
PHYSICAL = {"id": "R1", "harm": "physical", "status": "present", "likelihood": 4, "impact": 5}
WORDS = shipped.words()


def told(**new: Any) -> list[tuple[str, str, str]]:
    """Give what differs, as id, old and new."""
    return [(one.id, one.old, one.new) for one in points(OLD, new, WORDS)]


def taken(choice: str, **new: Any) -> dict[str, Any]:
    """Give what stands once one choice was made for every difference."""
    every = dict.fromkeys((one.id for one in points(OLD, new, WORDS)), choice)
    return settled(OLD, new, every, {"risk": ("R1", "R2"), "option": ("A", "B", "C")})


def test_whoever_answers_afresh_sees_whom_it_is_about_and_nothing_that_was_said() -> None:
    assert begun(OLD) == {
        "question_set": "care-plan/1",
        "person": [{"id": "P1", "age_band": "under-1"}],
    }


def test_what_was_not_asked_or_says_the_same_is_no_difference() -> None:
    assert told() == []
    assert told(question={"statement": "should she  stay?"}, risk=[dict(OLD["risk"][0])]) == []
    assert told(risk=[{"id": "R9", "harm": "physical", "status": "not-considered"}]) == []
    assert told(option=[{"id": "A", "title": "stay at home", "status": "chosen"}]) == []
    assert told(option=[{"id": "A", "title": "A unit"}]) == []


def test_old_and_new_stand_side_by_side_in_words() -> None:
    assert told(question={"statement": "Where should she live?"}, risk=[PHYSICAL]) == [
        ("question.statement", "“Should she stay?”", "“Where should she live?”"),
        (
            "risk.physical",
            "not yet looked at",
            "present, likelihood likely (4), impact catastrophic (5)",
        ),
    ]
    assert told(option=[{"id": "A", "title": "A unit", "status": "chosen"}]) == [
        ("option", "Stay at home (chosen); A unit (rejected)", "A unit (chosen)")
    ]
    assert told(reason={"change_mind": "A mark."}) == [
        ("reason.change_mind", "“A missed visit.”", "“A mark.”")
    ]


def test_the_old_stays_unless_somebody_says_otherwise() -> None:
    new = {"question": {"statement": "Where?"}, "risk": [PHYSICAL], "option": [{"title": "Aunt"}]}

    assert settled(OLD, new, {}, {}) == OLD
    assert taken("old", **new) == OLD


def test_a_text_is_taken_or_stands_below_the_old_one() -> None:
    new = {"reason": {"change_mind": "A mark."}}

    assert taken("new", **new)["reason"] == {"change_mind": "A mark."}
    assert taken("both", **new)["reason"] == {"change_mind": "A missed visit.\nA mark.\n"}


def test_a_harm_that_is_new_gets_an_id_that_nobody_had() -> None:
    assert taken("new", risk=[PHYSICAL])["risk"][1] == {**PHYSICAL, "id": "R3"}


def test_both_views_of_a_harm_stand_in_words() -> None:
    fresh = {**PHYSICAL, "harm": "neglect", "reason": "Weight."}

    assert taken("new", risk=[fresh])["risk"] == [{**fresh, "id": "R1"}]
    (both,) = taken("both", risk=[fresh])["risk"]
    assert (both["status"], both["likelihood"]) == ("not-ruled-out", 3)
    assert both["reason"] == ("Answered afresh: status present, likelihood 4, impact 5.\nWeight.\n")


def test_another_choice_parks_the_one_before_it() -> None:
    unit = {"title": "A unit", "status": "chosen", "reason": "Eyes."}
    new = {"option": [unit, {"title": "Aunt"}]}

    assert taken("new", **new)["option"] == [
        {"id": "A", "title": "Stay at home", "status": "parked"},
        {"id": "B", "title": "A unit", "status": "chosen", "reason": "Eyes."},
        {"id": "D", "title": "Aunt"},
    ]
    assert [one.get("status") for one in taken("both", **new)["option"]] == [
        "chosen",
        "chosen",
        None,
    ]


def test_it_is_said_that_it_was_answered_afresh_and_what_came_of_it() -> None:
    found = points(OLD, {"risk": [PHYSICAL], "reason": {"change_mind": "A mark."}}, WORDS)

    assert summary(found, {"risk.physical": "new"}) == (
        "Answered afresh, before the old answers were shown. Kept as it was: What would change "
        "our mind; taken over as answered afresh: Physical harm."
    )
    assert summary((), {}).endswith("Nothing was answered differently.")
