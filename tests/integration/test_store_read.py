import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from rationale_cli.store import repository
from rationale_cli.store.identity import Identity
from rationale_cli.store.objects import DamagedError
from rationale_cli.store.repository import Entry, NotAStoreError, Store
from rationale_cli.store.save import Saved

pytest_plugins = ("integration.store_fixtures",)

PATH = "decisions/k/7/k7qf2m.toml"
OTHER = "decisions/p/3/p3xw9d.toml"

Git = Callable[..., str]
Put = Callable[..., Saved]
Environment = dict[str, str]


def test_a_folder_below_is_enough(folder: Path, environment: Environment) -> None:
    (folder / "decisions" / "k").mkdir(parents=True)

    with repository.open_store(folder / "decisions" / "k", environment=environment) as store:
        assert store.root == folder


@pytest.mark.parametrize("where", ["missing", "rationale.toml", ".git", ".git/objects"])
def test_what_is_no_folder_of_decisions_is_refused(
    folder: Path, environment: Environment, where: str
) -> None:
    with (
        pytest.raises(NotAStoreError) as caught,
        repository.open_store(folder / where, environment=environment),
    ):
        pass

    assert str(caught.value) == f"'{folder / where}' is not a rationale folder"
    assert caught.value.hint == ("Make one with 'rationale init FOLDER', or name one with --store.")


def test_a_repository_without_settings_is_refused(tmp_path: Path, environment: Environment) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path / "plain"], check=True)

    with (
        pytest.raises(NotAStoreError),
        repository.open_store(tmp_path / "plain", environment=environment),
    ):
        pass


def test_settings_in_the_working_tree_are_enough_before_the_first_commit(
    tmp_path: Path, environment: Environment
) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path / "plain"], check=True)
    (tmp_path / "plain" / "rationale.toml").write_text("format = 1\n")

    with repository.open_store(tmp_path / "plain", environment=environment) as store:
        assert (store.head(), store.versions(PATH), store.entries("decisions")) == (None, (), ())


def test_a_bare_repository_is_refused(
    tmp_path: Path, folder: Path, environment: Environment
) -> None:
    bare = tmp_path / "bare"
    subprocess.run(["git", "clone", "--quiet", "--bare", folder, bare], check=True)

    with pytest.raises(NotAStoreError), repository.open_store(bare, environment=environment):
        pass


def test_entries_are_plain_files_by_path(store: Store, put: Put, git: Git) -> None:
    """A link could name any file of the reader's computer, and show it in a list."""
    put({OTHER: b"other\n", PATH: b"text\n"})
    link = git("hash-object", "-w", "--stdin")
    for mode, name in (("120000", "link"), ("100755", "program"), ("160000", "module")):
        git("update-index", "--add", "--cacheinfo", f"{mode},{link},decisions/{name}")
    git("commit", "--quiet", "--message", "by hand")

    assert store.entries("decisions") == (
        Entry(PATH, git("rev-parse", f"HEAD:{PATH}")),
        Entry(OTHER, git("rev-parse", f"HEAD:{OTHER}")),
    )
    assert store.refused("decisions") == (
        "decisions/link",
        "decisions/module",
        "decisions/program",
    )
    assert store.read("decisions/link") is None


def test_a_missing_folder_has_no_entries(store: Store) -> None:
    assert store.entries("decisions") == ()


@pytest.mark.parametrize("path", ["decisions", "decisions/k/7", "decisions/k", "rationale.toml/x"])
def test_what_is_no_file_reads_as_nothing(store: Store, put: Put, path: str) -> None:
    put({PATH: b"text\n"})

    assert store.read(path) is None


def test_blobs_come_in_the_order_asked_for(store: Store, put: Put) -> None:
    """More than fit in a pipe, both ways."""
    files = {f"decisions/{n:03}.toml": b"%03d" % n * 3000 for n in range(100)}
    put(files)

    entries = store.entries("decisions")

    assert tuple(store.blobs(entry.blob for entry in entries)) == tuple(files.values())


def test_reading_may_go_on_while_blobs_are_given(store: Store, put: Put) -> None:
    put({PATH: b"text\n", OTHER: b"other\n"})
    ids = [entry.blob for entry in store.entries("decisions")]

    read = [(data, (blob := store.read(OTHER)) and blob.data) for data in store.blobs(ids)]

    assert read == [(b"text\n", b"other\n"), (b"other\n", b"other\n")]


def test_a_missing_blob_is_told(store: Store) -> None:
    with pytest.raises(DamagedError):
        tuple(store.blobs(["1" * 40]))


def test_an_older_commit_is_read_as_it_was(store: Store, put: Put) -> None:
    first = put({PATH: b"one\n"})
    put({PATH: b"two\n"})

    blob = store.read_at(first.commit, PATH)

    assert blob is not None
    assert blob.data == b"one\n"
    assert store.read_at("1" * 40, PATH) is None


def test_versions_leave_out_commits_of_other_files(store: Store, put: Put, git: Git) -> None:
    first = put({PATH: b"one\n"})
    put({OTHER: b"other\n"})
    second = put({PATH: b"two\n"})
    third = put({PATH: b"one\n"})

    versions = store.versions(PATH)

    assert [(version.commit, version.parents) for version in versions] == [
        (first.commit, ()),
        (second.commit, (first.commit,)),
        (third.commit, (second.commit,)),
    ]
    assert versions[0].blob == versions[2].blob == git("rev-parse", f"HEAD:{PATH}")
    assert versions[0].committed_at.isoformat() == "2026-03-24T16:10:05+01:00"


