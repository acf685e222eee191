"""TOML text in and out: limits before reading, one canonical layout when writing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import tomli
import tomli_w

from rationale_cli.codec.explained import explained

LARGEST = 1024 * 1024
"""Bytes; a file above it is refused before it is read. 200 kB of prose fits five times over."""

DEEPEST = 16
"""Brackets open at once; deeper text exhausts the stack of a parser."""

MOST_DOTS = 63
"""In one key; a table is made for each."""

STRING = re.compile(
    r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+"{0,5}'
    r"|'''(?:[^']++|'(?!''))*+'{0,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"?'
    r"|'[^'\n]*+'?"
)
"""A string of any kind. One that is never closed ends where a parser gives up on it, and nothing
is tried twice: a search takes linear time whatever the text is."""

_SAID = re.compile(f"{STRING.pattern}|#[^\\n]*+")
_LONG_DOTTED_KEY = re.compile(
    rf"(?m)(?:^|[\[{{,])[ \t]*+(?:[\w-]++[ \t]*+\.[ \t]*+){{{MOST_DOTS + 1}}}"
)
_BRACKET = re.compile(r"[\[\]{}]")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SUBTABLES = ("sensitivity", "typed")


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
    _demand_harmless(text)
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        told = explained(text, _lower(error.msg), error.lineno, error.colno)
        raise UnreadableError(told.message, told.line, told.column) from None
    except (RecursionError, OverflowError, ValueError) as error:
        raise UnreadableError("not readable as TOML") from error


def ours(text: str) -> dict[str, Any]:
    """Read a text that the program ships: it needs no limits, and a test reads each of them."""
    return tomli.loads(text)


def write(table: Mapping[str, Any]) -> str:
    r"""Lay plain values out as TOML text.

    Plain keys come first, then tables, then arrays of tables as ``[[…]]``, in the order given;
    text of several lines stands in triple quotes with its lines as they are; a list of several
    texts has one a line. The same values give the same text, and reading it gives them back.
    """
    return "\n".join(_blocks(table, "")).lstrip("\n")


def pair(steps: Sequence[str], value: Any) -> str:
    """Give one key, dotted where it has several steps, with its value as `write` lays it out."""
    return f"{key(steps)} = {_value(value)}\n"


def key(steps: Sequence[str]) -> str:
    """Give a key as `pair` writes it."""
    return ".".join(key_text(step) for step in steps)


def _blocks(table: Mapping[str, Any], prefix: str) -> Iterator[str]:
    plain = {key: value for key, value in table.items() if not _stands_apart(key, value, prefix)}
    if plain:
        yield "".join(f"{key_text(key)} = {_value(value)}\n" for key, value in plain.items())
    for key, value in table.items():
        name = f"{prefix}{key_text(key)}"
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


def key_text(key: str) -> str:
    """Write a key, in quotation marks where it needs them."""
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
            return "{ " + ", ".join(f"{key_text(k)} = {flat(v)}" for k, v in value.items()) + " }"
        case _:
            return tomli_w.dumps({"x": value}).removeprefix("x = ").removesuffix("\n")


def flat(value: Any) -> str:
    """Write a value on one line: an inline table may not hold line ends."""
    if isinstance(value, str):
        return _line(value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flat(one) for one in value) + "]"
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


def _demand_harmless(text: str) -> None:
    """Refuse what would exhaust a parser; what stands in strings and comments harms nobody."""
    # The quick looks come first: most texts have few brackets in all, or few dots in a line.
    has_brackets = text.count("[") + text.count("{") > DEEPEST
    has_dots = any(line.count(".") > MOST_DOTS for line in text.split("\n"))
    if has_brackets and _depth(_SAID.sub("", text)) > DEEPEST:
        raise UnreadableError(f"more than {DEEPEST} brackets inside each other")
    if not has_dots:
        return
    bare = _SAID.sub(_blanked, text)
    if found := _LONG_DOTTED_KEY.search(bare):
        raise UnreadableError("a key with too many dots", bare.count("\n", 0, found.start()) + 1)


def _blanked(found: re.Match[str]) -> str:
    """As many lines as before, and one letter in place of all others; a key may be a string."""
    return ("" if found.group().startswith("#") else "s") + "\n" * found.group().count("\n")


def _depth(bare: str) -> int:
    deepest = depth = 0
    for letter in _BRACKET.findall(bare):
        if letter in "[{":
            depth += 1
            deepest = max(deepest, depth)
        else:
            depth -= 1
    return deepest


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]
