"""The terminal front end: one question at a time, each kind with keys of its own."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from rationale_cli.cli.plain.colon import HELP, OF_LINES, Colon, colon, unfinished
from rationale_cli.cli.plain.obeying import Obeying
from rationale_cli.cli.terminal import standing
from rationale_cli.cli.terminal.field import Entered
from rationale_cli.cli.terminal.fields import Complete, Fields
from rationale_cli.cli.terminal.holding import Holding
from rationale_cli.cli.terminal.rows import Begun, Rows, Typed
from rationale_cli.cli.terminal.screen import Key, Pressed, Screen
from rationale_cli.cli.terminal.transcript import Transcript
from rationale_cli.domain.answers import at
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.moving import back
from rationale_cli.domain.asking.reading import Reader, choices
from rationale_cli.domain.asking.reply import Add, Answer, Back, Clear, Go, Leave, Reply, Stop
from rationale_cli.domain.asking.step import Step, present
from rationale_cli.domain.questions.question import Kind

if TYPE_CHECKING:
    from rationale_cli.cli.terminal.closing import Closing, Foresee
    from rationale_cli.cli.terminal.harms import Harms


class _Again(NamedTuple):
    """How a field opens once more, after something that led away from it and back.

    Attributes:
        text: What stood in it; ``None`` to begin with what was kept.
        command: What could not be carried out, and waits to be put right.
        was_helped: Whether help was given.
    """

    text: str | None = None
    command: str = ""
    was_helped: bool = False


class Terminal:
    """Puts one question below the transcript, and gives the reply that its keys mean.

    Args:
        screen: Where it asks.
        reader: What is needed to understand a reply.
        edit: Lets the user write a text in their editor; ``None`` if that came to nothing.
        complete: What a text can be completed to.
        foresee: How an interview would read as a record; ``None`` if it makes none.
        marks_changes: Whether answers given in this interview say so.
    """

    def __init__(
        self,
        screen: Screen,
        reader: Reader,
        *,
        edit: Callable[[str], str | None],
        complete: Complete,
        foresee: "Foresee | None",
        marks_changes: bool,
    ) -> None:
        self._screen = screen
        self._page = screen.page
        self._reader = reader
        self._texts = reader.texts
        self._edit = edit
        self._marks_changes = marks_changes
        known = tuple(one for one in HELP if one not in OF_LINES)
        self._obeying = Obeying(screen.page, reader.texts, known)
        self._transcript = Transcript(screen.page, reader)
        self._fields = Fields(screen, reader, complete, self._obeying.commands())
        self._rows = Rows(screen, reader)
        self._foresee = foresee
        self._has_begun = False
        self._ahead: str | None = None

    # What the first question does not need is loaded when it is: it stands there the sooner.

    @cached_property
    def _harms(self) -> "Harms":
        from rationale_cli.cli.terminal.harms import Harms

        return Harms(self._screen, self._reader)

    @cached_property
    def _closing(self) -> "Closing":
        from rationale_cli.cli.terminal.closing import Closing

        return Closing(
            self._screen,
            self._reader,
            self._foresee,
            marks_changes=self._marks_changes,
            obey=lambda text, interview: self._obeyed(text, None, interview),
        )

    def ask(self, interview: Interview, hold: Callable[[str], None]) -> Reply:
        """Put the present question, or look over everything, and give the reply."""
        if not self._has_begun:
            self._has_begun = True
            self._page.say(self._texts("terminal.greeting"))
        step = present(interview)
        if step is None:
            self._transcript.leave_sheet()
            return self._closing.ask(interview)
        self._transcript.put(step, interview)
        holding = Holding(hold)
        try:
            reply = self._heard(step, interview, holding)
        finally:
            holding.flush()
        self._transcript.echo(reply, step, interview)
        return reply

    def _heard(self, step: Step, interview: Interview, holding: Holding) -> Reply:
        again, self._ahead = _Again(self._ahead), None
        while True:
            found = self._opened(step, interview, holding, again)
            again = again._replace(text=None, command="")
            if isinstance(found, Pressed):
                text = found.text
                if found.key is Key.EDIT:
                    text = self._edited(step, found.text, holding)
                again = _Again(text, was_helped=again.was_helped or found.key is Key.HELP)
                reply = self._led_away(found, step, interview)
            elif isinstance(found, Begun):
                self._ahead = found.text
                return Add()
            elif isinstance(found, Typed):
                reply = self._obeyed(found.text, step, interview)
            elif isinstance(found, Entered):
                reply = self._entered(found, step, interview)
                again = again._replace(command=unfinished(found.text))
            else:
                reply = found
            if reply is not None:
                return reply

    def _opened(
        self, step: Step, interview: Interview, holding: Holding, again: _Again
    ) -> Entered | Pressed | Typed | Begun | Reply:
        if step.kind is Kind.ROWS:
            return self._rows.ask(step, interview)
        if step.asks_harm:
            return self._harms.ask(step, interview)
        row = step.path.rpartition(".")[0]
        role = at(interview.answers, f"{row}.role") if step.column is not None else None
        return self._fields.ask(
            step,
            interview.typed.get(step.held),
            holding,
            text=again.text,
            role=str(role or ""),
            above=self._harms.above(step, interview) if step.harm is not None else None,
            command=again.command,
            was_helped=again.was_helped,
        )

    def _entered(self, found: Entered, step: Step, interview: Interview) -> Reply | None:
        text = found.text
        if isinstance(colon(text), Colon):
            return self._obeyed(text, step, interview)
        stands = standing.typed(step, self._reader.zone)
        if found.value is None:
            # Blank where something stood: taken away on purpose, and it can be brought back.
            is_text = not choices(step, self._reader.words)
            return Clear() if step.is_answered and is_text else Leave()
        if step.is_answered and (text == stands or found.value == step.value):
            return Leave()
        if step.suggestion is not None and text == stands:
            return Answer(step.suggestion)
        return Answer(found.value)

    def _obeyed(self, text: str, step: Step | None, interview: Interview) -> Reply | None:
        found = colon(text)
        if not isinstance(found, Colon):
            return None
        if found.word == "list":
            return self._overviewed(interview)
        return self._obeying.reply(found, step, interview)

    def _led_away(self, found: Pressed, step: Step, interview: Interview) -> Reply | None:
        match found.key:
            case Key.BACK if back(interview).place == interview.place:
                self._page.say(self._texts("terminal.first"), first="  ")
                return None
            case Key.BACK:
                return Back()
            case Key.STOP:
                return Stop()
            case Key.ALL:
                return self._overviewed(interview)
            case Key.HELP:
                self._page.say(step.help or self._texts("terminal.no-help"), first="  ? ")
                self._page.say(self._texts("terminal.keys"), first="  ? ")
                return None
            case _:
                return None

    def _overviewed(self, interview: Interview) -> Reply | None:
        from rationale_cli.cli.terminal import overview

        wanted = overview.picked(
            self._screen, interview, self._reader, marks_changes=self._marks_changes
        )
        return Go(wanted) if wanted is not None else None

    def _edited(self, step: Step, text: str, holding: Holding) -> str:
        if step.kind is Kind.ROWS or step.asks_harm or choices(step, self._reader.words):
            self._page.say(self._texts("terminal.no-editor"))
            return text
        with self._screen.lent():
            written = self._edit(text)
        if written is None:
            return text
        text = written.rstrip("\n")
        self._fields.hold(step, text, holding)
        return text
