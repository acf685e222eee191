"""Ratings beside one another: who differs, and which band does not go with its evidence."""

from datetime import date
from typing import Any

import pytest

from briefings import brief
from builders import DECIDED, make_case, make_decision
from rationale_cli.codec import shipped
from rationale_cli.domain.asking.interview import Interview, Mode, Place
from rationale_cli.domain.asking.moving import onward
from rationale_cli.domain.asking.step import present
from rationale_cli.domain.change import diff
from rationale_cli.domain.check.checking import check
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.ratings import Evidence, at_odds, differing
from rationale_cli.domain.risk import Rating
from rationale_cli.domain.telling.sentences import tell
from rationale_cli.services.question_sets import question_set

BEGUN = "begun and can be seen"
EARLIER, LATER = date(2026, 3, 1), date(2026, 6, 1)


def band(value: str, role: str = "social worker", **other: Any) -> dict[str, Any]:
    """Give one partner's reunification band."""
    return {"id": "B1", "scale": "reunification-band", "value": value, "role": role, **other}


def test_partners_differ_when_the_ratings_that_stand_are_not_the_same() -> None:
    nurse = band("high", "nurse", id="B2")

    assert differing([band("medium"), nurse]) == ((band("medium"), nurse),)
    assert differing([band("high"), nurse]) == ()
    assert differing([band("medium"), {**nurse, "scale": "our own"}]) == ()
    assert differing([band("medium"), {**nurse, "value": ""}]) == ()


def test_of_several_ratings_by_one_partner_the_latest_stands() -> None:
    """Three classifications in one record are a history, and no difference between partners."""
    first, second = band("severe", at=EARLIER), band("medium", id="B2", at=LATER)

    assert differing([first, second]) == ()
    assert differing([second, first, band("medium", "nurse", id="B3")]) == ()
    assert differing([first, second, band("severe", "nurse", id="B3")]) != ()


def test_ratings_of_nobody_in_particular_are_those_of_different_people() -> None:
    assert differing([band("low", ""), band("high", "", id="B2")]) != ()


@pytest.mark.parametrize(
    ("value", "said", "odds"),
    [
        (
            "low",
            {"re.factors": ["debt"], "re.change": BEGUN},
            "risk change-begun",
        ),
        ("low", {"re.change": "lasting and checked by somebody else"}, ""),
        ("medium", {"re.change": "none yet"}, "no-change"),
        ("medium", {"re.change": BEGUN}, ""),
        ("medium", {}, "change-not-said"),
        ("medium", {"re.strengths": ["change has lasted and was checked by somebody else"]}, ""),
        ("high", {"re.strengths": [], "re.change": "none yet"}, "no-protection"),
        ("high", {}, ""),
        ("severe", {"re.strengths": ["safe wider family"]}, "protection"),
        ("severe", {"re.factors": ["debt"], "re.strengths": [], "re.change": "none yet"}, ""),
        ("medium", {"re.change": "our own word for it"}, ""),
        ("our own", {"re.change": "none yet"}, ""),
    ],
)
def test_a_band_is_at_odds_with_what_was_said(value: str, said: dict[str, Any], odds: str) -> None:
    found = at_odds({"rating": [band(value)], "answers": said})

    assert " ".join(each.value for one in found for each in one.evidence) == odds


def test_said_to_be_none_and_not_asked_are_two_things() -> None:
    rating = {"rating": [band("high")]}

    assert at_odds(rating) == ()
    (found,) = at_odds({**rating, "none": ["answers.re.strengths"]})
    assert found.evidence == (Evidence.NO_PROTECTION,)


def going_home(*ratings: Rating, **answers: Any) -> Decision:
    """Give a decision about a return that says nothing but its ratings and some answers."""
    said = {f"re.{key}": value for key, value in answers.items()}
    return make_decision(question_set="reunification/2", rating=ratings, answers=said)


OURS = Rating(
    id="B1",
    scale="reunification-band",
    value="medium",
    why="The visits went well.",
    role="social worker",
    agency="social care",
    at=Moment(DECIDED),
)
THEIRS = Rating(id="B2", scale="reunification-band", value="high", role="nurse", agency="health")


def found(decision: Decision) -> list[str]:
    """Give what the rules about ratings find."""
    every = check(make_case(decision))
    return [f"{one.path}: {one.text}" for one in every if one.rule in {"RAT060", "RAT061"}]


