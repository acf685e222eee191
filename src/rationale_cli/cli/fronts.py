"""The front end of an interview: a screen where there is one, else plain lines."""

import io
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, tzinfo
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from rationale_cli.cli import editor, leftover
from rationale_cli.cli.plain.keyboard import keyboard
from rationale_cli.cli.plain.lines import Lines
from rationale_cli.cli.plain.page import Page
from rationale_cli.cli.session import Session
from rationale_cli.cli.terminal import opening
from rationale_cli.domain.answers import Answers
from rationale_cli.domain.asking.draft import Draft
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.misread import Misread
from rationale_cli.domain.asking.reading import Reader
from rationale_cli.domain.suggestion import Suggestions
from rationale_cli.services.asking import Front
from rationale_cli.store.repository import Store, open_store

if TYPE_CHECKING:
    from rationale_cli.cli.terminal.closing import Foresee
    from rationale_cli.cli.terminal.screen import Screen
    from rationale_cli.services.foreseeing import Foreseen

Edit = Callable[[str], str | None]
"""Lets the user write a text in their editor; ``None`` if that came to nothing."""


class Opened(NamedTuple):
    """A front end, ready to ask.

    Attributes:
        front: What asks.
        page: Where something can be said between two questions.
        screen: What it asks on; ``None`` for plain lines.
    """

    front: Front
    page: Page
    screen: "Screen | None" = None

    def is_silent(self) -> bool:
        """Whether nobody is there to answer."""
        return self.screen is None and self.page.is_silent()

    def held(self) -> AbstractContextManager[None]:
        """Hold the terminal for as long as the interview goes on."""
        return nullcontext() if self.screen is None else self.screen.held()


def opened(session: Session, draft: Draft, edited: list[Path]) -> Opened:
    """Open the front end that fits: a screen at a terminal, else plain lines.

    Args:
        session: This run of the program.
        draft: What is to be answered.
        edited: Filled with the files of texts from the editor that no draft holds yet.
    """
    reader = Reader(
        words=session.words,
        texts=session.texts,
        now=partial(_now, session),
        zone=session.zone,
    )
    marks_changes = draft.verb != "new"
    is_plain = session.plain or session.settings.accessible
    if not opening.fits(session.stdin, session.stderr, session.environment, is_plain=is_plain):
        page = _page(session)
        edit = partial(_edited, session, page, edited)
        suggest = cache(partial(_suggested, session.store, session.zone))
        lines = Lines(page, reader, edit, suggest=suggest, marks_changes=marks_changes)
        return Opened(lines, page)

    from rationale_cli.cli.terminal.completing import Completing
    from rationale_cli.cli.terminal.front import Terminal

    screen: Screen = opening.screen(
        session.stdin, session.stderr, session.texts, session.environment
    )
    front = Terminal(
        screen,
        reader,
        edit=partial(_edited, session, screen.page, edited),
        complete=Completing(partial(_gathered, session)),
        foresee=_foreseer(session, draft),
        marks_changes=marks_changes,
    )
    return Opened(front, screen.page, screen)


def _page(session: Session) -> Page:
    # Python gives no stream at all where standard input was closed.
    typed: TextIO | None = session.stdin
    width = lambda: shutil.get_terminal_size().columns  # noqa: E731 - asked anew at each line
    return Page(keyboard(typed) or typed or io.StringIO(), session.stderr, width, session.texts)


def _suggested(store: Store, zone: tzinfo) -> Suggestions:
    # Only now, like what foresees: none of it is needed to put the first question.
    from rationale_cli.services import suggesting

    return suggesting.suggestions(store, zone)


def _gathered(session: Session) -> Suggestions:
    """Gather on a folder opened anew: another thread goes on with the one of the session."""
    with open_store(session.store.root, environment=session.environment) as store:
        return _suggested(store, session.zone)


def _foreseer(session: Session, draft: Draft) -> "Foresee":
    begun: list[Callable[[Answers], Foreseen]] = []

    def foresee(interview: Interview) -> "Foreseen":
        from rationale_cli.services import foreseeing

        if not begun:
            now = partial(_now, session)
            begun.append(
                foreseeing.foreseer(
                    session.store, draft, session.settings, zone=session.zone, now=now
                )
            )
        return begun[0](interview.answers)

    return foresee


def _now(session: Session) -> datetime:
    return session.now.at


def _edited(session: Session, page: Page, open_ones: list[Path], text: str) -> str | None:
    """Open the user's editor; a failing one is told and ends nothing."""
    try:
        written = editor.edited(
            text, session.store.editor(), leftover.private(session), session.texts
        )
    except editor.EditorError as error:
        page.tell(Misread(str(error), error.hint))
        return None
    open_ones.append(written.path)
    return written.text
