"""Everything that was said so far, question by question, for a person to look over."""

from collections.abc import Collection
from typing import Any

import msgspec

from rationale_cli.domain.answers import at
from rationale_cli.domain.asking.asked import asked, is_asked_again, is_said, open_questions
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.questions.question import Question


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What one question has for an answer.

    Attributes:
        question: The question.
        section: Title of its section.
        number: Its number among those asked, or ``None`` if the quick interview leaves it out.
        value: The answer; for rows a list of tables; ``None`` if there is none yet.
        is_none: Whether it was said that there is none.
        is_changed: Whether it was answered in this interview.
    """

    question: Question
    section: str
    number: int | None
    value: Any
    is_none: bool
    is_changed: bool


def said(interview: Interview, *, also: Collection[str] = ()) -> tuple[Said, ...]:
    """Give each question that is asked or has an answer, in asking order.

    Args:
        interview: As it stands.
        also: Ids of further questions, whose condition holds.
    """
    titles = {one.id: one.title for one in interview.questions.sections}
    numbers = {one.id: number for number, one in enumerate(asked(interview), 1)}
    return tuple(
        Said(
            question=one,
            section=titles.get(one.section, one.section),
            number=numbers.get(one.id),
            value=at(interview.answers, one.path),
            is_none=one.path in interview.answers.get("none", []),
            is_changed=_is_changed(interview, one.path),
        )
        for one in open_questions(interview)
        if one.id in numbers or one.id in also or is_said(interview.answers, one.path)
        if not is_asked_again(interview, one)
    )


def _is_changed(interview: Interview, path: str) -> bool:
    return any(one == path or one.startswith(f"{path}.") for one in interview.changed)