def test_both_sides_of_a_join_are_versions(store: Store, put: Put, git: Git) -> None:
    """Even if the join took one side as it was: the other must not vanish from the history."""
    first = put({PATH: b"one\n"})
    git("switch", "--quiet", "--create", "theirs")
    theirs = put({PATH: b"theirs\n"})
    git("switch", "--quiet", "main")
    ours = put({PATH: b"ours\n"})
    git("merge", "--quiet", "--strategy=ours", "--message=join", "theirs")
    last = put({PATH: b"last\n"})

    by_commit = {version.commit: version.parents for version in store.versions(PATH)}

    assert by_commit == {
        first.commit: (),
        ours.commit: (first.commit,),
        theirs.commit: (first.commit,),
        last.commit: (ours.commit, theirs.commit),
    }


def test_a_join_with_a_text_of_its_own_is_a_version(store: Store, put: Put, git: Git) -> None:
    put({PATH: b"one\n"})
    git("switch", "--quiet", "--create", "theirs")
    theirs = put({PATH: b"theirs\n"})
    git("switch", "--quiet", "main")
    ours = put({PATH: b"ours\n"})
    git("merge", "--quiet", "theirs", check=False)
    (store.root / PATH).write_text("both\n")
    git("commit", "--quiet", "--all", "--message", "join")

    join = store.versions(PATH)[-1]

    assert (join.commit, join.parents) == (git("rev-parse", "HEAD"), (ours.commit, theirs.commit))


def test_a_join_on_another_path_is_no_fork(store: Store, put: Put, git: Git) -> None:
    put({PATH: b"one\n"})
    git("switch", "--quiet", "--create", "theirs")
    theirs = put({PATH: b"two\n"})
    git("switch", "--quiet", "main")
    put({OTHER: b"other\n"})
    git("merge", "--quiet", "--message=join", "theirs")
    last = put({PATH: b"three\n"})

    version = store.versions(PATH)[-1]

    assert (version.commit, version.parents) == (last.commit, (theirs.commit,))


def test_a_path_with_blanks_has_versions(store: Store, put: Put) -> None:
    saved = put({"questions/care plan.toml": b"one\n"})

    assert [version.commit for version in store.versions("questions/care plan.toml")] == [
        saved.commit
    ]


def test_a_deleted_file_keeps_its_versions(store: Store, put: Put, git: Git) -> None:
    first = put({PATH: b"one\n"})
    git("rm", "--quiet", PATH)
    git("commit", "--quiet", "--message", "by hand")

    assert store.read(PATH) is None
    assert [version.commit for version in store.versions(PATH)] == [first.commit]


def test_the_versions_of_all_files_are_those_of_each(store: Store, put: Put, git: Git) -> None:
    """Through forks, joins that took one side, a join with a text of its own, and a deletion."""
    third = "decisions/z/z/zz7qf2.toml"
    put({PATH: b"one\n", third: b"one\n"})
    git("switch", "--quiet", "--create", "theirs")
    put({PATH: b"theirs\n"})
    put({OTHER: b"other\n"})
    git("switch", "--quiet", "main")
    put({PATH: b"ours\n"})
    put({third: b"two\n"})
    git("merge", "--quiet", "--strategy=ours", "--message=join", "theirs")
    put({OTHER: b"again\n", PATH: b"more\n"})
    git("switch", "--quiet", "--create", "fork", "HEAD~1")
    put({third: b"fork\n"})
    put({PATH: b"fork\n"})
    git("switch", "--quiet", "main")
    put({PATH: b"main\n"})
    git("merge", "--quiet", "fork", check=False)
    (store.root / PATH).write_text("both\n")
    git("commit", "--quiet", "--all", "--message", "join")
    git("rm", "--quiet", OTHER)
    git("commit", "--quiet", "--message", "by hand")
    put({third: b"last\n"})

    histories = store.histories("decisions")

    assert set(histories) == {PATH, OTHER, third}
    for path, versions in histories.items():
        assert set(versions) == set(store.versions(path))
        order = [version.commit for version in versions]
        follows = [(one, above) for one in versions for above in one.parents]
        assert all(order.index(above) < order.index(one.commit) for one, above in follows)
    assert store.histories("nothing") == {}


def test_a_setting_is_kept_for_this_folder(store: Store) -> None:
    store.set_config("rationale.role", "-team manager, Süd")

    assert store.config("rationale.role") == "-team manager, Süd"
    assert store.config("rationale.nothing") is None


def test_the_users_own_editor_is_chosen(folder: Path, environment: Environment) -> None:
    chosen = {**environment, "TERM": "xterm", "VISUAL": "code --wait", "EDITOR": "ed"}

    with repository.open_store(folder, environment=chosen) as store:
        assert store.editor() == "code --wait"


def test_the_environment_says_who_is_recording(folder: Path, environment: Environment) -> None:
    named = {
        **environment,
        "GIT_AUTHOR_NAME": "duty worker",
        "GIT_AUTHOR_EMAIL": "duty@example.invalid",
    }

    with repository.open_store(folder, environment=named) as store:
        assert store.identity() == Identity("duty worker", "duty@example.invalid", signs=False)


def test_no_process_outlives_the_store(folder: Path, environment: Environment) -> None:
    with repository.open_store(folder, environment=environment) as store:
        process = store.objects._process  # noqa: SLF001 - nothing public tells of it

    assert process is not None
    assert process.returncode == 0
