"""Why a text is no TOML, told to somebody who writes no programs, with what would be right."""

import re
from collections.abc import Callable
from typing import NamedTuple

_CURVED = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb"
"""Quotation marks that word processors put in place of straight ones."""
_WORD = re.compile(r"[^\W\d][\w.-]*")
_TRUE, _FALSE = {"yes", "true", "on"}, {"no", "false", "off"}
_LONGEST = 40


class Explained(NamedTuple):
    """A fault of a text that cannot be read.

    Attributes:
        message: The fact, and what would be right.
        line: Counted from 1.
        column: Counted from 1.
    """

    message: str
    line: int
    column: int


class _Spot(NamedTuple):
    """Where a parser gave up: its own words, the place, the row and the whole text."""

    message: str
    line: int
    column: int
    row: str
    text: str

    @property
    def rest(self) -> str:
        """What stands from here to the end of the row, without a note."""
        return self.row[self.column - 1 :].split(" #")[0].strip()


def explained(text: str, message: str, line: int, column: int) -> Explained:
    """Explain why a parser gave up at a place; its own words are the last resort."""
    rows = text.split("\n")
    row = rows[line - 1] if line <= len(rows) else ""
    spot = _Spot(message, line, column, row.removesuffix("\r"), text)
    found = (tell(spot) for start, tell in _TOLD if message.lower().startswith(start))
    return next(filter(None, found), None) or Explained(message, line, column)


def _odd_character(spot: _Spot) -> Explained | None:
    return _open_text(spot) if re.search(r"'\\[nr]'", spot.message) else None


def _open_text(spot: _Spot) -> Explained:
    """A text of one line that is never closed: the place is where it begins."""
    at = _opening(spot.row)
    begun = _quoted(spot.row[at + 1 :])
    told = f"the text {begun} begins with a quotation mark and has none at the end of its line"
    return Explained(f"{told}; three go around several lines", spot.line, at + 1)


def _open_prose(spot: _Spot) -> Explained:
    """A text that runs to the end of the file: the place is where it begins."""
    at = max(spot.text.rfind('"""'), spot.text.rfind("'''"))
    if at < 0:
        return _open_text(spot)
    mark = spot.text[at : at + 3]
    line = spot.text.count("\n", 0, at) + 1
    column = at - spot.text.rfind("\n", 0, at)
    told = f"the text that begins with {mark} here never ends; {mark} ends it"
    return Explained(told, line, column)


def _more_behind(spot: _Spot) -> Explained:
    before = spot.row[: spot.column - 1].rstrip()
    told = f"behind the end of the value stands {spot.rest}"
    what = "a note begins with #"
    if before.endswith(('"', "'")):
        what = 'a quotation mark inside a text is written \\"'
    elif re.match(r"[/.-]\d", spot.rest):
        what = "a day is written 2026-12-31"
    return Explained(f"{told}; {what}", spot.line, spot.column)


def _no_value(spot: _Spot) -> Explained:
    word = spot.rest
    if not word:
        told = 'there is no value behind the = sign; write one, as "…"'
    elif word[0] in _CURVED:
        told = f'{_quoted(word)} begins with a curved quotation mark; write straight ones: "…"'
    elif word.lower() in _TRUE | _FALSE:
        right = "true" if word.lower() in _TRUE else "false"
        told = f"{_quoted(word)} is no value; write {right}, small and without quotation marks"
    else:
        told = f'{_quoted(word)} is no value; a text stands in quotation marks: "…"'
    return Explained(told, spot.line, spot.column)


def _twice(spot: _Spot) -> Explained:
    row = spot.row.strip()
    column = len(spot.row) - len(spot.row.lstrip()) + 1
    if not row.startswith("["):
        key = spot.row.partition("=")[0].strip().strip('"')
        told = f'the key "{key}" stands twice here; take one of the two lines out'
        return Explained(told, spot.line, column)
    name = row.split("]")[0].strip("[ ")
    rows = spot.text.split("\n")
    single = next((n for n, one in enumerate(rows, 1) if one.strip().startswith(f"[{name}]")), 0)
    if single and f"[[{name}]]" in spot.text:
        told = f'"[{name}]" begins one of several; write it with two brackets: [[{name}]]'
        return Explained(told, single, 1)
    told = f'"{row}" stands twice; put what is below it under the first one'
    return Explained(told, spot.line, column)


def _no_equals_sign(spot: _Spot) -> Explained:
    key = re.split(r"[\s:=]", spot.row.strip())[0]
    if not _WORD.fullmatch(key):
        return _no_line(spot)
    right = f'write {key} = "…", or # before the line if it is a note'
    if spot.rest.startswith(":"):
        right = "write = in place of :"
    told = f"there is no = sign behind {_quoted(key)}; {right}"
    return Explained(told, spot.line, spot.column)


def _no_line(spot: _Spot) -> Explained:
    told = f'{_quoted(spot.row)} cannot be read; write key = "…", or # before it if it is a note'
    return Explained(told, spot.line, spot.column)


def _backslash(spot: _Spot) -> Explained:
    return Explained("a backslash inside a text is written twice: \\\\", spot.line, spot.column)


def _open_list(spot: _Spot) -> Explained:
    if spot.rest.startswith(('"', "'")):
        told = f"there is no comma before {spot.rest}; commas part the entries of a list"
        return Explained(told, spot.line, spot.column)
    rows = [row.split(" #")[0] for row in spot.text.split("\n")[: spot.line]]
    opened = [n for n, row in enumerate(rows, 1) if row.count("[") > row.count("]")]
    line = opened[-1] if opened else spot.line
    told = "the list that begins here is not closed; ] ends it, and commas part its entries"
    return Explained(told, line, rows[line - 1].rfind("[") + 1)


def _open_braces(spot: _Spot) -> Explained:
    told = "what stands in braces is not closed before this place; } ends it"
    return Explained(told, spot.line, spot.column)


def _open_header(spot: _Spot) -> Explained:
    row = spot.row.split(" #")[0].strip()
    if not _WORD.fullmatch(row.strip("[]")):
        told = f"{_quoted(row)} cannot be read; a heading is a name in brackets, as [[question]]"
        return Explained(told, spot.line, spot.column)
    right = f"{row.rstrip(']')}]]" if row.startswith("[[") else f"{row}]"
    return Explained(f"{_quoted(row)} lacks a bracket; write {right}", spot.line, spot.column)


_TOLD: tuple[tuple[str, Callable[[_Spot], Explained | None]], ...] = (
    ("illegal character", _odd_character),
    ("unterminated string", _open_prose),
    ("expected newline or end", _more_behind),
    ("invalid value", _no_value),
    ("cannot overwrite", _twice),
    ("cannot declare", _twice),
    ("cannot mutate", _twice),
    ("duplicate inline", _twice),
    ("expected '='", _no_equals_sign),
    ("invalid statement", _no_line),
    ("invalid initial character", _no_line),
    ("unescaped", _backslash),
    ("unclosed array", _open_list),
    ("unclosed inline", _open_braces),
    ("expected ']", _open_header),
)
"""How the words of the parser begin, and what is told in their place."""


def _opening(row: str) -> int:
    """Where the text begins that a row leaves open: behind every text that is closed."""
    closed = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'')
    at = 0
    while found := re.compile("[\"'#]").search(row, at):
        whole = closed.match(row, found.start())
        if whole is None:
            return found.start()
        at = whole.end()
    return 0


def _quoted(text: str) -> str:
    plain = " ".join(text.split())
    return f'"{plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"}"'
