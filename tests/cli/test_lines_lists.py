"""Lists in plain lines: what can be typed at one besides adding, changing and removing."""

import io
from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec import structs

import small_set
from rationale_cli.cli.plain import lists
from rationale_cli.cli.plain.lines import Lines
from rationale_cli.cli.plain.page import Page
from rationale_cli.codec import shipped
from rationale_cli.domain.asking.interview import END, Interview, Place
from rationale_cli.domain.asking.moving import go
from rationale_cli.domain.asking.reading import Reader
from rationale_cli.domain.asking.step import present
from rationale_cli.services.asking import Ending, Finished, conduct

NOW = datetime(2026, 3, 26, 11, 50, tzinfo=UTC)
READER = Reader(words=shipped.words(), texts=shipped.texts(), now=lambda: NOW, zone=UTC)
NURSE = {"id": "X1", "role": "nurse"}
DOCTOR = {"id": "X2", "role": "doctor"}


def _typed(
    typed: str, *rows: dict[str, Any], question: str = "s.who", **answers: Any
) -> tuple[Ending, str, Interview]:
    """Type lines at a question; give how it ended, what was shown and what stands at last."""
    start = go(small_set.interview({**answers, **({"dissent": [*rows]} if rows else {})}), question)
    assert start is not None
    return _asked(typed, start)


def _asked(typed: str, start: Interview) -> tuple[Ending, str, Interview]:
    shown, kept = io.StringIO(), [start]
    front = Lines(
        Page(io.StringIO(typed), shown, lambda: 100, shipped.texts()), READER, lambda text: text
    )
    ending = conduct(start, front, kept.append, now=lambda: NOW)
    return ending, shown.getvalue(), kept[-1]


def _ids(interview: Interview) -> list[str]:
    return [row["id"] for row in interview.answers.get("dissent", [])]


@pytest.mark.parametrize(
    ("typed", "order"),
    [
        ("up X2\n", ["X2", "X1"]),
        ("UP x2\n", ["X2", "X1"]),
        ("d X1\n", ["X2", "X1"]),
        ("up X1\n", ["X1", "X2"]),
        ("down X1\nundo\n", ["X1", "X2"]),
        ("remove X1\ndown X2\nund\n", ["X1", "X2"]),
    ],
)
def test_rows_are_moved_and_changes_taken_back(typed: str, order: list[str]) -> None:
    assert _ids(_typed(typed, NURSE, DOCTOR)[2]) == order


def test_what_moves_a_row_is_said_where_there_are_several() -> None:
    _, one, _ = _typed("", NURSE)
    _, two, _ = _typed("", NURSE, DOCTOR)

    assert "up X" not in one
    assert "up X2 and down X2 move it; undo takes back the last change.\n" in two


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("health visitor\n", "health visitor"),
        ("  A  nurse of the ward\n", "A  nurse of the ward"),
        ("No contact officer\n", "No contact officer"),
        ("add health visitor\n", "health visitor"),
        ("::back\n", ":back"),
    ],
)
def test_what_is_no_verb_is_the_first_answer_of_a_new_row(typed: str, role: str) -> None:
    _, shown, last = _typed(typed, NURSE)

    assert last.answers["dissent"] == [NURSE, {"id": "X2", "role": role}]
    assert last.place == Place("s.who", "X2", "confirmed")
    assert "Taken as a new different view.\n" in shown


@pytest.mark.parametrize(
    "typed", ["re X1", "u", "--", "chnage X1", "shwo X1", "remove him from it"]
)
def test_what_begins_like_a_verb_or_is_a_slip_of_one_is_no_row(typed: str) -> None:
    _, shown, last = _typed(f"{typed}\n", NURSE)

    assert last.answers == {"dissent": [NURSE]}
    assert "Not taken: " in shown


def test_a_list_that_does_not_begin_with_text_takes_no_text() -> None:
    """Its first column is a choice."""
    start = _choosing_first(small_set.interview())

    _, shown, last = _asked("health visitor\nadd health visitor\n", start)

    assert 'Not taken: "health visitor".' in shown
    assert (last.answers, last.place) == ({}, Place("s.who", "X1", "confirmed"))


