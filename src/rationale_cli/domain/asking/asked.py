"""What is asked now: conditions on earlier answers, quick or full."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import msgspec

from rationale_cli.domain.acting import is_late
from rationale_cli.domain.answers import Answers, at
from rationale_cli.domain.asking.interview import Interview, Mode
from rationale_cli.domain.asking.row import rows
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.questions.question import (
    Column,
    Kind,
    Question,
    QuestionSet,
    When,
    is_asked,
)
from rationale_cli.domain.touched import OFFERED
from rationale_cli.domain.trigger import Trigger

ROWED = (Kind.ROWS, Kind.HARMS)
"""Kinds of question that are answered by rows of several columns."""


def is_said(answers: Mapping[str, Any], path: str) -> bool:
    """Whether a path was answered; that there is none is an answer too."""
    return at(answers, path) is not None or path in answers.get("none", [])


def open_questions(interview: Interview) -> tuple[Question, ...]:
    """Give the questions whose conditions hold, in asking order, quick or not."""
    return tuple(
        one
        for one in interview.questions.questions
        if is_asked(one, interview.answers) and _is_offered(one, interview.answers)
    )


def _is_offered(question: Question, answers: Mapping[str, Any]) -> bool:
    """Whether the record holds what a question offers; most offer nothing of it."""
    return question.offers is None or bool(OFFERED[question.offers](answers))


def asked(interview: Interview) -> tuple[Question, ...]:
    """Give the questions that this interview asks as things stand, in order.

    The one at which it stands is always among them, wherever somebody jumped.
    """
    return tuple(
        one
        for one in open_questions(interview)
        if interview.mode is not Mode.QUICK or one.quick or one.id == interview.place.question
    )


def columns(interview: Interview, question: Question, row: str) -> tuple[Column, ...]:
    """Give the columns that are asked of a row as it stands, in order."""
    return tuple(
        one
        for one in _open_columns(question, interview.answers, row)
        if (interview.mode is not Mode.QUICK or one.quick or one.needed)
        and not _is_in_time(interview, question, row, one)
    )


def _is_in_time(interview: Interview, question: Question, row: str, column: Column) -> bool:
    """Whether a column asks why somebody acted late on a look-again point, and nobody did."""
    if (question.to, column.id) != ("trigger", "late_reason"):
        return False
    point = {
        key: Moment(value)
        for key in ("due", "fired_at", "acted_at")
        if isinstance(value := at(interview.answers, f"trigger.{row}.{key}"), date)
    }
    allowed = timedelta(minutes=interview.questions.late_minutes)
    found = Trigger(
        id=row,
        due=point.get("due"),
        fired_at=point.get("fired_at"),
        acted_at=point.get("acted_at"),
    )
    return not is_late(found, allowed=allowed)


def question(interview: Interview, question_id: str) -> Question | None:
    """Give a question of the set by its id."""
    found = (one for one in interview.questions.questions if one.id == question_id)
    return next(found, None)


def is_asked_again(interview: Interview, question: Question) -> bool:
    """Whether a later question asks for the same, so that what is said of it is told there."""
    found = open_questions(interview)
    later = found[found.index(question) + 1 :] if question in found else ()
    return question.kind not in ROWED and question.path in [one.path for one in later]


def open_paths(questions: QuestionSet, answers: Answers) -> frozenset[str]:
    """Give every path that some question would write to as things stand, quick or not."""
    return frozenset(_open_paths(questions, answers))


def _open_columns(question: Question, answers: Mapping[str, Any], row: str) -> Iterator[Column]:
    for column in question.columns:
        when = tuple(_of_row(one, question.to, row) for one in column.when)
        if is_asked(msgspec.structs.replace(column, when=when), answers):
            yield column


def _of_row(when: When, name: str, row: str) -> When:
    """A condition of a column on its own list looks at its own row."""
    head, dot, rest = when.path.partition(".")
    path = f"{name}.{row}.{rest}" if dot and head == name else when.path
    return msgspec.structs.replace(when, path=path)


def _open_paths(questions: QuestionSet, answers: Answers) -> Iterator[str]:
    for one in questions.questions:
        if not is_asked(one, answers):
            continue
        yield one.path
        if one.kind in ROWED:
            for item in rows(answers, one.to):
                row = str(item.get("id"))
                yield from (
                    f"{one.to}.{row}.{column.id}" for column in _open_columns(one, answers, row)
                )
