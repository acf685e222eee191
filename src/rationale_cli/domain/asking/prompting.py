"""Prompts: ways to ask for a row of a list that are put one by one, and what they make."""

from typing import Any

import msgspec

from rationale_cli.domain.answers import Answers, at, is_blank, put
from rationale_cli.domain.asking.asked import columns
from rationale_cli.domain.asking.interview import Interview, Mode, Place
from rationale_cli.domain.asking.row import free_id, row, rows
from rationale_cli.domain.questions.question import Column, Prompt, Question
from rationale_cli.domain.trigger import TriggerKind

TRIGGER = "trigger"
"""The list of look-again points, to which a column can add one."""


class PromptStep(msgspec.Struct, frozen=True, kw_only=True):
    """Which prompt is put.

    Attributes:
        prompt: The prompt.
        number: Among those put, from 1.
        total: How many are put.
        is_first: Whether its own question is asked, and not something about the row.
    """

    prompt: Prompt
    number: int
    total: int
    is_first: bool


def prompts(interview: Interview, of: Question) -> tuple[Prompt, ...]:
    """Give the prompts of a question that are put, in order."""
    return tuple(one for one in of.prompts if interview.mode is not Mode.QUICK or one.quick)


def places(interview: Interview, of: Question) -> tuple[Place, ...]:
    """Give where the prompts of a question are asked; of one without a row only its first words."""
    found = []
    for prompt in prompts(interview, of):
        answered = row_of(interview, of, prompt.id)
        standing = columns(interview, of, answered or "")
        asked = standing if answered else standing[:1]
        found += [Place(of.id, column=one.id, prompt=prompt.id) for one in asked]
    return tuple(found)


def step(interview: Interview, question: Question) -> PromptStep | None:
    """Give which prompt the interview puts; ``None`` if it puts none."""
    place, put = interview.place, prompts(interview, question)
    ids = [one.id for one in put]
    if place.prompt not in ids:
        return None
    return PromptStep(
        prompt=put[ids.index(place.prompt)],
        number=ids.index(place.prompt) + 1,
        total=len(put),
        is_first=[one.id for one in question.columns][:1] == [place.column],
    )


def row_of(interview: Interview, of: Question, prompt: str) -> str:
    """Give the id of the row that answers a prompt; empty if none does."""
    found = (one for one in rows(interview.answers, of.to) if one.get("prompt") == prompt)
    return str(next(found, {}).get("id", ""))


def row_to_be(interview: Interview, of: Question, prompt: str) -> str:
    """Give the id that a row for a prompt would get: that of one taken away, or a new one."""
    for path, gone in reversed(interview.aside.items()):
        name, _, row_id = path.partition(".")
        is_row = name == of.to and "." not in row_id and isinstance(gone, dict)
        if is_row and gone.get("prompt") == prompt and row(interview.answers, name, row_id) is None:
            return row_id
    return free_id(interview, of.to)


def is_done(interview: Interview, of: Question, prompt: str) -> bool:
    """Whether a prompt was answered, also by none."""
    is_none = of.none_of(prompt) in interview.answers.get("none", [])
    return is_none or bool(row_of(interview, of, prompt))


def none_said(answers: Answers, of: Question, prompt: str) -> Answers:
    """Give answers that say that a prompt has none, and so the list as long as it has no row."""
    said = put(answers, of.none_of(prompt), [])
    return said if rows(said, of.to) else put(said, of.to, [])


def answered(answers: Answers, of: Question, prompt: str) -> Answers:
    """Give answers in which a prompt is neither left nor answered by none: it has a row now."""
    path = of.none_of(prompt)
    gaps = [one for one in rows(answers, "gap") if one.get("path") != path]
    none = [one for one in answers.get("none", []) if one != path]
    rest = {name: one for name, one in answers.items() if name not in {"gap", "none"}}
    return rest | ({"none": none} if none else {}) | ({"gap": gaps} if gaps else {})


def sign(found: Answers) -> str:
    """Give the warning sign of a row: the one that was agreed, or else the first sign."""
    told = (str(found.get(key) or "").strip() for key in ("warning_sign", "early_sign"))
    return next((one for one in told if one), "")


def made_path(interview: Interview, column: Column, found: Answers) -> str:
    """Give where the answer to a column goes that makes something besides its row."""
    if column.makes != TRIGGER:
        return column.makes
    watched = (one for one in rows(interview.answers, TRIGGER) if _is_same(one, sign(found)))
    row_id = next((str(one.get("id")) for one in watched), "") or free_id(interview, TRIGGER)
    return f"{TRIGGER}.{row_id}.owner"


def made_value(interview: Interview, column: Column, found: Answers) -> Any:
    """Give what such a column made already; ``None`` if it made nothing."""
    stands = at(interview.answers, made_path(interview, column, found))
    if column.makes == TRIGGER:
        return stands
    text = _words(found)
    return True if text and text in str(stands or "") else None


def made(interview: Interview, column: Column, found: Answers, value: Any) -> tuple[str, Answers]:
    """Give the path that an answer changes, and the answers with what it makes.

    A yes puts the words of the row below what stands already, unless they are there; a no makes
    nothing.
    """
    path = made_path(interview, column, found)
    answers = interview.answers
    if column.makes == TRIGGER:
        if is_blank(value):
            return path, answers
        if row(answers, TRIGGER, path.split(".")[1]) is None:
            new = {"id": path.split(".")[1], "kind": TriggerKind.EVENT.value, "text": sign(found)}
            answers = put(answers, TRIGGER, [*rows(answers, TRIGGER), new])
        return path, put(answers, path, value)
    if value is not True or made_value(interview, column, found):
        return path, answers
    stands = str(at(answers, path) or "").rstrip("\n")
    return path, put(answers, path, f"{stands}\n{_words(found)}\n" if stands else _words(found))


def _words(found: Answers) -> str:
    return str(found.get("scenario") or "").strip()


def _is_same(one: Answers, text: str) -> bool:
    told = " ".join(str(one.get("text") or "").split())
    return bool(text) and told.casefold() == " ".join(text.split()).casefold()
