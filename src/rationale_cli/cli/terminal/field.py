"""An open field for text: a line, or as many as are needed."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout import AnyContainer, Dimension, HSplit, VSplit, Window

from rationale_cli.cli.plain.page import visible
from rationale_cli.cli.terminal import parts
from rationale_cli.cli.terminal.screen import Key, Pressed, Screen, leading_away, leave
from rationale_cli.cli.terminal.wrapping import Wrapped, beside
from rationale_cli.domain.asking.misread import Misread

_SHOWN = 6
"""How many completions stand below a field."""


class Completion(NamedTuple):
    """Something that a field can be filled with: what it takes, and what is shown for it."""

    text: str
    shown: str


class Entered(NamedTuple):
    """A text that was confirmed, and the value that was read from it.

    Attributes:
        value: ``None`` for a command and for blank text.
    """

    text: str
    value: Any = None


class Form(NamedTuple):
    """How a field behaves.

    Attributes:
        read: Reads a text, or says why it cannot be taken.
        hint: What the keys do, shown below the field.
        offering: What they do while something is offered that the text can be completed to.
        is_long: Whether Enter begins a new line; on an empty last line it confirms.
        is_done: Whether a long text is confirmed by Enter as it stands.
        aside: Says what a text would be taken as, while it is typed; may be empty.
        complete: Gives what a text can be completed to, best first.
        changed: Told every change of the text.
        above: Stands above the field, as long as it is open.
        command: A command that could not be carried out, typed over the text to be put right.
        was_helped: Whether help was given already, so that a question mark is one.
        is_typed: Whether what stands in the field to begin with was typed into it a moment ago, so
            that a sign belongs to it.
    """

    read: Callable[[str], Any]
    hint: str
    offering: str
    is_long: bool = False
    is_done: Callable[[str], bool] = lambda text: not text.strip()
    aside: Callable[[str], str] = lambda _: ""
    complete: Callable[[str], Iterable[Completion]] = lambda _: ()
    changed: Callable[[str], None] = lambda _: None
    above: AnyContainer | None = None
    command: str = ""
    was_helped: bool = False
    is_typed: bool = False


def is_command(text: str) -> bool:
    """Whether a text is a command, and none that begins with a colon of its own."""
    return text.startswith(":") and not text.startswith("::")


def filled(screen: Screen, text: str, form: Form) -> Entered | Pressed:
    """Let a person fill a field, and give what was confirmed or the key that led away.

    Args:
        screen: Where.
        text: What stands in the field to begin with.
        form: How it behaves.
    """
    return _Field(screen, text, form).open()


class _Field:
    def __init__(self, screen: Screen, text: str, form: Form) -> None:
        self._screen = screen
        self._form = form
        self._begun = text
        self._refused = ""
        self._completed = ""
        self._pointed = 0
        self._is_touched = form.is_typed or bool(form.command)
        # What stands below a command that is typed over it; it is there again after it.
        self._below = text if form.command else ""
        self._buffer = Buffer(multiline=True)
        self._put(form.command or text)
        self._buffer.on_text_changed += self._changed
        self._control = Wrapped(self._buffer)

    def open(self) -> Entered | Pressed:
        field = Window(
            self._control,
            dont_extend_height=True,
            height=Dimension(min=1, max=max(self._screen.rows - 8, 3)),
        )
        pointer = Window(width=2, char=" ", height=1, dont_extend_height=True)
        pointer.content = parts.note(lambda: parts.POINTER).content
        body = HSplit(
            [
                *([self._form.above] if self._form.above is not None else []),
                VSplit([pointer, field]),
                parts.note(self._told),
                parts.note(lambda: "\n".join(self._completions())),
                parts.note(self._hint),
            ]
        )
        keys = merge_key_bindings([self._keys(), self._signs(), leading_away(self._text)])
        outcome: Entered | Pressed = self._screen.open(body, keys, field)
        return outcome

    def _text(self) -> str:
        return _readable(self._below or self._buffer.text)

    def _put(self, text: str) -> None:
        self._buffer.document = Document(text, len(text))

    def _told(self) -> str:
        return self._refused or self._form.aside(self._buffer.text)

    def _completions(self) -> Iterable[str]:
        for number, one in enumerate(self._offered()):
            pointer = parts.POINTER if number == self._pointed else parts.NO_POINTER
            yield f"{pointer}{one.shown}"

    def _hint(self) -> str:
        return self._form.offering if self._offered() else self._form.hint

    def _changed(self, _: Buffer) -> None:
        self._refused = ""
        text = self._buffer.text
        if self._below and not is_command(text):
            below, self._below = self._below, ""
            self._put(below + text.removeprefix(":"))
            return
        is_other = self._form.is_typed or text != self._begun
        self._is_touched = is_other and not self._below
        self._pointed = 0
        if not is_command(text):
            self._form.changed(_readable(text))

    def _offered(self) -> tuple[Completion, ...]:
        """What fits as it stands: asked anew each time, for it may be gathered only now."""
        text = self._buffer.text
        found = tuple(self._form.complete(text))[:_SHOWN]
        return () if text in {self._begun, self._completed} else found

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()

        @keys.add("enter")
        def _(_: KeyPressEvent) -> None:
            if self._goes_on():
                self._confirm()
            else:
                self._buffer.newline(copy_margin=False)

        @keys.add("escape", "enter")
        @keys.add("c-j")
        def _(_: KeyPressEvent) -> None:
            self._buffer.newline(copy_margin=False)

        @keys.add("tab")
        def _(_: KeyPressEvent) -> None:
            if offered := self._offered():
                self._completed = offered[min(self._pointed, len(offered) - 1)].text
                self._put(self._completed)
            else:
                self._confirm()

        @keys.add("down")
        def _(_: KeyPressEvent) -> None:
            self._step(1)

        @keys.add("up")
        def _(_: KeyPressEvent) -> None:
            self._step(-1)

        return keys

    def _signs(self) -> KeyBindings:
        """Give the signs that are no text where a text only begins, or stands untouched."""
        keys = KeyBindings()
        is_empty = Condition(lambda: not self._buffer.text)
        is_as_begun = Condition(lambda: not self._is_touched and not self._below)
        can_help = Condition(lambda: not self._form.was_helped)

        @keys.add("?", filter=is_empty | (is_as_begun & can_help))
        def _(_: KeyPressEvent) -> None:
            leave(Pressed(Key.HELP, self._text()))

        @keys.add(":", filter=is_as_begun & ~is_empty)
        def _(_: KeyPressEvent) -> None:
            self._below = self._buffer.text
            self._put(":")

        @keys.add("escape", eager=True, filter=Condition(lambda: bool(self._below)))
        def _(_: KeyPressEvent) -> None:
            self._put("")

        @keys.add("c-d", filter=is_empty)
        def _(_: KeyPressEvent) -> None:
            leave(Pressed(Key.STOP))

        return keys

    def _step(self, way: int) -> None:
        """Point at another completion, or else go a row up or down."""
        if offered := self._offered():
            self._pointed = min(max(self._pointed + way, 0), len(offered) - 1)
            return
        text, position = self._buffer.text, self._buffer.cursor_position
        there = beside(text, position, self._control.width, way)
        if there is not None:
            self._buffer.cursor_position = there

    def _goes_on(self) -> bool:
        text = self._buffer.text
        if not self._form.is_long or text == self._begun or is_command(text):
            return True
        is_at_end = self._buffer.document.is_cursor_at_the_end
        return self._form.is_done(text) or (is_at_end and text.endswith("\n"))

    def _confirm(self) -> None:
        text = _readable(self._buffer.text)
        if is_command(text):
            leave(Entered(text))
            return
        value = self._form.read(text) if text.strip() else None
        if isinstance(value, Misread):
            self._refused = f"{value.message}. {value.hint}".rstrip()
            return
        leave(Entered(text, value))


def _readable(text: str) -> str:
    """Letters that would act, and bytes that are no letters, as signs: no file could hold them."""
    return "".join(visible(letter) for letter in text)
