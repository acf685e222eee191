"""The field that a question opens: text, choices, or none of its own."""

from collections.abc import Callable, Iterable
from typing import Any

from prompt_toolkit.layout import AnyContainer

from rationale_cli.cli.plain.colon import colon
from rationale_cli.cli.terminal import standing
from rationale_cli.cli.terminal.choosing import Menu, chosen
from rationale_cli.cli.terminal.field import Completion, Entered, Form, filled
from rationale_cli.cli.terminal.holding import Holding
from rationale_cli.cli.terminal.screen import Pressed, Screen
from rationale_cli.domain.asking.misread import Misread
from rationale_cli.domain.asking.reading import Reader, choices, read
from rationale_cli.domain.asking.step import Step
from rationale_cli.domain.questions.question import Kind

Complete = Callable[[Step, str, str], Iterable[Completion]]
"""Gives what a text at a question can be completed to, best first; told the role of the row."""

_LONG = (Kind.PROSE, Kind.LIST)

_HINTS = {
    Kind.LINE: "terminal.line",
    Kind.PROSE: "terminal.prose",
    Kind.LIST: "terminal.list",
    Kind.MOMENT: "terminal.moment",
    Kind.NUMBER: "terminal.number",
    Kind.PARTY: "terminal.party",
}


class Fields:
    """Opens the field that fits a question.

    Args:
        screen: Where.
        reader: What is needed to understand what is typed.
        complete: What a text can be completed to.
        commands: Each command that can be typed, with what it does.
    """

    def __init__(
        self, screen: Screen, reader: Reader, complete: Complete, commands: tuple[str, ...]
    ) -> None:
        self._screen = screen
        self._reader = reader
        self._texts = reader.texts
        self._complete = complete
        self._commands = commands

    def ask(
        self,
        step: Step,
        kept: str | None,
        holding: Holding,
        *,
        text: str | None = None,
        role: str = "",
        above: AnyContainer | None = None,
        command: str = "",
        was_helped: bool = False,
    ) -> Entered | Pressed:
        """Open the field of a question, and give what was confirmed or the key that led away.

        Args:
            step: The question.
            kept: What was typed before and not confirmed; ``None`` to begin with what stands.
            holding: Keeps what is typed until it is confirmed.
            text: What stood in the field when it was left a moment ago; ``None`` if it was not.
            role: That stands in the same row, where there is one.
            above: Stands above the field as long as it is open.
            command: A command that could not be carried out, to be put right.
            was_helped: Whether help was given already.
        """
        if offered := choices(step, self._reader.words):
            menu = self._menu(step, offered)
            return chosen(
                self._screen,
                menu._replace(
                    begun=(kept if text is None else text) or "", changed=holding.put, above=above
                ),
            )
        stands = standing.typed(step, self._reader.zone)
        begun = stands if kept is None else kept
        form = self._form(step, holding, stands, role)._replace(
            above=above,
            command=command,
            # In a text of one's own that is gone on with, a question mark is one.
            was_helped=was_helped or kept not in {None, stands},
            is_typed=text not in {None, begun},
        )
        return filled(self._screen, begun if text is None else text, form)

    def hold(self, step: Step, text: str, holding: Holding) -> None:
        """Keep a text that is not confirmed; what stands at the question already is none."""
        holding.put("" if text == standing.typed(step, self._reader.zone) else text)

    def _menu(self, step: Step, offered: tuple[tuple[Any, str], ...]) -> Menu:
        texts = self._texts
        values = tuple(value for value, _ in offered)
        stands = step.value if isinstance(step.value, list) else [step.value]
        places = tuple(place for place, value in enumerate(values) if value in stands)
        now = texts("terminal.now")
        is_several = step.kind is Kind.SEVERAL
        return Menu(
            values=values,
            words=tuple(
                f"{word}  {now}" if place in places else word
                for place, (_, word) in enumerate(offered)
            ),
            read=lambda typed: read(typed, step, self._reader),
            hint=texts("terminal.several" if is_several else "terminal.choice"),
            standing=places,
            is_several=is_several,
            unmarked=texts("terminal.unmarked"),
        )

    def _form(self, step: Step, holding: Holding, stands: str, role: str) -> Form:
        texts = self._texts
        return Form(
            read=lambda text: read(_unstuffed(text), step, self._reader),
            hint=texts(_HINTS[step.kind]),
            offering=texts("terminal.offering"),
            is_long=step.kind in _LONG,
            is_done=lambda text: text == stands or text.strip().lower() in {"", "none"},
            aside=lambda text: self._aside(text, step),
            complete=lambda text: self._completed(text, step, role),
            changed=lambda text: self.hold(step, text, holding),
        )

    def _aside(self, text: str, step: Step) -> str:
        """Say what a day or time is taken as while it is typed; a fault waits for Enter."""
        if step.kind is not Kind.MOMENT or not text.strip() or text.startswith(":"):
            return ""
        value = read(text, step, self._reader)
        return "" if isinstance(value, Misread) else standing.echoed(step, value, self._reader)

    def _completed(self, text: str, step: Step, role: str) -> Iterable[Completion]:
        if text.startswith(":"):
            return self._commanded(text)
        return self._complete(step, text, role) if step.kind is not Kind.PROSE else ()

    def _commanded(self, text: str) -> Iterable[Completion]:
        word = text.partition(" ")[0]
        for line in self._commands:
            command = line.partition(" ")[0]
            if command.startswith(word) and text.strip() == word:
                yield Completion(f"{command} ", line)


def _unstuffed(text: str) -> str:
    """Two colons at the start stand for one."""
    found = colon(text)
    return found if isinstance(found, str) else text
