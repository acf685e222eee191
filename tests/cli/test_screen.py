"""What holds at every question of a screen, whatever is open."""

from collections.abc import Iterable

import pytest
from msgspec.structs import replace

import small_set
from keyboard import BACK, ENTER, ON, RUBOUT, TAB, held
from rationale_cli.domain.asking.interview import Interview, Mode
from rationale_cli.domain.asking.moving import go


def _at_harms(mode: Mode = Mode.QUICK) -> Interview:
    found = go(small_set.interview(mode=mode), "s.risk")
    assert found is not None
    return found


def test_a_command_leaves_nothing_behind_in_the_field_where_it_was_typed() -> None:
    found = held(ENTER + ":go s.ask" + ENTER + "Move?" + ON + RUBOUT * 5 + "Title" + ENTER)

    assert found.interview.answers == {"question": {"statement": "Move?"}, "title": "Title"}
    assert found.interview.typed == {}


def test_a_bug_ends_the_program_as_anywhere_else() -> None:
    """It would else be told on the screen, with whatever of the record stands in its message."""

    def fails(*_: object) -> Iterable[object]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        held(ENTER + "T", complete=fails)


def test_the_transcript_says_what_was_left_and_why() -> None:
    found = held(":unknown" + ENTER + ":unknown ask on Monday" + ENTER)

    assert "What are we deciding?\n  (not known)\n" in found.shown
    assert "What shall we call it?\n  (not known: ask on Monday)\n" in found.shown


def test_the_transcript_names_the_kind_of_harm_that_was_left() -> None:
    found = held(":skip nobody could say" + ENTER + "n" + TAB, _at_harms())

    assert "  neglect: (skipped: nobody could say)\n" in found.shown


def test_back_leads_to_what_was_asked_of_the_same_harm_before() -> None:
    """In the full interview more than a reason is asked, and a slip is mostly one step back."""
    slip = "pHungry." + ON + BACK
    found = held(slip + RUBOUT + " and cold." + ON + "5" + ENTER, _at_harms(Mode.FULL))

    assert found.interview.answers["risk"] == [
        {
            "id": "R1",
            "harm": "neglect",
            "status": "present",
            "reason": "Hungry and cold.",
            "likelihood": 5,
        }
    ]


def test_back_leads_from_the_first_of_it_to_all_harms() -> None:
    found = held("p" + BACK + "n", _at_harms(Mode.FULL))

    assert found.interview.answers["risk"] == [{"id": "R1", "harm": "neglect", "status": "unknown"}]
    assert found.interview.place.column == "plan"


def test_a_row_is_called_what_its_question_set_calls_it() -> None:
    small = small_set.interview()
    questions = tuple(
        replace(one, noun="colleague") if one.id == "s.who" else one
        for one in small.questions.questions
    )
    named = replace(small, questions=replace(small.questions, questions=questions))

    assert "· different view X1\n" in held(":go s.who" + ENTER + "a", small).shown
    assert "· colleague X1\n" in held(":go s.who" + ENTER + "a", named).shown


def test_before_the_first_question_there_is_none() -> None:
    found = held("Mov" + BACK + "e?" + ON)

    assert found.interview.answers["question"] == {"statement": "Move?"}
    assert "  This is the first question.\n" in found.shown
    assert "(back)" not in found.shown


def test_keys_that_were_typed_ahead_are_for_the_questions_to_come() -> None:
    found = held("Move?" + ON + BACK + BACK + ENTER + "!" + ENTER)

    assert found.interview.answers == {"question": {"statement": "Move?"}, "title": "Move?!"}
