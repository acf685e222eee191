"""The harms in any order, and all of them at one glance."""

from typing import Any

import pytest

import small_set
from rationale_cli.domain.asking.answering import (
    answer,
    clear,
    leave,
    recall,
    recallable,
    remove,
    skip,
)
from rationale_cli.domain.asking.gaps import Why, left
from rationale_cli.domain.asking.harm_sheet import HarmLine, sheet
from rationale_cli.domain.asking.interview import END, Interview, Mode, Place
from rationale_cli.domain.asking.marking import look, mark
from rationale_cli.domain.asking.moving import back, go, restored
from rationale_cli.domain.asking.step import present
from rationale_cli.domain.keeping import GapKind

TWICE = [
    {"id": "R1", "harm": "neglect", "status": "present", "reason": "By day."},
    {"id": "R7", "harm": "neglect", "status": "not-considered"},
    {"id": "R2", "harm": "online", "status": "unknown"},
]
"""Two rows of one kind of harm, as a record may hold them."""


def _in_walk(*risks: dict[str, Any], mode: Mode = Mode.QUICK, **answers: Any) -> Interview:
    said = {**answers, **({"risk": [*risks]} if risks else {})}
    found = go(small_set.interview(said, mode=mode), "s.risk")
    assert found is not None
    return found


def _place(harm: str, column: str = "status", risk: str = "") -> Place:
    return Place("s.risk", harm, column, alone=True, risk=risk)


@pytest.mark.parametrize(
    ("harm", "status", "place"),
    [
        ("neglect", "present", _place("neglect", "reason")),
        ("online", "thought-unlikely", _place("online", "reason")),
        ("online", "unknown", _place("online", "plan")),
        ("neglect", "not-ruled-out", _place("online")),
        ("online", "not-applicable", _place("neglect")),
    ],
)
def test_a_marked_harm_asks_what_its_status_needs_or_leads_to_the_next(
    harm: str, status: str, place: Place
) -> None:
    """Beyond the last one is the first at which nobody has looked."""
    marked = mark(_in_walk(), harm, status)

    assert marked.answers == {"risk": [{"id": "R1", "harm": harm, "status": status}]}
    assert (marked.place, marked.changed) == (place, ("risk.R1.status",))


def test_a_harm_is_marked_from_wherever_in_the_walk_one_is() -> None:
    start = mark(_in_walk(), "online", "unknown")

    marked = mark(start, "neglect", "not-ruled-out")

    assert marked.answers["risk"] == [
        {"id": "R1", "harm": "online", "status": "unknown"},
        {"id": "R2", "harm": "neglect", "status": "not-ruled-out"},
    ]
    assert marked.place == _place("online")


@pytest.mark.parametrize(
    ("harm", "status"), [("physical", "present"), ("neglect", "sort-of"), ("", "present")]
)
def test_what_is_not_walked_or_no_status_changes_nothing(harm: str, status: str) -> None:
    start = _in_walk()

    assert mark(start, harm, status) == start


def test_outside_the_walk_nothing_is_marked_or_looked_at() -> None:
    start = small_set.interview()

    assert mark(start, "neglect", "present") == start
    assert look(start, "neglect") == start


def test_the_last_harm_is_not_the_end_while_another_is_silent() -> None:
    """Taken in any order they are left on purpose only."""
    marked = mark(_in_walk(), "online", "thought-unlikely")

    answered = answer(marked, "Seen daily.")
    last = look(answer(mark(answered, "neglect", "present"), "Seen."), "online", column="reason")

    assert answered.place == _place("neglect")
    assert leave(last).place == answer(last, "Seen twice.").place == Place("s.tipped")


def test_when_all_are_told_an_answer_leads_on() -> None:
    told = mark(_in_walk(), "neglect", "not-ruled-out")

    assert answer(mark(told, "online", "present"), "Seen.").place == Place("s.tipped")
    assert mark(told, "online", "not-ruled-out").place == _place("online")


def test_one_by_one_the_last_harm_is_the_end() -> None:
    """Whoever left a harm with Enter is not led back to it."""
    last = leave(_in_walk())

    assert answer(last, "not-applicable").place == Place("s.tipped")


def test_a_status_taken_back_sets_aside_what_was_said_and_stays() -> None:
    said = answer(mark(_in_walk(), "neglect", "present"), "Seen.")

    silent = mark(said, "neglect", "not-considered")
    again = mark(silent, "neglect", "present")

    assert silent.answers["risk"] == [{"id": "R1", "harm": "neglect", "status": "not-considered"}]
    assert silent.aside == {"risk.R1.status": "present", "risk.R1.reason": "Seen."}
    assert silent.place == _place("neglect")
    assert again.answers == said.answers
    assert mark(_in_walk(), "neglect", "not-considered").answers == {}


def test_another_status_keeps_the_reason_that_both_ask_for() -> None:
    said = answer(mark(_in_walk(), "neglect", "present"), "Seen.")

    unlikely = mark(said, "neglect", "thought-unlikely")
    unknown = mark(said, "neglect", "unknown")

    assert unlikely.answers["risk"][0]["reason"] == "Seen."
    assert unlikely.place == _place("neglect", "reason")
    assert unknown.aside == {"risk.R1.reason": "Seen."}


