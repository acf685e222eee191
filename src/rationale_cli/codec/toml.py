"""TOML text in and out: limits before reading, one canonical layout when writing."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import tomli
import tomli_w

LARGEST = 1024 * 1024
"""Bytes; a file above it is refused before it is read. 200 kB of prose fits five times over."""

DEEPEST = 16
"""Brackets open at once; deeper text exhausts the stack of a parser."""

_LONG_DOTTED_KEY = re.compile(r"(?m)(?:^|[\[{,])[ \t]*(?:[\w-]+[ \t]*\.[ \t]*){64}")
_STRINGS = re.compile(
    r'"""[\s\S]*?"""|\'\'\'[\s\S]*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*'
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SUBTABLES = ("sensitivity",)


class UnreadableError(ValueError):
    """Text that is no TOML, or that is too large or too deep to be read safely.

    Attributes:
        line: Counted from 1.
        column: Counted from 1.
    """

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def read(text: str, *, largest: int = LARGEST) -> dict[str, Any]:
    """Read TOML text into plain values.

    Args:
        text: The text.
        largest: Bytes that are read at the most.

    Raises:
        UnreadableError: If it is not TOML, or above the limits of this module.
    """
    if len(text.encode("utf-8", "surrogatepass")) > largest:
        raise UnreadableError(f"larger than {largest // 1024} KiB")
    # The quick look comes first: most texts have few brackets in all.
    if text.count("[") + text.count("{") > DEEPEST and _depth(text) > DEEPEST:
        raise UnreadableError(f"more than {DEEPEST} brackets inside each other")
    if found := _LONG_DOTTED_KEY.search(text):
        raise UnreadableError("a key with too many dots", text.count("\n", 0, found.start()) + 1)
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise UnreadableError(_lower(error.msg), error.lineno, error.colno) from None
    except (RecursionError, OverflowError, ValueError) as error:
        raise UnreadableError("not readable as TOML") from error


def write(table: Mapping[str, Any]) -> str:
    r"""Lay plain values out as TOML text.

    Plain keys come first, then tables, then arrays of tables as ``[[…]]``, in the order given;
    text of several lines stands in triple quotes with its lines as they are; a list of several
    texts has one a line. The same values give the same text, and reading it gives them back.
    """
    return "\n".join(_blocks(table, "")).lstrip("\n")


def _blocks(table: Mapping[str, Any], prefix: str) -> Iterator[str]:
    plain = {key: value for key, value in table.items() if not _stands_apart(key, value, prefix)}
    if plain:
        yield "".join(f"{_key(key)} = {_value(value)}\n" for key, value in plain.items())
    for key, value in table.items():
        name = f"{prefix}{_key(key)}"
        if key in plain:
            continue
        if isinstance(value, Mapping):
            first, *rest = [*_blocks(value, f"{name}.")] or [""]
            header = "" if _is_only_tables(value, f"{name}.") else f"[{name}]\n"
            yield header + first
            yield from rest
        else:
            for item in value:
                first, *rest = [*_blocks(item, f"{name}.")] or [""]
                yield f"[[{name}]]\n{first}"
                yield from rest


def _stands_apart(key: str, value: Any, prefix: str) -> bool:
    if isinstance(value, Mapping):
        return not prefix or key in _SUBTABLES
    return not prefix and isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _is_only_tables(table: Mapping[str, Any], prefix: str) -> bool:
    return bool(table) and all(_stands_apart(key, value, prefix) for key, value in table.items())


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _line(key)


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _prose(value) if "\n" in value else _line(value)
        case date():
            return value.isoformat()
        case list() | tuple():
            entries = [_line(one) if isinstance(one, str) else _value(one) for one in value]
            if len(entries) <= 1:
                return f"[{''.join(entries)}]"
            return "[\n" + "".join(f"  {entry},\n" for entry in entries) + "]"
        case Mapping():
            return "{ " + ", ".join(f"{_key(k)} = {_flat(v)}" for k, v in value.items()) + " }"
        case _:
            return tomli_w.dumps({"x": value}).removeprefix("x = ").removesuffix("\n")


def _flat(value: Any) -> str:
    """A value on one line: an inline table may not hold line ends."""
    if isinstance(value, str):
        return _line(value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flat(one) for one in value) + "]"
    return _value(value)


def _line(text: str) -> str:
    return tomli_w.dumps({"x": text}).removeprefix("x = ").removesuffix("\n")


def _prose(text: str) -> str:
    # Quotes need no escape inside triple quotes, and prose reads better without.
    lines = [_line(line)[1:-1].replace('\\"', '"') for line in text.split("\n")]
    body = "\n".join(lines)
    if body.endswith('"'):
        body = body[:-1] + '\\"'
    body = body.replace('"""', '""\\"')
    return f'"""\n{body}"""'


def _depth(text: str) -> int:
    deepest = depth = 0
    for letter in _STRINGS.sub("", text):
        if letter in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif letter in "]}":
            depth -= 1
    return deepest


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]
