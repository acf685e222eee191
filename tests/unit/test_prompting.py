"""Prompts: put one by one, each answered by a row, by none, or by nothing."""

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from rationale_cli.codec import shipped
from rationale_cli.domain.asking.answering import answer, change, clear, leave, restore, skip
from rationale_cli.domain.asking.answering import remove as taken_away
from rationale_cli.domain.asking.gaps import left
from rationale_cli.domain.asking.holding import hold
from rationale_cli.domain.asking.interview import Interview, Mode, Place
from rationale_cli.domain.asking.moving import back, begun, beyond, restored
from rationale_cli.domain.asking.reading import Reader, read
from rationale_cli.domain.asking.step import Step, present
from rationale_cli.services.question_sets import question_set

SET = question_set(None, "unthinkable")
PROMPTS = [one.id for one in SET.questions[0].prompts]


def interview(mode: Mode = Mode.FULL, **answers: Any) -> Interview:
    """Give an interview about the unthinkable at its beginning."""
    return begun(Interview(questions=SET, texts=shipped.texts(), mode=mode, answers={**answers}))


def step(now: Interview) -> Step:
    """Give what is asked, of which there must be something."""
    found = present(now)
    assert found is not None
    return found


def asked(now: Interview) -> str:
    """Give the prompt that is put and the column that is asked, or that the list is shown."""
    place = now.place
    return f"{place.prompt} {place.column}".strip() or place.question


def test_each_prompt_is_put_alone_and_then_the_list() -> None:
    now, found = interview(), []
    while now.place.prompt:
        found.append(now.place.prompt)
        now = leave(now)

    assert found == PROMPTS
    assert len(PROMPTS) == 10
    assert asked(now) == "g.unth"
    assert now.answers == {}


def test_the_quick_interview_puts_the_first_prompt_and_one_more() -> None:
    now = interview(Mode.QUICK)

    assert [asked(now), asked(leave(now)), asked(leave(leave(now)))] == [
        "last-day scenario",
        "explained-away scenario",
        "g.unth",
    ]


def test_an_answer_is_a_row_that_keeps_its_prompt_and_is_asked_about() -> None:
    now = answer(leave(interview()), "Nobody said neglect.")

    assert now.answers["unthinkable"] == [
        {"id": "W1", "prompt": "not-named", "scenario": "Nobody said neglect."}
    ]
    assert asked(now) == "not-named early_sign"
    assert asked(back(back(now))) == "last-day scenario"


def test_none_is_an_answer_to_a_prompt_and_to_the_list_as_long_as_there_is_no_row() -> None:
    first = answer(interview(), [])

    assert first.answers == {"none": ["answers.g.unth.last-day", "unthinkable"]}
    assert asked(first) == "not-named scenario"
    assert step(back(first)).is_none
    assert clear(back(first)).answers == {"none": ["unthinkable"]}

    second = answer(first, "Nobody said neglect.")
    assert second.answers["none"] == ["answers.g.unth.last-day"]


def test_none_is_read_as_none_only_where_a_prompt_is_put() -> None:
    reader = Reader(
        words=shipped.words(), texts=shipped.texts(), now=lambda: datetime.now(UTC), zone=UTC
    )
    now = interview()

    assert read("None", step(now), reader) == []
    assert read("none", step(answer(now, "A fall.")), reader) == "none"


def test_a_prompt_can_be_left_with_a_reason() -> None:
    now = skip(interview(), "not with the family here")

    assert now.answers == {
        "gap": [
            {
                "id": "G1",
                "path": "answers.g.unth.last-day",
                "kind": "skipped",
                "reason": "not with the family here",
            }
        ]
    }
    assert asked(now) == "not-named scenario"
    told = [(one.text, one.reason) for one in left(now) if one.reason]
    assert told == [(SET.questions[0].prompts[0].text, ("not with the family here",))]
    assert answer(back(now), "A fall.").answers.get("gap") is None


