import small_set
from keyboard import ALL, BACK, DOWN, EDIT, ENTER, NEW_LINE, ON, RUBOUT, STOP, held, pasted
from rationale_cli.domain.asking.interview import END, Interview, Mode
from rationale_cli.services.asking import Stopped

YES = True


def test_a_question_stands_in_the_transcript_with_what_was_answered() -> None:
    found = held("Move?" + ON)

    assert found.shown == (
        "Enter goes on, ? helps, Ctrl-C stops and keeps everything. Every answer is kept\n"
        "at once.\n"
        "\n"
        "The decision · 1 of 6\n"
        "What are we deciding?\n"
        "  Move?\n"
        "\n"
        "The decision · 2 of 6\n"
        "What shall we call it?\n"
    )
    assert isinstance(found.ending, Stopped)
    assert found.interview.answers["question"] == {"statement": "Move?"}


def test_prose_has_as_many_lines_as_are_typed() -> None:
    found = held("One." + ENTER + "Two." + NEW_LINE + NEW_LINE + "Three." + ON)

    assert found.interview.answers["question"] == {"statement": "One.\nTwo.\n\nThree.\n"}


def test_a_paste_with_blank_lines_is_one_answer() -> None:
    found = held(pasted("\nThe home was clean.\r\n\r\nFather works nights.\n") + ENTER)

    assert found.interview.answers["question"] == {
        "statement": "The home was clean.\n\nFather works nights.\n"
    }


def test_a_very_long_paste_is_kept_whole() -> None:
    found = held(pasted("word " * 4000 + "END") + ON)

    assert found.interview.answers["question"] == {"statement": "word " * 4000 + "END"}


def test_bytes_that_are_no_letters_are_kept_as_signs_from_the_first_key_on() -> None:
    """A terminal that speaks no UTF-8 sends them for every letter with an accent."""
    held_texts: list[str] = []
    offered: list[str] = []

    def hold(interview: Interview) -> None:
        held_texts.extend(interview.typed.values())

    found = held("Caf\udce9" + EDIT + BACK + STOP, hold=hold, edit=offered.append)

    assert (held_texts[-1], offered) == ("Caf‹U+DCE9›", ["Caf‹U+DCE9›"])
    assert found.interview.typed == {"question.statement": "Caf‹U+DCE9›"}


def test_enter_alone_leaves_a_gap() -> None:
    found = held(ENTER)

    assert found.interview.answers == {}
    assert found.interview.place.question == "s.title"


def test_a_question_is_explained_and_stays_open() -> None:
    found = held("?" + "Move?" + ON)

    assert "  ? One sentence.\n" in found.shown
    assert found.interview.answers["question"] == {"statement": "Move?"}


def test_a_line_that_is_too_long_is_told_and_can_be_mended() -> None:
    found = held(ENTER + "A title of more than twenty" + ENTER + RUBOUT * 7 + ENTER)

    assert found.interview.answers == {"title": "A title of more than"}


def test_back_leads_to_the_question_before_and_an_answer_can_be_changed() -> None:
    found = held("Move?" + ON + BACK + RUBOUT + " or stay?" + ON)

    assert found.interview.answers["question"] == {"statement": "Move or stay?"}
    assert found.interview.place.question == "s.title"


def test_an_answer_that_stands_is_kept_by_enter() -> None:
    found = held("Move?" + ON + BACK + ENTER)

    assert "  Move? (kept)\n" in found.shown
    assert found.interview.place.question == "s.title"


def test_what_stood_in_a_field_is_still_there_after_going_back() -> None:
    found = held(ENTER + "Half a ti" + BACK + ENTER + "tle" + ENTER)

    assert found.interview.answers == {"title": "Half a title"}


def test_an_answer_that_is_rubbed_out_stands_aside() -> None:
    found = held("Move?" + ON + BACK + RUBOUT * 5 + ENTER + ":restore" + ENTER)

    assert found.interview.answers["question"] == {"statement": "Move?"}


def test_a_command_can_be_typed_in_any_field() -> None:
    found = held(":skip not discussed" + ENTER)

    assert found.interview.answers["gap"] == [
        {
            "id": "G1",
            "path": "question.statement",
            "kind": "skipped",
            "reason": "not discussed",
        }
    ]
    assert "  (skipped: not discussed)\n" in found.shown


def test_two_colons_begin_a_text_with_one() -> None:
    found = held("::so it began" + ON)

    assert found.interview.answers["question"] == {"statement": ":so it began"}


def test_the_editor_gets_what_stands_in_the_field_and_gives_it_back() -> None:
    offered = []

    def edit(text: str) -> str:
        offered.append(text)
        return "Move, or stay?\n\nBoth were asked about.\n"

    found = held("Mov" + EDIT + ENTER, edit=edit)

    assert offered == ["Mov"]
    assert found.interview.answers["question"] == {
        "statement": "Move, or stay?\n\nBoth were asked about.\n"
    }


def test_an_editor_that_fails_takes_nothing_away() -> None:
    found = held("Mov" + EDIT + "e?" + ON)

    assert found.interview.answers["question"] == {"statement": "Move?"}


def test_what_the_editor_leaves_as_it_stands_is_not_typed_anew() -> None:
    """It would be told before saving as typed and no answer yet, beside the answer itself."""
    found = held("Move?" + ON + BACK + EDIT + ENTER, edit=lambda text: f"{text}\n")

    assert "  Move? (kept)\n" in found.shown
    assert found.interview.typed == {}


def test_all_answers_are_one_key_away_and_lead_anywhere() -> None:
    found = held("Move?" + ON + "Title" + ENTER + ALL + "1" + ENTER + " Now?" + ON)

    assert found.interview.answers["question"] == {"statement": "Move? Now?"}


def test_leaving_the_list_of_answers_leads_back_to_the_open_field() -> None:
    found = held(ENTER + "Half" + ALL + STOP + " a title" + ENTER)

    assert found.interview.answers == {"title": "Half a title"}


def test_ctrl_c_keeps_what_stands_in_the_open_field() -> None:
    found = held("Half a qu")

    assert isinstance(found.ending, Stopped)
    assert found.kept[-1].typed == {"question.statement": "Half a qu"}


def test_a_branch_that_is_closed_gives_its_answers_back_when_it_opens_again() -> None:
    keys = ENTER * 2 + "y" + ENTER + "14 April 2026 10:00" + ENTER
    there = held(keys).interview
    away = held(BACK + BACK + DOWN + ENTER, there).interview
    again = held(BACK + "y" + ENTER, away).interview

    assert there.answers["time"] == again.answers["time"]
    assert "time" not in away.answers


def test_a_suggestion_stands_in_the_field_and_can_be_changed() -> None:
    found = held("Move now?" + ON + ENTER)
    changed = held("Move now?" + ON + RUBOUT + " or later" + ENTER)

    assert found.interview.answers["title"] == "Move now?"
    assert changed.interview.answers["title"] == "Move now or later"


def test_everything_can_be_passed_over_to_the_end() -> None:
    found = held(":end" + ENTER, small_set.interview(mode=Mode.FULL))

    assert found.interview.place == END


def test_a_command_that_is_being_typed_is_kept_as_no_answer() -> None:
    assert held(":ski").interview.typed == {}
