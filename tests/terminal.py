"""A real terminal: a child at a pseudo-terminal, with keys sent to it and what it writes read."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

PROGRAM = (sys.executable, "-m", "rationale_cli.cli.app")

_LAUNCHED = """
import fcntl, os, signal, sys, termios
# The terminal is the child's own, so that it hears what happens to it. A suite that runs in the
# background was started with interruptions ignored.
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])
"""

_PATIENCE_SECONDS = 60
"""Nothing waits for so long on a machine that works; a busy one may need some of it."""

_SEQUENCE = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|[()][A-Z0-9]|[=>])|\r")
_BEGUN_SEQUENCE = re.compile(r"\x1b[\[()]?[0-9;?]*\Z")


class Size(NamedTuple):
    """Of a window, in letters."""

    rows: int = 24
    columns: int = 100


WIDE = Size()


class Terminal:
    """A child at a pseudo-terminal; what it writes is read until it has said what is waited for.

    Used as a context manager, it leaves no child behind.

    Attributes:
        modes_before: How the terminal was before the child began; see `modes`.

    Args:
        command: The program and its arguments; ours if the first one is no path.
        size: Of the window when the child starts.
        environment: On top of that of the test.
        out: Where standard output goes instead of the screen.
        err: Likewise standard error.
    """

    def __init__(
        self,
        *command: str,
        size: Size = WIDE,
        environment: Mapping[str, str] | None = None,
        out: Path | None = None,
        err: Path | None = None,
    ) -> None:
        line = command if command[0].startswith("/") else (*PROGRAM, *command)
        variables = {**os.environ, "TERM": "xterm", **(environment or {})}
        # The window says how wide it is.
        variables.pop("COLUMNS", None)
        self._screen, inside = pty.openpty()
        os.set_blocking(self._screen, False)
        self.resize(size)
        self.modes_before = self.modes
        files = [
            os.open(one, os.O_WRONLY | os.O_CREAT, 0o600) if one else inside for one in (out, err)
        ]
        self._child = subprocess.Popen(
            (sys.executable, "-I", "-S", "-c", _LAUNCHED, *line),
            stdin=inside,
            stdout=files[0],
            stderr=files[1],
            env=variables,
            start_new_session=True,
        )
        for one in {inside, *files}:
            os.close(one)
        self._written = b""
        self._heard_to = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._child.kill()
        self._child.wait()
        if self._screen >= 0:
            self.close()

    @property
    def seen(self) -> str:
        """What was written so far, without what only moves the cursor or changes its look."""
        text = self._written.decode(errors="replace")
        return _SEQUENCE.sub("", _BEGUN_SEQUENCE.sub("", text))

    @property
    def leaves_as_it_was(self) -> bool:
        """Whether what was last asked of the terminal is a cursor, and a paste like any typing."""
        written = self._written.decode(errors="replace")
        shows = written.rfind("\x1b[?25h") >= written.rfind("\x1b[?25l")
        pastes = written.rfind("\x1b[?2004l") >= written.rfind("\x1b[?2004h")
        return shows and pastes

    @property
    def modes(self) -> list[Any]:
        """How the terminal treats what is typed and written; see termios(3)."""
        return termios.tcgetattr(self._screen)

    def until(self, *texts: str) -> None:
        """Read until texts have been written, one after the other."""
        for text in texts:
            self.wait_for(partial(self._is_written, text), text)
            self._heard_to = self.seen.index(text, self._heard_to) + len(text)

    def wait_for(self, is_so: Callable[[], bool], what: str = "") -> None:
        """Read until something is so, for example on the disk."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while not is_so():
            assert time.monotonic() < deadline, f"waited for {what!r} after: {self.seen[-3000:]}"
            self._read(0.05)

    def type(self, keys: str) -> None:
        """Send keys, as fast as the terminal takes them."""
        left = keys.encode()
        while left:
            self._read(0)
            if select.select([], [self._screen], [], 0.05)[1]:
                left = left[os.write(self._screen, left[:256]) :]

    def resize(self, size: Size) -> None:
        """Give the window another size; the child is told, as by a window manager."""
        fcntl.ioctl(self._screen, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))

    def signal(self, number: int) -> None:
        """Send a signal to the child."""
        self._child.send_signal(number)

    def close(self) -> None:
        """Close the window."""
        os.close(self._screen)
        self._screen = -1

    def end(self) -> int:
        """Wait for the child and give its status; that of a signal is negative."""
        self.wait_for(lambda: self._child.poll() is not None, "the end")
        while self._read(0):
            pass
        return self._child.wait()

    def _is_written(self, text: str) -> bool:
        return text in self.seen[self._heard_to :]

    def _read(self, seconds: float) -> bool:
        if self._screen < 0:
            time.sleep(seconds)
            return False
        if not select.select([self._screen], [], [], seconds)[0]:
            return False
        try:
            found = os.read(self._screen, 65536)
        except OSError:  # nobody has it open any more
            time.sleep(seconds)
            return False
        self._written += found
        return bool(found)
