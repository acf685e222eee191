"""The commit-graph: written when a folder is made, added to now and then, never in the way."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from rationale_cli.store import commit_graph, quarantine
from rationale_cli.store.repository import Store, open_store
from rationale_cli.store.save import Saved

pytest_plugins = ("integration.store_fixtures",)

PATH = "decisions/k/7/k7qf2m.toml"
MAIN = "refs/heads/main"

Git = Callable[..., str]
Put = Callable[..., Saved]


def chain(folder: Path) -> Path:
    return folder / ".git" / "objects" / "info" / "commit-graphs" / "commit-graph-chain"


def many(git: Git, count: int) -> None:
    """Add so many commits to the branch, as a colleague's would come."""
    for number in range(count):
        git("commit", "--quiet", "--allow-empty", "--message", f"by hand {number}")


def test_a_new_folder_has_one(folder: Path, store: Store) -> None:
    assert chain(folder).is_file()
    assert commit_graph.missing(store) == 0
    assert commit_graph.is_true(store)


def test_it_tells_which_paths_a_commit_changed(folder: Path, store: Store, put: Put) -> None:
    put({PATH: b"text\n"})
    commit_graph.write(store)
    (layer, *_) = chain(folder).parent.glob("graph-*.graph")

    assert b"BIDX" in layer.read_bytes()[:120]


def test_most_saves_leave_it_alone(folder: Path, store: Store, put: Put) -> None:
    before = chain(folder).read_bytes()
    for number in range(5):
        put({PATH: b"%d\n" % number})

    assert chain(folder).read_bytes() == before
    assert commit_graph.missing(store) == 5


def test_a_save_that_finds_it_old_adds_to_it(
    store: Store, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commit_graph, "_GROWTH", 500)
    found = []
    for number in range(12):
        put({PATH: b"%d\n" % number})
        found.append(commit_graph.missing(store))

    assert found.count(0) >= 3
    assert max(found) <= 5


def test_commits_made_otherwise_count_too(folder: Path, store: Store, put: Put, git: Git) -> None:
    many(git, 120)
    assert commit_graph.missing(store) == 120

    put({PATH: b"text\n"})

    assert commit_graph.missing(store) == 0
    assert chain(folder).is_file()


def test_a_clone_gets_one_with_its_first_save(
    folder: Path, tmp_path: Path, environment: dict[str, str], git: Git
) -> None:
    many(git, 3)
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--no-local", folder, clone], check=True)
    with open_store(clone, environment=environment) as copy:
        assert not commit_graph.has_graph(copy)
        commit_graph.extend(copy, MAIN)
        assert commit_graph.missing(copy) == 0


def test_the_first_of_a_large_folder_is_not_for_a_save(
    folder: Path, store: Store, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain(folder).unlink()
    monkeypatch.setattr(commit_graph, "_SMALL", 0)
    put({PATH: b"text\n"})
    assert not commit_graph.has_graph(store)

    commit_graph.write(store)
    assert commit_graph.has_graph(store)


def test_what_fails_is_not_tried_at_each_save(
    folder: Path, store: Store, put: Put, git: Git
) -> None:
    many(git, 120)
    lock = chain(folder).with_name("commit-graph-chain.lock")
    lock.touch()
    with lock.open():  # a live process holds it
        saved = put({PATH: b"text\n"})
        assert (saved.warnings, commit_graph.missing(store)) == ((), 121)
        mark = (folder / ".git" / "rationale" / "commit-graph").read_bytes()
        put({PATH: b"more\n"})

    assert (folder / ".git" / "rationale" / "commit-graph").read_bytes() == mark
    assert quarantine.stale(store) == (lock,)


def test_a_lock_left_behind_is_put_aside(folder: Path, store: Store, put: Put, git: Git) -> None:
    many(git, 120)
    lock = chain(folder).with_name("commit-graph-chain.lock")
    lock.touch()
    put({PATH: b"text\n"})

    assert commit_graph.missing(store) == 0
    assert not lock.exists()


@pytest.mark.parametrize("text", [b"", b"refs/heads/main\n", b"refs/heads/main x\n", b"\xff\0"])
def test_a_mark_that_says_nothing_is_made_anew(
    folder: Path, store: Store, put: Put, text: bytes
) -> None:
    mark = folder / ".git" / "rationale" / "commit-graph"
    mark.write_bytes(text)
    put({PATH: b"text\n"})

    name, size = mark.read_text().split()
    log = folder / ".git" / "logs" / MAIN
    assert (name, int(size)) == (MAIN, log.stat().st_size)
    assert commit_graph.missing(store) == 0


def test_a_graph_that_is_not_true_is_found_and_put_aside(
    folder: Path, store: Store, put: Put
) -> None:
    put({PATH: b"text\n"})
    commit_graph.write(store)
    (layer, *_) = chain(folder).parent.glob("graph-*.graph")
    data = bytearray(layer.read_bytes())
    data[-30] ^= 0xFF
    layer.chmod(0o600)
    layer.write_bytes(bytes(data))
    assert not commit_graph.is_true(store)

    commit_graph.put_aside(store)
    commit_graph.write(store)
    assert commit_graph.is_true(store)
    assert commit_graph.missing(store) == 0
