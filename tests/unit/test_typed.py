"""What was typed and not ended: it waits where it was typed."""

from datetime import UTC, datetime

import small_set
from rationale_cli.codec.draft import decode, encode
from rationale_cli.domain.asking.answering import (
    add,
    answer,
    change,
    clear,
    leave,
    move,
    recall,
    remove,
    restore,
    skip,
)
from rationale_cli.domain.asking.draft import Draft
from rationale_cli.domain.asking.gaps import Left, Why, left
from rationale_cli.domain.asking.holding import hold
from rationale_cli.domain.asking.interview import END, Interview, Mode, Place
from rationale_cli.domain.asking.marking import look, mark
from rationale_cli.domain.asking.moving import back, beyond, go
from rationale_cli.domain.asking.relaid import on_latest
from rationale_cli.domain.asking.step import present
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import form, seed
from rationale_cli.domain.revision import Revision

YES, NO = True, False
NOW = datetime(2026, 3, 24, 15, 30, tzinfo=UTC)


def _at(interview: Interview, question: str) -> Interview:
    found = go(interview, question)
    assert found is not None
    return found


def _path(interview: Interview) -> str:
    step = present(interview)
    assert step is not None
    return step.path


def test_moving_away_keeps_what_was_typed_at_its_path() -> None:
    there = hold(_at(small_set.interview(), "s.title"), "half a ti")

    moved = [back(there), leave(there), beyond(there), _at(there, "s.risk"), _at(there, "end")]

    assert [one.typed for one in moved] == [{"title": "half a ti"}] * 5
    assert hold(_at(moved[-1], "s.ask"), "Sh").typed == {
        "title": "half a ti",
        "question.statement": "Sh",
    }
    assert hold(there, "").typed == {}


def test_a_word_on_the_question_takes_the_place_of_what_was_typed() -> None:
    there = hold(_at(small_set.interview({"title": "Old"}), "s.title"), "half a ti")
    aside = hold(clear(there), "half")
    empty = hold(_at(small_set.interview(), "s.title"), "half")

    replies = [answer(there, "New"), clear(there), recall(aside), skip(empty, "Later")]

    assert [one.typed for one in replies] == [{}] * 4
    assert [hold(aside, "x").aside, recall(aside).answers] == [{"title": "Old"}, {"title": "Old"}]


def test_nothing_is_kept_where_nothing_is_asked() -> None:
    end = _at(small_set.interview(), "end")

    assert hold(end, "text") == end


def test_at_a_harm_without_a_row_nothing_is_kept() -> None:
    """Its path would be that of the next harm as well."""
    there = _at(small_set.interview(), "s.risk")

    assert hold(there, "pres") == there
    assert hold(mark(there, "neglect", "present"), "Se").typed == {"risk.R1.reason": "Se"}


def test_what_was_typed_in_a_row_waits_through_removing_it() -> None:
    begun = add(_at(small_set.interview(), "s.who"), "nurse")
    there = hold(begun, "ye")

    again = change(restore(remove(_at(there, "s.who"), "X1"), "X1"), "X1", "confirmed")

    assert again.typed == {"dissent.X1.confirmed": "ye"}
    assert again.typed[_path(again)] == "ye"


def test_what_was_typed_in_a_row_not_begun_is_in_the_next_that_is() -> None:
    there = back(hold(add(_at(small_set.interview(), "s.who")), "nur"))

    assert (there.place, there.answers) == (Place("s.who"), {})
    assert there.typed[_path(add(there))] == "nur"


def test_moving_a_row_keeps_what_was_typed_at_the_list() -> None:
    rows = [{"id": "X1", "role": "nurse"}, {"id": "X2", "role": "doctor"}]
    there = hold(_at(small_set.interview({"dissent": rows}), "s.who"), "tea")

    assert move(there, "X2", -1).typed == {"dissent": "tea"}


def test_what_was_typed_under_a_closed_branch_comes_back_with_it() -> None:
    there = hold(answer(_at(small_set.interview(), "s.court"), YES), "27 mar")

    closed = answer(_at(there, "s.court"), NO)
    again = answer(_at(closed, "s.court"), YES)

    assert _path(closed) != "time.next_hearing"
    assert closed.typed == again.typed == {"time.next_hearing": "27 mar"}
    assert again.typed[_path(again)] == "27 mar"


