from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

import small_set
from rationale_cli.domain.asking.answering import (
    add,
    answer,
    change,
    clear,
    leave,
    recall,
    remove,
    restore,
    skip,
)
from rationale_cli.domain.asking.gaps import Left, Why, left
from rationale_cli.domain.asking.interview import END, Interview, Mode, Place
from rationale_cli.domain.asking.moving import back, go, restored
from rationale_cli.domain.asking.said import said
from rationale_cli.domain.asking.step import Step, present
from rationale_cli.domain.keeping import GapKind

YES, NO = True, False


def _at(interview: Interview, question: str) -> Interview:
    found = go(interview, question)
    assert found is not None
    return found


def _step(interview: Interview) -> Step:
    step = present(interview)
    assert step is not None
    return step


def _walked(interview: Interview) -> list[Place]:
    places = []
    while interview.place != END:
        places.append(interview.place)
        interview = leave(interview)
    return places


def test_the_quick_interview_asks_only_what_is_quick() -> None:
    quick = [place.question for place in _walked(small_set.interview())]

    assert quick == ["s.ask", "s.title", "s.court", "s.who", "s.risk", "s.risk", "s.tipped"]


def test_the_full_interview_asks_everything_whose_condition_holds() -> None:
    full = _walked(small_set.interview({"answers": {"s.court": True}}, mode=Mode.FULL))

    assert [place.question for place in full] == [
        "s.ask", "s.title", "s.court", "s.hearing", "s.undo", "s.who",
        "s.risk", "s.risk", "s.tipped",
    ]  # fmt: skip


def test_gaps_go_on_only_to_what_has_no_answer() -> None:
    """An amendment does not ask again what is known; everything can still be jumped to."""
    known = {
        "title": "T",
        "none": ["dissent"],
        "question": {"statement": "S"},
        "risk": [{"id": "R1", "harm": "neglect", "status": "unknown", "plan": "Ask"}],
    }

    gaps = _walked(small_set.interview(known, mode=Mode.GAPS))

    assert gaps == [
        Place("s.court"),
        Place("s.undo"),
        Place("s.risk", "online", "status"),
        Place("s.tipped"),
    ]


def test_progress_counts_questions_and_not_the_steps_inside_them() -> None:
    at_harm = _step(_at(small_set.interview(), "s.risk"))

    assert (at_harm.number, at_harm.total, at_harm.section.title) == (5, 6, "Harms")
    assert at_harm.harm is not None
    assert (at_harm.harm.number, at_harm.harm.total) == (1, 2)


def test_an_earlier_answer_is_offered_while_nothing_stands() -> None:
    asked = answer(small_set.interview(), "Move?")

    assert (_step(asked).suggestion, _step(asked).value) == ("Move?", None)
    assert _step(back(answer(asked, "Other"))).suggestion is None


def test_an_earlier_answer_that_would_not_fit_is_not_offered() -> None:
    asked = answer(small_set.interview(), "A sentence far longer than twenty characters")

    assert _step(asked).suggestion is None


def test_the_old_answer_stands_until_it_is_changed() -> None:
    old = small_set.interview({"title": "Old"}, mode=Mode.FULL)

    kept = leave(_at(old, "s.title"))

    assert _step(_at(old, "s.title")).value == "Old"
    assert kept.answers == {"title": "Old"}


def test_a_closed_branch_keeps_what_was_typed_and_gives_it_back() -> None:
    """Changing one's mind twice costs nothing."""
    there = answer(_at(small_set.interview(), "s.court"), YES)
    typed = answer(there, date(2026, 3, 27))

    closed = answer(_at(typed, "s.court"), NO)
    again = answer(_at(closed, "s.court"), YES)

    assert typed.answers["time"] == {"next_hearing": date(2026, 3, 27)}
    assert "time" not in closed.answers
    assert closed.aside == {"time.next_hearing": date(2026, 3, 27)}
    assert (again.answers, again.aside) == (typed.answers, {})


