"""The front end of an interview: chosen in one place, for those that are kept and for previews."""

import io
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, tzinfo
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from rationale_cli.cli import editor, saying
from rationale_cli.cli.plain.page import Page
from rationale_cli.cli.prompt import FROM_A_FILE, NobodyToAskError
from rationale_cli.cli.session import Run, Session
from rationale_cli.cli.terminal import opening
from rationale_cli.domain.answers import Answers
from rationale_cli.domain.asking.draft import Draft
from rationale_cli.domain.asking.foreseen import Foreseen
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.misread import Misread
from rationale_cli.domain.asking.reading import Reader
from rationale_cli.domain.suggestion import Suggestions
from rationale_cli.services.asking import Front
from rationale_cli.services.translating import Speech, untold
from rationale_cli.store.repository import Store, open_store

if TYPE_CHECKING:
    from rationale_cli.cli.terminal.closing import Foresee
    from rationale_cli.cli.terminal.screen import Screen


class Desk(NamedTuple):
    """Where somebody is asked.

    Attributes:
        front: Puts the questions.
        say: Says a sentence between two questions.
        screen: What they are put on; ``None`` for plain lines.
    """

    front: Front
    say: Callable[[str], None]
    screen: "Screen | None" = None

    def held(self) -> AbstractContextManager[None]:
        """Hold the terminal for as long as the interview goes on."""
        return nullcontext() if self.screen is None else self.screen.held()


def desk(
    run: Run,
    speech: Speech,
    edit: Callable[[str], str],
    *,
    foresee: "Foresee | None" = None,
    suggest: Callable[[], Suggestions] = Suggestions,
    marks_changes: bool = False,
    hint: str = FROM_A_FILE,
) -> Desk:
    """Give the front end for this terminal, or for what is piped in.

    What cannot be said in the language that was asked for is told once.

    Args:
        run: This run of the program.
        speech: What is said, and in which language.
        edit: Lets the user write a text in an editor, or raises `EditorError`.
        foresee: Tells how the answers would read as a record; ``None`` if they make none.
        suggest: Gives all that answers can be completed to; may be called on another thread.
        marks_changes: Whether answers of this interview are told from earlier ones.
        hint: What can be done if nobody is there.

    Raises:
        NobodyToAskError: If nobody is there.
    """
    said = speech.vocabulary
    reader = Reader(
        words=said.words,
        texts=said.texts,
        now=partial(_now, run),
        zone=run.zone,
        cite=partial(_cited, run),
    )
    is_plain = run.plain or run.settings.accessible
    if opening.fits(run.stdin, run.stderr, run.environment, is_plain=is_plain):
        found = _at_a_screen(
            run, reader, edit, foresee=foresee, suggest=suggest, marks_changes=marks_changes
        )
    else:
        from rationale_cli.cli.plain.lines import Lines

        page = _page(run, reader)
        if page.is_silent():
            raise NobodyToAskError(hint)
        editing = partial(_edited, page, edit)
        lines = Lines(page, reader, editing, suggest=suggest, marks_changes=marks_changes)
        found = Desk(lines, page.say)
    for sentence in untold(speech):
        found.say(sentence)
    return found


def suggester(session: Session) -> Callable[[], Suggestions]:
    """Give what gathers suggestions, once, on a folder opened anew: it may run on a thread."""
    gathered: list[Suggestions] = []

    def suggest() -> Suggestions:
        if not gathered:
            with open_store(session.store.root, environment=session.environment) as store:
                gathered.append(_suggested(store, session.zone))
        return gathered[0]

    return suggest


def foreseer(session: Session, draft: Draft) -> "Foresee":
    """Give what tells how the answers to a draft would read as a record."""
    begun: list[Callable[[Answers], Foreseen]] = []

    def foresee(interview: Interview) -> Foreseen:
        from rationale_cli.services import foreseeing
        from rationale_cli.services.terms import party

        if not begun:
            usual = saying.usual_recorder(session, draft.terms)
            begun.append(
                foreseeing.foreseer(
                    session.store,
                    draft,
                    session.settings,
                    zone=session.zone,
                    now=partial(_now, session),
                    recorder=party(usual) if usual else None,
                )
            )
        return begun[0](interview.answers)

    return foresee


def _at_a_screen(
    run: Run,
    reader: Reader,
    edit: Callable[[str], str],
    *,
    foresee: "Foresee | None",
    suggest: Callable[[], Suggestions],
    marks_changes: bool,
) -> Desk:
    from rationale_cli.cli.terminal.completing import Completing
    from rationale_cli.cli.terminal.front import Terminal

    screen: Screen = opening.screen(run.stdin, run.stderr, reader.texts, run.environment)
    front = Terminal(
        screen,
        reader,
        edit=partial(_edited, screen.page, edit),
        complete=Completing(suggest, screen.refresh),
        foresee=foresee,
        marks_changes=marks_changes,
    )
    return Desk(front, screen.page.say, screen)


def _page(run: Run, reader: Reader) -> Page:
    from rationale_cli.cli.plain.keyboard import keyboard

    # Python gives no stream at all where standard input was closed.
    typed: TextIO | None = run.stdin
    page = Page(keyboard(typed) or typed or io.StringIO(), run.stderr, _width, reader.texts)
    _take_any_bytes(run)
    return page


def _width() -> int:
    return shutil.get_terminal_size().columns


def _suggested(store: Store, zone: tzinfo) -> Suggestions:
    # Only now, like what foresees: none of it is needed to put the first question.
    from rationale_cli.services import suggesting

    return suggesting.suggestions(store, zone)


def _edited(page: Page, edit: Callable[[str], str], text: str) -> str | None:
    """Open the user's editor; a failing one is told and ends nothing."""
    try:
        return edit(text)
    except editor.EditorError as error:
        page.tell(Misread(str(error), error.hint))
        return None


def _cited(run: Run, text: str) -> str:
    from rationale_cli.domain.citing.citation import Citations

    return Citations(run.provisions).id_of(text)


def _now(run: Run) -> datetime:
    return run.now.at


def _take_any_bytes(run: Run) -> None:
    r"""Bytes that are no text arrive as ``\xff``, and not as an error that loses the line."""
    stream: Any = run.stdin
    is_done = getattr(stream, "errors", "") == "backslashreplace"  # by an interview before this
    if hasattr(stream, "reconfigure") and not is_done:
        stream.reconfigure(errors="backslashreplace")