def test_a_changed_answer_opens_only_what_depends_on_it() -> None:
    """All else that was said, and all that was typed, stays as it was."""
    there = answer(_at(small_set.interview({"title": "T"}), "s.court"), NO)
    there = hold(_at(there, "s.tipped"), "one\ntw")

    opened = answer(_at(there, "s.court"), YES)

    assert opened.place == Place("s.hearing")
    assert opened.answers == {"title": "T", "answers": {"s.court": True}}
    assert (opened.typed, opened.aside) == ({"reason.decisive": "one\ntw"}, {})


def test_what_was_typed_under_a_closed_status_of_a_harm_comes_back_with_it() -> None:
    there = mark(_at(small_set.interview(), "s.risk"), "neglect", "present")
    said = hold(look(answer(there, "Seen."), "neglect", column="reason"), "Seen twi")

    closed = mark(said, "neglect", "unknown")
    again = mark(closed, "neglect", "present")

    assert (closed.aside, again.aside) == ({"risk.R1.reason": "Seen."}, {})
    assert again.answers["risk"][0]["reason"] == "Seen."
    assert closed.typed == again.typed == {"risk.R1.reason": "Seen twi"}


def test_what_was_typed_and_not_ended_is_told_before_saving() -> None:
    """In place of being open; but not what nobody asks as things stand."""
    typed = {
        "title": "half a ti",
        "time.next_hearing": "27 mar",
        "dissent.X1.confirmed": "ye",
        "dissent.X2.role": "nur",
        "dissent.X9.role": "gone",
        "risk.R1.plan": "As",
    }
    told = left(
        small_set.interview(
            {
                "dissent": [{"id": "X1", "role": "nurse"}],
                "risk": [{"id": "R1", "harm": "neglect", "status": "unknown"}],
            },
            typed=typed,
            aside={"dissent.X9": {"id": "X9"}},
        )
    )

    assert [one for one in told if one.question != "s.risk" or one.row] == [
        Left(question="s.ask", text="What are we deciding?", why=Why.OPEN),
        Left(
            question="s.title",
            text="What shall we call it?",
            why=Why.TYPED,
            reason=("half a ti",),
        ),
        Left(question="s.court", text="Is there a court?", why=Why.OPEN),
        Left(
            question="s.who",
            text="Have they confirmed it?",
            why=Why.TYPED,
            reason=("ye",),
            row="X1",
        ),
        Left(
            question="s.who",
            text="What is their role?",
            why=Why.TYPED,
            reason=("nur",),
            row="X2",
        ),
        Left(
            question="s.risk",
            text="How will we find out?",
            why=Why.TYPED,
            reason=("As",),
            row="R1",
        ),
        Left(question="s.tipped", text="What tipped it?", why=Why.OPEN),
    ]


def test_a_draft_on_the_latest_revision_keeps_what_was_typed_under_new_ids() -> None:
    """A row that was begun here, and one that a colleague added under its id, are two."""
    draft, base, newest = _moved_on(typed={"dissent.X1.role": "nur", "title": "half"})

    laid = on_latest(draft, base, (base, newest))

    assert laid.typed == {"dissent.X2.role": "nur", "title": "half"}
    assert laid.place == Place("s.who", "X2", "role")
    assert decode(encode(laid), name="draft") == laid


def test_a_draft_on_the_latest_revision_stands_at_the_end_if_nothing_was_typed() -> None:
    draft, base, newest = _moved_on(typed={})

    assert on_latest(draft, base, (base, newest)).place == END


def _moved_on(*, typed: dict[str, str]) -> tuple[Draft, Revision, Revision]:
    """A draft that begins a row, and the revision in which a colleague has added one."""
    first = _decision(revision=1)
    second = _decision(revision=2, dissent=[{"id": "X1", "role": "teacher"}])
    base, newest = (
        Revision(decision=one, blob=f"blob{one.revision}", sha256="", commit="", committed_at=NOW)
        for one in (first, second)
    )
    draft = Draft(
        verb="amend",
        record="k7qf2m",
        question_set="small/2",
        started_at=NOW,
        mode=Mode.GAPS,
        blob=base.blob,
        place=Place("s.who", "X1", "role"),
        answers=seed(first),
        typed=typed,
    )
    return draft, base, newest


def _decision(**more: object) -> Decision:
    return form(
        {
            "format": 1,
            "id": "k7qf2m",
            "kind": "create",
            "question_set": "small/2",
            "time": {"recorded_at": NOW},
            **more,
        }
    )
