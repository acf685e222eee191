"""A question set read from its file."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from rationale_cli.codec.decision import GIVEN_BY_THE_PROGRAM
from rationale_cli.codec.faulty import faulty, formatted
from rationale_cli.domain.fault import Fault, faults
from rationale_cli.domain.questions import field
from rationale_cli.domain.questions.including import including
from rationale_cli.domain.questions.question import FORMAT, Column, Kind, Question, QuestionSet
from rationale_cli.domain.questions.set_fault import set_faults
from rationale_cli.domain.questions.type_fault import worded

Asked = TypeVar("Asked", Question, Column)

_HINT = (
    "'rationale questions new our-example -o example.toml' writes a set that shows every kind of "
    "question, with notes."
)
_REFUSED = frozenset(".".join(path) for path in GIVEN_BY_THE_PROGRAM)


def decode(
    text: str,
    *,
    name: str,
    included: Callable[[str], QuestionSet | None],
    called: str = "",
    known: Callable[[], Iterable[str]] = tuple,
) -> QuestionSet:
    """Read a question set and lay it over the sets that it includes.

    Choices left out are filled in with the codes of the field that they stand for.

    Args:
        text: The text of its file.
        name: What faults call the file.
        included: Gives a set by name, laid out; ``None`` if there is none.
        called: The name that its file gives it; empty if any name would do.
        known: Gives the names of the sets that it could include.

    Returns:
        The set in asking order; it includes nothing any more.

    Raises:
        NewerFormatError: Before anything else is looked at.
        FaultyFileError: Naming every fault with its line and column.
    """
    table = formatted(text, name=name, newest=FORMAT)
    try:
        own = msgspec.convert(table, QuestionSet)
    except msgspec.ValidationError:
        # It stops at the first fault; the slow way round finds them all.
        typed = tuple(worded(one, table) for one in faults(table, QuestionSet))
        raise faulty(name, text, typed, hint=_HINT) from None
    others = {one: included(one) if one != own.name else None for one in own.include}
    if wrong := (*_misnamed(own, called), *set_faults(own, others, _REFUSED, known)):
        raise faulty(name, text, wrong, hint=_HINT)
    laid_out = including(own, [one for one in others.values() if one is not None])
    questions = tuple(_with_choices(one) for one in laid_out.questions)
    return msgspec.structs.replace(laid_out, questions=questions)


def _misnamed(own: QuestionSet, called: str) -> list[Fault]:
    """A record keeps the name, and the file is found by it again."""
    if not called or own.name == called:
        return []
    told = f'is "{own.name}", and the file is called {called}.toml; write name = "{called}"'
    return [Fault(("name",), told)]


def _with_choices(question: Question) -> Question:
    columns = tuple(_chosen(column, f"{question.to}.{column.id}") for column in question.columns)
    return msgspec.structs.replace(_chosen(question, question.to), columns=columns)


def _chosen(asked: Asked, path: str) -> Asked:
    if asked.kind is not Kind.CHOICE or asked.choices:
        return asked
    return msgspec.structs.replace(asked, choices=field.codes(path))
