import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from rationale_cli.store import drafts, lock, repository
from rationale_cli.store.heal import heal
from rationale_cli.store.lock import LockedError
from rationale_cli.store.repository import Store
from rationale_cli.store.save import Saved

pytest_plugins = ("integration.store_fixtures",)

PATH = "decisions/k/7/k7qf2m.toml"
OTHER = "decisions/p/3/p3xw9d.toml"

Git = Callable[..., str]
Put = Callable[..., Saved]


def test_a_folder_that_is_well_stays_as_it_is(store: Store, put: Put, folder: Path) -> None:
    put({PATH: b"text\n"})
    before = {path: path.lstat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    del before[folder / ".git" / "rationale" / "lock"]

    assert heal(store) == ()
    assert {path: path.lstat().st_mtime_ns for path in before} == before


def test_a_save_killed_before_its_last_step_is_finished(
    store: Store, put: Put, git: Git, folder: Path
) -> None:
    """The branch moved, but working file and index are those of before."""
    put({PATH: b"one\n", OTHER: b"other\n"})
    index = (folder / ".git" / "index").read_bytes()
    put({PATH: b"two\n", "concerns/p/3/p3xw9d.toml": b"new\n"})
    (folder / ".git" / "index").write_bytes(index)
    (folder / PATH).write_bytes(b"one\n")
    shutil.rmtree(folder / "concerns")

    assert heal(store) == ()
    assert git("status", "--porcelain") == ""
    assert (folder / PATH).read_bytes() == b"two\n"


@pytest.mark.parametrize("left", ["missing", "empty"])
def test_a_broken_working_file_is_refreshed(
    store: Store, put: Put, folder: Path, left: str
) -> None:
    put({PATH: b"text\n"})
    (folder / PATH).unlink()
    (folder / PATH if left == "empty" else folder / "decisions" / "x").write_bytes(b"")

    assert heal(store) == ()
    assert (folder / PATH).read_bytes() == b"text\n"


def test_a_hand_edit_is_kept_and_told(store: Store, put: Put, folder: Path) -> None:
    put({PATH: b"text\n"})
    (folder / PATH).write_text("typed by hand\n")

    (found,) = heal(store)

    assert found.path == PATH
    assert drafts.read(store, found.draft) == b"typed by hand\n"
    assert (folder / PATH).read_bytes() == b"text\n"
    assert heal(store) == ()


def test_what_is_not_a_record_is_left_alone(store: Store, put: Put, git: Git, folder: Path) -> None:
    put({PATH: b"text\n"})
    (folder / "rationale.toml").write_text("format = 1\ntimezone = 'UTC'\n")
    (folder / "decisions" / "new.toml").write_text("not known to git\n")
    (folder / "decisions" / "staged.toml").write_text("staged\n")
    git("add", "decisions/staged.toml")

    assert heal(store) == ()
    assert git("status", "--porcelain").split("\n") == [
        "A  decisions/staged.toml",
        " M rationale.toml",
        "?? decisions/new.toml",
    ]


def test_nothing_is_touched_in_the_middle_of_a_merge(
    store: Store, put: Put, git: Git, folder: Path
) -> None:
    git("switch", "--quiet", "--create", "theirs")
    put({PATH: b"theirs\n"})
    git("switch", "--quiet", "main")
    put({PATH: b"ours\n"})
    git("merge", "theirs", check=False)
    before = (folder / PATH).read_bytes()

    assert heal(store) == ()
    assert (folder / PATH).read_bytes() == before


@pytest.mark.parametrize("name", ["index.lock", "HEAD.lock", "refs/heads/main.lock"])
def test_a_stale_lock_is_put_aside(put: Put, folder: Path, name: str) -> None:
    (folder / ".git" / name).write_text("left over\n")

    saved = put({PATH: b"text\n"})

    (aside,) = (folder / ".git" / "rationale" / "quarantine").iterdir()
    assert aside.read_text() == "left over\n"
    assert saved.warnings == ()


def test_a_lock_that_somebody_holds_stays(store: Store, put: Put, folder: Path) -> None:
    put({PATH: b"text\n"})
    held = folder / ".git" / "index.lock"

    with held.open("w"):
        heal(store)

        assert held.exists()


def test_a_lock_of_a_git_that_waits_for_an_editor_stays(
    store: Store, put: Put, folder: Path, environment: dict[str, str]
) -> None:
    """It has closed the file, and holds the lock by its name alone."""
    put({PATH: b"text\n"})
    (folder / "rationale.toml").write_text("format = 1\n\n")
    editing = folder.parent / "editing"
    editor = f"touch {editing}; sleep 60; :"
    waiting = subprocess.Popen(
        ["git", "commit", "--quiet", "rationale.toml"],
        cwd=folder,
        env={**environment, "GIT_EDITOR": editor},
        start_new_session=True,
    )
    try:
        while not editing.exists():
            assert waiting.poll() is None

        heal(store)

        assert (folder / ".git" / "index.lock").exists()
    finally:
        os.killpg(waiting.pid, signal.SIGKILL)
        waiting.wait()


@pytest.mark.parametrize("damage", [b"", b"garbage", b"DIRC" + b"\0" * 40])
def test_an_unreadable_index_is_made_anew(
    store: Store, put: Put, git: Git, folder: Path, *, damage: bytes
) -> None:
    put({PATH: b"text\n"})
    (folder / ".git" / "index").write_bytes(damage)

    assert heal(store) == ()
    assert git("status", "--porcelain") == ""


def test_a_copy_made_with_plain_git_is_protected_from_its_attributes(
    put: Put, folder: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    put({PATH: b"$Id$\n", ".gitattributes": b"* ident text eol=crlf\n"})
    copy = tmp_path / "copy"
    subprocess.run(["git", "clone", "--quiet", folder, copy], check=True)
    (copy / PATH).unlink()

    with repository.open_store(copy, environment=environment) as store:
        heal(store)

    assert (copy / PATH).read_bytes() == b"$Id$\n"


def test_a_folder_that_cannot_be_written_is_still_read(store: Store, put: Put) -> None:
    put({PATH: b"text\n"})
    own = store.git_dir / "rationale"
    shutil.rmtree(own)
    own.write_text("in the way\n")

    assert heal(store) == ()
    assert store.read(PATH) is not None


def test_whoever_waits_too_long_is_told_for_whom(store: Store) -> None:
    with (
        lock.held(store.common_dir),
        pytest.raises(LockedError, match=f"the folder is busy: process {os.getpid()} on "),
        lock.held(store.common_dir, timeout=0.05),
    ):
        pass


def test_a_lock_is_waited_for(store: Store) -> None:
    order = []

    def wait() -> None:
        with lock.held(store.common_dir):
            order.append("second")

    waiter = threading.Thread(target=wait)
    with lock.held(store.common_dir):
        waiter.start()
        waiter.join(0.1)
        order.append("first")
    waiter.join()

    assert order == ["first", "second"]


def test_a_timer_of_the_caller_is_given_back(store: Store) -> None:
    before = signal.getsignal(signal.SIGALRM)

    with (
        lock.held(store.common_dir),
        pytest.raises(LockedError),
        lock.held(store.common_dir, timeout=0.05),
    ):
        pass

    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
