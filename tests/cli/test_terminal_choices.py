import every_kind
from keyboard import BACK, DOWN, EDIT, ENTER, TAB, UP, held


def _answer(keys: str, kind: str, path: str, answers: dict[str, object] | None = None) -> object:
    found = held(keys, every_kind.at(kind, answers)).interview
    head, _, rest = path.partition(".")
    value = found.answers.get(head, {})
    return value.get(rest) if rest else value


def test_a_choice_is_taken_by_arrow_number_or_first_letters() -> None:
    path = "question.reversibility"

    assert _answer(DOWN * 2 + ENTER, "choice", path) == "costly"
    assert _answer(UP + ENTER, "choice", path) == "irreversible"
    assert _answer("3" + ENTER, "choice", path) == "hard"
    assert _answer("cannot" + ENTER, "choice", path) == "irreversible"


def test_tab_goes_on_as_everywhere() -> None:
    assert _answer(DOWN * 2 + TAB, "choice", "question.reversibility") == "costly"
    assert _answer("1, 3" + TAB, "several", "answers.several") == ["day", "weekend"]
    left, passed = held(TAB, every_kind.at("choice")), held(ENTER, every_kind.at("choice"))
    assert left.interview.place == passed.interview.place


def test_nothing_is_chosen_beforehand() -> None:
    assert _answer(ENTER, "choice", "question.reversibility") is None


def test_what_stands_is_pointed_at_and_kept_by_enter() -> None:
    stands = {"question": {"reversibility": "hard"}}
    found = held(ENTER, every_kind.at("choice", stands))

    assert found.interview.answers["question"] == {"reversibility": "hard"}
    assert "  hard to undo (kept)\n" in found.shown


def test_asking_for_the_editor_types_nothing() -> None:
    found = held(EDIT + ENTER, every_kind.at("choice", {"question": {"reversibility": "hard"}}))

    assert "  hard to undo (kept)\n" in found.shown
    assert found.interview.typed == {}


def test_letters_that_mean_nothing_are_told_and_can_be_typed_again() -> None:
    assert _answer("zz" + ENTER + "1" + ENTER, "choice", "question.reversibility") == "easy"


def test_a_typed_slip_can_be_rubbed_out() -> None:
    assert _answer("4\x7f3" + ENTER, "choice", "question.reversibility") == "hard"


def test_several_are_marked_by_space_or_typed_as_numbers() -> None:
    assert _answer(DOWN + " " + DOWN + DOWN + " " + ENTER, "several", "answers.several") == [
        "day",
        "weekend",
    ]
    assert _answer("1, 3" + ENTER, "several", "answers.several") == ["day", "weekend"]


def test_a_mark_is_taken_away_by_a_second_space() -> None:
    assert _answer(DOWN + "  " + DOWN + " " + ENTER, "several", "answers.several") == ["night"]


def test_pointing_without_a_mark_is_told_once_and_then_left_open() -> None:
    found = held(DOWN + ENTER + " " + ENTER, every_kind.at("several")).interview

    assert found.answers["answers"] == {"several": ["day"]}
    left = held(DOWN + ENTER + ENTER, every_kind.at("several")).interview
    assert "answers" not in left.answers


def test_that_there_is_none_can_be_said_of_several() -> None:
    found = held("none" + ENTER, every_kind.at("several")).interview

    assert found.answers["none"] == ["answers.several"]


def test_yes_or_no_takes_one_letter_and_enter() -> None:
    assert _answer("n" + ENTER, "yes-no", "answers.yes-no") is False


def test_a_day_is_taken_as_people_type_it_and_told_back_in_full() -> None:
    found = held("Fri 27 Mar" + ENTER, every_kind.at("moment"))

    assert "  Friday 27 March 2026\n" in found.shown
    assert _answer("tomorrow 10:00" + ENTER, "moment", "time.next_hearing") is not None


def test_a_day_that_can_be_two_is_asked_again_with_the_text_still_there() -> None:
    found = held("Friday" + ENTER + " 27 March" + ENTER, every_kind.at("moment"))

    assert "  Friday 27 March 2026\n" in found.shown


def test_a_number_out_of_range_is_not_taken() -> None:
    assert _answer("10" + ENTER + "\x7f" + ENTER, "number", "answers.number") == 1


def test_a_party_is_a_role_at_an_agency() -> None:
    assert _answer("health visitor" + ENTER + "@health" + ENTER, "party", "by.lead") == {
        "role": "health visitor",
        "agency": "health",
    }


def test_a_list_has_one_entry_a_line_or_none() -> None:
    assert _answer("Checks not back\rNo sole care\r\r", "list", "reason.decisive") == [
        "Checks not back",
        "No sole care",
    ]
    assert held("none" + ENTER, every_kind.at("list")).interview.answers["none"] == [
        "reason.decisive"
    ]


def test_a_command_can_be_typed_at_a_choice_and_back_works_there() -> None:
    skipped = held(":skip the court decides" + ENTER, every_kind.at("choice")).interview
    back = held(BACK, every_kind.at("choice")).interview

    assert skipped.answers["gap"][0]["reason"] == "the court decides"
    assert back.place.question == "prose"
