"""Lines on a screen: wrapped, safe to show, and heard one at a time."""

import textwrap
import unicodedata
from collections.abc import Callable
from typing import Protocol, TextIO

from rationale_cli.cli.plain.keyboard import Keyboard
from rationale_cli.domain.asking.misread import Misread
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.clean import clean

_NARROWEST, _WIDEST = 30, 100

_LONGEST_AT_A_TERMINAL = 4095
"""Bytes of one line that a terminal hands over; it drops the rest without a word (termios(3))."""


class Heard(Protocol):
    """A stream of typed lines."""

    def readline(self) -> str:
        """Give the next line with its end, or an empty text after the last."""
        ...

    def isatty(self) -> bool:
        """Whether a person types at a terminal."""
        ...


class Page:
    """Append-only text that a screen reader can follow, and the lines typed into it."""

    def __init__(
        self,
        heard: Heard | Keyboard,
        shown: TextIO,
        width: Callable[[], int],
        texts: Texts,
        *,
        has_bold: bool = False,
    ) -> None:
        self._texts = texts
        self._heard = heard
        self._shown = shown
        self._width = width
        self._has_bold = has_bold
        self._ahead = ""

    def is_silent(self) -> bool:
        """Whether nobody is there: no terminal, and nothing comes out of the pipe or file."""
        if not self._heard.isatty() and not self._ahead:
            self._ahead = self._typed("")
            return not self._ahead
        return False

    def say(
        self, text: str = "", *, first: str = "", rest: str | None = None, strong: bool = False
    ) -> None:
        """Write a text, wrapped; nothing in it is obeyed by the terminal.

        Args:
            text: Its line ends are kept.
            first: Stands before the first line.
            rest: Stands before every further line; as many spaces as *first* if left out.
            strong: Whether it stands out, where the page can show that.
        """
        width = min(max(self._width(), _NARROWEST), _WIDEST)
        further = " " * len(first) if rest is None else rest
        before = first
        for line in clean(text).split("\n"):
            wrapped = textwrap.wrap(
                line.expandtabs(4),
                width,
                initial_indent=before,
                subsequent_indent=further,
                break_on_hyphens=False,
            )
            whole = "\n".join(wrapped or [before.rstrip()])
            bold = strong and self._has_bold and whole
            self._write(f"\x1b[1m{whole}\x1b[0m\n" if bold else f"{whole}\n")
            before = further

    def _write(self, text: str) -> None:
        try:
            self._shown.write(text)
            self._shown.flush()
        except OSError:
            # The terminal is gone: whatever is open ends as if it had been interrupted.
            raise KeyboardInterrupt from None

    def tell(self, misread: Misread) -> None:
        """Say why a reply was not taken, and what to type instead."""
        self.say(
            f"{self._texts('plain.not_taken', message=misread.message)} {misread.hint}".rstrip()
        )

    def hear(self, prompt: str = "> ") -> str | None:
        """Ask for a line and give it without its end; ``None`` when there are no more.

        Characters that would act instead of being read are made visible, and said so. A paste of
        several lines comes as one, with its line ends.
        """
        typed, self._ahead = self._ahead or self._typed(prompt), ""
        if not self._heard.isatty():
            # Nobody saw it being typed: the transcript should still be whole.
            self._shown.write(clean(typed.rstrip("\n")) + "\n")
        if not typed:
            return None
        return self._looked_over(typed.removesuffix("\n").removesuffix("\r"))

    def _typed(self, prompt: str) -> str:
        if isinstance(self._heard, Keyboard):
            return self._heard.prompted(prompt)
        self._shown.write(prompt)
        self._shown.flush()
        return self._heard.readline()

    def _looked_over(self, line: str) -> str:
        if self._is_cut(line):
            self.say(self._texts("plain.cut"))
        seen = "".join(visible(letter) for letter in line)
        if seen != line:
            self.say(self._texts("plain.keys", seen=seen))
        return seen

    def _is_cut(self, line: str) -> bool:
        if isinstance(self._heard, Keyboard) or not self._heard.isatty():
            return False
        return len(line.encode(errors="replace")) >= _LONGEST_AT_A_TERMINAL


def visible(letter: str) -> str:
    """Give a letter, or what stands for it if it would act instead of being read."""
    acts = unicodedata.category(letter) in {"Cc", "Cs"} and letter not in "\t\n"
    return clean(letter) if acts else letter
