"""Many at once, and killed at any moment: what was acknowledged stays."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import pytest

from rationale_cli.store import repository
from rationale_cli.store.heal import heal
from rationale_cli.store.save import MovedOnError, Saved, Write, save

pytest_plugins = ("integration.store_fixtures",)

PATH = "decisions/k/7/k7qf2m.toml"
AT = datetime(2026, 3, 24, 16, 10, 5, tzinfo=UTC)
SAVES = 4

Git = Callable[..., str]
Put = Callable[..., Saved]


def _append(folder: Path, environment: Mapping[str, str], path: str, line: bytes) -> None:
    """Add a line to a record, again and again until nobody was faster."""
    with repository.open_store(folder, environment=environment) as store:
        while True:
            blob = store.read(path)
            before, follows = (blob.data, blob.id) if blob else (b"", None)
            try:
                write = Write(path, before + line, follows)
                save(store, (write,), message="note\n", at=AT)
            except MovedOnError:
                continue
            return


def _append_all(folder: Path, environment: Mapping[str, str], path: str, who: int) -> None:
    for number in range(SAVES):
        _append(folder, environment, path, b"%d.%d\n" % (who, number))


def _lines(git: Git, path: str) -> list[str]:
    return sorted(git("show", f"HEAD:{path}").split())


def test_processes_lose_nothing_on_the_same_record(
    folder: Path, environment: Mapping[str, str], git: Git
) -> None:
    spawn = get_context("fork")
    crowd = [
        spawn.Process(target=_append_all, args=(folder, environment, PATH, who)) for who in range(4)
    ]

    for one in crowd:
        one.start()
    for one in crowd:
        one.join()

    assert [one.exitcode for one in crowd] == [0] * 4
    assert _lines(git, PATH) == [f"{who}.{number}" for who in range(4) for number in range(SAVES)]
    assert git("rev-list", "--count", "HEAD") == str(4 * SAVES + 1)
    assert git("status", "--porcelain") == ""


def test_threads_lose_nothing_on_records_of_their_own(
    folder: Path, environment: Mapping[str, str], git: Git
) -> None:
    paths = [f"decisions/a/{who}/a{who}.toml" for who in range(8)]
    crowd = [
        threading.Thread(target=_append_all, args=(folder, environment, path, who))
        for who, path in enumerate(paths)
    ]

    for one in crowd:
        one.start()
    for one in crowd:
        one.join()

    assert [_lines(git, path) for path in paths] == [
        [f"{who}.{number}" for number in range(SAVES)] for who in range(8)
    ]
    # No commit mixes two people's records.
    changed = git("log", "--format=%x00", "--name-only", "HEAD").split("\0")
    assert {len(names.split()) for names in changed[1:]} == {1}


def test_an_interruption_waits_for_the_end_of_a_save(
    folder: Path, environment: Mapping[str, str], git: Git
) -> None:
    me = threading.main_thread().ident
    assert me is not None
    # A suite that runs in the background was started with interruptions ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)

    objects = folder / ".git" / "objects"
    before = len(list(objects.glob("*/*")))

    def interrupt() -> None:
        while len(list(objects.glob("*/*"))) == before:
            pass
        signal.pthread_kill(me, signal.SIGINT)

    with repository.open_store(folder, environment=environment) as store:
        interrupter = threading.Thread(target=interrupt)
        interrupter.start()
        with pytest.raises(KeyboardInterrupt):  # noqa: PT012 - either may be interrupted
            save(store, (Write(PATH, b"text\n", None),), message="note\n", at=AT)
            interrupter.join()  # on a busy machine the interruption may come after the save

    assert git("show", f"HEAD:{PATH}") == "text"
    assert git("status", "--porcelain") == ""


# Saves for ever, each line after the save that it tells of.
_SAVER = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from rationale_cli.store import repository
from rationale_cli.store.save import Write, save

folder, path, run = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
with repository.open_store(folder, environment=dict(os.environ)) as store:
    for number in range(10**6):
        blob = store.read(path)
        text = (blob.data if blob else b"") + f"{run}.{number}\\n".encode()
        write = Write(path, text, blob.id if blob else None)
        save(store, (write,), message="note\\n", at=datetime.now(UTC))
        os.write(1, f"{run}.{number}\\n".encode())
"""


@pytest.mark.slow
@pytest.mark.parametrize("alone", [True, False], ids=["parent only", "whole group"])
def test_no_acknowledged_save_is_lost_when_killed(
    folder: Path, environment: Mapping[str, str], git: Git, *, alone: bool
) -> None:
    source = str(Path(repository.__file__).parents[2])
    acknowledged: list[str] = []

    for run in range(runs := 25):
        saver = subprocess.Popen(
            [sys.executable, "-c", _SAVER, folder, PATH, str(run)],
            env={**environment, "PYTHONPATH": source},
            stdout=subprocess.PIPE,
            text=True,
            process_group=0,
        )
        assert saver.stdout is not None
        acknowledged += saver.stdout.readline().split()
        time.sleep(run / 125)
        for pid in [saver.pid, *([] if alone else _children(saver.pid))]:
            os.kill(pid, signal.SIGKILL)
        told, _ = saver.communicate()
        acknowledged += told.split()

    with repository.open_store(folder, environment=environment) as store:
        found = heal(store)
        blob = store.read(PATH)
    _append(folder, environment, PATH, b"last\n")
    assert blob is not None
    assert len(acknowledged) > runs
    assert set(acknowledged) <= set(blob.data.decode().split())
    assert found == ()
    assert git("fsck", "--strict", "--no-dangling") == ""
    assert git("status", "--porcelain") == ""


def _children(pid: int) -> list[int]:
    """Each git has a session of its own, so the group alone would spare them."""
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in text.split()]
