"""Partial records laid over whole ones, and paths into them."""

from typing import Any

import pytest
from hypothesis import given

from cases import revisions
from rationale_cli.domain.answers import at, inherited, merge, next_id, put
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import seed
from rationale_cli.domain.partial import part
from strategies import decisions, pairs

BASE: dict[str, Any] = {
    "title": "Stay",
    "option": [{"id": "A", "title": "Stay", "for": ["Known"]}, {"id": "B", "title": "Go"}],
    "reason": {"weight": "Much", "assumptions": ["It holds"]},
    "gap": [{"id": "G1", "path": "reason.comparison", "kind": "skipped"}],
    "none": ["unthinkable"],
}


def test_a_given_field_replaces_and_the_others_stay() -> None:
    result = merge(BASE, {"reason": {"weight": "Little"}}, {})
    assert result["reason"] == {"weight": "Little", "assumptions": ["It holds"]}


def test_items_are_joined_by_id_field_by_field() -> None:
    result = merge(BASE, {"option": [{"id": "A", "title": "Remain"}]}, {})
    assert result["option"][0] == {"id": "A", "title": "Remain", "for": ["Known"]}


def test_a_new_item_without_an_id_gets_the_next_that_was_never_used() -> None:
    result = merge(BASE, {"option": [{"title": "Wait"}]}, {"option": ["A", "B", "C"]})
    assert [option["id"] for option in result["option"]] == ["A", "B", "D"]


def test_an_empty_list_says_that_there_is_none() -> None:
    result = merge(BASE, {"reason": {"assumptions": []}, "option": []}, {})
    assert "option" not in result
    assert result["reason"] == {"weight": "Much"}
    assert result["none"] == ["unthinkable", "reason.assumptions", "option"]


def test_what_is_no_longer_none_is_no_longer_said_to_be() -> None:
    result = merge(BASE, {"unthinkable": [{"id": "W1", "scenario": "Fire"}]}, {})
    assert "none" not in result


def test_an_answer_closes_the_gap_of_its_path() -> None:
    result = merge(BASE, {"reason": {"comparison": "A is better"}}, {})
    assert "gap" not in result


@pytest.mark.parametrize("blank", ["", " \n", [""]])
def test_blank_text_closes_no_gap(blank: Any) -> None:
    result = merge(BASE, {"reason": {"comparison": blank}}, {})
    assert result["gap"] == BASE["gap"]


def test_that_there_is_none_closes_a_gap() -> None:
    gap = [{"id": "G1", "path": "reason.assumptions", "kind": "skipped"}]
    assert "gap" not in merge({"gap": gap}, {"reason": {"assumptions": []}}, {})


def test_what_was_noted_about_an_item_goes_with_it() -> None:
    gaps = [{"id": "G1", "path": "option.B.reason"}, {"id": "G2", "path": "option.A.reason"}]
    base = {**BASE, "gap": gaps, "none": ["option.B.for", "option.A.law"]}

    result = put(base, "option.B", None)

    assert (result["gap"], result["none"]) == (gaps[1:], ["option.A.law"])
    cleared = put(base, "option", [])
    assert ("gap" in cleared, cleared["none"]) == (False, ["option"])


def test_remove_takes_items_and_fields_away() -> None:
    result = merge(BASE, {"remove": {"option": ["B"], "fields": ["reason.weight"]}}, {})
    assert [option["id"] for option in result["option"]] == ["A"]
    assert "weight" not in result["reason"]


def test_what_belongs_to_one_revision_is_not_inherited() -> None:
    time = {"decided_at": 1, "late_reason": "x", "noticed_at": 2, "next_hearing": 3}
    base = {"change": {"because": "x"}, "time": time, "title": "Stay"}
    assert inherited(base) == {"time": {"next_hearing": 3}, "title": "Stay"}


def test_a_path_through_a_list_sees_all_of_its_items() -> None:
    assert at(BASE, "option.title") == ["Stay", "Go"]
    assert at(BASE, "option.A.title") == "Stay"
    assert at(BASE, "option.C.title") is None


def test_the_id_of_a_question_may_hold_dots() -> None:
    assert put({}, "answers.cp.stage", "early") == {"answers": {"cp.stage": "early"}}


def test_option_letters_go_on_after_z() -> None:
    assert next_id("option", ["Z"]) == "AA"
    assert next_id("risk", ["R9", "R10"]) == "R11"


@given(decisions(), decisions())
def test_a_part_leads_from_one_decision_to_another(one: Decision, other: Decision) -> None:
    before, after = seed(one), seed(other)

    assert _settled(merge(before, part(before, after), {})) == _settled(after)


@given(pairs())
def test_a_part_leads_to_items_in_their_order(pair: tuple[Decision, Decision]) -> None:
    """Also where some came, some went and the others were moved."""
    before, after = map(seed, pair)

    assert _settled(merge(before, part(before, after), {})) == _settled(after)


def test_a_part_says_nothing_where_both_agree() -> None:
    first = seed(revisions("alder")[0])
    assert part(first, first) == {}


def _settled(answers: dict[str, Any]) -> dict[str, Any]:
    """With the paths of ``none`` in any order: it says nothing."""
    return {**answers, "none": sorted(set(answers.get("none", [])))}