def test_a_text_that_its_column_does_not_take_is_told_once() -> None:
    """A paste of several lines comes as one."""
    start = structs.replace(small_set.interview(), place=Place("s.who"))
    step, shown = present(start), io.StringIO()
    assert step is not None

    reply = lists.heard(
        "one\ntwo", Page(io.StringIO(), shown, lambda: 100, shipped.texts()), step, start, READER
    )

    assert reply is None
    assert shown.getvalue() == (
        "Not taken: that has 2 lines, and one is the most. Write it in one line.\n"
    )


def test_the_rest_of_a_question_is_left_with_pass() -> None:
    _, _, from_a_row = _typed("add\nnurse\n:pass\n")
    _, _, from_a_harm = _typed(":pass\n", question="s.risk")

    assert (from_a_row.place.question, from_a_harm.place.question) == ("s.risk", "s.tipped")
    assert from_a_row.answers == {"dissent": [NURSE]}


def test_the_last_answer_in_a_row_or_of_a_harm_is_taken_back() -> None:
    _, _, row = _typed("add\nnurse\nyes\n:undo\n")
    _, _, harm = _typed("present\n:undo\n", question="s.risk")
    _, shown, _ = _typed(":undo\n", question="s.title")

    assert (row.answers, row.place) == ({"dissent": [NURSE]}, Place("s.who", "X1", "confirmed"))
    assert (harm.answers, harm.place) == ({}, Place("s.risk", "neglect", "status"))
    assert '":undo" cannot be done here.' in shown


def test_a_harm_that_was_taken_back_can_be_restored() -> None:
    _, _, last = _typed(
        "thought\nSeen daily.\n.\n:back\n:undo\n:undo\n:restore\n", question="s.risk"
    )

    row = {"id": "R1", "harm": "neglect", "status": "thought-unlikely", "reason": "Seen daily."}
    assert last.answers == {"risk": [row]}


def test_of_a_harm_with_several_rows_it_is_said_which_one_is_asked() -> None:
    risks = [
        {"id": "R1", "harm": "neglect", "status": "not-ruled-out"},
        {"id": "R7", "harm": "neglect", "status": "not-considered"},
    ]

    _, shown, last = _typed("\nnot known\n", question="s.risk", risk=risks)

    assert "Harms · 1 of 2, neglect, R1\n" in shown
    assert "Harms · 1 of 2, neglect, R7\n" in shown
    assert last.answers["risk"] == [risks[0], {**risks[1], "status": "unknown"}]


def test_what_was_typed_and_not_ended_is_named_before_saving() -> None:
    _, shown, last = _typed("Should we\n:end\n", question="s.ask")

    assert last.place == END
    assert "  - Question 1: What are we deciding? Typed, and no answer yet (Should we)\n" in shown


@pytest.mark.parametrize(("question", "path"), [("s.title", "title"), ("s.who", "dissent")])
def test_what_was_typed_on_another_screen_is_shown(question: str, path: str) -> None:
    start = structs.replace(
        small_set.interview(), place=Place(question), typed={path: "half a text"}
    )

    _, shown, last = _asked(":stop\n", start)

    assert "| half a text\nTyped before, and no answer yet.\n" in shown
    assert last.typed == {path: "half a text"}


def test_saving_can_be_final() -> None:
    ends = [_typed(typed, question="end")[0] for typed in ("save final\n", "1 final\n", "save\n")]

    assert [one.final for one in ends if isinstance(one, Finished)] == [True, True, False]


def _choosing_first(interview: Interview) -> Interview:
    """The interview at its list, whose rows begin with a yes or no."""
    questions = tuple(
        structs.replace(one, columns=one.columns[1:]) if one.id == "s.who" else one
        for one in interview.questions.questions
    )
    changed = structs.replace(interview.questions, questions=questions)
    return structs.replace(interview, questions=changed, place=Place("s.who"))
