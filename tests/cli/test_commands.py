"""A command can be typed over an answer that stands, and takes nothing of it away."""

import small_set
from keyboard import ALL, BACK, EDIT, ENTER, ON, RUBOUT, STOP, Held, held
from rationale_cli.domain.asking.interview import Interview

ESCAPE, HOME, END = "\x1b", "\x01", "\x05"


def _standing() -> Interview:
    """An interview at a question that has an answer."""
    return small_set.interview({"question": {"statement": "Move"}})


def _statement(keys: str) -> object:
    return held(keys, _standing()).interview.answers.get("question", {}).get("statement")


def _kept(found: Held) -> list[dict[str, str]]:
    return [interview.typed for interview in found.kept]


def test_a_command_is_no_part_of_the_answer_that_stands() -> None:
    assert _statement(":clear" + ENTER) is None
    assert _statement(":end" + ENTER) == "Move"
    assert _statement(":clear" + ENTER + ":restore" + ENTER) == "Move"


def test_the_answer_is_there_again_when_the_command_is_taken_back() -> None:
    assert _statement(":cl" + RUBOUT * 3 + " now?" + ON) == "Move now?"
    assert _statement(":cl" + ESCAPE + ESCAPE + ENTER) == "Move"


def test_a_colon_can_be_written_behind_the_answer() -> None:
    assert _statement("::" + " or stay" + ON) == "Move: or stay"
    assert _statement("d:" + " or stay" + ON) == "Moved: or stay"


def test_a_question_mark_helps_first_and_is_then_written() -> None:
    found = held("??" + ON, _standing())

    assert "  ? One sentence.\n" in found.shown
    assert found.interview.answers["question"] == {"statement": "Move?"}


def test_a_question_mark_ends_half_a_text_that_is_gone_on_with() -> None:
    half = held("d", _standing()).interview
    after_the_editor = held("Move" + EDIT + "?" + ON, edit=lambda text: text).interview

    assert held("?" + ON, half).interview.answers["question"] == {"statement": "Moved?"}
    assert after_the_editor.answers["question"] == {"statement": "Move?"}


def test_help_is_still_one_key_after_a_command() -> None:
    assert "  ? One sentence.\n" in held(":cl" + RUBOUT * 3 + "?", _standing()).shown


def test_what_cannot_be_done_stays_to_be_put_right() -> None:
    skipped = held(":skip" + ENTER + " not today" + ENTER)
    led = held(":go 99" + ENTER + RUBOUT * 2 + "2" + ENTER)
    written = held(": it began" + ENTER + HOME + ":" + END + ON)

    assert skipped.interview.answers["gap"][0]["reason"] == "not today"
    assert led.interview.place.question == "s.title"
    assert written.interview.answers["question"] == {"statement": ": it began"}


def test_what_cannot_be_done_can_be_taken_back_and_the_answer_stands() -> None:
    assert _statement(":skip" + ENTER + RUBOUT * 5 + ENTER) == "Move"
    assert _statement(":nothing" + ENTER + ESCAPE + ESCAPE + " now?" + ON) == "Move now?"


def test_half_a_text_outlives_a_command_typed_over_it() -> None:
    half = held("Mov" + BACK + STOP).interview
    away = held(":go s.title" + ENTER, half)

    assert _kept(away) == [{"question.statement": "Mov"}]
    assert held("e" + ON, half).interview.answers["question"] == {"statement": "Move"}


def test_only_what_a_screen_can_do_is_named_there() -> None:
    told = held(":help" + ENTER).shown

    assert ":skip REASON    leave the question open, and say why\n" in told
    assert ":edit " not in told
    assert ":drop " not in told
    assert "alone on a line" not in told


def test_a_sign_belongs_to_a_text_that_was_left_for_a_moment_while_it_was_typed() -> None:
    looked = held("Father" + ALL + STOP + ": moves?" + ON)
    edited = held("Mov" + EDIT + "?" + ON, edit=lambda text: f"{text}e")

    assert looked.interview.answers["question"] == {"statement": "Father: moves?"}
    assert edited.interview.answers["question"] == {"statement": "Move?"}


def test_a_command_that_help_has_named_is_none_of_the_answer_that_stands() -> None:
    assert _statement("?" + ":clear" + ENTER) is None
    assert _statement(ALL + STOP + ":clear" + ENTER) is None
