"""A program at a pseudo-terminal, until it has shown something."""

import os
import pty
import signal
from collections.abc import Mapping


def until_shown(command: tuple[str, ...], text: bytes, environment: Mapping[str, str]) -> None:
    """Run a command at a terminal until a text stands on its screen, and end it there.

    Raises:
        ChildProcessError: If it ends before that.
    """
    child, screen = pty.fork()
    if child == 0:
        os.execve(command[0], command, {**environment, "TERM": "xterm"})  # noqa: S606 - our own
    shown = b""
    try:
        while text not in shown:
            shown += os.read(screen, 65536)
    except OSError:
        raise ChildProcessError(shown.decode(errors="replace")) from None
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(screen)
