"""A question set read from its file."""

from collections.abc import Callable
from typing import TypeVar

import msgspec

from rationale_cli.codec import toml
from rationale_cli.codec.decision import GIVEN_BY_THE_PROGRAM
from rationale_cli.codec.faulty import NewerFormatError, faulty, unreadable
from rationale_cli.domain.fault import faults
from rationale_cli.domain.questions import field
from rationale_cli.domain.questions.including import including
from rationale_cli.domain.questions.question import FORMAT, Column, Kind, Question, QuestionSet
from rationale_cli.domain.questions.set_fault import set_faults

Asked = TypeVar("Asked", Question, Column)

_HINT = "See 'rationale questions show general' for a set that works."
_REFUSED = frozenset(".".join(path) for path in GIVEN_BY_THE_PROGRAM)


def decode(text: str, *, name: str, included: Callable[[str], QuestionSet | None]) -> QuestionSet:
    """Read a question set and lay it over the sets that it includes.

    Choices left out are filled in with the codes of the field that they stand for.

    Args:
        text: The text of its file.
        name: What faults call the file.
        included: Gives a set by name, laid out; ``None`` if there is none.

    Returns:
        The set in asking order; it includes nothing any more.

    Raises:
        NewerFormatError: Before anything else is looked at.
        FaultyFileError: Naming every fault with its line and column.
    """
    try:
        table = toml.read(text)
    except toml.UnreadableError as error:
        raise unreadable(name, error) from None
    # Before anything else: a later format may have keys that would be misread.
    if type(found := table.get("format")) is int and found > FORMAT:
        raise NewerFormatError(name, found, FORMAT)
    try:
        own = msgspec.convert(table, QuestionSet)
    except msgspec.ValidationError:
        # It stops at the first fault; the slow way round finds them all.
        raise faulty(name, text, tuple(faults(table, QuestionSet)), hint=_HINT) from None
    others = {one: included(one) for one in own.include}
    if wrong := tuple(set_faults(own, others, _REFUSED)):
        raise faulty(name, text, wrong, hint=_HINT)
    laid_out = including(own, [one for one in others.values() if one is not None])
    questions = tuple(_with_choices(one) for one in laid_out.questions)
    return msgspec.structs.replace(laid_out, questions=questions)


def _with_choices(question: Question) -> Question:
    columns = tuple(_chosen(column, f"{question.to}.{column.id}") for column in question.columns)
    return msgspec.structs.replace(_chosen(question, question.to), columns=columns)


def _chosen(asked: Asked, path: str) -> Asked:
    if asked.kind is not Kind.CHOICE or asked.choices:
        return asked
    return msgspec.structs.replace(asked, choices=field.codes(path))
