"""Choices on a screen: taken by arrow, number or first letters; nothing is chosen beforehand."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout import AnyContainer, HSplit

from rationale_cli.cli.terminal import parts
from rationale_cli.cli.terminal.field import Entered
from rationale_cli.cli.terminal.screen import Key, Pressed, Screen, leading_away, leave
from rationale_cli.domain.asking.misread import Misread

_NOTHING = "none"
"""Stands for what was marked when all marks were taken away."""


class Menu(NamedTuple):
    """What can be chosen, and how.

    Attributes:
        values: What each choice gives.
        words: What each choice is called.
        read: Reads what was typed, as a number or first letters, or says why it cannot be taken.
        hint: What the keys do.
        standing: Places of the choices that stand so far, from 0.
        is_several: Whether several can be marked.
        unmarked: What is said when Enter finds several choices and none is marked.
        begun: What was marked or pointed at before, as `Pressed` or *changed* gave it.
        changed: Told every change of what is marked.
        above: Stands above the choices as long as they are open.
        below: Says more of the choice that is pointed at; may be empty.
    """

    values: tuple[Any, ...]
    words: tuple[str, ...]
    read: Callable[[str], Any]
    hint: str
    standing: tuple[int, ...] = ()
    is_several: bool = False
    unmarked: str = ""
    begun: str = ""
    changed: Callable[[str], None] = lambda _: None
    above: AnyContainer | None = None
    below: Callable[[int], str] = lambda _: ""


def chosen(screen: Screen, menu: Menu) -> Entered | Pressed:
    """Let a person choose, and give what was confirmed or the key that led away.

    An empty text without a value means that nothing was chosen.
    """
    return _Choosing(screen, menu).open()


class _Choosing:
    def __init__(self, screen: Screen, menu: Menu) -> None:
        self._screen = screen
        self._menu = menu
        begun = [int(one) - 1 for one in re.findall("[0-9]+", menu.begun)]
        places = [one for one in begun if one < len(menu.words)] if menu.begun else menu.standing
        self._marked = set(places) if menu.is_several else set()
        self._pointed = None if menu.is_several else next(iter(places), None)
        self._rested = self._pointed
        self._typed = ""
        self._told = ""

    def open(self) -> Entered | Pressed:
        choices = parts.listed(self._lines, most=self._screen.rows - 7)
        body = HSplit(
            [
                *([self._menu.above] if self._menu.above is not None else []),
                choices,
                parts.note(self._heard),
                parts.note(lambda: self._told),
                parts.note(self._below),
                parts.note(lambda: self._menu.hint),
            ]
        )
        keys = merge_key_bindings([self._keys(), leading_away(self._text)])
        outcome: Entered | Pressed = self._screen.open(body, keys, choices)
        return outcome

    def _lines(self) -> Iterator[tuple[bool, str]]:
        # What is typed takes the place of the marks, and is seen to do so before it is confirmed.
        meant = self._meant()
        marked = self._marked if meant is None else set(meant)
        for place, word in enumerate(self._menu.words):
            box = ("[x] " if place in marked else "[ ] ") if self._menu.is_several else ""
            yield place == self._pointed, f"{place + 1:>2}  {box}{word}"

    def _below(self) -> str:
        return "" if self._pointed is None else self._menu.below(self._pointed)

    def _heard(self) -> str:
        """Give what was typed, and what of several choices it would be taken as."""
        if not self._typed:
            return ""
        words = (self._menu.words[place] for place in self._meant() or ())
        return f"{parts.POINTER}{self._typed}  {', '.join(words)}".rstrip()

    def _meant(self) -> list[int] | None:
        """Give the places of several choices that what was typed would be taken as."""
        if not self._menu.is_several or not self._typed or self._typed.startswith(":"):
            return None
        value = self._menu.read(self._typed)
        return [self._menu.values.index(one) for one in value] if isinstance(value, list) else None

    def _text(self) -> str:
        """Give what is marked or pointed at, as somebody would type it."""
        if not self._menu.is_several:
            return "" if self._pointed is None else str(self._pointed + 1)
        if self._marked == set(self._menu.standing):
            return ""
        return ", ".join(str(place + 1) for place in sorted(self._marked)) or _NOTHING

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()

        @keys.add("down")
        @keys.add("up")
        def _(event: KeyPressEvent) -> None:
            self._step(1 if event.key_sequence[0].key == "down" else -1)

        @keys.add("enter")
        @keys.add("tab")
        def _(_: KeyPressEvent) -> None:
            self._confirm()

        @keys.add("backspace")
        def _(_: KeyPressEvent) -> None:
            self._type(self._typed[:-1])

        @keys.add("escape", eager=True)
        def _(_: KeyPressEvent) -> None:
            self._type("")

        @keys.add("c-d")
        def _(_: KeyPressEvent) -> None:
            leave(Pressed(Key.STOP))

        @keys.add("<any>")
        @keys.add("<bracketed-paste>")
        def _(event: KeyPressEvent) -> None:
            self._letter(event.data)

        return keys

    def _letter(self, letter: str) -> None:
        if letter == "?" and not self._typed:
            leave(Pressed(Key.HELP, self._text()))
        elif letter == " " and not self._typed and self._menu.is_several:
            self._mark()
        elif letter.isprintable():
            self._type(self._typed + letter)

    def _step(self, way: int) -> None:
        last = len(self._menu.words) - 1
        if self._pointed is None:
            self._pointed = 0 if way > 0 else last
        else:
            self._pointed = min(max(self._pointed + way, 0), last)
        self._typed = self._told = ""

    def _mark(self) -> None:
        if self._pointed is not None:
            self._marked ^= {self._pointed}
            self._told = ""
            self._menu.changed(self._text())

    def _type(self, typed: str) -> None:
        if not self._typed:
            self._rested = self._pointed
        self._typed, self._told = typed, ""
        if self._menu.is_several:
            return
        # Letters that mean none of them point at none: a further Enter must take nothing by chance.
        value = self._menu.read(typed) if typed and not typed.startswith(":") else None
        is_one = value in self._menu.values
        self._pointed = self._menu.values.index(value) if is_one else self._rested

    def _confirm(self) -> None:
        if self._typed.startswith(":"):
            leave(Entered(self._typed))
        elif self._typed:
            value = self._menu.read(self._typed)
            if isinstance(value, Misread):
                self._type("")
                self._told = f"{value.message}. {value.hint}".rstrip()
            else:
                leave(Entered(self._typed, value))
        elif self._menu.is_several:
            self._confirm_marked()
        elif self._pointed is None:
            leave(Entered(""))
        else:
            leave(Entered(self._menu.words[self._pointed], self._menu.values[self._pointed]))

    def _confirm_marked(self) -> None:
        if self._pointed is not None and not self._marked and self._told != self._menu.unmarked:
            # Somebody who points at one and goes on may have meant it: said once, then left open.
            self._told = self._menu.unmarked
            return
        values = [value for place, value in enumerate(self._menu.values) if place in self._marked]
        leave(Entered("", values) if values or self._menu.standing else Entered(""))