def test_a_closed_branch_in_a_row_keeps_what_was_typed() -> None:
    there = add(_at(small_set.interview(), "s.who"))
    for value in ("health visitor", True, "by phone", ["physical"]):
        there = answer(there, value)

    closed = answer(change(there, "X1", "confirmed"), NO)
    again = answer(change(closed, "X1", "confirmed"), YES)

    assert closed.aside == {"dissent.X1.confirmed_how": "by phone"}
    assert again.answers["dissent"] == [
        {
            "id": "X1",
            "role": "health visitor",
            "confirmed": True,
            "confirmed_how": "by phone",
            "harms": ["physical"],
        }
    ]


def test_a_harm_that_a_colleague_names_comes_first() -> None:
    """It is walked even if nobody else would have asked about it."""
    dissent = [{"id": "X1", "role": "health visitor", "harms": ["physical"]}]

    first = _step(_at(small_set.interview({"dissent": dissent}), "s.risk"))

    assert first.text == "Physical?"
    assert first.harm is not None
    assert first.harm.named_by == (dissent[0],)


def test_a_harm_that_is_left_stays_silent_and_is_counted_by_name() -> None:
    over = leave(leave(_at(small_set.interview(), "s.risk")))

    assert over.answers == {}
    assert Left(
        question="s.risk",
        text="Each kind of harm in turn.",
        why=Why.HARMS,
        reason=("neglect", "online"),
    ) in left(over)


def test_an_answered_harm_becomes_a_row_and_asks_what_its_status_needs() -> None:
    there = _at(small_set.interview(), "s.risk")

    unlikely = answer(there, "thought-unlikely")
    done = answer(unlikely, "Seen daily.")

    assert unlikely.place == Place("s.risk", "neglect", "reason")
    assert done.answers == {
        "risk": [
            {"id": "R1", "harm": "neglect", "status": "thought-unlikely", "reason": "Seen daily."}
        ]
    }
    assert done.place == Place("s.risk", "online", "status")


def test_measures_of_a_harm_are_asked_only_in_full() -> None:
    quick = answer(_at(small_set.interview(), "s.risk"), "present")
    full = answer(_at(small_set.interview(mode=Mode.FULL), "s.risk"), "present")

    assert leave(quick).place == Place("s.risk", "online", "status")
    assert leave(full).place == Place("s.risk", "neglect", "likelihood")


def test_a_skipped_harm_is_still_not_looked_at_and_says_why() -> None:
    skipped = skip(_at(small_set.interview(), "s.risk"), "No time tonight")

    assert skipped.answers == {
        "risk": [{"id": "R1", "harm": "neglect", "status": "not-considered"}],
        "gap": [
            {
                "id": "G1",
                "path": "risk.R1.status",
                "kind": "skipped",
                "reason": "No time tonight",
            }
        ],
    }
    assert [gap.reason for gap in left(skipped) if gap.why is Why.HARMS] == [("neglect", "online")]


def test_a_harm_that_is_not_known_takes_the_reason_for_its_plan() -> None:
    unknown = skip(_at(small_set.interview(), "s.risk"), "Ask the school", GapKind.UNKNOWN)

    assert unknown.answers["risk"] == [
        {"id": "R1", "harm": "neglect", "status": "unknown", "plan": "Ask the school"}
    ]


def test_a_skipped_question_becomes_a_gap_and_an_answer_closes_it() -> None:
    skipped = skip(small_set.interview(), "Not agreed yet")
    answered = answer(_at(skipped, "s.ask"), "Move?")

    assert skipped.answers["gap"] == [
        {
            "id": "G1",
            "path": "question.statement",
            "kind": "skipped",
            "reason": "Not agreed yet",
        }
    ]
    assert skipped.place == Place("s.title")
    assert answered.answers == {"question": {"statement": "Move?"}}


def test_an_answer_that_stands_is_not_skipped() -> None:
    """A record's answer goes only when somebody says so."""
    there = _at(small_set.interview({"title": "Old", "none": ["dissent"]}), "s.title")

    assert skip(there, "Wrong", GapKind.UNKNOWN) == leave(there)
    assert skip(_at(there, "s.who"), "Wrong") == leave(_at(there, "s.who"))


