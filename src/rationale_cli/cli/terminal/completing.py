"""What a field can be completed to, gathered beside the keys and never before them."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Thread

from rationale_cli.cli.terminal.field import Completion
from rationale_cli.domain.asking.step import Step
from rationale_cli.domain.suggestion import Suggestions, matching
from rationale_cli.errors import RationaleError


class Completing:
    """Completes law, roles and agencies; begins to gather them at the first letter typed.

    Args:
        gather: Gives all that can be suggested; called once, on a thread of its own.
        gathered: Called on that thread, when there is something to complete with.
    """

    def __init__(self, gather: Callable[[], Suggestions], gathered: Callable[[], None]) -> None:
        self._gather = gather
        self._tell = gathered
        self._gathered = Suggestions()
        self._thread: Thread | None = None

    def __call__(self, step: Step, text: str, role: str) -> Iterator[Completion]:
        """Give what a text can be completed to, best first; nothing before it is gathered.

        Args:
            step: The question.
            text: As typed so far.
            role: Of the same row, where an agency is asked for; may be empty.
        """
        if not text.strip():
            return
        if self._thread is None:
            self._thread = Thread(target=self._fill, name="completing", daemon=True)
            self._thread.start()
        for one in matching(self._gathered, step.field, text, role=role):
            if one.insert != text:
                shown = f"{one.insert}  {one.shown}" if one.shown else one.insert
                yield Completion(one.insert, shown)

    def wait(self) -> None:
        """Wait until everything is gathered."""
        if self._thread is not None:
            self._thread.join()

    def _fill(self) -> None:
        with suppress(RationaleError):  # without a word: nothing of an answer depends on it
            self._gathered = self._gather()
            self._tell()
