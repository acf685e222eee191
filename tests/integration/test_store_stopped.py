"""Ctrl-Z while git is being started: the program stops, and the shell gets its terminal back."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from rationale_cli.store import repository

_STARTING = """
import os
from rationale_cli.store.git import find
git = find(dict(os.environ))
os.write(1, b"ready")
while True:
    git.run("version")
"""
pytest_plugins = ("integration.store_fixtures",)

TIMES = 150


def test_whoever_stops_the_program_stops_all_of_it(environment: Mapping[str, str]) -> None:
    """A child that is stopped before it has become git would hold the thread that starts it."""
    chance = random.Random(1)  # noqa: S311 - any moment will do
    source = str(Path(repository.__file__).parents[2])
    starting = subprocess.Popen(
        [sys.executable, "-c", _STARTING],
        env={**environment, "PYTHONPATH": source},
        stdout=subprocess.PIPE,
        process_group=0,
    )
    assert starting.stdout is not None
    assert starting.stdout.read(5) == b"ready"
    try:
        stopped = 0
        for _ in range(TIMES):
            time.sleep(chance.random() / 100)
            os.killpg(starting.pid, signal.SIGTSTP)
            stopped += _is_stopped(starting.pid)
            os.killpg(starting.pid, signal.SIGCONT)
    finally:
        os.killpg(starting.pid, signal.SIGKILL)
        starting.communicate()
    assert stopped == TIMES


def _is_stopped(pid: int) -> bool:
    deadline = time.monotonic() + 2
    while time.monotonic() < deadline:
        _, status = os.waitpid(pid, os.WUNTRACED | os.WNOHANG)
        if status and os.WIFSTOPPED(status):
            return True
        time.sleep(0.001)
    return False
