"""Faults: what keeps plain values from being a decision, every one with its place."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from enum import EnumType
from math import isfinite
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

import msgspec

from rationale_cli.domain.answers import at
from rationale_cli.domain.decision import ITEM_LETTERS, Decision
from rationale_cli.domain.moment import Instant, Moment, NaiveTimeError
from rationale_cli.domain.path import is_list, is_place, meant

Path = tuple[str | int, ...]

LONGEST_TITLE = 100
"""Characters; a title stands in lists."""


class Fault(msgspec.Struct, frozen=True):
    """One thing that is wrong.

    Attributes:
        path: Keys and places in lists (counted from 0) from the top of the record.
        message: The fact, with the user's own value, the allowed ones and a likely meaning.
        at_key: Whether the key is wrong rather than its value.
    """

    path: Path
    message: str
    at_key: bool = False

    @property
    def where(self) -> str:
        """The path as a person reads it: ``risk 2, likelihood``."""
        words = [f" {step + 1}" if isinstance(step, int) else f", {step}" for step in self.path]
        return "".join(words).removeprefix(", ")


def faults(
    data: Mapping[str, Any], kind: type = Decision, *, partial: bool = False
) -> Iterator[Fault]:
    """Find every fault of plain values that should make a *kind*.

    Args:
        data: Keys and values as a file holds them.
        kind: The type that they should make.
        partial: Whether required keys may be missing, as in a part of a record.
    """
    yield from _table(data, kind, (), partial=partial)
    if kind is Decision:
        yield from disagreements(data)


def disagreements(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Find what no type can see: ids that stand twice, a none that is some, and their like."""
    yield from _bad_ids(data)
    yield from _odd_none(data)
    yield from _long_title(data)
    yield from _odd_answers(data)


def _table(data: Any, kind: type, path: Path, *, partial: bool) -> Iterator[Fault]:
    if not isinstance(data, Mapping):
        yield Fault(path, f"is {described(data)}, not a table")
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for key, value in data.items():
        if key not in fields:
            yield Fault(
                (*path, key), f"unknown key {_quoted(key)}{_meant(key, fields)}", at_key=True
            )
        else:
            yield from _value(value, fields[key].type, (*path, key), partial=partial)
    for name, field in fields.items():
        if field.required and name not in data and not partial:
            yield Fault(path, f"the key {_quoted(name)} is missing", at_key=True)


def _value(value: Any, kind: Any, path: Path, *, partial: bool) -> Iterator[Fault]:
    arguments = get_args(kind)
    if NoneType in arguments:
        (kind,) = (one for one in arguments if one is not NoneType)
    if isinstance(kind, UnionType):
        yield from _one_of_several(value, get_args(kind), path)
    elif hasattr(kind, "__metadata__"):
        yield from _scale(value, path)
    elif get_origin(kind) is tuple:
        yield from _list(value, get_args(kind)[0], path, partial=partial)
    elif get_origin(kind) is dict:
        yield from _dictionary(value, get_args(kind)[1], path)
    elif kind is not Any:
        yield from _single(value, kind, path, partial=partial)


def _single(value: Any, kind: type, path: Path, *, partial: bool) -> Iterator[Fault]:
    if isinstance(kind, EnumType):
        yield from _code(value, kind, path)
    elif issubclass(kind, msgspec.Struct):
        yield from _table(value, kind, path, partial=partial)
    elif issubclass(kind, Moment):
        yield from _time(value, kind, path)
    elif type(value) is not kind:
        words = {str: "text", int: "a whole number", bool: "true or false", date: "a day"}
        yield Fault(path, f"is {described(value)}, not {words[kind]}")
    elif isinstance(value, str) and not _is_encodable(value):
        yield Fault(path, "holds half of a character pair, which no file can keep")


def _one_of_several(value: Any, kinds: tuple[type, ...], path: Path) -> Iterator[Fault]:
    if type(value) not in kinds:
        words = {str: "text", int: "a whole number", bool: "true or false"}
        yield Fault(path, f"is {described(value)}, not {' or '.join(words[one] for one in kinds)}")


def _list(value: Any, kind: Any, path: Path, *, partial: bool) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield Fault(path, f"is {described(value)}, not a list")
        return
    for place, one in enumerate(value):
        yield from _value(one, kind, (*path, place), partial=partial)


def _scale(value: Any, path: Path) -> Iterator[Fault]:
    if type(value) is not int:
        yield Fault(path, f"is {described(value)}, not a whole number from 1 to 5")
    elif not 1 <= value <= 5:  # noqa: PLR2004 - the scale of part.Scale
        yield Fault(path, f"is {value}, not a number from 1 to 5")


