"""What is left open, so that a person sees it before saving."""

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from rationale_cli.domain.answers import at
from rationale_cli.domain.asking.asked import (
    ROWED,
    asked,
    columns,
    is_asked_again,
    is_said,
    open_questions,
)
from rationale_cli.domain.asking.interview import Interview, Mode
from rationale_cli.domain.asking.row import is_due, is_silent, rows, walk
from rationale_cli.domain.keeping import GapKind
from rationale_cli.domain.laying import is_within
from rationale_cli.domain.questions.question import Column, Kind, Question

FILLED_AT_SAVING = ("time.decided_at",)
"""Left open, this means the time of saving; it is no gap."""

_REASON = "change.because"


class Why(StrEnum):
    """Why something is open."""

    OPEN = "open"
    SKIPPED = "skipped"
    UNKNOWN = "unknown"
    FEW = "few"
    HARMS = "harms"
    TYPED = "typed"


class Left(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is left open.

    Attributes:
        question: Id of the question.
        text: The question, or what is asked of the row.
        why: Why it is open.
        reason: What was said about it; for harms their codes; what was typed and is no answer yet.
        row: Id of the row, or empty.
        count: How many rows there are, for ``few``.
        least: How many there should be, for ``few``.
    """

    question: str
    text: str
    why: Why
    reason: tuple[str, ...] = ()
    row: str = ""
    count: int = 0
    least: int = 0


def left(interview: Interview) -> tuple[Left, ...]:
    """Give what is left open, in asking order.

    These are the quick questions, in the full interview all that are asked, and those that
    ``--final`` needs, as far as they have no answer; lists that are shorter than they should be;
    what was skipped or is not known; and, as one gap, the harms that nobody has looked at. What
    was typed and not ended as an answer is told instead: saving would leave it behind.
    """
    is_full = interview.mode is Mode.FULL
    wanted = {one.id for one in asked(interview) if one.quick or is_full}
    return tuple(
        gap
        for one in open_questions(interview)
        if not is_asked_again(interview, one)
        for gap in (
            *_typed(interview, one),
            *_of_question(interview, one, is_wanted=one.id in wanted),
        )
    )


def missing_reason(interview: Interview) -> str:
    """Give the id of the question for the reason of a change, if it is asked and not answered."""
    for one in open_questions(interview):
        if one.to == _REASON and not at(interview.answers, _REASON):
            return one.id
    return ""


def _typed(interview: Interview, of: Question) -> Iterator[Left]:
    for path, text in interview.typed.items():
        if path == of.path or path in [of.none_of(one.id) for one in of.prompts]:
            yield Left(question=of.id, text=of.text, why=Why.TYPED, reason=(text,))
        elif of.kind in ROWED and is_within(path, of.path):
            row_path, _, column_id = path.rpartition(".")
            row = row_path.rpartition(".")[2]
            for column in columns(interview, of, row):
                if column.id == column_id and row_path not in interview.aside:
                    yield Left(
                        question=of.id, text=column.text, why=Why.TYPED, reason=(text,), row=row
                    )


def _of_question(interview: Interview, of: Question, *, is_wanted: bool) -> Iterator[Left]:
    if of.kind is Kind.HARMS:
        silent = tuple(one.code for one in walk(interview) if is_silent(interview, one.code))
        if silent:
            yield Left(question=of.id, text=of.text, why=Why.HARMS, reason=silent)
        yield from _of_rows(interview, of)
        return
    yield from _of_prompts(interview, of)
    noted = _noted(interview, of.path)
    if noted is not None:
        kind, reason = noted
        yield Left(question=of.id, text=of.text, why=kind, reason=reason)
    elif not is_said(interview.answers, of.path):
        if (is_wanted or of.final) and of.path not in (*FILLED_AT_SAVING, *interview.typed):
            yield Left(question=of.id, text=of.text, why=Why.OPEN)
    elif of.kind is Kind.ROWS:
        count = len(rows(interview.answers, of.to))
        if 0 < count < (of.least or 0):
            yield Left(question=of.id, text=of.text, why=Why.FEW, count=count, least=of.least or 0)
        yield from _of_rows(interview, of)


def _of_prompts(interview: Interview, of: Question) -> Iterator[Left]:
    """The prompts that were left with a reason, or that nobody could answer."""
    for one in of.prompts:
        if (noted := _noted(interview, of.none_of(one.id))) is not None:
            kind, reason = noted
            yield Left(question=of.id, text=one.text, why=kind, reason=reason)


def _of_rows(interview: Interview, of: Question) -> Iterator[Left]:
    """What was left in each row: noted, or needed and not said."""
    for item in rows(interview.answers, of.to):
        row = str(item.get("id"))
        for column in columns(interview, of, row):
            path = f"{of.to}.{row}.{column.id}"
            noted = _noted(interview, path)
            if noted is not None and not (of.kind is Kind.HARMS and column.id == "status"):
                kind, reason = noted
                yield Left(question=of.id, text=column.text, why=kind, reason=reason, row=row)
            elif (
                noted is None
                and _is_due(of, column)
                and not is_said(interview.answers, path)
                and path not in interview.typed
            ):
                yield Left(question=of.id, text=column.text, why=Why.OPEN, row=row)


def _is_due(of: Question, column: Column) -> bool:
    return is_due(column) if of.kind is Kind.HARMS else column.needed


def _noted(interview: Interview, path: str) -> tuple[Why, tuple[str, ...]] | None:
    for gap in rows(interview.answers, "gap"):
        if gap.get("path") == path:
            kind = Why.UNKNOWN if gap.get("kind") == GapKind.UNKNOWN else Why.SKIPPED
            reason = gap.get("reason")
            return kind, (reason,) if isinstance(reason, str) else ()
    return None
