"""A few questions in short lines, one after another; what was typed is kept if one stops."""

import io
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO, TypeVar

from rationale_cli.cli import interrupting, prompt, reporting
from rationale_cli.cli.plain.page import Page
from rationale_cli.cli.session import Session
from rationale_cli.domain.part import Part
from rationale_cli.errors import RationaleError

_Found = TypeVar("_Found")


class StoppedShortError(RationaleError):
    """Somebody stopped before everything was asked."""

    def __init__(self, place: str, verb: str, exit_status: int = reporting.INTERRUPTED) -> None:
        self.exit_status = exit_status
        super().__init__(
            "nothing was recorded",
            hint=f"What you typed is kept in {place}. Record it with 'rationale {verb} --answers "
            f"{place}'."
            if place
            else "Nothing had been typed.",
        )


class Lines:
    """Puts questions and hears a line for each; a paste of several lines is one answer."""

    def __init__(self, session: Session) -> None:
        from rationale_cli.cli.plain.keyboard import keyboard

        prompt.demand_somebody(prompt.FROM_A_FILE)
        typed: TextIO | None = session.stdin
        self._page = Page(
            keyboard(typed) or typed or io.StringIO(),
            session.stderr,
            lambda: shutil.get_terminal_size().columns,
            session.texts,
        )

    def say(self, text: str = "", *, indent: str = "") -> None:
        """Say something; nothing in it is obeyed by the terminal."""
        self._page.say(text, first=indent)

    def ask(self, question: str, default: str = "") -> str:
        """Ask, and give what was typed; Enter alone takes the default.

        Raises:
            KeyboardInterrupt: At the end of input.
        """
        self._page.say(f"{question} [{default}]" if default else question)
        line = self._page.hear()
        if line is None:
            raise KeyboardInterrupt
        return line.strip() or default

    def until(self, question: str, take: Callable[[str], _Found], default: str = "") -> _Found:
        """Ask until the answer can be taken; a slip of the finger ends nothing."""
        while True:
            try:
                return take(self.ask(question, default))
            except RationaleError as error:
                reporting.tell(error)


class Kept:
    """What was typed so far, as a file of answers among the drafts."""

    def __init__(self, session: Session, record_id: str) -> None:
        self._store = session.store
        self._name = f"{record_id}.answers-{secrets.token_hex(4)}"
        self._is_there = False

    @property
    def place(self) -> str:
        """Where it stands; empty if nothing was typed."""
        folder = self._store.git_dir / "rationale" / "drafts"
        return str(folder / self._name) if self._is_there else ""

    def keep(self, said: Part) -> None:
        """Keep what was said, in place of what was kept before."""
        from rationale_cli.codec import companion
        from rationale_cli.store import drafts

        drafts.keep(self._store, self._name, companion.encode(said).encode())
        self._is_there = True

    def let_go(self) -> None:
        """Delete it: it is recorded now."""
        from rationale_cli.store import drafts

        if self._is_there:
            drafts.delete(self._store, self._name)


@contextmanager
def kept(session: Session, record_id: str, verb: str) -> Iterator[Kept]:
    """Keep what is typed until it is recorded.

    Args:
        session: This run of the program.
        record_id: Of the decision.
        verb: What records it from a file, with the id of the decision.

    Raises:
        StoppedShortError: On Ctrl-C, at the end of input, and when a signal ends the program.
    """
    file = Kept(session, record_id)
    try:
        with interrupting.heard():
            yield file
    except interrupting.EndedBySignal as ended:
        raise StoppedShortError(file.place, verb, 128 + ended.number) from None
    except KeyboardInterrupt:
        raise StoppedShortError(file.place, verb) from None
    except RationaleError as error:
        if file.place:
            error.lines = (*error.lines, f"what you typed is kept in {file.place}")
        raise
    file.let_go()
