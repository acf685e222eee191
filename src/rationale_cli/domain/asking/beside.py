"""Questions that are asked beside those of a set: why it changes, who types, why it is late."""

from datetime import datetime, timedelta

import msgspec

from rationale_cli.domain.answers import at
from rationale_cli.domain.asking.asked import is_said
from rationale_cli.domain.asking.interview import END, Interview, Place
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.questions.question import Kind, Question, QuestionSet, Section

REASON = "change.because"
"""Asked last, when it is known, of everything that follows a first revision; only who types may
be asked after it."""

RECORDER = "by.recorder"
"""Asked where neither the command line nor git's settings say it."""

LATE = "time.late_reason"
"""Asked when the time of the decision lies further back than its question set allows."""


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