def test_a_harm_whose_row_was_taken_away_comes_back_with_what_was_said() -> None:
    said = answer(mark(_in_walk(), "neglect", "present"), "Seen.")

    gone = look(remove(said, "R1"), "neglect")
    marked = mark(gone, "neglect", "thought-unlikely")

    row = {"id": "R1", "harm": "neglect", "status": "thought-unlikely", "reason": "Seen."}
    assert (marked.answers, marked.aside) == ({"risk": [row]}, {})
    assert recallable(gone) == "risk.R1"
    assert recall(gone).answers == said.answers
    assert recallable(marked) == ""


def test_one_can_look_at_any_harm_and_at_what_is_asked_of_it() -> None:
    start = mark(_in_walk(), "neglect", "present")

    assert look(start, "online").place == _place("online")
    assert look(start, "neglect", column="reason").place == _place("neglect", "reason")
    assert look(start, "neglect", column="plan").place == _place("neglect")
    assert look(start, "physical") == start


def test_back_stays_among_harms_taken_in_any_order() -> None:
    there = look(mark(_in_walk(), "neglect", "present"), "online")

    assert back(there).place == _place("neglect", "reason")
    assert back(look(there, "neglect")).place == Place("s.who")


def test_a_harm_that_is_skipped_leads_on() -> None:
    there = look(_in_walk(), "neglect")

    assert skip(there, "No time").place == _place("online")
    assert skip(there, "Ask the school", GapKind.UNKNOWN).place == _place("online")


def test_measures_are_asked_in_full_after_the_reason() -> None:
    marked = mark(_in_walk(mode=Mode.FULL), "neglect", "present")

    assert answer(marked, "Seen.").place == _place("neglect", "likelihood")


def test_every_row_of_a_harm_is_walked() -> None:
    interview, walked = _in_walk(*TWICE), []
    while interview.place.question == "s.risk":
        walked.append(interview.place)
        interview = leave(interview)

    assert walked == [
        Place("s.risk", "neglect", "status"),
        Place("s.risk", "neglect", "reason"),
        Place("s.risk", "neglect", "status", risk="R7"),
        Place("s.risk", "online", "status"),
        Place("s.risk", "online", "plan"),
    ]


def test_a_further_row_is_asked_about_by_itself() -> None:
    there = leave(leave(_in_walk(*TWICE, mode=Mode.GAPS)))

    step = present(there)

    assert step is not None
    assert step.harm is not None
    assert (step.path, step.value, step.is_new) == ("risk.R7.status", None, False)
    assert (step.harm.number, step.harm.total, step.harm.risk) == (1, 2, "R7")
    assert answer(there, "unknown").answers["risk"][1] == {**TWICE[1], "status": "unknown"}


def test_a_further_row_is_marked_and_looked_at_by_its_id() -> None:
    start = _in_walk(*TWICE)

    marked = mark(start, "neglect", "unknown", risk="R7")

    assert marked.answers["risk"] == [TWICE[0], {**TWICE[1], "status": "unknown"}, TWICE[2]]
    assert marked.place == _place("neglect", "plan", risk="R7")
    assert look(start, "neglect", risk="R7").place == _place("neglect", risk="R7")
    assert look(start, "neglect", risk="R1") == look(start, "neglect", risk="R9")
    assert look(start, "neglect").place == _place("neglect")


def test_a_place_whose_row_is_gone_leads_to_the_first_harm() -> None:
    """A colleague may have taken it away before the draft is resumed."""
    there = look(_in_walk(*TWICE), "neglect", risk="R7")
    kept = restored(there)
    gone = restored(remove(there, "R7"))

    assert kept == there
    assert gone.place == Place("s.risk", "neglect", "status")


def test_a_harm_is_looked_at_if_one_of_its_rows_is() -> None:
    silent = [one.reason for one in left(_in_walk(*TWICE)) if one.why is Why.HARMS]
    cleared = left(clear(_in_walk(*TWICE)))

    assert silent == []
    assert [one.reason for one in cleared if one.why is Why.HARMS] == [("neglect",)]


def test_the_sheet_tells_every_row_of_every_harm() -> None:
    worry = {"id": "X1", "role": "nurse", "harms": ["physical"]}
    start = _in_walk(*TWICE, dissent=[worry])

    lines = sheet(answer(mark(start, "online", "unknown"), "Ask."))

    nothing: dict[str, Any] = {"reason": "", "plan": "", "named_by": (), "is_changed": False}
    physical, neglect, online = small_set.PHYSICAL, small_set.NEGLECT, small_set.ONLINE
    assert lines == (
        HarmLine(**{**nothing, "named_by": (worry,)}, harm=physical, risk=None, status=None),
        HarmLine(**{**nothing, "reason": "By day."}, harm=neglect, risk="R1", status="present"),
        HarmLine(**nothing, harm=neglect, risk="R7", status=None),
        HarmLine(
            **{**nothing, "plan": "Ask.", "is_changed": True},
            harm=online,
            risk="R2",
            status="unknown",
        ),
    )


def test_the_sheet_is_there_wherever_the_interview_is() -> None:
    at_end = go(_in_walk(), "end")

    assert at_end is not None
    assert at_end.place == END
    assert [one.harm.code for one in sheet(at_end)] == ["neglect", "online"]