def test_what_is_typed_and_not_ended_waits_at_its_own_prompt() -> None:
    now = hold(interview(), "A f")

    assert now.typed == {"answers.g.unth.last-day": "A f"}
    assert step(now).held == "answers.g.unth.last-day"
    assert step(leave(now)).held not in now.typed
    assert [one.reason for one in left(now) if one.reason] == [("A f",)]
    assert answer(now, "A fall.").typed == {}


def to(now: Interview, prompt: str, column: str = "scenario") -> Interview:
    """Give the interview at what a prompt asks."""
    return restored(placed(now, Place("g.unth", column=column, prompt=prompt)))


def placed(now: Interview, place: Place) -> Interview:
    """Give the interview at a place."""
    return msgspec.structs.replace(now, place=place)


def test_a_first_sign_becomes_a_look_again_point_only_if_somebody_is_to_watch() -> None:
    now = answer(answer(interview(), "A fall."), "A bruise.")
    at_watcher = to(now, "last-day", "watcher")

    assert leave(at_watcher).answers.get("trigger") is None
    watched = answer(at_watcher, "health visitor")
    assert watched.answers["trigger"] == [
        {"id": "T1", "kind": "event", "text": "A bruise.", "owner": "health visitor"}
    ]
    assert asked(watched) == "not-named scenario"
    again = answer(to(watched, "last-day", "watcher"), "nursery")
    assert [one["owner"] for one in again.answers["trigger"]] == ["nursery"]


def test_nobody_is_asked_to_watch_for_a_sign_that_is_not_there() -> None:
    now = answer(interview(), "A fall.")
    found = []
    while now.place.prompt == "last-day":
        found.append(now.place.column)
        now = leave(now)

    assert found == ["early_sign", "who_would_see", "stops_it", "warning_sign", "response"]


@pytest.mark.parametrize(
    ("prompt", "column", "field"),
    [("one-fact", "mind", "change_mind"), ("our-caution", "acting", "harm_of_acting")],
)
def test_a_yes_takes_the_words_over_and_nothing_else_does(
    prompt: str, column: str, field: str
) -> None:
    now = answer(to(interview(reason={field: "Before."}), prompt), "The checks are bad.")

    assert asked(now) == f"{prompt} {column}"
    assert answer(now, value=False).answers["reason"] == {field: "Before."}
    taken = answer(now, value=True)
    assert taken.answers["reason"] == {field: "Before.\nThe checks are bad.\n"}
    again = to(taken, prompt, column)
    assert step(again).value is True
    assert answer(again, value=True).answers == taken.answers
    alone = answer(answer(to(interview(), prompt), "The checks are bad."), value=True)
    assert alone.answers["reason"] == {field: "The checks are bad."}


def test_a_row_that_is_taken_away_is_asked_for_again_under_its_own_id() -> None:
    listed = beyond(answer(interview(), "A fall."))
    listed = placed(listed, Place("g.unth"))
    gone = taken_away(listed, "W1")

    assert gone.answers.get("unthinkable") is None
    assert restore(gone, "W1").answers["unthinkable"][0]["scenario"] == "A fall."
    assert answer(to(gone, "last-day"), "A burn.").answers["unthinkable"] == [
        {"id": "W1", "prompt": "last-day", "scenario": "A burn."}
    ]


def test_a_row_of_a_prompt_can_be_changed_from_the_list() -> None:
    now = placed(answer(interview(), "A fall."), Place("g.unth"))

    assert step(change(now, "W1", "scenario")).value == "A fall."


def test_where_only_gaps_are_asked_prompts_are_put_unless_others_have_answered() -> None:
    assert asked(interview(Mode.GAPS)) == "last-day scenario"
    assert asked(interview(Mode.GAPS, none=["unthinkable"])) == ""
    assert asked(interview(Mode.GAPS, unthinkable=[{"id": "W1", "scenario": "A fall."}])) == ""
    assert asked(answer(interview(Mode.GAPS), [])) == "not-named scenario"
    assert asked(answer(interview(Mode.GAPS), "A fall.")) == "last-day early_sign"
