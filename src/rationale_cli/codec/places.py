"""Where each key and value of a TOML text stands: read only when there is a fault to place."""

import re
from collections import Counter
from dataclasses import dataclass, field

from rationale_cli.codec.toml import STRING
from rationale_cli.domain.fault import Path

_SPACE = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_PLAIN = re.compile(r"[^,\]\}#\n]+")
_ESCAPED = re.compile(r'\\(["\\])')


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a text; line and column are counted from 1."""

    line: int
    column: int


@dataclass(slots=True)
class Places:
    """Where the keys and the values of a text stand, by path."""

    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)

    def of(self, path: Path, *, at_key: bool) -> Place:
        """Give the nearest place that is known: of the path itself, or of what it stands in."""
        for end in range(len(path), 0, -1):
            known = self.keys if at_key else self.values
            if found := known.get(path[:end]) or self.keys.get(path[:end]):
                return found
        return Place(1, 1)


def places(text: str) -> Places:
    """Find the place of every key and value of a text that is known to be TOML."""
    return _Reader(text).read()


class _Reader:
    """One pass over a text; it trusts that a TOML parser has accepted it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found = Places()
        self.rows: Counter[Path] = Counter()

    def read(self) -> Places:
        table: Path = ()
        while self._skip_space() < len(self.text):
            if self.text.startswith("[", self.at):
                table = self._header()
            else:
                self._pair(table)
        return self.found

    def _header(self) -> Path:
        start = self._place()
        is_row = self.text.startswith("[[", self.at)
        self.at += 2 if is_row else 1
        self._skip_space()
        path = self._inside(self._key())
        self._skip_space()
        self.at += 2 if is_row else 1
        if is_row:
            path = (*path, self.rows[path])
            self.rows[path[:-1]] += 1
        self.found.keys[path] = self.found.values[path] = start
        return path

    def _inside(self, keys: tuple[str, ...]) -> Path:
        """Give the path of a header: below an array of tables it means the last row so far."""
        path: Path = ()
        for key in keys[:-1]:
            path = (*path, key)
            if path in self.rows:
                path = (*path, self.rows[path] - 1)
        return (*path, *keys[-1:])

    def _pair(self, table: Path) -> None:
        start = self._place()
        path = (*table, *self._key())
        self._skip_space()
        self.at += 1  # the equals sign
        self._skip_space()
        self.found.keys[path] = start
        self._value(path)

    def _key(self) -> tuple[str, ...]:
        steps = []
        while True:
            if found := STRING.match(self.text, self.at):
                steps.append(_ESCAPED.sub(r"\1", found.group()[1:-1]))
            else:
                found = _BARE.match(self.text, self.at)
                assert found is not None  # noqa: S101 - the parser accepted this key
                steps.append(found.group())
            self.at = found.end()
            dot = _DOT.match(self.text, self.at)
            if dot is None:
                return tuple(steps)
            self.at = dot.end()

    def _value(self, path: Path) -> None:
        self.found.values[path] = self._place()
        if found := STRING.match(self.text, self.at):
            self.at = found.end()
        elif self.text.startswith("[", self.at):
            self._list(path)
        elif self.text.startswith("{", self.at):
            self._inline_table(path)
        else:
            found = _PLAIN.match(self.text, self.at)
            self.at = found.end() if found else self.at + 1

    def _list(self, path: Path) -> None:
        self.at += 1
        place = 0
        while self._skip_space() < len(self.text) and self.text[self.at] != "]":
            self._value((*path, place))
            place += 1
            self._skip_space()
            self._skip_comma()
        self.at += 1

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        while self._skip_space() < len(self.text) and self.text[self.at] != "}":
            self._pair(path)
            self._skip_space()
            self._skip_comma()
        self.at += 1

    def _skip_comma(self) -> None:
        if self.text.startswith(",", self.at):
            self.at += 1

    def _skip_space(self) -> int:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def _place(self) -> Place:
        line = self.text.count("\n", 0, self.at) + 1
        return Place(line, self.at - (self.text.rfind("\n", 0, self.at) + 1) + 1)
