"""Time and memory that a process has for a team's own template, given up for good."""

import math
import os
import signal
import time
from contextlib import suppress
from types import FrameType
from typing import Final, NoReturn

SECONDS: Final = 5
"""Of computing, after which a template is stopped; ours take a tenth of one."""
MEMORY: Final = 512 * 2**20
"""Bytes, the interpreter included."""
EVERY: Final = 0.5
"""Seconds after which a process looks whether somebody still waits for its answer."""


class TooLongError(BaseException):
    """The time is over; no template can catch it."""


def _stop(_: int, __: FrameType | None) -> NoReturn:
    raise TooLongError


def accompany(asker: int) -> None:
    """End soon after the process that asked has ended: nobody waits for an answer then."""
    if not hasattr(signal, "setitimer"):
        return

    def look(_: int, __: FrameType | None) -> None:
        if os.getppid() != asker:
            os._exit(1)

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, EVERY, EVERY)


def limit() -> None:
    """Give up what is no longer needed, for good. Windows has only the time that `caged` takes."""
    try:
        import resource
    except ImportError:
        return
    used = math.ceil(time.process_time())
    signal.signal(signal.SIGXCPU, _stop)
    for what, soft, hard in (
        (resource.RLIMIT_CPU, used + SECONDS, used + SECONDS + 2),
        (resource.RLIMIT_AS, MEMORY, MEMORY),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_NOFILE, 0, 0),
        (resource.RLIMIT_NPROC, 0, 0),
    ):
        with suppress(ValueError, OSError):  # not every system has every one
            resource.setrlimit(what, (soft, hard))