def test_a_harm_that_was_looked_at_is_not_skipped() -> None:
    there = _at(small_set.interview(), "s.risk")
    looked_at = _at(answer(there, "present"), "s.risk")

    assert skip(looked_at, "No time").answers == looked_at.answers
    assert skip(looked_at, "", GapKind.UNKNOWN).answers == looked_at.answers


def test_an_answer_is_taken_away_on_purpose_and_can_be_brought_back() -> None:
    there = _at(small_set.interview({"title": "Old"}), "s.title")

    cleared = clear(there)
    again = recall(cleared)

    assert (cleared.answers, cleared.aside) == ({}, {"title": "Old"})
    assert (cleared.place, cleared.changed) == (there.place, ("title",))
    assert (again.answers, again.aside, again.place) == (there.answers, {}, there.place)
    assert clear(cleared) == cleared
    assert recall(there) == there


def test_an_answer_changes_places_with_one_that_stands_aside() -> None:
    there = answer(clear(_at(small_set.interview({"title": "Old"}), "s.title")), "New")

    swapped = recall(_at(there, "s.title"))

    assert (swapped.answers, swapped.aside) == ({"title": "Old"}, {"title": "New"})


def test_a_cleared_list_gives_its_rows_back_one_by_one() -> None:
    there = _at(small_set.interview({"dissent": [{"id": "X1", "role": "nurse"}]}), "s.who")

    cleared = clear(there)

    assert (cleared.answers, cleared.place) == ({}, Place("s.who"))
    assert restore(cleared, "X1").answers == there.answers
    assert clear(_at(small_set.interview({"none": ["dissent"]}), "s.who")).answers == {}


def test_a_cleared_harm_is_not_yet_looked_at() -> None:
    """What was said under it comes back with it."""
    there = answer(answer(_at(small_set.interview(), "s.risk"), "thought-unlikely"), "Seen daily.")

    cleared = clear(_at(there, "s.risk"))

    assert cleared.answers["risk"] == [{"id": "R1", "harm": "neglect", "status": "not-considered"}]
    assert recall(cleared).answers == there.answers


def test_one_column_of_a_row_is_asked_alone() -> None:
    there = _at(small_set.interview({"dissent": [{"id": "X1", "role": "nurse"}]}), "s.who")
    column = change(there, "X1", "role")

    assert column.place == Place("s.who", "X1", "role", alone=True)
    assert [one.place for one in (answer(column, "doctor"), leave(column), back(column))] == [
        Place("s.who")
    ] * 3
    assert leave(change(there, "X1")).place == Place("s.who", "X1", "confirmed")


def test_an_empty_list_says_that_there_is_none() -> None:
    assert answer(_at(small_set.interview(), "s.who"), []).answers == {"none": ["dissent"]}


def test_a_row_stands_from_its_first_answer() -> None:
    begun = add(_at(small_set.interview(), "s.who"))

    assert begun.answers == {}
    assert _step(begun).is_new
    assert leave(begun).place == Place("s.who")
    assert answer(begun, "nurse").answers == {"dissent": [{"id": "X1", "role": "nurse"}]}


def test_the_end_of_a_row_is_its_list() -> None:
    last = change(small_set.interview({"dissent": [{"id": "X1"}]}), "X1", "harms")
    at_list = _at(small_set.interview({"dissent": [{"id": "X1"}]}), "s.who")

    assert last == small_set.interview({"dissent": [{"id": "X1"}]})
    assert leave(change(at_list, "X1", "harms")).place == Place("s.who")


def test_a_row_taken_away_can_be_put_back() -> None:
    there = _at(small_set.interview({"dissent": [{"id": "X1", "role": "nurse"}]}), "s.who")

    gone = remove(there, "X1")
    again = restore(gone, "X1")

    assert (gone.answers, gone.aside) == ({}, {"dissent.X1": {"id": "X1", "role": "nurse"}})
    assert (again.answers, again.aside) == (there.answers, {})


def test_an_id_is_never_given_twice() -> None:
    """Neither one of the record's history nor one of a row just taken away."""
    there = _at(
        small_set.interview(
            {"dissent": [{"id": "X3", "role": "nurse"}]}, used={"dissent": ("X1", "X3")}
        ),
        "s.who",
    )

    assert add(remove(there, "X3")).place == Place("s.who", "X4", "role")


