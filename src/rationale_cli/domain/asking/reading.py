"""A typed reply read as the answer to the question that was asked."""

import re
from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import Any

import msgspec

from rationale_cli.domain.asking.dates import dated
from rationale_cli.domain.asking.misread import Misread, quoted
from rationale_cli.domain.asking.step import Step
from rationale_cli.domain.questions.question import Kind
from rationale_cli.domain.telling.saying import short
from rationale_cli.domain.words import Words

SCALE = (1, 2, 3, 4, 5)
"""The places of `part.Scale`."""


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed to understand a reply.

    Attributes:
        words: What the choices are called.
        now: The clock: "today" is another day after midnight.
        zone: Where times without offset are read.
    """

    words: Words
    now: Callable[[], datetime]
    zone: tzinfo


def choices(step: Step, words: Words) -> tuple[tuple[Any, str], ...]:
    """Give what can be chosen, in order: each value with the word for it; empty if it is free."""
    match step.kind:
        case Kind.YES_NO:
            return ((True, "yes"), (False, "no"))
        case Kind.SCALE:
            return tuple((number, words.value(step.field, number)) for number in SCALE)
        case Kind.CHOICE | Kind.SEVERAL:
            return tuple((code, _word(step.field, code, words)) for code in step.choices)
        case _:
            return ()


def read(text: str, step: Step, reader: Reader) -> Any | Misread:
    """Read one reply, already without its line end; a lone ``none`` says there is none.

    Args:
        text: As typed, not blank; for prose and lists, all its lines.
        step: What was asked.
        reader: What is needed to understand it.

    Returns:
        The value that goes into the answers, or why it was not taken.
    """
    return _READERS[step.kind](text, step, reader)


def _line(text: str, step: Step, _: Reader) -> Any:
    line = text.strip()
    if len(line.splitlines()) > 1:
        return _too_many_lines(line)
    if step.most is not None and len(line) > step.most:
        return Misread(
            f"that has {len(line)} characters, and {step.most} are the most", "Make it shorter."
        )
    return line


def _too_many_lines(text: str) -> Misread:
    """An editor can write what cannot be typed at this question."""
    count = len(text.splitlines())
    return Misread(f"that has {count} lines, and one is the most", "Write it in one line.")


def _prose(text: str, _: Step, __: Reader) -> Any:
    lines = text.strip()
    return lines + "\n" if "\n" in lines else lines


def _list(text: str, _: Step, __: Reader) -> Any:
    entries = [line.strip() for line in text.split("\n") if line.strip()]
    return [] if [entry.lower() for entry in entries] == ["none"] else entries


def _number(text: str, step: Step, _: Reader) -> Any:
    plain = text.strip()
    least, most = step.least, step.most
    if not re.fullmatch(r"[+-]?[0-9]{1,9}", plain):
        return Misread(f"{quoted(text)} is no whole number", _range(least, most))
    number = int(plain)
    if (least is not None and number < least) or (most is not None and number > most):
        return Misread(f"{number} is out of range", _range(least, most))
    return number


def _range(least: int | None, most: int | None) -> str:
    match least, most:
        case None, None:
            return "Type a whole number."
        case _, None:
            return f"Type a whole number, {least} or more."
        case None, _:
            return f"Type a whole number, {most} or less."
        case _:
            return f"Type a whole number from {least} to {most}."


def _moment(text: str, step: Step, reader: Reader) -> Any:
    value = dated(text, now=reader.now(), zone=reader.zone)
    if step.needs_time and not isinstance(value, datetime | Misread):
        return Misread("this needs the time as well", "Type it as 14 April 2026 10:00.")
    return value


def _party(text: str, _: Step, __: Reader) -> Any:
    if len(text.strip().splitlines()) > 1:
        return _too_many_lines(text.strip())
    role, at, agency = (one.strip() for one in text.partition("@"))
    if not role or not at or not agency:
        hint = "Type it as health visitor@health; a role, never a person's name."
        return Misread(f"{quoted(text)} is not ROLE@AGENCY", hint)
    return {"role": role, "agency": agency}


def _choice(text: str, step: Step, reader: Reader) -> Any:
    return _chosen(text, step, reader.words)


def _several(text: str, step: Step, reader: Reader) -> Any:
    if text.strip().lower() == "none":
        return []
    codes = []
    whole = _chosen(text, step, reader.words)
    parts = [text] if not isinstance(whole, Misread) else re.split(r"[,;\n]+", text)
    if len(parts) == 1 and re.fullmatch(r"[\d\s]+", text):
        parts = text.split()
    for part in filter(str.strip, parts):
        code = _chosen(part, step, reader.words)
        if isinstance(code, Misread):
            return code
        codes.append(code)
    return list(dict.fromkeys(codes)) or _unchosen(text, len(step.choices))


def _chosen(text: str, step: Step, words: Words) -> Any:
    """The choice that is meant by its number, its code, its word, or first letters of one only."""
    offered = choices(step, words)
    plain = " ".join(text.lower().split())
    if re.fullmatch(r"[0-9]{1,9}", plain):
        number = int(plain)
        if 1 <= number <= len(offered):
            return offered[number - 1][0]
        return _unchosen(text, len(offered))
    names = [(value, (str(value).lower(), *_spoken(word))) for value, word in offered]
    for fits in (_is_equal, _begins):
        found = [value for value, spoken in names if any(fits(plain, one) for one in spoken)]
        if len(found) == 1:
            return found[0]
        if found:
            told = ", ".join(word for value, word in offered if value in found)
            return Misread(f"{quoted(text)} can be several: {told}", "Type the number.")
    return _unchosen(text, len(offered))


def _spoken(word: str) -> tuple[str, str]:
    return word.lower(), short(word).lower()


def _is_equal(plain: str, word: str) -> bool:
    return plain == word


def _begins(plain: str, word: str) -> bool:
    return word.startswith(plain)


def _unchosen(text: str, count: int) -> Misread:
    return Misread(f"{quoted(text)} is none of the choices", f"Type a number from 1 to {count}.")


def _word(field: str, code: str, words: Words) -> str:
    if field in {"risk.harm", "dissent.harms"}:
        return words.harm(code)
    return words.value(field, code)


_READERS: dict[Kind, Callable[[str, Step, Reader], Any]] = {
    Kind.LINE: _line,
    Kind.PROSE: _prose,
    Kind.CHOICE: _choice,
    Kind.SEVERAL: _several,
    Kind.MOMENT: _moment,
    Kind.NUMBER: _number,
    Kind.SCALE: _choice,
    Kind.YES_NO: _choice,
    Kind.LIST: _list,
    Kind.PARTY: _party,
}
