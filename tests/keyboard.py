"""An interview at a screen, with keys sent to it as a terminal would send them."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, NamedTuple

from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

import small_set
from rationale_cli.cli.plain.page import Page
from rationale_cli.cli.terminal.front import Terminal
from rationale_cli.cli.terminal.screen import Screen
from rationale_cli.codec import shipped
from rationale_cli.domain.asking.foreseen import Foreseen
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.reading import Reader
from rationale_cli.services.asking import Ending, conduct

NOW = datetime(2026, 3, 24, 16, 10, tzinfo=UTC)

ENTER, NEW_LINE, ON = "\r", "\n", "\r\r"
BACK, UP, DOWN, TAB = "\x1b[Z", "\x1b[A", "\x1b[B", "\t"
STOP, EDIT, ALL = "\x03", "\x0f", "\x07"
RUBOUT = "\x7f"


FORESEEN = Foreseen(page=("As the briefing will tell it",))


def pasted(text: str) -> str:
    """A text as a terminal hands over a paste."""
    return f"\x1b[200~{text}\x1b[201~"


class Held(NamedTuple):
    """What an interview came to.

    Attributes:
        ending: How it ended.
        shown: The transcript.
        kept: Every state that was kept, in order.
    """

    ending: Ending
    shown: str
    kept: list[Interview]

    @property
    def interview(self) -> Interview:
        """As it stood at the end."""
        found = getattr(self.ending, "interview", None)
        assert isinstance(found, Interview)
        return found


def held(
    keys: str,
    interview: Interview | None = None,
    *,
    foreseen: Foreseen = FORESEEN,
    hold: Callable[[Interview], None] | None = None,
    **front_end: Any,
) -> Held:
    """Hold an interview with keys; it is stopped where they end."""
    more = {"edit": lambda _: None, "complete": lambda *_: (), **front_end}
    shown, kept = io.StringIO(), list[Interview]()
    reader = Reader(words=shipped.words(), texts=shipped.texts(), now=lambda: NOW, zone=UTC)
    with create_pipe_input() as typed, create_app_session():
        page = Page(io.StringIO(), shown, lambda: 80, shipped.texts())
        front = Terminal(
            Screen(page, typed, DummyOutput()),
            reader,
            foresee=lambda _: foreseen,
            marks_changes=True,
            **more,
        )
        typed.send_bytes((keys + STOP).encode(errors="surrogateescape"))
        ending = conduct(
            interview or small_set.interview(), front, kept.append, now=lambda: NOW, hold=hold
        )
    return Held(ending, shown.getvalue(), kept)
