"""What can be done to a list of rows, and how it is taken back."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import small_set
from rationale_cli.domain.asking.answering import add, answer, change, move, remove, restore
from rationale_cli.domain.asking.interview import END, Interview, Place
from rationale_cli.domain.asking.moving import beyond, go, restored
from rationale_cli.domain.asking.reply import (
    Add,
    Answer,
    Back,
    Change,
    Clear,
    Go,
    Leave,
    Mark,
    Move,
    Pass,
    Recall,
    Remove,
    Reply,
    Restore,
    Skip,
    Stop,
    Undo,
)
from rationale_cli.domain.asking.step import present
from rationale_cli.domain.questions.question import Kind
from rationale_cli.services.asking import conduct

YES = True
LISTS = ("dissent", "risk", "gap")
NURSE, DOCTOR, TEACHER = ROWS = (
    {"id": "X1", "role": "nurse"},
    {"id": "X2", "role": "doctor"},
    {"id": "X3", "role": "teacher"},
)


def _at_list(*rows: dict[str, Any], question: str = "s.who", **answers: Any) -> Interview:
    found = go(small_set.interview({**answers, **({"dissent": [*rows]} if rows else {})}), question)
    assert found is not None
    return found


def _ids(interview: Interview) -> list[str]:
    return [row["id"] for row in interview.answers.get("dissent", [])]


class _Said:
    """A front end that gives replies one after the other, and then stops."""

    def __init__(self, replies: Iterable[Reply]) -> None:
        self._replies = iter((*replies, Stop()))

    def ask(self, interview: Interview, hold: object) -> Reply:
        assert callable(hold)
        assert restored(interview) == interview
        return next(self._replies)


def _after(start: Interview, *replies: Reply, front: type[_Said] = _Said) -> Interview:
    kept = [start]
    conduct(start, front(replies), kept.append, now=lambda: datetime(2026, 3, 26, tzinfo=UTC))
    return kept[-1]


@pytest.mark.parametrize(
    ("row", "by", "order"),
    [
        ("X2", -1, ["X2", "X1", "X3"]),
        ("X2", 1, ["X1", "X3", "X2"]),
        ("X1", -1, ["X1", "X2", "X3"]),
        ("X3", 1, ["X1", "X2", "X3"]),
        ("X9", 1, ["X1", "X2", "X3"]),
    ],
)
def test_a_row_moves_up_and_down_and_no_further_than_the_ends(
    row: str, by: int, order: list[str]
) -> None:
    start = _at_list(*ROWS)

    moved = move(start, row, by)

    assert _ids(moved) == order
    assert moved.changed == (() if order == ["X1", "X2", "X3"] else ("dissent",))
    assert (moved.place, _ids(start)) == (start.place, ["X1", "X2", "X3"])


def test_nothing_moves_where_no_list_is_asked() -> None:
    start = _at_list(*ROWS, question="s.title")

    assert move(start, "X1", 1) == start


def test_a_row_begins_with_its_first_answer() -> None:
    begun = add(_at_list(NURSE), "doctor")

    assert begun.answers == {"dissent": [NURSE, DOCTOR]}
    assert begun.place == Place("s.who", "X2", "confirmed")
    assert add(_at_list(question="s.title"), "doctor") == _at_list(question="s.title")


def test_a_row_is_put_back_where_it_stood() -> None:
    gone = remove(remove(_at_list(*ROWS), "X1"), "X2")

    assert _ids(restore(gone, "X2")) == ["X2", "X3"]
    assert _ids(restore(restore(gone, "X1"), "X2")) == ["X1", "X2", "X3"]
    assert _ids(restore(restore(gone, "X2"), "X1")) == ["X1", "X2", "X3"]


def test_a_row_put_back_holds_what_it_held_and_not_what_stood_aside() -> None:
    start = _at_list(NURSE)
    changed = _after(start, Change("X1", "role"), Clear(), Answer("matron"))

    again = restore(remove(changed, "X1"), "X1")

    assert again.answers == {"dissent": [{"id": "X1", "role": "matron"}]}
    assert again.aside == {"dissent.X1.role": "nurse"}


def test_a_whole_row_is_taken_back_at_its_list() -> None:
    start = _at_list(NURSE)

    undone = _after(start, Add("doctor"), Answer(YES), Answer("by phone"), Leave(), Undo())

    told = {"id": "X2", "role": "doctor", "confirmed": True, "confirmed_how": "by phone"}
    assert (undone.answers, undone.place, undone.changed) == (start.answers, start.place, ())
    assert undone.aside == {"dissent.X2": told}
    assert restore(undone, "X2").answers == {"dissent": [NURSE, told]}


def test_inside_a_row_one_answer_is_taken_back() -> None:
    undone = _after(_at_list(), Add("nurse"), Answer(YES), Undo())

    assert undone.answers == {"dissent": [NURSE]}
    assert undone.aside == {"dissent.X1.confirmed": True}
    assert undone.place == Place("s.who", "X1", "confirmed")


@pytest.mark.parametrize(
    "replies",
    [
        (Move("X3", -1),),
        (Remove("X2"),),
        (Change("X2", "role"), Answer("matron")),
        (Add("matron"), Back(), Back()),
        (Clear(),),
        (Add("matron"), Skip("No time"), Back(), Back(), Back()),
    ],
)
def test_any_change_of_a_list_is_taken_back(replies: tuple[Reply, ...]) -> None:
    start = _at_list(*ROWS)

    changed = _after(start, *replies)
    undone = _after(start, *replies, Undo())

    assert changed.answers != start.answers
    assert (undone.answers, undone.changed) == (start.answers, start.changed)


def test_what_was_put_back_is_taken_away_again() -> None:
    undone = _after(_at_list(*ROWS), Remove("X2"), Restore("X2"), Undo())

    assert _ids(undone) == ["X1", "X3"]
    assert undone.aside == {"dissent.X2": DOCTOR}
    assert _ids(restore(undone, "X2")) == ["X1", "X2", "X3"]


def test_changes_are_taken_back_one_by_one_until_somebody_sat_down() -> None:
    start = _at_list(*ROWS)
    steps: tuple[Reply, ...] = (Move("X1", 1), Remove("X3"), Change("X2", "role"), Answer("matron"))

    orders = [_ids(_after(start, *steps, *[Undo()] * count)) for count in range(6)]
    last = _after(start, *steps, *[Undo()] * 6)

    assert orders == [
        ["X2", "X1"], ["X2", "X1"], ["X2", "X1", "X3"], *[["X1", "X2", "X3"]] * 3,
    ]  # fmt: skip
    assert last.answers == start.answers
    assert last.aside == {"dissent.X2.role": "matron"}


def test_what_was_said_elsewhere_since_stays() -> None:
    """Each list is taken back by itself."""
    start = _at_list(NURSE)

    undone = _after(
        start, Remove("X1"), Go("s.title"), Answer("Title"), Go("s.risk"),
        Mark("neglect", "not-ruled-out"), Go("s.who"), Undo(),
    )  # fmt: skip
    further = _after(undone, Undo())

    assert undone.answers == {
        "dissent": [NURSE],
        "title": "Title",
        "risk": [{"id": "R1", "harm": "neglect", "status": "not-ruled-out"}],
    }
    assert undone.changed == ("title", "risk.R1.status")
    assert further == undone


def test_two_lists_are_taken_back_each_in_its_own_order() -> None:
    start = _at_list(*ROWS)

    undone = _after(
        start, Move("X1", 1), Go("s.risk"), Mark("neglect", "present"), Answer("Seen."),
        Go("s.who"), Move("X1", 1), Undo(), Undo(), Go("s.risk"), Undo(),
    )  # fmt: skip

    assert undone.answers == {
        "dissent": [*ROWS],
        "risk": [{"id": "R1", "harm": "neglect", "status": "present"}],
    }
    assert undone.place == Place("s.risk", "neglect", "reason", alone=True)


def test_there_is_nothing_to_take_back_elsewhere_or_at_first() -> None:
    for start in (_at_list(*ROWS), _at_list(question="s.title"), _at_list(question="end")):
        assert _after(start, Undo()) == start


def test_a_gap_is_noted_again_under_an_id_of_its_own() -> None:
    start = _at_list(NURSE)
    noted = _after(start, Change("X1", "confirmed"), Skip("No time"))

    undone = _after(
        noted, Change("X1", "confirmed"), Answer(YES), Go("s.ask"), Skip("Later"), Go("s.who"),
        Undo(),
    )  # fmt: skip

    assert undone.answers["gap"] == [
        {"id": "G1", "path": "question.statement", "kind": "skipped", "reason": "Later"},
        {"id": "G2", "path": "dissent.X1.confirmed", "kind": "skipped", "reason": "No time"},
    ]


def test_the_rest_of_a_question_can_be_left() -> None:
    begun = add(_at_list(NURSE), "doctor")

    assert beyond(begun).place == Place("s.risk", "neglect", "status")
    assert beyond(beyond(begun)).place == Place("s.tipped")
    assert beyond(beyond(beyond(begun))) == beyond(beyond(beyond(beyond(begun))))
    assert beyond(begun).answers == begun.answers


ANSWERS = {
    Kind.CHOICE: "present",
    Kind.LINE: "text",
    Kind.LIST: [],
    Kind.MOMENT: date(2026, 3, 27),
    Kind.PROSE: "text",
    Kind.ROWS: [],
    Kind.SCALE: 2,
    Kind.SEVERAL: ["physical"],
    Kind.YES_NO: True,
}

REPLIES: st.SearchStrategy[Reply] = st.sampled_from(
    (
        *[Answer(None)] * 4, *[Undo()] * 3, Add(), Add("text"), Leave(), Back(), Clear(), Recall(),
        Skip("Later"), Pass(), Go("s.who"), Go("s.risk"), Go("s.court"), Go("end"),
        *(of(row) for of in (Change, Remove, Restore) for row in ("X1", "X2")),
        *(Move(row, by) for row in ("X1", "X2") for by in (-1, 1)),
        *(Mark("neglect", one) for one in ("present", "unknown", "not-considered")),
    )
)  # fmt: skip


class _Anybody(_Said):
    """The same, whose answers fit what is asked, as those of every front end do."""

    def ask(self, interview: Interview, hold: object) -> Reply:
        reply, step = super().ask(interview, hold), present(interview)
        assert interview.place == END or step is not None
        if not isinstance(reply, Answer) or step is None:
            return reply
        return Leave() if step.kind is Kind.ROWS and step.value else Answer(ANSWERS[step.kind])


@given(st.lists(REPLIES, max_size=40))
def test_no_run_of_replies_gives_two_rows_one_id(run: list[Reply]) -> None:
    """Neither in a list, nor in it and aside of it."""
    last = _after(small_set.interview(), *run, front=_Anybody)

    rows = [f"{name}.{row['id']}" for name in LISTS for row in last.answers.get(name, [])]
    assert sorted(set(rows)) == sorted(rows)
    assert last.aside.keys().isdisjoint(rows)


@given(st.lists(REPLIES, max_size=30))
def test_what_was_said_in_a_row_is_never_lost(run: list[Reply]) -> None:
    """Its text stands in the list or aside, whatever is taken back."""
    start = _after(_at_list(), Add("the one who said it"), Pass())
    others = [one for one in run if one not in (Answer(None), Clear(), Recall())]

    last = _after(start, *others, front=_Anybody)

    assert "the one who said it" in str((last.answers, last.aside))


def test_going_through_a_row_again_is_one_change() -> None:
    start = _at_list(NURSE)

    changed = _after(start, Change("X1"), Answer("matron"), Answer(YES), Leave(), Answer([]))
    undone = _after(start, Change("X1"), Answer("matron"), Answer(YES), Leave(), Answer([]), Undo())

    assert changed.place == undone.place == Place("s.who")
    assert undone.answers == start.answers
    assert undone.aside == {"dissent.X1.role": "matron", "dissent.X1.confirmed": True}


def test_only_rows_are_gone_through() -> None:
    start = _at_list(question="s.risk")

    assert change(start, "X1") == start
    assert answer(start, "present").place == Place("s.risk", "neglect", "reason")
