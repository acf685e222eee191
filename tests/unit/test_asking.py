"""What is asked at the end of a set, whoever wrote it, and how an interview ends."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec import structs

import small_set
from rationale_cli.codec import shipped
from rationale_cli.codec.question_set import decode
from rationale_cli.domain.asking.answering import answer, leave
from rationale_cli.domain.asking.beside import LATE, RECORDER, timely, with_reason, with_recorder
from rationale_cli.domain.asking.gaps import left
from rationale_cli.domain.asking.interview import END, Interview, Mode, Place
from rationale_cli.domain.asking.moving import begun, go
from rationale_cli.domain.asking.reply import Reply, Save
from rationale_cli.domain.asking.said import said
from rationale_cli.domain.questions.question import QuestionSet, When
from rationale_cli.services.asking import Finished, conduct

NOW = datetime(2026, 3, 26, 11, 50, tzinfo=UTC)
SMALL = small_set.QUESTIONS
TEXTS = shipped.texts()
REASON = with_reason(SMALL, TEXTS).questions[-1]


def _shipped(name: str) -> QuestionSet:
    text = shipped.question_set_text(name)
    assert text is not None
    return decode(text, name=name, included=_shipped)


def _ids(questions: QuestionSet) -> list[str]:
    return [one.id for one in questions.questions]


def _asking_first(**more: Any) -> QuestionSet:
    """The small set, which asks at its beginning what has changed."""
    what = structs.replace(REASON, id="s.what", section="decision", **more)
    return structs.replace(SMALL, questions=(what, *SMALL.questions))


def _begun(
    questions: QuestionSet, answers: dict[str, Any] | None = None, *, mode: Mode = Mode.QUICK
) -> Interview:
    harms = (small_set.NEGLECT,)
    return begun(
        Interview(questions=questions, texts=TEXTS, harms=harms, mode=mode, answers=answers or {})
    )


@pytest.mark.parametrize("name", shipped.question_set_names())
def test_every_shipped_set_ends_with_the_reason_of_a_change(name: str) -> None:
    asked = with_reason(_shipped(name), TEXTS)

    assert (asked.questions[-1].to, asked.questions[-1].quick) == ("change.because", True)


def test_a_set_that_asks_for_the_reason_earlier_asks_at_its_end_as_well() -> None:
    """What has changed is asked first, and is known better after all the questions."""
    asked = with_reason(_asking_first(), TEXTS)

    assert _ids(asked) == ["s.what", *_ids(SMALL), "change.because"]
    assert with_reason(asked, TEXTS) == asked


@pytest.mark.parametrize(
    "more", [{"quick": False}, {"when": (When(path="change.from", given=True),)}]
)
def test_a_set_whose_last_question_is_not_always_asked_asks_for_the_reason(
    more: dict[str, Any],
) -> None:
    own = structs.replace(REASON, id="s.why", **more)
    questions = structs.replace(SMALL, questions=(*SMALL.questions, own))

    assert _ids(with_reason(questions, TEXTS)) == [*_ids(SMALL), "s.why", "change.because"]


def test_a_set_that_ends_with_the_reason_is_left_as_it_is() -> None:
    own = structs.replace(SMALL, questions=(*SMALL.questions, structs.replace(REASON, id="s.why")))

    assert with_reason(own, TEXTS) == own


def test_the_reason_that_was_said_stands_when_it_is_asked_at_the_end() -> None:
    first = _begun(with_reason(_asking_first(), TEXTS))

    last = go(answer(first, "New facts."), "change.because")

    assert (first.place, answer(first, "New facts.").place) == (Place("s.what"), Place("s.ask"))
    assert last is not None
    assert leave(last).place == END
    assert leave(last).answers == {"change": {"because": "New facts."}}


def test_gaps_ask_for_the_reason_last_and_once() -> None:
    first = _begun(with_reason(_asking_first(), TEXTS), mode=Mode.GAPS)
    open_still = leave(_at(first, "s.tipped"))

    assert open_still.place == Place("change.because")
    assert leave(_at(answer(first, "New facts."), "s.tipped")).place == END


def test_what_is_asked_twice_is_told_once() -> None:
    interview = _begun(with_reason(_asking_first(), TEXTS))

    reasons = [one.question.id for one in said(interview) if one.question.to == "change.because"]
    gaps = [one.question for one in left(interview) if "change" in one.text]

    assert reasons == gaps == ["change.because"]


def test_why_it_is_late_is_asked_before_the_reason_and_who_types_after_it() -> None:
    questions = with_recorder(with_reason(SMALL, TEXTS), TEXTS)
    late = {"time": {"decided_at": NOW - timedelta(hours=3)}}

    asked = timely(_begun(questions, late), NOW)

    assert _ids(asked.questions) == [*_ids(SMALL), LATE, REASON.id, RECORDER]
    assert timely(structs.replace(asked, answers={}), NOW).questions.questions == (
        questions.questions
    )


def test_what_becomes_late_at_the_very_end_is_asked_there_alone() -> None:
    late = {"time": {"decided_at": NOW - timedelta(hours=3)}}
    end = structs.replace(_begun(with_reason(SMALL, TEXTS), late), place=END)

    asked = timely(end, NOW)

    assert asked.place == Place(LATE)
    assert answer(asked, "Back to back visits.").place == END


@pytest.mark.parametrize(
    ("reply", "is_final"), [(Save(), False), (Save(final=False), False), (Save(final=True), True)]
)
def test_saving_says_whether_it_is_final(reply: Save, *, is_final: bool) -> None:
    start = structs.replace(small_set.interview(), place=END)

    ending = conduct(start, _Says(reply), lambda _: None, now=lambda: NOW)

    assert ending == Finished(start, final=is_final)


class _Says:
    """A front end that has one reply."""

    def __init__(self, reply: Reply) -> None:
        self._reply = reply

    def ask(self, _: Interview, hold: Callable[[str], None]) -> Reply:
        assert callable(hold)
        return self._reply


def _at(interview: Interview, question: str) -> Interview:
    found = go(interview, question)
    assert found is not None
    return found
