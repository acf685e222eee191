"""Asking: one question after the other, each reply kept before the next question."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

import msgspec

from rationale_cli.domain.asking import answering, beside, marking, moving, undoing
from rationale_cli.domain.asking.holding import hold
from rationale_cli.domain.asking.interview import Interview
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
from rationale_cli.domain.keeping import GapKind


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
                sitting.go_on(beside.timely(taken(sitting.interview, reply), now()))


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
