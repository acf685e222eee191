"""Choices on a screen: nothing is chosen by accident, and no mark is lost."""

from msgspec.structs import replace

import small_set
from keyboard import ALL, BACK, DOWN, ENTER, ON, RUBOUT, STOP, held
from rationale_cli.domain.asking.interview import Interview, Mode, Place

AT_UNDO = Place("s.undo")
AT_HARMS = Place("s.who", "X1", "harms")


def _undo() -> Interview:
    return replace(small_set.interview(mode=Mode.FULL), place=AT_UNDO)


def _harms(**more: object) -> Interview:
    dissent = [{"id": "X1", "role": "health visitor", **more}]
    return replace(small_set.interview({"dissent": dissent}), place=AT_HARMS)


def _chosen(keys: str) -> object:
    return held(keys, _undo()).interview.answers.get("question")


def _marked(keys: str, interview: Interview) -> object:
    return held(keys, interview).interview.answers["dissent"][0].get("harms")


def test_a_word_that_is_none_of_the_choices_chooses_nothing() -> None:
    """Its first letter alone would have meant one, and a tired person presses Enter again."""
    assert _chosen("hopeless" + ENTER + ENTER) is None
    assert _chosen("h" + RUBOUT + ENTER) is None


def test_what_was_pointed_at_is_still_pointed_at_after_a_look_elsewhere() -> None:
    hard = {"reversibility": "hard"}

    assert _chosen(DOWN * 3 + "?" + ENTER) == hard
    assert _chosen(DOWN * 3 + ALL + STOP + ENTER) == hard
    assert _chosen(DOWN * 3 + "x" + ENTER + ENTER) == hard


def test_marks_stay_after_help_after_going_back_and_after_stopping() -> None:
    marked = ["neglect"]
    marks = DOWN * 2 + " "

    stopped = held(marks, _harms()).interview

    assert stopped.typed == {"dissent.X1.harms": "2"}
    assert _marked(ENTER, stopped) == marked
    assert _marked(marks + "?" + ENTER, _harms()) == marked
    assert _marked(marks + BACK + ENTER * 2, _harms()) == marked


def test_marks_that_were_taken_away_stay_away() -> None:
    standing = _harms(harms=["neglect"])
    unmarks = DOWN * 2 + " "

    stopped = held(unmarks, standing).interview

    assert stopped.typed == {"dissent.X1.harms": "none"}
    assert held(ENTER, stopped).interview.answers["none"] == ["dissent.X1.harms"]
    assert held(unmarks + " ", standing).interview.typed == {}


def test_choosing_by_number_by_letters_and_by_arrow_is_the_same() -> None:
    hard = {"reversibility": "hard"}

    assert _chosen("3" + ENTER) == _chosen("har" + ENTER) == _chosen(DOWN * 3 + ENTER) == hard
    assert _chosen(ON) is None
