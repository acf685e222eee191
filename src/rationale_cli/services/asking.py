"""Asking: one question after the other, each reply kept before the next question."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

import msgspec

from rationale_cli.domain.answers import at
from rationale_cli.domain.asking import answering, marking, moving, undoing
from rationale_cli.domain.asking.asked import is_said
from rationale_cli.domain.asking.holding import hold
from rationale_cli.domain.asking.interview import END, Interview, Place
from rationale_cli.domain.asking.reply import (
    Add,
    Answer,
    Back,
    Change,
    Clear,
    Discard,
    Go,
    Leave,
    Look,
    Mark,
    Move,
    Movement,
    NotKnown,
    OfRows,
    Pass,
    Recall,
    Remove,
    Reply,
    Restore,
    Save,
    Skip,
    Stop,
    Undo,
)
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.keeping import GapKind
from rationale_cli.domain.questions.question import Kind, Question, QuestionSet, Section

REASON = "change.because"
"""Asked last, when it is known, of everything that follows a first revision; only who types may
be asked after it."""

RECORDER = "by.recorder"
"""Asked where neither the command line nor git's settings say it."""

LATE = "time.late_reason"
"""Asked when the time of the decision lies further back than its question set allows."""


class Front(Protocol):
    """Whatever puts a question to a person and hears the reply."""

    def ask(self, interview: Interview, hold: Callable[[str], None]) -> Reply:
        """Put the present question, or at the end look over everything, and give the reply.

        An answer is checked against its question before it is given.

        Args:
            interview: As it stands.
            hold: Keeps a text as typed so far at the present question; an empty one lets it go.
        """
        ...


class Finished(msgspec.Struct, frozen=True):
    """The person wants it saved.

    Attributes:
        interview: With everything said.
        final: Whether it is only to be saved if nothing is missing that finalising needs.
    """

    interview: Interview
    final: bool = False


class Stopped(msgspec.Struct, frozen=True):
    """The person stopped; everything said is kept."""

    interview: Interview


class Discarded(msgspec.Struct, frozen=True):
    """The person wants none of it."""


Ending = Finished | Stopped | Discarded


def with_reason(questions: QuestionSet, texts: Texts) -> QuestionSet:
    """Give a set that asks last for the reason of a change, unless it does so already.

    One that asks for it earlier, as what has changed, asks once more at its end: what was said at
    the beginning stands there, and may be known better by then.
    """
    last = questions.questions[-1:]
    if any(one.to == REASON and one.quick and not one.when for one in last):
        return questions
    reason = Question(
        id=REASON,
        text=texts("reason.text"),
        help=texts("reason.help"),
        kind=Kind.PROSE,
        section="because",
        to=REASON,
        final=True,
        quick=True,
    )
    return _with(questions, reason, texts("reason.section"))


def with_recorder(questions: QuestionSet, texts: Texts) -> QuestionSet:
    """Give a set that asks at its end who is typing, unless it does so already."""
    if any(one.to == RECORDER for one in questions.questions):
        return questions
    recorder = Question(
        id=RECORDER,
        text=texts("recorder.text"),
        help=texts("recorder.help"),
        kind=Kind.PARTY,
        section="recorder",
        to=RECORDER,
        default="by.lead",
        final=True,
        quick=True,
    )
    return _with(questions, recorder, texts("recorder.section"))


def conduct(
    interview: Interview,
    front: Front,
    keep: Callable[[Interview], None],
    *,
    now: Callable[[], datetime],
    hold: Callable[[Interview], None] | None = None,
) -> Ending:
    """Ask until the person is done.

    Args:
        interview: At the question to begin with.
        front: Whatever asks.
        keep: Keeps the interview; called after every reply, before the next question.
        now: The clock: what was decided long before it is recorded is asked for its reason.
        hold: Keeps it with what is still being typed, on whichever thread; *keep* if left out.
    """
    sitting = _Sitting(interview, keep, hold or keep)
    while True:
        match front.ask(sitting.interview, sitting.hold):
            case Save(final):
                return Finished(sitting.interview, final)
            case Stop():
                return Stopped(sitting.interview)
            case Discard():
                return Discarded()
            case Undo():
                sitting.undo()
            case reply:
                sitting.go_on(timely(taken(sitting.interview, reply), now()))