def _code(value: Any, kind: EnumType, path: Path) -> Iterator[Fault]:
    allowed = [str(one.value) for one in kind]  # type: ignore[var-annotated]  # members of any enum
    if not isinstance(value, str):
        yield Fault(path, f"is {described(value)}, not one of {', '.join(allowed)}")
    elif value not in allowed:
        yield Fault(
            path, f"is {_quoted(value)}, not one of {', '.join(allowed)}{_meant(value, allowed)}"
        )


def _time(value: Any, kind: type[Moment], path: Path) -> Iterator[Fault]:
    wanted = "a day with its time" if issubclass(kind, Instant) else "a day, or a day with its time"
    if not isinstance(value, date) or (
        issubclass(kind, Instant) and not isinstance(value, datetime)
    ):
        yield Fault(path, f"is {described(value)}, not {wanted}")
        return
    try:
        Moment(value)
    except NaiveTimeError:
        yield Fault(path, f"is {value.isoformat()}, a time without a usable offset (as +01:00)")


def _dictionary(value: Any, kind: Any, path: Path) -> Iterator[Fault]:
    if not isinstance(value, Mapping):
        yield Fault(path, f"is {described(value)}, not a table")
        return
    for key, one in value.items():
        yield from _value(one, kind, (*path, key), partial=False)


def _bad_ids(data: Mapping[str, Any]) -> Iterator[Fault]:
    for name in ITEM_LETTERS:
        seen: set[str] = set()
        rows = data.get(name)
        for place, item in enumerate(rows if isinstance(rows, list | tuple) else ()):
            item_id = item.get("id") if isinstance(item, Mapping) else None
            if not isinstance(item_id, str):
                continue
            if not _is_item_id(item_id):
                yield Fault(
                    (name, place, "id"), f"is {_quoted(item_id)}, not a short id such as R1"
                )
            elif item_id in seen:
                yield Fault((name, place, "id"), f"{_quoted(item_id)} stands twice in this list")
            seen.add(item_id)


def _is_item_id(text: str) -> bool:
    longest = 16
    return text.isascii() and text.isalnum() and text[0].isalpha() and len(text) <= longest


def _odd_none(data: Mapping[str, Any]) -> Iterator[Fault]:
    none = data.get("none")
    for place, name in enumerate(none if isinstance(none, list) else ()):
        if not isinstance(name, str):
            continue
        if not is_list(name):
            likely = "" if is_place(name) else meant(name, is_list)
            hint = f"; did you mean {_quoted(likely)}?" if likely else ""
            yield Fault(("none", place), f"names {_quoted(name)}, which is no list{hint}")
        elif at(data, name) not in (None, "", []):
            yield Fault(("none", place), f"says that there is no {_quoted(name)}, and there is")


def _long_title(data: Mapping[str, Any]) -> Iterator[Fault]:
    title = data.get("title")
    if isinstance(title, str) and (len(title) > LONGEST_TITLE or "\n" in title):
        yield Fault(
            ("title",), f"has {len(title)} characters; one line of {LONGEST_TITLE} at the most"
        )


def _odd_answers(data: Mapping[str, Any]) -> Iterator[Fault]:
    answers = data.get("answers")
    for key, value in (answers if isinstance(answers, Mapping) else {}).items():
        texts = isinstance(value, list) and all(isinstance(one, str) for one in value)
        if isinstance(value, float) and not isfinite(value):
            yield Fault(("answers", key), f"is {value}, not a number that can be compared")
        elif isinstance(value, int) and not -(2**63) <= value < 2**63:
            yield Fault(("answers", key), "is a number of more than 64 bits, which few can read")
        elif isinstance(value, datetime):
            yield from _time(value, Moment, ("answers", key))
        elif not texts and not isinstance(value, str | bool | int | float | date):
            yield Fault(
                ("answers", key),
                f"is {described(value)}, not text, a number, true or false, a day "
                "or a list of texts",
            )


def described(value: Any) -> str:
    """Say what a value is, with the value where it is short."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f"the text {_quoted(value)}"
        case int() | float():
            return f"the number {value:g}" if abs(value) < 1e15 else "a very large number"  # noqa: PLR2004 - beyond it :g says nothing useful
        case datetime():
            return f"the time {value.isoformat()}"
        case date():
            return f"the day {value.isoformat()}"
        case list():
            return "a list"
        case Mapping():
            return "a table"
        case _:
            return "of an unknown kind"


def _quoted(text: str) -> str:
    longest = 40
    shown = text if len(text) <= longest else text[: longest - 1] + "…"
    return (
        '"'
        + "".join(
            letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in shown
        )
        + '"'
    )


def _meant(word: str, allowed: Any) -> str:
    close = get_close_matches(word, list(allowed), n=1)
    return f"; did you mean {_quoted(close[0])}?" if close else ""


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
