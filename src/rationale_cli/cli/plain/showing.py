"""Answers and gaps as lines of a screen."""

from collections.abc import Iterator
from typing import Any

from rationale_cli.domain.answers import Answers, at
from rationale_cli.domain.asking.asked import ROWED
from rationale_cli.domain.asking.gaps import Left, Why
from rationale_cli.domain.asking.reading import Reader
from rationale_cli.domain.asking.said import Said
from rationale_cli.domain.asking.step import Step, noun
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.decision import ITEM_LETTERS
from rationale_cli.domain.laying import Clash
from rationale_cli.domain.telling.saying import capital, heading, said
from rationale_cli.domain.words import Words

_LONGEST = 300
"""Characters of an answer that are shown where all answers are listed."""


def head(step: Step, reader: Reader) -> str:
    """Give the line above a question: ``Question 4 of 18 · Options · option B``."""
    texts, harm = reader.texts, step.harm
    number = texts("show.question", number=step.number, total=step.total)
    parts = [number, step.section.title]
    if harm is not None:
        name = f"{harm.harm.name}, {harm.risk}" if harm.risk else harm.harm.name
        parts.append(texts("show.harm", number=harm.number, total=harm.total, harm=name))
    elif step.prompt is not None and step.takes_none:
        place = step.prompt
        parts.append(texts("show.prompt", number=place.number, total=place.total))
    elif step.column is not None:
        parts.append(f"{noun(step, reader.words)} {step.row}")
    return " · ".join(parts)


def worry(step: Step, reader: Reader) -> str:
    """Say who has named this harm in disagreeing; empty if nobody has."""
    if step.harm is None or step.column is None or step.column.id != "status":
        return ""
    named_by = step.harm.named_by
    people = [reader.words.roled(one.get("role", ""), one.get("agency", "")) for one in named_by]
    return reader.texts("show.named_by", people="; ".join(people)) if people else ""


def value(step: Step, reader: Reader) -> str:
    """Say the answer that stands; lists have a line for each entry."""
    if step.is_none:
        return reader.texts("word.none")
    if isinstance(step.value, list):
        return "\n".join(said(step.field, one, reader.words) for one in step.value)
    return said(step.field, step.value, reader.words)


def row(name: str, item: dict[str, Any], words: Words) -> str:
    """Name a row, with where it stands: ``Option A (“Wait”): chosen``."""
    state = next((key for key in ("status", "view", "state") if item.get(key)), None)
    told = f": {said(f'{name}.{state}', item[state], words)}" if state else ""
    return capital(heading(name, item, words)) + told


def clash(one: Clash, answers: Answers, reader: Reader) -> str:
    """Say what both have changed, what stands, and what was said here."""
    theirs: Any = [] if one.path in answers.get("none", []) else at(answers, one.path)
    stands, yours = (whole(one.path, value, reader) for value in (theirs, one.yours))
    return reader.texts("clash.listed", path=one.path, theirs=stands, yours=yours)


def decision(one: Clash, texts: Texts) -> str:
    """Say what to type at its question, so that what was said here stands and not theirs."""
    name, *rest = one.path.split(".")
    if name in ITEM_LETTERS and len(rest) <= 1:
        if not rest:
            return texts("clash.list")
        verb = "remove" if one.yours is None else "restore"
        return texts("clash.row", command=verb, id=rest[0])
    if one.yours is None:
        return texts("clash.cleared")
    if one.yours == []:
        return texts("clash.none")
    return texts("clash.restored")


def whole(path: str, value: Any, reader: Reader) -> str:
    """Say all of a field, an item or a list, so that somebody can decide by it."""
    name, *rest = path.split(".")
    words = reader.words
    if value is None:
        return reader.texts("clash.gone")
    if value == []:
        return reader.texts("word.none")
    if name not in ITEM_LETTERS:
        return said(path, value, words)
    if isinstance(value, dict):
        parts = (f"{key}: {said(f'{name}.{key}', one, words)}" for key, one in value.items())
        return "; ".join(parts)
    if not rest:
        return " / ".join(whole(f"{name}.{one.get('id')}", one, reader) for one in value)
    return said(".".join((name, *rest[1:])), value, words)


def answer(one: Said, reader: Reader) -> Iterator[str]:
    """Give the lines of one answer."""
    words = reader.words
    if one.is_none:
        yield reader.texts("word.none")
    elif one.value is None:
        yield reader.texts("show.open")
    elif one.question.kind in ROWED:
        yield from (row(one.question.to, item, words) for item in one.value)
    else:
        told = said(one.question.path, one.value, words)
        yield told if len(told) <= _LONGEST else told[: _LONGEST - 1] + "…"


def gap(left: Left, reader: Reader, where: str) -> str:
    """Say what is left open, and where: a question by its number, or a section."""
    texts = reader.texts
    if left.why is Why.HARMS:
        names = ", ".join(reader.words.harm(code) for code in left.reason)
        return texts("gap.harms", where=where, names=names)
    of = texts("gap.row", where=where, row=left.row) if left.row else where
    if left.why is Why.FEW:
        return texts("gap.few", where=of, text=left.text, count=left.count, least=left.least)
    if left.reason:
        because = left.reason[0]
        return texts(f"gap.{left.why}_because", where=of, text=left.text, reason=because)
    return texts(f"gap.{left.why}", where=of, text=left.text)
