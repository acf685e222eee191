"""A list on a screen in which one line is pointed at and single keys act on it."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout import HSplit

from rationale_cli.cli.terminal import parts
from rationale_cli.cli.terminal.screen import Key, Pressed, Screen, leading_away, leave


class Struck(NamedTuple):
    """A key that acts on the line that is pointed at.

    Attributes:
        key: A letter or sign; ``enter`` for Enter, ``command`` for a typed command and ``text`` for
            a letter that begins a text.
        place: Of the line, from 0.
        text: The command, with its colon; or that letter.
    """

    key: str
    place: int
    text: str = ""


class Sheet(NamedTuple):
    """A list, and what can be done with it.

    Attributes:
        lines: One for each entry; may be empty.
        place: Of the line that is pointed at to begin with.
        keys: The letters and signs that act.
        hint: What they do.
        told: Said to begin with; may be empty.
        wrong: What is said of a letter that does nothing.
        begins: Whether a letter that is no key begins the text of a new line; then a capital is
            no key either, as sentences begin with one.
    """

    lines: tuple[str, ...]
    place: int
    keys: str
    hint: str
    told: str = ""
    wrong: Callable[[str], str] = lambda _: ""
    begins: bool = False


def struck(screen: Screen, sheet: Sheet) -> Struck | Pressed:
    """Let a person point at a line and strike a key that acts on it."""
    return _Striking(screen, sheet).open()


class _Striking:
    def __init__(self, screen: Screen, sheet: Sheet) -> None:
        self._screen = screen
        self._sheet = sheet
        self._place = min(max(sheet.place, 0), max(len(sheet.lines) - 1, 0))
        self._told = sheet.told
        self._typed = ""

    def open(self) -> Struck | Pressed:
        lines = parts.listed(self._lines, most=self._screen.rows - 6)
        body = HSplit(
            [
                lines,
                parts.note(lambda: f"{parts.POINTER}{self._typed}" if self._typed else ""),
                parts.note(lambda: self._told),
                parts.note(lambda: self._sheet.hint),
            ]
        )
        keys = merge_key_bindings([self._keys(), leading_away(lambda: "")])
        outcome: Struck | Pressed = self._screen.open(body, keys, lines)
        return outcome

    def _lines(self) -> Iterable[tuple[bool, str]]:
        return ((place == self._place, line) for place, line in enumerate(self._sheet.lines))

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()

        def acts(name: str, act: Callable[[], Any]) -> None:
            @keys.add(name)
            def _(_: KeyPressEvent) -> None:
                act()

        acts("down", lambda: self._step(1))
        acts("up", lambda: self._step(-1))
        acts("home", lambda: self._step(-len(self._sheet.lines)))
        acts("end", lambda: self._step(len(self._sheet.lines)))
        acts("enter", self._confirm)
        acts("tab", lambda: leave(Pressed(Key.ON)))
        acts("c-d", lambda: leave(Pressed(Key.STOP)))
        acts("backspace", lambda: self._type(self._typed[:-1]))

        @keys.add("<any>")
        def _(event: KeyPressEvent) -> None:
            self._letter(event.data)

        return keys

    def _step(self, way: int) -> None:
        self._place = min(max(self._place + way, 0), max(len(self._sheet.lines) - 1, 0))
        self._told = ""

    def _letter(self, letter: str) -> None:
        if self._typed or letter == ":":
            self._type(self._typed + letter)
        elif letter == "?":
            leave(Pressed(Key.HELP))
        elif (key := letter if self._sheet.begins else letter.lower()) in self._sheet.keys:
            leave(Struck(key, self._place))
        elif self._sheet.begins and letter.isprintable() and letter.strip():
            leave(Struck("text", self._place, letter))
        elif letter.isprintable():
            self._told = self._sheet.wrong(letter)

    def _type(self, typed: str) -> None:
        self._typed, self._told = typed if typed.isprintable() else self._typed, ""

    def _confirm(self) -> None:
        if self._typed:
            leave(Struck("command", self._place, self._typed))
        else:
            leave(Struck("enter", self._place))
