"""Signals that end an interview: everything is kept, as on Ctrl-C."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_ENDING = (signal.SIGTERM, signal.SIGHUP)


class EndedBySignal(KeyboardInterrupt):
    """The program was told to end.

    Attributes:
        number: Of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


@contextmanager
def heard() -> Iterator[None]:
    """Let SIGTERM and SIGHUP interrupt what is going on, so that it can still be kept."""
    with _heard_by(_end):
        yield


@contextmanager
def put_off(wake: Callable[[], None]) -> Iterator[Callable[[], bool]]:
    """Let such a signal wait until what is open has put the terminal right; then it interrupts.

    Args:
        wake: Ends what is open; called from wherever the program is when the signal comes.

    Yields:
        Whether one is waiting.
    """
    waiting: list[int] = []

    def wait(number: int, _: FrameType | None) -> None:
        waiting.append(number)
        wake()

    with _heard_by(wait):
        yield lambda: bool(waiting)
    if waiting:
        raise EndedBySignal(waiting[0])


@contextmanager
def _heard_by(hear: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    before = {number: signal.signal(number, hear) for number in _ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _: FrameType | None) -> None:
    raise EndedBySignal(number)