def test_back_goes_through_harms_and_lists_in_the_other_direction() -> None:
    interview = _at(small_set.interview(), "s.tipped")
    seen = []
    for _ in range(4):
        interview = back(interview)
        seen.append(interview.place)

    assert seen == [
        Place("s.risk", "online", "status"),
        Place("s.risk", "neglect", "status"),
        Place("s.who"),
        Place("s.court"),
    ]


def test_back_stays_at_the_first_question() -> None:
    assert back(small_set.interview()).place == Place("s.ask")


def test_one_can_jump_by_number_or_by_id_but_not_to_a_closed_branch() -> None:
    interview = small_set.interview()

    assert [getattr(go(interview, to), "place", None) for to in ("4", "s.undo", "end")] == [
        Place("s.who"),
        Place("s.undo"),
        END,
    ]
    assert [go(interview, to) for to in ("s.hearing", "0", "99", "nope", "²", "9" * 5000)] == [
        None
    ] * 6


def test_a_question_outside_the_quick_ones_is_numbered_once_somebody_is_there() -> None:
    step = _step(_at(small_set.interview(), "s.undo"))

    assert (step.number, step.total) == (4, 7)


def test_a_place_that_is_gone_leads_to_the_first_question() -> None:
    """A changed question set must not keep a draft from being resumed."""
    lost = structs.replace(small_set.interview(), place=Place("old.question"))
    columnless = structs.replace(small_set.interview(), place=Place("s.risk", "neglect", "gone"))

    assert restored(lost).place == Place("s.ask")
    assert restored(columnless).place == Place("s.risk", "neglect", "status")


def test_everything_said_can_be_looked_over() -> None:
    """With what the quick interview leaves out, if it has an answer."""
    known = small_set.interview({"question": {"reversibility": "hard"}, "none": ["dissent"]})

    lines = [
        (one.number, one.question.id, one.value, one.is_none, one.is_changed)
        for one in said(answer(known, "Move?"))
    ]

    assert lines == [
        (1, "s.ask", "Move?", False, True),
        (2, "s.title", None, False, False),
        (3, "s.court", None, False, False),
        (None, "s.undo", "hard", False, False),
        (4, "s.who", None, True, False),
        (5, "s.risk", None, False, False),
        (6, "s.tipped", None, False, False),
    ]


replies = st.lists(
    st.sampled_from(
        (
            lambda one: answer(one, YES),
            lambda one: answer(one, NO),
            lambda one: answer(one, "present"),
            lambda one: answer(one, []),
            lambda one: skip(one, "because"),
            lambda one: skip(one, "", GapKind.UNKNOWN),
            lambda one: remove(one, "X1"),
            lambda one: restore(one, "X1"),
            lambda one: change(one, "X1"),
            lambda one: go(one, "s.court") or one,
            lambda one: go(one, "s.who") or one,
            lambda one: go(one, "s.risk") or one,
            leave,
            back,
            add,
            clear,
            recall,
        )
    ),
    max_size=60,
)


@given(replies, st.sampled_from(Mode))
def test_no_run_of_replies_breaks_an_interview(run: list, mode: Mode) -> None:  # type: ignore[type-arg]  # functions
    """It always stands at its end or at something that can be asked."""
    interview = small_set.interview(mode=mode)
    for reply in run:
        interview = reply(interview)

        assert interview.place == END or present(interview) is not None
        assert restored(interview) == interview
        left(interview)
        said(interview)


@given(replies)
def test_nothing_answered_is_ever_lost(run: list) -> None:  # type: ignore[type-arg]  # functions
    """The first statement stands among the answers, or among what was set aside."""
    interview = answer(small_set.interview(), "the first statement")
    for reply in run:
        if interview.place == Place("s.ask"):
            interview = leave(interview)
        interview = reply(interview)

    kept = [interview.answers.get("question", {}).get("statement"), *interview.aside.values()]
    assert "the first statement" in kept
