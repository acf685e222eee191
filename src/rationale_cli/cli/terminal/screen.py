"""The screen of an interview: a transcript that only grows, and below it what is open now."""

from asyncio import AbstractEventLoop, get_running_loop
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum, auto
from functools import partial
from typing import Any, NamedTuple

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyBindingsBase, KeyPressEvent
from prompt_toolkit.layout import AnyContainer, Layout, Window
from prompt_toolkit.output import Output
from prompt_toolkit.styles import Style

from rationale_cli.cli import interrupting
from rationale_cli.cli.plain.page import Page

_STYLE = Style.from_dict({"pointed": "bold"})
"""Only what also reads without it: every state has a character of its own."""

_ESCAPE_SECONDS = 0.05
"""How long a lone Escape waits for the rest of a longer key."""


class Key(Enum):
    """Keys that lead away from a question, the same everywhere."""

    BACK = auto()
    EDIT = auto()
    ALL = auto()
    HELP = auto()
    STOP = auto()
    ON = auto()


class Pressed(NamedTuple):
    """A key that leads away, with what stood in the open field."""

    key: Key
    text: str = ""


class Screen:
    """A terminal on which one thing at a time is open.

    Attributes:
        page: The transcript.
    """

    def __init__(self, page: Page, typed: Input, shown: Output) -> None:
        self.page = page
        self._typed = typed
        self._shown = shown
        self._live: Application[Any] | None = None

    @property
    def rows(self) -> int:
        """How many lines the terminal has."""
        return self._shown.get_size().rows

    @property
    def columns(self) -> int:
        """How many columns the terminal has."""
        return self._shown.get_size().columns

    def refresh(self) -> None:
        """Draw what is open once more; may be called on any thread."""
        if self._live is not None:
            self._live.invalidate()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Take every key as a key, also between two questions; keys typed ahead are not lost."""
        with self._typed.raw_mode():
            yield

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Give the terminal as it was before, to an editor."""
        with self._typed.cooked_mode():
            yield

    def open(self, body: AnyContainer, keys: KeyBindingsBase, focus: Window | None = None) -> Any:
        """Show something live until a key ends it, take it off the screen and give its outcome."""
        live: Application[Any] = Application(
            layout=Layout(body, focused_element=focus),
            key_bindings=keys,
            style=_STYLE,
            include_default_pygments_style=False,
            erase_when_done=True,
            input=self._typed,
            output=self._shown,
        )
        live.ttimeoutlen = _ESCAPE_SECONDS
        self._live = live
        with interrupting.put_off(partial(_soon_stopped, live)) as is_interrupted:

            def begin() -> None:
                get_running_loop().set_exception_handler(partial(_failed, live))
                if is_interrupted():
                    _stop(live)

            try:
                return live.run(begin, set_exception_handler=False)
            except (EOFError, OSError):  # the terminal is gone
                return Pressed(Key.STOP)
            finally:
                self._live = None


def leading_away(text: Callable[[], str]) -> KeyBindings:
    """Give the keys that lead away from a question.

    Args:
        text: Gives what stands in the open field.
    """
    keys = KeyBindings()

    def leads(key: Key, *names: str) -> None:
        for name in names:

            @keys.add(name, eager=True)
            def _(_: KeyPressEvent) -> None:
                leave(Pressed(key, text()))

    leads(Key.BACK, "s-tab")
    leads(Key.EDIT, "c-o")
    leads(Key.ALL, "c-g")
    leads(Key.HELP, "f1")
    leads(Key.STOP, "c-c", "<sigint>")

    @keys.add("c-z", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

    return keys


def _soon_stopped(live: Application[Any]) -> None:
    # Wherever the program is right now, the screen is only put right from its loop.
    if live.loop is not None:
        live.loop.call_soon_threadsafe(_stop, live)


def _stop(live: Application[Any]) -> None:
    if live.is_running and not live.is_done:
        live.exit(result=Pressed(Key.STOP))


def _failed(live: Application[Any], _: AbstractEventLoop, context: dict[str, Any]) -> None:
    """A bug ends the program as any other does, instead of being told on the screen."""
    if live.is_running and not live.is_done:
        live.exit(exception=context.get("exception") or RuntimeError(context["message"]))


def leave(outcome: Any) -> None:
    """End what is open with an outcome; a second key in the same moment changes nothing."""
    live = get_app()
    if live.is_running and not live.is_done:
        live.exit(result=outcome)
