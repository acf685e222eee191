"""The one thing that is asked now, with all that a front end needs to ask it."""

from typing import Any

import msgspec

from rationale_cli.domain.answers import at
from rationale_cli.domain.asking import asked, evidence, prompting
from rationale_cli.domain.asking.asked import ROWED
from rationale_cli.domain.asking.interview import Interview, Place
from rationale_cli.domain.asking.row import named_by, risk_at, risk_to_be, risks_of, rows, walk
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.laying import Clash
from rationale_cli.domain.questions import field
from rationale_cli.domain.questions.question import NO_NOUN, Column, Kind, Question, Section
from rationale_cli.domain.touched import OFFERED
from rationale_cli.domain.words import Words

_SILENT = "not-considered"


class HarmStep(msgspec.Struct, frozen=True, kw_only=True):
    """Where the walk through the harms stands.

    Attributes:
        harm: The kind of harm.
        number: Of the kind among those walked, from 1.
        total: How many kinds are walked.
        named_by: The rows of those who named it in disagreeing.
        risk: Id of its row, where it has several; else empty.
    """

    harm: Harm
    number: int
    total: int
    named_by: tuple[dict[str, Any], ...]
    risk: str = ""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One thing asked.

    Attributes:
        place: Where the interview stands.
        question: The question, or the one whose row is being answered.
        section: Its section.
        number: Of the question among those asked, from 1.
        total: How many are asked as things stand.
        path: Where the answer goes, as ``risk.R1.status``.
        field: The same without the id of a row, as ``risk.status``; words are kept by it.
        kind: How it is answered; ``rows`` at a list.
        text: The question as it is put.
        help: What a good answer holds.
        choices: Codes to choose from.
        offered: The same with what each is called, where they are ids of the record itself.
        value: The answer that stands, or ``None``.
        is_none: Whether it was said that there is none.
        suggestion: An earlier answer that is offered while nothing stands; or ``None``.
        least: Smallest number, or smallest number of rows.
        most: Greatest number, or greatest length.
        needs_time: Whether a bare day is not enough.
        column: What is asked of the row; ``None`` at a plain question or a list.
        is_new: Whether the row begins with this answer.
        harm: Where the walk through the harms stands; ``None`` elsewhere.
        prompt: Which prompt is put; ``None`` elsewhere.
        row: Id of the row about which it is asked; empty outside of any.
        clash: What was said here while a colleague said something else; mostly ``None``.
    """

    place: Place
    question: Question
    section: Section
    number: int
    total: int
    path: str
    field: str
    kind: Kind
    text: str
    help: str
    choices: tuple[str, ...] = ()
    offered: tuple[tuple[str, str], ...] = ()
    value: Any = None
    is_none: bool = False
    suggestion: Any = None
    least: int | None = None
    most: int | None = None
    needs_time: bool = False
    column: Column | None = None
    is_new: bool = False
    harm: HarmStep | None = None
    prompt: prompting.PromptStep | None = None
    row: str = ""
    clash: Clash | None = None

    @property
    def is_answered(self) -> bool:
        """Whether an answer stands; that there is none is one too."""
        return self.value is not None or self.is_none

    @property
    def held(self) -> str:
        """Where what is typed is kept: a prompt without a row has no path of its own yet."""
        is_open = self.prompt is not None and self.is_new
        return self.question.none_of(self.place.prompt) if is_open else self.path

    @property
    def takes_none(self) -> bool:
        """Whether a lone "none" says that a prompt has no answer to give."""
        return self.prompt is not None and self.prompt.is_first and self.is_new

    @property
    def asks_harm(self) -> bool:
        """Whether it is asked how a kind of harm stands."""
        return self.harm is not None and self.column is not None and self.column.id == "status"


def noun(step: Step, words: Words) -> str:
    """Give what one row of a list is called: by the question set, or else by everybody."""
    own = step.question.noun
    return words.noun(step.question.to) if own == NO_NOUN else own


def present(interview: Interview) -> Step | None:
    """Give what is asked now, or ``None`` at the end, before saving."""
    question = asked.question(interview, interview.place.question)
    if question is None:
        return None
    column = _column(question, interview.place)
    if question.kind in ROWED and column is not None:
        return _row_step(interview, question, column)
    return _step(interview, question)


def _step(interview: Interview, question: Question) -> Step:
    value = at(interview.answers, question.path)
    standing = asked.asked(interview)
    offered = OFFERED[question.offers](interview.answers) if question.offers else ()
    sections = {one.id: one for one in interview.questions.sections}
    return Step(
        place=interview.place,
        question=question,
        section=sections.get(question.section) or Section(id="", title=question.section),
        number=[one.id for one in standing].index(question.id) + 1 if question in standing else 0,
        total=len(standing),
        path=question.path,
        field=question.path,
        kind=question.kind,
        text=evidence.text(interview, question),
        help=question.help,
        choices=tuple(one for one, _ in offered) or question.choices,
        offered=offered,
        value=value,
        is_none=question.path in interview.answers.get("none", []),
        suggestion=_suggestion(interview, question) if value is None else None,
        least=question.least,
        most=question.most,
        needs_time=field.needs_time(question.to),
        clash=_clash(interview, question.path),
    )


def _row_step(interview: Interview, question: Question, column: Column) -> Step:
    place = interview.place
    harm = _harm_step(interview, place) if question.kind is Kind.HARMS else None
    prompt = prompting.step(interview, question)
    row = place.row
    if harm is not None:
        row = risk_at(interview, place) or risk_to_be(interview, place.row)
    if prompt is not None:
        row = prompting.row_of(interview, question, place.prompt)
        row = row or prompting.row_to_be(interview, question, place.prompt)
    if column.makes:
        return _making_step(interview, question, column, row)
    path, of_row = f"{question.to}.{row}.{column.id}", f"{question.to}.{column.id}"
    is_new = row not in [one.get("id") for one in rows(interview.answers, question.to)]
    own = prompt if prompt is not None and prompt.is_first else None
    said_none = own is not None and is_new and question.none_of(place.prompt) in none(interview)
    asks_harm = harm is not None and column.id == "status"
    value = at(interview.answers, path)
    return msgspec.structs.replace(
        _step(interview, question),
        path=path,
        field=of_row,
        kind=column.kind,
        text=harm.harm.ask if harm and asks_harm else own.prompt.text if own else column.text,
        help=" ".join(
            filter(
                None,
                (
                    harm.harm.help if harm and asks_harm else "",
                    own.prompt.help if own else "",
                    column.help,
                ),
            )
        ),
        # "Not yet looked at" is what Enter leaves; nobody chooses it.
        choices=tuple(one for one in column.choices if not (asks_harm and one == _SILENT)),
        value=None if asks_harm and value == _SILENT else value,
        is_none=said_none or path in none(interview),
        suggestion=None,
        least=None,
        most=None,
        needs_time=field.needs_time(of_row),
        column=column,
        is_new=is_new,
        harm=harm,
        prompt=prompt,
        row=row,
        clash=_clash(interview, path),
    )


def none(interview: Interview) -> list[str]:
    """Give the paths at which it was said that there is none."""
    found = interview.answers.get("none", [])
    return found if isinstance(found, list) else []


def _making_step(interview: Interview, question: Question, column: Column, row: str) -> Step:
    """What is asked for something that the answer makes besides the row."""
    found = at(interview.answers, f"{question.to}.{row}") or {}
    path = prompting.made_path(interview, column, found)
    return msgspec.structs.replace(
        _step(interview, question),
        path=path,
        field="trigger.owner" if column.makes == prompting.TRIGGER else "yes-no",
        kind=column.kind,
        text=column.text,
        help=column.help,
        choices=column.choices,
        value=prompting.made_value(interview, column, found),
        is_none=False,
        suggestion=None,
        least=None,
        most=None,
        needs_time=False,
        column=column,
        prompt=prompting.step(interview, question),
        row=row,
    )


def _clash(interview: Interview, path: str) -> Clash | None:
    return next((one for one in interview.clashes if one.path == path), None)


def _harm_step(interview: Interview, place: Place) -> HarmStep:
    harms = walk(interview)
    codes = [one.code for one in harms]
    number = codes.index(place.row) if place.row in codes else 0
    several = len(risks_of(interview, place.row)) > 1
    return HarmStep(
        harm=harms[number],
        number=number + 1,
        total=len(harms),
        named_by=named_by(interview, place.row),
        risk=risk_at(interview, place) or "" if several else "",
    )


def _column(question: Question, place: Place) -> Column | None:
    return next((one for one in question.columns if one.id == place.column), None)


def _suggestion(interview: Interview, question: Question) -> Any:
    """The earlier answer that a question offers first, if it would do as an answer here."""
    found = at(interview.answers, question.default) if question.default else None
    if isinstance(found, str) and question.kind is Kind.LINE:
        found = found.strip()
        return None if "\n" in found or len(found) > (question.most or len(found)) else found
    return found
