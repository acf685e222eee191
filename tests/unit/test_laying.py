from typing import Any

import pytest
from hypothesis import given

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import seed
from rationale_cli.domain.laying import Clash, Laid, changes, laid, renamed_path
from strategies import decisions

BASE: Answers = {
    "title": "Stay",
    "reason": {"weight": "Kin.", "decisive": ["School"]},
    "dissent": [
        {"id": "X1", "role": "nurse", "words": "Too soon."},
        {"id": "X2", "role": "doctor"},
    ],
    "none": ["law"],
}


def _with(**more: Any) -> Answers:
    return BASE | more


def _rows(*rows: dict[str, Any]) -> list[dict[str, Any]]:
    return [*rows]


X1, X2 = BASE["dissent"]


@given(decisions(), decisions())
def test_laid_over_its_own_base_it_is_what_was_said(one: Decision, other: Decision) -> None:
    base, said = seed(one), seed(other)

    found = laid(base, said, base, {})

    assert _settled(found.answers) == _settled(said)
    assert (found.clashes, found.renames) == ((), {})


@given(decisions(), decisions())
def test_what_says_nothing_new_leaves_the_newest_as_it_is(one: Decision, other: Decision) -> None:
    base, newest = seed(one), seed(other)

    assert laid(base, base, newest, {}) == Laid(answers=newest, changed=(), clashes=(), renames={})


def test_a_colleague_s_work_stays_beside_one_s_own() -> None:
    found = laid(BASE, _with(title="Go"), _with(reason={"weight": "Safety."}), {})

    assert found.answers == _with(title="Go", reason={"weight": "Safety."})
    assert (found.changed, found.clashes) == (("title",), ())


@pytest.mark.parametrize(
    ("said", "newest", "clash"),
    [
        ({"title": "Mine"}, {"title": "Theirs"}, Clash("title", "Mine")),
        ({"title": None}, {"title": "Theirs"}, Clash("title")),
        ({"title": "Mine"}, {"title": None}, Clash("title", "Mine")),
        ({"title": "Same"}, {"title": "Same"}, None),
        (
            {"dissent": _rows({**X1, "words": "Mine"}, X2)},
            {"dissent": _rows({**X1, "words": "Theirs"}, X2)},
            Clash("dissent.X1.words", "Mine"),
        ),
        (
            {"dissent": _rows({**X1, "words": "Mine", "role": "matron"}, X2)},
            {"dissent": _rows(X2)},
            Clash("dissent.X1", {"id": "X1", "role": "matron", "words": "Mine"}),
        ),
        (
            {"dissent": _rows(X2)},
            {"dissent": _rows({**X1, "words": "Theirs"}, X2)},
            Clash("dissent.X1"),
        ),
        (
            {"dissent": None, "none": ["law", "dissent"]},
            {"dissent": _rows(X1, X2, {"id": "X3", "role": "teacher"})},
            Clash("dissent", []),
        ),
        (
            {"none": None, "law": _rows({"id": "L1", "provision": "s.20"})},
            {"none": None, "law": _rows({"id": "L2", "provision": "s.47"})},
            None,
        ),
        (
            {"gap": _rows({"id": "G1"})},
            {"none": ["law", "gap"]},
            Clash("gap", [{"id": "G1"}]),
        ),
    ],
)
def test_what_both_changed_is_told_and_theirs_stands(
    said: Answers, newest: Answers, clash: Clash | None
) -> None:
    mine, theirs = (
        {key: value for key, value in _with(**one).items() if value is not None}
        for one in (said, newest)
    )

    found = laid(BASE, mine, theirs, {})

    assert found.clashes == (() if clash is None else (clash,))
    if clash is not None:
        assert _settled(found.answers) == _settled(theirs)


def test_an_item_that_both_added_is_two_items_and_is_named_so_everywhere() -> None:
    said = {
        "risk": [{"id": "R1", "harm": "neglect"}],
        "control": [{"id": "M1", "what": "Visits", "risks": ["R1", "neglect"]}],
        "gap": [{"id": "G1", "path": "risk.R1.likelihood", "kind": "unknown"}],
        "none": ["risk.R1.evidence"],
    }
    newest = {"risk": [{"id": "R1", "harm": "physical"}, {"id": "R3", "harm": "online"}]}

    found = laid({}, said, newest, {"risk": ("R1", "R2", "R3")}, aside=["risk.R2.plan", "risk.R2"])

    assert found.renames == {("risk", "R1"): "R4", ("risk", "R2"): "R5"}
    assert found.answers == {
        "risk": [*newest["risk"], {"id": "R4", "harm": "neglect"}],
        "control": [{"id": "M1", "what": "Visits", "risks": ["R4", "neglect"]}],
        "gap": [{"id": "G1", "path": "risk.R4.likelihood", "kind": "unknown"}],
        "none": ["risk.R4.evidence"],
    }
    assert renamed_path("risk.R2.plan", found.renames) == "risk.R5.plan"
    assert found.clashes == ()


def test_a_question_that_a_colleague_answered_is_left_open_by_nobody() -> None:
    gap = {"id": "G1", "path": "reason.voice", "kind": "skipped"}
    answered = _with(reason={**BASE["reason"], "voice": "Heard."})

    assert laid(BASE, _with(gap=[gap]), answered, {}).answers == answered


def test_a_table_in_which_nothing_is_left_is_told_field_by_field() -> None:
    assert changes(BASE, {"title": "Stay"}) == {
        "reason.weight": None,
        "reason.decisive": None,
        "dissent.X1": None,
        "dissent.X2": None,
        "law": None,
    }


def _settled(answers: Answers) -> Answers:
    """With the paths of ``none`` in any order: it says nothing."""
    return {**answers, "none": sorted(set(answers.get("none", [])))}