class _Sitting:
    """One person in front of one interview, from their first reply to their last."""

    def __init__(
        self,
        interview: Interview,
        keep: Callable[[Interview], None],
        held: Callable[[Interview], None],
    ) -> None:
        self.interview = interview
        self._earlier: tuple[Interview, ...] = ()
        self._keep = keep
        self._held = held

    def hold(self, text: str) -> None:
        self.interview = hold(self.interview, text)
        self._held(self.interview)

    def go_on(self, interview: Interview) -> None:
        self._earlier = undoing.noted(self._earlier, self.interview)
        self.interview = interview
        self._keep(interview)

    def undo(self) -> None:
        self.interview, self._earlier = undoing.undone(self.interview, self._earlier)
        self._keep(self.interview)


def timely(interview: Interview, now: datetime) -> Interview:
    """Give an interview that asks for the reason of a late entry if it is one, and not if not.

    Args:
        interview: As it stands.
        now: When it would be recorded.
    """
    decided = at(interview.answers, "time.decided_at")
    allowed = timedelta(minutes=interview.questions.late_minutes)
    is_late = isinstance(decided, datetime) and now - decided > allowed
    if is_late is any(one.to == LATE for one in interview.questions.questions):
        return interview
    late = late_reason(interview.texts)
    if not is_late:
        questions = _without(interview.questions, late)
        return msgspec.structs.replace(interview, questions=questions)
    is_at_end = interview.place == END and not is_said(interview.answers, LATE)
    after = () if is_at_end else (REASON, RECORDER)
    title = interview.texts("late.section")
    return msgspec.structs.replace(
        interview,
        questions=_with(interview.questions, late, title, before=after),
        place=Place(LATE) if is_at_end else interview.place,
    )


def late_reason(texts: Texts) -> Question:
    """Give the question for what kept a decision from being written down at once."""
    return Question(
        id=LATE,
        text=texts("late.text"),
        help=texts("late.help"),
        kind=Kind.PROSE,
        section="late",
        to=LATE,
        quick=True,
    )


def _with(
    questions: QuestionSet, last: Question, title: str, *, before: tuple[str, ...] = ()
) -> QuestionSet:
    """The set with one more question at its end, but before those that ask for what is named."""
    every = questions.questions
    at = len(every)
    while at and every[at - 1].to in before:
        at -= 1
    return msgspec.structs.replace(
        questions,
        sections=(*questions.sections, Section(id=last.section, title=title)),
        questions=(*every[:at], last, *every[at:]),
    )


def _without(questions: QuestionSet, gone: Question) -> QuestionSet:
    kept = tuple(one for one in questions.questions if one != gone)
    return msgspec.structs.replace(questions, questions=kept)


def taken(interview: Interview, reply: Movement) -> Interview:
    """Give the interview after a reply; one that fits nothing changes nothing."""
    match reply:
        case Answer(value):
            return answering.answer(interview, value)
        case Leave():
            return answering.leave(interview)
        case Skip(reason):
            return answering.skip(interview, reason)
        case NotKnown(reason):
            return answering.skip(interview, reason, GapKind.UNKNOWN)
        case Clear():
            return answering.clear(interview)
        case Recall():
            return answering.recall(interview)
        case Mark(harm, status, risk):
            return marking.mark(interview, harm, status, risk=risk)
        case Back() | Go() | Pass() | Look():
            return _moved(interview, reply)
        case _:
            return _with_rows(interview, reply)


def _moved(interview: Interview, reply: Back | Go | Pass | Look) -> Interview:
    match reply:
        case Back():
            return moving.back(interview)
        case Go(question):
            return moving.go(interview, question) or interview
        case Pass():
            return moving.beyond(interview)
        case Look(harm, risk, column):
            return marking.look(interview, harm, risk=risk, column=column)


def _with_rows(interview: Interview, reply: OfRows) -> Interview:
    match reply:
        case Add(first):
            return answering.add(interview, first)
        case Change(row, column):
            return answering.change(interview, row, column)
        case Move(row, by):
            return answering.move(interview, row, by)
        case Remove(row):
            return answering.remove(interview, row)
        case Restore(row):
            return answering.restore(interview, row)
