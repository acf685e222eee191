"""Keeping what stands in the open field without ever letting a key wait for the disk."""

from collections.abc import Callable
from threading import Condition, Thread

_PAUSE_SECONDS = 0.2
"""Between two writes of a text that is still being typed."""


class Holding:
    """Writes the newest text on a thread of its own; `flush` waits until it is written.

    Args:
        hold: Writes one text; may take as long as the disk does.
    """

    def __init__(self, hold: Callable[[str], None]) -> None:
        self._hold = hold
        self._changed = Condition()
        self._waiting: list[str] = []
        self._is_urgent = False
        self._has_ended = False
        self._thread: Thread | None = None

    def put(self, text: str) -> None:
        """Take a text over; it is written soon."""
        with self._changed:
            self._waiting = [text]
            if self._thread is None:
                self._thread = Thread(target=self._write, name="holding", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def flush(self) -> None:
        """Wait until the newest text is written, and end."""
        with self._changed:
            self._is_urgent = self._has_ended = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _write(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._has_ended)
                if not self._waiting:
                    return
                text = self._waiting.pop()
            self._hold(text)
            with self._changed:
                self._changed.wait_for(lambda: self._is_urgent, timeout=_PAUSE_SECONDS)
