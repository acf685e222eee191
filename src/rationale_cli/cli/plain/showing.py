"""Answers and gaps as lines of a screen."""

from collections.abc import Iterator
from typing import Any

from rationale_cli.domain.answers import Answers, at
from rationale_cli.domain.asking.asked import ROWED
from rationale_cli.domain.asking.gaps import Left, Why
from rationale_cli.domain.asking.said import Said
from rationale_cli.domain.asking.step import Step
from rationale_cli.domain.decision import ITEM_LETTERS
from rationale_cli.domain.laying import Clash
from rationale_cli.domain.telling.saying import capital, heading, said
from rationale_cli.domain.words import Words, roled

_LONGEST = 300
"""Characters of an answer that are shown where all answers are listed."""


def head(step: Step, words: Words) -> str:
    """Give the line above a question: ``Question 4 of 18 · Options · option B``."""
    parts = [f"Question {step.number} of {step.total}", step.section.title]
    if step.harm is not None:
        parts.append(f"{step.harm.number} of {step.harm.total}, {step.harm.harm.name}")
    elif step.column is not None:
        parts.append(f"{words.noun(step.question.to)} {step.path.split('.')[1]}")
    return " · ".join(parts)


def worry(step: Step) -> str:
    """Say who has named this harm in disagreeing; empty if nobody has."""
    if step.harm is None or step.column is None or step.column.id != "status":
        return ""
    people = [roled(one.get("role", ""), one.get("agency", "")) for one in step.harm.named_by]
    return f"Named by somebody who sees it differently: {'; '.join(people)}." if people else ""


def value(step: Step, words: Words) -> str:
    """Say the answer that stands; lists have a line for each entry."""
    if step.is_none:
        return "none"
    if isinstance(step.value, list):
        return "\n".join(said(step.field, one, words) for one in step.value)
    return said(step.field, step.value, words)


def row(name: str, item: dict[str, Any], words: Words) -> str:
    """Name a row, with where it stands: ``Option A (“Wait”): chosen``."""
    state = next((key for key in ("status", "view", "state") if item.get(key)), None)
    told = f": {said(f'{name}.{state}', item[state], words)}" if state else ""
    return capital(heading(name, item, words)) + told


def clash(one: Clash, answers: Answers, words: Words) -> str:
    """Say what both have changed, what stands, and what was said here."""
    theirs: Any = [] if one.path in answers.get("none", []) else at(answers, one.path)
    stands, yours = (whole(one.path, value, words) for value in (theirs, one.yours))
    return f"Both changed {one.path}. Theirs stands: {stands}. Yours was: {yours}."


def decision(one: Clash) -> str:
    """Say what to type at its question, so that what was said here stands and not theirs."""
    name, *rest = one.path.split(".")
    if name in ITEM_LETTERS and len(rest) <= 1:
        if not rest:
            return "Enter leaves theirs; add, change, remove or restore what is to stand."
        verb = "remove" if one.yours is None else "restore"
        return f"Enter leaves theirs; {verb} {rest[0]} makes yours stand."
    if one.yours is None:
        return "Enter leaves theirs; :clear takes it away."
    if one.yours == []:
        return "Enter leaves theirs; none says that there is none."
    return "Enter leaves theirs; :restore puts yours in its place."


def whole(path: str, value: Any, words: Words) -> str:
    """Say all of a field, an item or a list, so that somebody can decide by it."""
    name, *rest = path.split(".")
    if value is None:
        return "taken away"
    if value == []:
        return "none"
    if name not in ITEM_LETTERS:
        return said(path, value, words)
    if isinstance(value, dict):
        parts = (f"{key}: {said(f'{name}.{key}', one, words)}" for key, one in value.items())
        return "; ".join(parts)
    if not rest:
        return " / ".join(whole(f"{name}.{one.get('id')}", one, words) for one in value)
    return said(".".join((name, *rest[1:])), value, words)


def answer(one: Said, words: Words) -> Iterator[str]:
    """Give the lines of one answer."""
    if one.is_none:
        yield "none"
    elif one.value is None:
        yield "(open)"
    elif one.question.kind in ROWED:
        yield from (row(one.question.to, item, words) for item in one.value)
    else:
        told = said(one.question.path, one.value, words)
        yield told if len(told) <= _LONGEST else told[: _LONGEST - 1] + "…"


def gap(left: Left, words: Words, number: int | None) -> str:
    """Say what is left open."""
    where = f"Question {number}" if number else left.question
    of = f"{where}, {left.row}" if left.row else where
    because = f" ({left.reason[0]})" if left.reason and left.why is not Why.HARMS else ""
    match left.why:
        case Why.HARMS:
            names = ", ".join(words.harm(code) for code in left.reason)
            return f"{where}: not yet looked at: {names}"
        case Why.FEW:
            return f"{of}: {left.text} {left.count} of at least {left.least}"
        case Why.SKIPPED:
            return f"{of}: {left.text} Skipped{because}"
        case Why.UNKNOWN:
            return f"{of}: {left.text} Not known{because}"
        case Why.OPEN:
            return f"{of}: {left.text} Open"
