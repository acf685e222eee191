"""Before saving, everything that is left open is within reach."""

import pytest
from msgspec.structs import replace

import small_set
from keyboard import ALL, DOWN, ENTER, STOP, held
from rationale_cli.domain.asking.interview import END, Interview
from rationale_cli.services.asking import Discarded, Stopped


def _interview() -> Interview:
    """A quick interview at its end, with a question that only a final save needs."""
    questions = tuple(
        replace(one, final=True) if one.id == "s.undo" else one
        for one in small_set.QUESTIONS.questions
    )
    small = small_set.interview()
    return replace(small, questions=replace(small.questions, questions=questions), place=END)


@pytest.mark.parametrize(
    "keys",
    [
        ":go s.undo" + ENTER,
        "3" + ENTER + "hard" + ENTER,
        ALL + "7" + ENTER,
        ":list" + ENTER + "7" + ENTER,
    ],
)
def test_what_is_left_open_can_be_reached_before_saving(keys: str) -> None:
    found = held(keys + DOWN + ENTER, _interview())

    assert found.interview.answers == {"question": {"reversibility": "easy"}}


def test_the_numbers_of_all_answers_are_those_of_the_questions() -> None:
    found = held(ALL + "5" + ENTER, _interview())

    assert "Harms · 5 of 6\n" in found.shown


def test_everything_is_thrown_away_only_when_somebody_says_yes() -> None:
    asked_twice = "5" + ENTER

    assert isinstance(held(asked_twice + "y" + ENTER, _interview()).ending, Discarded)
    for no in ("", "n", STOP, "maybe" + ENTER):
        assert isinstance(held(asked_twice + no + ENTER, _interview()).ending, Stopped)


def test_what_cannot_be_done_before_saving_is_said_to_be_so() -> None:
    found = held(":skip it" + ENTER, _interview())

    assert '":skip" cannot be done here.' in found.shown
