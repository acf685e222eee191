"""A typed reply read as the answer to the question that was asked."""

import re
from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import Any

import msgspec

from rationale_cli.domain.asking.dates import dated
from rationale_cli.domain.asking.misread import Misread, quoted
from rationale_cli.domain.asking.step import Step
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.questions.question import Kind
from rationale_cli.domain.telling.saying import short
from rationale_cli.domain.words import Words

SCALE = (1, 2, 3, 4, 5)
"""The places of `part.Scale`."""


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed to understand a reply.

    Attributes:
        words: What the choices are called.
        texts: What the interview itself says.
        now: The clock: "today" is another day after midnight.
        zone: Where times without offset are read.
        cite: Gives the id of a citation of law; the same text if it is none for sure.
    """

    words: Words
    texts: Texts
    now: Callable[[], datetime]
    zone: tzinfo
    cite: Callable[[str], str] = str


def choices(step: Step, words: Words) -> tuple[tuple[Any, str], ...]:
    """Give what can be chosen, in order: each value with the word for it; empty if it is free."""
    match step.kind:
        case Kind.YES_NO:
            return tuple((one, words.value("yes-no", str(one).lower())) for one in (True, False))
        case Kind.SCALE:
            return tuple((number, words.value(step.field, number)) for number in SCALE)
        case Kind.CHOICE | Kind.SEVERAL if step.offered:
            return tuple((one, f"{one}: {text}") for one, text in step.offered)
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
    if step.takes_none and is_none(text, reader.texts):
        return []
    return _READERS[step.kind](text, step, reader)


def _line(text: str, step: Step, reader: Reader) -> Any:
    line = text.strip()
    if len(line.splitlines()) > 1:
        return _too_many_lines(line, reader.texts)
    if step.most is not None and len(line) > step.most:
        return Misread(
            reader.texts("misread.too_long", count=len(line), most=step.most),
            reader.texts("misread.too_long_hint"),
        )
    return reader.cite(line) if step.field == "law.provision" else line


def _too_many_lines(text: str, texts: Texts) -> Misread:
    """An editor can write what cannot be typed at this question."""
    return Misread(
        texts("misread.too_many_lines", count=len(text.splitlines())),
        texts("misread.too_many_lines_hint"),
    )


def _prose(text: str, _: Step, __: Reader) -> Any:
    lines = text.strip()
    return lines + "\n" if "\n" in lines else lines


def is_none(text: str, texts: Texts) -> bool:
    """Whether a reply says that there is none."""
    return text.strip().lower() in {texts("word.none").lower(), "none"}


def _list(text: str, _: Step, reader: Reader) -> Any:
    entries = [line.strip() for line in text.split("\n") if line.strip()]
    return [] if len(entries) == 1 and is_none(entries[0], reader.texts) else entries


def _number(text: str, step: Step, reader: Reader) -> Any:
    plain = text.strip()
    least, most = step.least, step.most
    if not re.fullmatch(r"[+-]?[0-9]{1,9}", plain):
        return Misread(
            reader.texts("misread.no_number", typed=quoted(text)), _range(least, most, reader.texts)
        )
    number = int(plain)
    if (least is not None and number < least) or (most is not None and number > most):
        return Misread(
            reader.texts("misread.out_of_range", number=number), _range(least, most, reader.texts)
        )
    return number


def _range(least: int | None, most: int | None, texts: Texts) -> str:
    match least, most:
        case None, None:
            return texts("misread.any_number_hint")
        case _, None:
            return texts("misread.least_hint", least=least)
        case None, _:
            return texts("misread.most_hint", most=most)
        case _:
            return texts("misread.range_hint", least=least, most=most)


def _moment(text: str, step: Step, reader: Reader) -> Any:
    value = dated(text, now=reader.now(), zone=reader.zone, words=reader.words, texts=reader.texts)
    if step.needs_time and not isinstance(value, datetime | Misread):
        return Misread(reader.texts("misread.needs_time"), reader.texts("misread.needs_time_hint"))
    return value


def _party(text: str, _: Step, reader: Reader) -> Any:
    if len(text.strip().splitlines()) > 1:
        return _too_many_lines(text.strip(), reader.texts)
    role, at, agency = (one.strip() for one in text.partition("@"))
    if not role or not at or not agency:
        return Misread(
            reader.texts("misread.no_party", typed=quoted(text)),
            reader.texts("misread.no_party_hint"),
        )
    return {"role": role, "agency": agency}


def _choice(text: str, step: Step, reader: Reader) -> Any:
    return _chosen(text, step, reader)


def _several(text: str, step: Step, reader: Reader) -> Any:
    if is_none(text, reader.texts):
        return []
    codes = []
    whole = _chosen(text, step, reader)
    parts = [text] if not isinstance(whole, Misread) else re.split(r"[,;\n]+", text)
    if len(parts) == 1 and re.fullmatch(r"[\d\s]+", text):
        parts = text.split()
    for part in filter(str.strip, parts):
        code = _chosen(part, step, reader)
        if isinstance(code, Misread):
            return code
        codes.append(code)
    return list(dict.fromkeys(codes)) or _unchosen(text, len(step.choices), reader)


def _chosen(text: str, step: Step, reader: Reader) -> Any:
    """The choice that is meant by its number, its code, its word, or first letters of one only."""
    offered = choices(step, reader.words)
    plain = " ".join(text.lower().split())
    if re.fullmatch(r"[0-9]{1,9}", plain):
        number = int(plain)
        if 1 <= number <= len(offered):
            return offered[number - 1][0]
        return _unchosen(text, len(offered), reader)
    names = [(value, (str(value).lower(), *_spoken(word))) for value, word in offered]
    for spoken_by in (names, _YES_NO if step.kind is Kind.YES_NO else ()):
        for fits in (_is_equal, _begins):
            found = [one for one, spoken in spoken_by if any(fits(plain, each) for each in spoken)]
            if len(found) == 1:
                return found[0]
            if found:
                told = ", ".join(word for value, word in offered if value in found)
                return Misread(
                    reader.texts("misread.several", typed=quoted(text), words=told),
                    reader.texts("misread.several_hint"),
                )
    return _unchosen(text, len(offered), reader)


_YES_NO = ((True, ("yes",)), (False, ("no",)))
"""Understood in every language, where its own words are not meant."""


def _spoken(word: str) -> tuple[str, str]:
    return word.lower(), short(word).lower()


def _is_equal(plain: str, word: str) -> bool:
    return plain == word


def _begins(plain: str, word: str) -> bool:
    return word.startswith(plain)


def _unchosen(text: str, count: int, reader: Reader) -> Misread:
    return Misread(
        reader.texts("misread.no_choice", typed=quoted(text)),
        reader.texts("misread.no_choice_hint", count=count),
    )


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
