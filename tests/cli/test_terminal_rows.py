from typing import Any

import every_kind
from keyboard import ALL, BACK, DOWN, ENTER, TAB, UP, Held, held

TWO = {"option": [{"id": "A", "title": "Stay"}, {"id": "B", "title": "Move"}]}


def _at(keys: str, answers: dict[str, Any] | None = None) -> Held:
    return held(keys, every_kind.at("rows", answers))


def _options(found: Held) -> list[dict[str, Any]]:
    options: list[dict[str, Any]] = found.interview.answers.get("option", [])
    return options


def test_a_row_is_added_and_taken_through_what_is_asked_of_it() -> None:
    found = _at("a" + "Stay" + ENTER + "Known to be safe\r\r" + "1" + ENTER)

    assert _options(found) == [
        {"id": "A", "title": "Stay", "for": ["Known to be safe"], "status": "chosen"}
    ]
    assert found.interview.place.question == "rows"


def test_enter_goes_on_and_tells_what_is_there() -> None:
    found = _at(ENTER, TWO)

    assert "  Option A (Stay)\n  Option B (Move)\n" in found.shown
    assert found.interview.place.question == "harms"


def test_a_row_is_changed_where_it_is_pointed_at() -> None:
    found = _at(UP + "c" + " with more visits" + ENTER, TWO)

    assert _options(found)[0]["title"] == "Stay with more visits"


def test_rows_change_places_and_stay_pointed_at() -> None:
    found = _at("-" + "c" + " soon" + ENTER, TWO)

    assert [one["title"] for one in _options(found)] == ["Move soon", "Stay"]


def test_a_row_that_is_taken_away_can_be_brought_back() -> None:
    gone, back = _at("r", TWO), _at("rb", TWO)

    assert [one["id"] for one in _options(gone)] == ["A"]
    assert "  B is taken away; b brings it back.\n" in gone.shown
    assert _options(back) == TWO["option"]


def test_what_was_done_is_undone_step_by_step() -> None:
    found = _at("-" + "r" + "uu", TWO)

    assert _options(found) == TWO["option"]


def test_only_what_was_done_is_told_as_done() -> None:
    """A row at an end stays where it is, and where nothing was done there is nothing to undo."""
    moved, undone = _at("+" + UP + "-", TWO), _at("-" + "uu", TWO)

    assert "further" not in moved.shown
    assert undone.shown.endswith(
        "  B is one place further up.\n"
        "  (undone)\n"
        "  (nothing was done here that could be taken back)\n"
    )


def test_that_there_is_none_takes_one_key_and_only_where_none_is_there() -> None:
    assert _at("n").interview.answers["none"] == ["option"]
    assert _options(_at("n", TWO)) == TWO["option"]


def test_what_is_typed_at_a_list_is_a_new_row_from_its_first_letter_on() -> None:
    """Whoever is in a hurry types at once: no letter is lost, and none of them acts."""
    for sentence in ("Carry on as now, or run it for a year", "The aunt", "with her own father"):
        found = _at(sentence + ENTER, TWO)
        assert [one["title"] for one in _options(found)] == ["Stay", "Move", sentence]
        assert [one["id"] for one in _options(found)] == ["A", "B", "C"]


def test_a_key_that_moves_nothing_does_nothing() -> None:
    assert _options(_at(" \x1b[5~", TWO)) == TWO["option"]


def test_a_command_can_be_typed_at_a_list() -> None:
    found = _at(":skip next time" + ENTER)

    assert found.interview.answers["gap"][0]["path"] == "option"


def test_from_a_row_the_way_back_leads_to_what_was_asked_before() -> None:
    found = _at("a" + "Stay" + ENTER + BACK + " longer" + ENTER)

    assert _options(found)[0]["title"] == "Stay longer"


def test_each_kind_of_harm_takes_one_key_and_then_its_reason() -> None:
    found = held("c" + "Rough handling" + TAB, every_kind.at("harms"))

    assert found.interview.answers["risk"] == [
        {"id": "R1", "harm": "physical", "status": "not-ruled-out", "reason": "Rough handling"}
    ]
    assert found.interview.place.row == "emotional"
    assert "  physical harm: cannot be ruled out\n" in found.shown


def test_a_harm_that_is_not_known_asks_how_we_find_out() -> None:
    found = held(DOWN + "n" + "Ask the nursery" + TAB, every_kind.at("harms"))

    (risk,) = found.interview.answers["risk"]
    assert (risk["harm"], risk["status"], risk["plan"]) == (
        "emotional",
        "unknown",
        "Ask the nursery",
    )


def test_enter_leaves_every_harm_not_yet_looked_at() -> None:
    found = held(ENTER * 4, every_kind.at("harms"))

    assert "risk" not in found.interview.answers
    assert "  (4 not yet looked at)\n" in found.shown


def test_a_harm_can_be_taken_back_to_not_yet_looked_at() -> None:
    found = held("d" + UP + "x", every_kind.at("harms"))

    assert found.interview.answers["risk"][0]["status"] == "not-considered"


def test_a_scale_is_chosen_by_its_number() -> None:
    found = held("p" + "Seen at contact" + TAB + "4" + ENTER, every_kind.at("harms"))

    assert found.interview.answers["risk"][0]["likelihood"] == 4


def test_tab_leaves_the_harms_for_the_next_question_and_back_for_the_one_before() -> None:
    on = held(TAB, every_kind.at("harms")).interview
    back = held(BACK, every_kind.at("harms")).interview

    assert on.place.question == ""
    assert back.place.question == "rows"


def test_a_harm_that_a_colleague_has_named_stands_first() -> None:
    dissent = {
        "dissent": [{"id": "X1", "role": "health visitor", "words": "No.", "harms": ["sexual"]}]
    }
    found = held("c", every_kind.at("harms", dissent))

    assert found.interview.answers["risk"][0]["harm"] == "sexual"


def test_all_answers_lead_out_of_the_harms_and_back() -> None:
    found = held(ALL + "1" + ENTER, every_kind.at("harms")).interview

    assert found.place.question == "line"
