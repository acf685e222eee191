import json
import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rationale_cli.store import drafts, repository
from rationale_cli.store.branch import DetachedError, ShallowError, UnfinishedMergeError
from rationale_cli.store.disk import UnwritableError
from rationale_cli.store.drafts import Found
from rationale_cli.store.identity import NoIdentityError
from rationale_cli.store.repository import Blob, Store
from rationale_cli.store.save import MovedOnError, Saved, Write, save
from rationale_cli.store.tree import InTheWayError

pytest_plugins = ("integration.store_fixtures",)

PATH = "decisions/k/7/k7qf2m.toml"
OTHER = "decisions/p/3/p3xw9d.toml"
AT = datetime(2026, 3, 24, 16, 10, 5, tzinfo=UTC)

Git = Callable[..., str]
Put = Callable[..., Saved]


def test_what_was_saved_is_read_back(store: Store, put: Put, git: Git) -> None:
    saved = put({PATH: b"text\n"})

    assert store.read(PATH) == Blob(git("rev-parse", f"HEAD:{PATH}"), b"text\n")
    assert saved == Saved(git("rev-parse", "HEAD"), (), ())


def test_working_file_and_index_follow_a_save(store: Store, put: Put, git: Git) -> None:
    put({PATH: b"text\n"})

    assert (store.root / PATH).read_bytes() == b"text\n"
    assert git("status", "--porcelain") == ""


def test_the_history_is_sound_for_git(put: Put, git: Git) -> None:
    put({PATH: b"text\n"})
    put({OTHER: b"other\n", PATH: b"text two\n", "rationale.toml": b"format = 1\n\n"})

    assert git("fsck", "--strict", "--no-dangling") == ""


def test_files_saved_together_are_one_commit(put: Put, git: Git) -> None:
    put({PATH: b"text\n", OTHER: b"other\n"})

    assert git("show", "--format=%P", "--name-only", "HEAD").split() == [
        git("rev-parse", "HEAD~1"),
        PATH,
        OTHER,
    ]


def test_other_files_of_the_parent_stay(put: Put, git: Git) -> None:
    """Names around a slash in git's order: a folder sorts as if its name ended with one."""
    files = {"a.c/x": b"1", "a/x": b"2", "a0/x": b"3", "a-/x": b"4", "a.b": b"5"}

    for path, data in files.items():
        put({path: data})

    assert git("ls-tree", "-r", "--name-only", "HEAD").split() == sorted([*files, "rationale.toml"])


def test_the_commit_has_the_time_it_was_given(store: Store, git: Git) -> None:
    at = datetime.fromisoformat("2026-03-24T16:10:05.999+01:00")

    save(store, (Write(PATH, b"text\n", None),), message="note\n", at=at)

    times = git("show", "-s", "--format=%aI %cI", "HEAD")
    assert times == "2026-03-24T16:10:05+01:00 2026-03-24T16:10:05+01:00"


def test_the_message_stands_as_it_was_given(put: Put, git: Git) -> None:
    message = "reassess k7qf2m r2\n\nRationale-Id: k7qf2m\nRationale-By: Vorsitz, Bezirk Süd\n"

    put({PATH: b"text\n"}, message)

    assert git("cat-file", "commit", "HEAD").partition("\n\n")[2] == message.strip()


def test_a_message_without_line_end_gets_none(store: Store, put: Put) -> None:
    saved = put({PATH: b"text\n"}, "note")

    commit = store.objects.one(saved.commit)

    assert commit is not None
    assert commit.data.endswith(b"\n\nnote")


def test_a_staged_file_stays_staged_and_out_of_the_commit(put: Put, git: Git, folder: Path) -> None:
    put({OTHER: b"other\n"})
    (folder / "notes.txt").write_text("mine\n")
    git("add", "notes.txt")

    put({PATH: b"text\n"})

    assert git("status", "--porcelain") == "A  notes.txt"
    assert git("show", "--format=", "--name-only", "HEAD") == PATH