def test_partners_who_differ_are_told_until_somebody_says_why() -> None:
    begun = {"change": BEGUN, "odds": "It began this week."}

    assert found(going_home(OURS, THEIRS, **begun)) == [
        (
            "answers.re.differ: Partners differ, and nothing says why: the social worker "
            "(social care) gives medium; the nurse (health) gives high."
        )
    ]
    assert found(going_home(OURS, THEIRS, **begun, differ="Health sees missed checks.")) == []


def test_where_no_question_asks_for_the_difference_each_reason_will_do() -> None:
    asked = make_decision(rating=(OURS, THEIRS))
    told = make_decision(rating=(OURS, Rating(id="B2", scale=OURS.scale, value="high", why="Debt")))

    assert [one.partition(":")[0] for one in found(asked)] == ["rating"]
    assert found(told) == []


def test_a_band_at_odds_is_told_until_somebody_says_why() -> None:
    assert found(going_home(OURS, change="none yet")) == [
        (
            "answers.re.odds: The social worker (social care) gives medium, and no change is seen "
            "yet. Nothing says why it is that band."
        )
    ]
    assert found(going_home(OURS)) == [
        (
            "answers.re.odds: The social worker (social care) gives medium, and nobody has said "
            "whether anything has changed. Nothing says why it is that band."
        )
    ]
    assert found(going_home(OURS, change="none yet", odds="The carer is new.")) == []


def test_another_band_and_a_new_partner_are_material() -> None:
    before, after = (
        going_home(OURS),
        going_home(Rating(**{**_plain(OURS), "value": "severe"}), THEIRS),
    )

    (section,) = tell(before, after, shipped.words())

    assert [(one.text, one.is_material) for one in section.sentences] == [
        (
            'Rating B1, social worker, social care: medium → severe (some forms say "very high")',
            True,
        ),
        ("New: rating B2, nurse, health: high", True),
    ]
    assert [one.path for one in diff(before, after)] == ["rating.B1.value", "rating.B2"]


def test_a_briefing_says_who_gives_which_band_and_where_they_differ() -> None:
    decision = going_home(OURS, THEIRS, change="none yet", odds="The carer is new.")

    (section,) = (one for one in brief((decision,)).sections if one.anchor == "rating")

    (table,) = section.tables
    assert table.rows == (
        (
            "B1, social worker, social care",
            "Medium (reunification band)",
            "The visits went well.",
            "1 July 2026, 10:00",
        ),
        ("B2, nurse, health", "High (reunification band)", "Not asked.", "Not asked."),
    )
    assert section.notes == (
        (
            "Partners differ: the social worker (social care) gives medium; the nurse (health) "
            "gives high. Nothing says why."
        ),
        (
            "The social worker (social care) gives medium, and no change is seen yet. "
            "Why: The carer is new."
        ),
    )


def test_the_set_asks_for_a_reason_only_where_there_is_something_to_explain() -> None:
    asked = {one.id: one.when for one in question_set(None, "reunification").questions}

    assert [one.rated for one in asked["re.differ"]] == ["differently"]
    assert [one.rated for one in asked["re.odds"]] == ["at-odds"]


def _plain(rating: Rating) -> dict[str, Any]:
    return {name: getattr(rating, name) for name in rating.__struct_fields__}


def test_partners_who_differ_and_a_band_that_does_not_fit_are_asked_for_the_reason() -> None:
    given = {"answers": {"re.change": "none yet"}, "rating": [band("medium")]}

    assert asked_after_the_bands(given) == [
        (
            "The band is medium, and so far no change is seen yet. "
            "What is the reason for the band all the same?"
        )
    ]
    begun = {"answers": {"re.change": BEGUN}, "rating": [band("medium"), band("low", "nurse")]}
    assert asked_after_the_bands(begun) == [
        "The bands differ. What makes the difference?",
        (
            "The band is low, and so far change has begun and can be seen. "
            "What is the reason for the band all the same?"
        ),
    ]
    assert asked_after_the_bands({**begun, "rating": [band("medium")]}) == []


def asked_after_the_bands(answers: dict[str, Any]) -> list[str]:
    """Give what the set asks between the bands and what tipped it."""
    interview = Interview(
        questions=question_set(None, "reunification"),
        texts=shipped.texts(),
        harms=shipped.harms(),
        mode=Mode.FULL,
        answers=answers,
        place=Place("re.band"),
    )
    found = []
    while (step := present(interview := onward(interview))) and step.section.id == "harms":
        if step.question.id in {"re.differ", "re.odds"}:
            found.append(step.text)
    return found
