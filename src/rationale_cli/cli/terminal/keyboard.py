"""The keyboard of a screen: every key as a key, and the terminal as it was found for others."""

import termios
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TextIO

from prompt_toolkit.input.vt100 import Vt100Input


class Keyboard(Vt100Input):
    """Keys of a terminal, which an editor or a shell gets back exactly as it was.

    Args:
        typed: Standard input, at a terminal.
    """

    def __init__(self, typed: TextIO) -> None:
        super().__init__(typed)
        self._found = termios.tcgetattr(typed)

    def cooked_mode(self) -> AbstractContextManager[None]:
        """Give the terminal as it was found; see the base class, which knows no flow control."""
        return self._as_found()

    @contextmanager
    def _as_found(self) -> Iterator[None]:
        with super().cooked_mode():
            termios.tcsetattr(self.fileno(), termios.TCSADRAIN, self._found)
            yield