def test_a_changed_file_stays_changed_and_out_of_the_commit(
    put: Put, git: Git, folder: Path
) -> None:
    put({OTHER: b"other\n"})
    (folder / OTHER).write_text("being edited\n")

    put({PATH: b"text\n"})

    assert git("status", "--porcelain") == f" M {OTHER}"
    assert (folder / OTHER).read_text() == "being edited\n"


def test_branch_and_remote_stay(put: Put, git: Git) -> None:
    git("remote", "add", "origin", "https://example.invalid/folder.git")
    git("switch", "--quiet", "--create", "team")

    put({PATH: b"text\n"})

    assert git("symbolic-ref", "HEAD") == "refs/heads/team"
    assert git("for-each-ref", "--format=%(refname)") == "refs/heads/main\nrefs/heads/team"
    assert git("remote", "get-url", "origin") == "https://example.invalid/folder.git"


@pytest.mark.parametrize("place", [".git/hooks", "elsewhere"])
def test_no_hook_runs(put: Put, git: Git, folder: Path, tmp_path: Path, *, place: str) -> None:
    """Whoever can write a hook would otherwise be given every record."""
    witness = tmp_path / "witness"
    hooks = folder / place
    hooks.mkdir()
    for name in ("pre-commit", "post-commit", "reference-transaction", "post-index-change"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {witness}\n")
        (hooks / name).chmod(0o755)
    git("config", "core.hooksPath", str(hooks))

    put({PATH: b"text\n"})

    assert not witness.exists()


def test_no_program_of_the_configuration_runs(
    put: Put, git: Git, folder: Path, tmp_path: Path
) -> None:
    witness = tmp_path / "witness"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {witness}\ncat\n")
    program.chmod(0o755)
    (folder / ".gitattributes").write_text("* filter=evil diff=evil\n")
    git("config", "core.fsmonitor", str(program))
    git("config", "filter.evil.clean", str(program))
    git("config", "filter.evil.smudge", str(program))
    git("config", "diff.evil.textconv", str(program))

    put({PATH: b"text\n"})
    put({PATH: b"text two\n"})

    assert not witness.exists()


def test_attributes_of_a_colleague_do_not_change_the_bytes(put: Put, folder: Path) -> None:
    put({".gitattributes": b"* text eol=crlf ident\n"})

    put({PATH: b"$Id$\n"})

    assert (folder / PATH).read_bytes() == b"$Id$\n"


def test_a_record_that_moved_on_is_refused_and_nothing_is_written(
    store: Store, put: Put, git: Git, folder: Path
) -> None:
    put({PATH: b"one\n"})
    loaded = store.read(PATH)
    put({PATH: b"two\n"})
    head = git("rev-parse", "HEAD")

    with pytest.raises(MovedOnError) as caught:
        save(store, (Write(PATH, b"mine\n", loaded and loaded.id),), message="x\n", at=AT)

    assert caught.value.path == PATH
    assert caught.value.theirs == git("rev-parse", f"HEAD:{PATH}")
    assert git("rev-parse", "HEAD") == head
    assert (folder / PATH).read_bytes() == b"two\n"


def test_a_new_record_never_replaces_one_that_is_there(store: Store, put: Put) -> None:
    put({PATH: b"one\n"})

    with pytest.raises(MovedOnError):
        save(store, (Write(PATH, b"mine\n", None),), message="x\n", at=AT)


def test_another_record_may_move_on_meanwhile(store: Store, put: Put) -> None:
    put({PATH: b"one\n", OTHER: b"other\n"})
    loaded = store.read(PATH)
    put({OTHER: b"other two\n"})

    save(store, (Write(PATH, b"two\n", loaded and loaded.id),), message="x\n", at=AT)

    now = [store.read(path) for path in (PATH, OTHER)]
    assert [blob and blob.data for blob in now] == [b"two\n", b"other two\n"]


def test_a_commit_made_with_plain_git_is_followed(put: Put, git: Git, folder: Path) -> None:
    (folder / "notes.txt").write_text("mine\n")
    git("add", "notes.txt")
    git("commit", "--quiet", "--message", "by hand")

    put({PATH: b"text\n"})

    assert git("ls-tree", "-r", "--name-only", "HEAD").split() == [
        PATH,
        "notes.txt",
        "rationale.toml",
    ]


def test_a_hand_edit_is_kept_before_its_file_is_replaced(
    store: Store, put: Put, folder: Path
) -> None:
    put({PATH: b"one\n"})
    (folder / PATH).write_text("typed by hand\n")

    saved = put({PATH: b"two\n"})

    (found,) = saved.found
    assert found == Found(PATH, "k7qf2m.found-23f9bcd4")
    assert drafts.read(store, found.draft) == b"typed by hand\n"
    assert (folder / PATH).read_bytes() == b"two\n"


def test_a_staged_hand_edit_is_kept_too(store: Store, put: Put, git: Git, folder: Path) -> None:
    put({PATH: b"one\n"})
    (folder / PATH).write_text("staged by hand\n")
    git("add", PATH)
    (folder / PATH).write_text("one\n")

    saved = put({PATH: b"two\n"})

    assert [drafts.read(store, found.draft) for found in saved.found] == [b"staged by hand\n"]
    assert git("status", "--porcelain") == ""


def test_an_older_version_in_the_working_copy_is_no_hand_edit(put: Put, folder: Path) -> None:
    put({PATH: b"one\n"})
    put({PATH: b"two\n"})
    (folder / PATH).write_text("one\n")

    assert put({PATH: b"three\n"}).found == ()
    assert (folder / PATH).read_bytes() == b"three\n"


def test_a_symbolic_link_in_the_working_copy_is_replaced_and_not_followed(
    put: Put, folder: Path, tmp_path: Path
) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious\n")
    put({PATH: b"one\n"})
    (folder / PATH).unlink()
    (folder / PATH).symlink_to(victim)

    put({PATH: b"two\n"})

    assert victim.read_text() == "precious\n"
    assert not (folder / PATH).is_symlink()


def test_a_linked_folder_in_the_working_copy_is_not_followed(
    put: Put, git: Git, folder: Path, tmp_path: Path
) -> None:
    put({PATH: b"one\n"})
    elsewhere = tmp_path / "elsewhere"
    shutil.move(folder / "decisions" / "k", elsewhere)
    (folder / "decisions" / "k").symlink_to(elsewhere)

    saved = put({PATH: b"two\n"})

    assert saved.warnings == (f"the working copy of {PATH!r} is not up to date",)
    assert (elsewhere / "7" / "k7qf2m.toml").read_bytes() == b"one\n"
    assert git("show", f"HEAD:{PATH}") == "two"


def test_a_held_index_is_a_warning_and_the_save_stands(put: Put, git: Git, folder: Path) -> None:
    with (folder / ".git" / "index.lock").open("w"):
        saved = put({PATH: b"text\n"})

    assert saved.warnings == ("git's index is not up to date; another program may be using it",)
    assert git("show", f"HEAD:{PATH}") == "text"


def test_all_that_is_made_is_for_the_owner_only(put: Put, folder: Path) -> None:
    os.umask(0o022)

    put({PATH: b"text\n"})

    assert [
        str(path)
        for path in (folder, *folder.rglob("*"))
        if stat.S_IMODE(path.lstat().st_mode) & 0o077
    ] == []


def test_a_save_is_refused_on_no_branch(put: Put, git: Git) -> None:
    git("checkout", "--quiet", "--detach")

    with pytest.raises(DetachedError):
        put({PATH: b"text\n"})


def test_a_save_is_refused_in_the_middle_of_a_merge(put: Put, git: Git) -> None:
    git("switch", "--quiet", "--create", "theirs")
    put({PATH: b"theirs\n"})
    git("switch", "--quiet", "main")
    put({PATH: b"ours\n"})
    git("merge", "theirs", check=False)

    with pytest.raises(UnfinishedMergeError, match="a merge was begun in"):
        put({OTHER: b"other\n"})


def test_a_save_is_refused_without_the_older_history(put: Put, git: Git, folder: Path) -> None:
    (folder / ".git" / "shallow").write_text(git("rev-parse", "HEAD") + "\n")

    with pytest.raises(ShallowError):
        put({PATH: b"text\n"})


def test_a_save_is_refused_if_nobody_is_recording(put: Put, git: Git) -> None:
    """Git would make a name up from the computer's."""
    (Path.home() / ".gitconfig").unlink()
    head = git("rev-parse", "HEAD")

    with pytest.raises(NoIdentityError, match=r"user\.name and user\.email are not set"):
        put({PATH: b"text\n"})

    assert git("rev-parse", "HEAD") == head


def test_the_folders_own_identity_counts(put: Put, git: Git) -> None:
    (Path.home() / ".gitconfig").unlink()
    git("config", "user.name", "lead social worker")
    git("config", "user.email", "lead@example.invalid")

    put({PATH: b"text\n"})

    assert git("log", "-1", "--format=%an <%ae> %cn") == (
        "lead social worker <lead@example.invalid> lead social worker"
    )


@pytest.mark.parametrize("path", ["../x", "/x", "a//x", ".git/config", "a/.GIT/x", "a\\x", "a\nb"])
def test_a_path_out_of_the_folder_is_a_bug(store: Store, path: str) -> None:
    with pytest.raises(ValueError, match="not paths in the folder"):
        save(store, (Write(path, b"", None),), message="x\n", at=AT)


def test_a_time_without_offset_is_a_bug(store: Store) -> None:
    with pytest.raises(ValueError, match="a time without offset"):
        save(
            store,
            (Write(PATH, b"", None),),
            message="x\n",
            at=AT.replace(tzinfo=None),
        )


def test_a_file_in_the_place_of_a_folder_is_refused(put: Put) -> None:
    put({"decisions": b"a file\n"})

    with pytest.raises(InTheWayError):
        put({PATH: b"text\n"})


def test_a_folder_that_cannot_be_written_is_told(store: Store, put: Put) -> None:
    own = store.git_dir / "rationale"
    shutil.rmtree(own)
    own.write_text("in the way\n")

    with pytest.raises(UnwritableError):
        put({PATH: b"text\n"})


def test_all_that_a_save_writes_is_flushed(store: Store, tmp_path: Path) -> None:
    """One file and its four folders, the commit, the branch; and the index, a mere cache.

    Git tells how often it flushed. With ``git mktree`` the second figure would be 1, and the
    folders would be gone after a power cut.
    """
    events = tmp_path / "events"
    program = tmp_path / "git"
    program.write_text(f'#!/bin/sh\nGIT_TRACE2_EVENT={events} exec {shutil.which("git")} "$@"\n')
    program.chmod(0o755)
    store.git = store.git._replace(executable=str(program))

    save(store, (Write(PATH, b"text\n", None),), message="x\n", at=AT)

    assert _flushes(events) == {
        "unpack-objects": 5,
        "commit-tree": 1,
        "update-ref": 1,
        "update-index": 1,
    }


def _flushes(events: Path) -> dict[str, int]:
    told = [json.loads(line) for line in events.read_text().splitlines()]
    verbs = {one["sid"]: one["name"] for one in told if one["event"] == "cmd_name"}
    return {verbs[one["sid"]]: int(one["value"]) for one in told if one.get("category") == "fsync"}


def test_reading_needs_no_clean_working_copy(store: Store, put: Put, folder: Path) -> None:
    put({PATH: b"text\n"})
    shutil.rmtree(folder / "decisions")

    blob = store.read(PATH)

    assert blob is not None
    assert blob.data == b"text\n"


def test_a_save_in_a_linked_working_tree_is_on_its_branch(
    git: Git, tmp_path: Path, environment: dict[str, str]
) -> None:
    linked = tmp_path / "linked"
    git("worktree", "add", "--quiet", "-b", "linked", str(linked))

    with repository.open_store(linked, environment=environment) as opened:
        save(opened, (Write(PATH, b"text\n", None),), message="x\n", at=AT)

    assert (linked / PATH).read_bytes() == b"text\n"
    assert git("show", f"linked:{PATH}") == "text"
    clean = subprocess.run(
        ["git", "status", "--porcelain"], cwd=linked, capture_output=True, text=True, check=True
    )
    assert clean.stdout == ""
