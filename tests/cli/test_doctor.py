"""``rationale doctor``: what it says of a folder, word for word."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from program import Outcome, Program, run
from rationale_cli.store.wiring import settings

SCRIPT = str(Path(sys.executable).with_name("rationale"))
NOW = "2026-03-10T09:00"
FIX = "      'rationale doctor --fix' puts it right."

FINE = """\
fine  Git is {git}; 2.38 or newer is needed.
fine  Saves carry the name Test Recorder <recorder@example.invalid>.
fine  rationale.toml can be read.
fine  The folder's own provisions of law can be read, or there are none.
fine  The folder is on a branch, and whole.
fine  All history stands here, and nothing in it that does not belong.
fine  Git's settings for this clone can start nothing but rationale itself.
fine  .gitattributes tells git which files are records.
note  The clone is not wired: 'git diff' and 'git log -p' show records as TOML.
      'rationale init --wire {folder}' lets git tell them in words.
fine  The working files are what was committed.
fine  No lock was left behind.
fine  No editor left a text behind.
fine  No draft is waiting.
fine  The commit-graph is up to date.
fine  There is no remote: git sends nothing from here.

All is well.
"""

Git = Callable[..., str]


@pytest.fixture
def git(program: Program) -> Git:
    def plain(*arguments: str) -> str:
        return subprocess.run(
            ["git", *arguments], cwd=program.folder, check=True, capture_output=True, text=True
        ).stdout.strip()

    return plain


def told(program: Program, *options: str) -> Outcome:
    return program("doctor", *options, now=NOW)


def not_fine(outcome: Outcome) -> list[str]:
    """The lines about what is worth a word, but for that about wiring, and what is said last."""
    lines = outcome.out.splitlines()
    return [
        line
        for place, line in enumerate(lines)
        if line
        and not line.startswith("fine  ")
        and "not wired" not in lines[max(0, place - 1)] + line
    ]


def file_of(program: Program, record: str) -> Path:
    return program.folder / "decisions" / record[0] / record[1] / f"{record}.toml"


def test_a_folder_as_it_should_be(program: Program, record: str, git: Git) -> None:
    version = git("version").split()[2]

    assert record
    assert told(program) == Outcome(0, FINE.format(git=version, folder=program.folder), "")


def test_a_wired_clone(program: Program, record: str) -> None:
    assert record
    assert run("init", "--wire", str(program.folder)) == Outcome(
        0, "", "Git tells records in words here: try 'git log -p' in the folder.\n"
    )

    found = told(program)
    assert "fine  The clone is wired: git itself tells records in words.\n" in found.out
    assert not_fine(found) == ["All is well."]


def test_what_is_safe_is_put_right(program: Program, record: str, git: Git) -> None:
    file = file_of(program, record)
    file.write_text(file.read_text() + "# by hand\n")
    git("rm", "--quiet", ".gitattributes")
    git("commit", "--quiet", "--message", "by hand")
    chain = program.folder / ".git/objects/info/commit-graphs/commit-graph-chain"
    chain.unlink()

    assert not_fine(told(program)) == [
        "look  .gitattributes is missing: git would join two texts of a record by lines.",
        FIX,
        (
            f"look  The working copy of '{file.relative_to(program.folder)}' is not what was "
            "committed."
        ),
        f"{FIX[:-1]}, and keeps a change made by hand as a draft.",
        "note  There is no commit-graph that grows: the history of a record takes longer to find.",
        FIX,
        "Two things to look at.",
    ]
    mended = told(program, "--fix")
    (draft,) = (program.folder / ".git" / "rationale" / "drafts").iterdir()
    assert (mended.status, not_fine(mended)) == (
        0,
        [
            (
                f"done  Kept the change made by hand in '{file.relative_to(program.folder)}' "
                f"as draft {draft.name}."
            ),
            "done  Wired the clone: git itself tells records in words.",
            "done  Committed what tells git which files are records.",
            "note  One draft waits, of today.",
            "      'rationale drafts' lists them, and deletes one.",
            "All is well.",
        ],
    )
    assert git("log", "-1", "--format=%s %cI") == "attributes 2026-03-10T09:00:00+00:00"
    assert draft.read_text().endswith("# by hand\n")
    again = told(program, "--fix")
    assert "done" not in again.out


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("core.fsmonitor", "touch x"),
        ("core.hooksPath", "hooks"),
        ("core.sshCommand", "evil"),
        ("core.worktree", "/"),
        ("core.attributesFile", "x"),
        ("filter.evil.clean", "evil"),
        ("diff.evil.textconv", "evil"),
        ("diff.rationale.command", "evil"),
        ("diff.external", "evil"),
        ("merge.evil.driver", "evil"),
        ("include.path", "x"),
        ("url.x.insteadOf", "y"),
        ("credential.helper", "evil"),
        ("alias.diff", "!evil"),
        ("remote.a.uploadpack", "evil"),
        ("remote.a.url", "ext::sh -c evil"),
        ("gpg.program", "evil"),
        ("some.thing", "new"),
    ],
)
def test_a_setting_that_can_start_a_program_is_told(
    program: Program, git: Git, key: str, value: str
) -> None:
    git("config", key, value)
    found = told(program)

    lines = found.out.splitlines()
    (place,) = (n for n, line in enumerate(lines) if line.startswith("look") and "set for" in line)
    section, *middle, last = key.split(".")
    name = ".".join((section, *middle, last.lower()))
    assert lines[place : place + 2] == [
        (
            f"look  '{name}' is set for this clone; no folder of decisions needs it, and settings "
            "of its kind can make git start programs."
        ),
        (
            f"      Look at it with 'git config --local --get-all {name}'; '--unset-all' takes it "
            "away."
        ),
    ]
    assert found.status == 1


def test_another_command_in_our_place_is_told_and_left_alone(program: Program, git: Git) -> None:
    git("config", "diff.rationale.textconv", "evil")

    expected = [
        (
            "look  The setting 'diff.rationale.textconv' of this clone already names another "
            "command: 'evil'."
        ),
        (
            "      If nobody needs it, take it away with 'git config --local --unset-all "
            "diff.rationale.textconv'."
        ),
        "One thing to look at.",
    ]
    assert not_fine(told(program)) == expected
    assert not_fine(told(program, "--fix")) == expected
    assert git("config", "diff.rationale.textconv") == "evil"
    assert run("init", "--wire", str(program.folder)).status == 1


def test_a_program_that_was_moved_is_told(program: Program, git: Git) -> None:
    for key, value in settings("/old place/bin/rationale").items():
        git("config", key, value)

    assert not_fine(told(program)) == [
        "look  The clone is wired to '/old place/bin/rationale', which is not this program.",
        f"{FIX[:-1]}; git shows records as TOML if it is gone.",
        "One thing to look at.",
    ]
    assert "done  Wired the clone" in told(program, "--fix").out
    assert not_fine(told(program)) == ["All is well."]


def test_a_cache_that_others_could_fetch_is_told(program: Program, git: Git) -> None:
    run("init", "--wire", str(program.folder))
    git("config", "diff.rationale.cachetextconv", "true")

    assert not_fine(told(program)) == [
        "look  The clone is wired in part: 'diff.rationale.cachetextconv' is 'true'.",
        FIX,
        "One thing to look at.",
    ]


def test_older_attributes_are_worth_a_word(program: Program, git: Git) -> None:
    file = program.folder / ".gitattributes"
    kept = [line for line in file.read_text().splitlines(keepends=True) if "wired" not in line]
    file.write_text("".join(kept).replace(" diff=rationale", ""))
    git("commit", "--quiet", "--all", "--message", "as it was")

    assert not_fine(told(program)) == [
        "note  .gitattributes is from an earlier version: no words for git's own diff.",
        FIX,
        "All is well.",
    ]


def test_what_git_keeps_beside_the_history_is_told(program: Program, record: str, git: Git) -> None:
    folder = program.folder
    (folder / ".git" / "info" / "grafts").write_text(git("rev-parse", "HEAD") + "\n")
    (folder / ".git" / "objects" / "info" / "alternates").write_text("/nowhere\n")
    blob = git("rev-parse", f"HEAD:decisions/{record[0]}/{record[1]}/{record}.toml")
    git("update-ref", f"refs/replace/{blob}", git("rev-parse", "HEAD:rationale.toml"))

    assert not_fine(told(program)) == [
        "look  A file 'info/grafts' makes git show other commits than there are.",
        f"      rationale does not follow it; move {folder}/.git/info/grafts.",
        "look  References below 'refs/replace' make git show other texts than were committed.",
        "      rationale does not follow them; look at them with 'git replace --list'.",
        "look  Part of the history stands in another repository, and goes when that goes.",
        "      Bring it over with 'git repack -a -d', then delete 'objects/info/alternates'.",
        "Three things to look at.",
    ]


def test_what_should_not_be_committed_is_told(program: Program, record: str, git: Git) -> None:
    inner = program.folder / "decisions" / ".gitattributes"
    inner.write_text("* diff=evil\n")
    (program.folder / "decisions" / "link").symlink_to("/etc/passwd")
    git("add", "--force", "decisions/.gitattributes", "decisions/link")
    git("-c", "core.symlinks=true", "commit", "--quiet", "--message", f"with {record}")

    hint = (
        "      rationale does not read it; ask whoever committed it, and take it out with 'git rm'."
    )
    assert not_fine(told(program))[:2] == [
        (
            "look  'decisions/.gitattributes' is committed, and is nothing that a folder of "
            "decisions has."
        ),
        hint,
    ]


@pytest.mark.parametrize(
    ("command", "first"),
    [
        (("switch", "--quiet", "--detach"), "look  '{folder}' is not on a branch."),
        (("update-ref", "MERGE_HEAD", "HEAD"), "look  A merge was begun in '{folder}' and is not"),
    ],
)
def test_a_branch_that_cannot_be_saved_to_is_told(
    program: Program, git: Git, command: tuple[str, ...], first: str
) -> None:
    git(*command)

    assert not_fine(told(program))[0].startswith(first.format(folder=program.folder))


def test_a_part_of_the_history_is_told(program: Program, record: str, tmp_path: Path) -> None:
    copy = tmp_path / "shallow"
    source = f"file://{program.folder}"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", source, copy], check=True)

    assert record
    assert not_fine(told(Program(copy)))[:2] == [
        f"look  '{copy}' holds only the newest part of its history.",
        f"      Fetch the rest with 'git -C '{copy}' fetch --unshallow'.",
    ]


def test_what_lies_about_is_told(program: Program, record: str) -> None:
    folder = file_of(program, record).parent
    (folder / f".{record}.toml.swp").write_text("words")
    (folder / "abc234.toml").write_text("title = 'mine'\n")
    (program.folder / ".git" / "index.lock").touch()
    private = program.folder / ".git" / "rationale" / "edit-x"
    private.mkdir()
    (private / "answer.txt").write_text("words")
    place = folder.relative_to(program.folder)

    assert not_fine(told(program)) == [
        f"look  '{place}/abc234.toml' was never committed, so that nothing reads it.",
        "      If it is a record, give it to 'rationale new --answers'; then move it away.",
        "look  A process that is gone left the lock 'index.lock' behind.",
        FIX,
        f"look  An editor left '{private}/answer.txt' behind, in which a record's words may stand.",
        "      Take what you need of it, then delete it.",
        (
            f"look  An editor left '{place}/.{record}.toml.swp' behind, in which a record's words "
            "may stand."
        ),
        "      Take what you need of it, then delete it.",
        "Four things to look at.",
    ]
    assert "done  Put the lock 'index.lock' aside.\n" in told(program, "--fix").out


def test_drafts_are_told_with_their_age(program: Program, record: str) -> None:
    drafts = program.folder / ".git" / "rationale" / "drafts"
    drafts.mkdir()
    for name, day in (("one", 1), ("two", 8)):
        (drafts / name).write_text("words")
        at = 1_772_323_200 + 86_400 * day  # from 1 March 2026
        os.utime(drafts / name, (at, at))

    assert record
    assert not_fine(told(program))[:2] == [
        "note  2 drafts wait, the oldest 8 days old.",
        "      'rationale drafts' lists them, and deletes one.",
    ]


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://github.com/a/b", "github.com"),
        ("https://me:word@GitHub.com:443/a/b", "github.com"),
        ("git@gitlab.com:a/b.git", "gitlab.com"),
        ("ssh://git@ssh.dev.azure.com/v3/a", "ssh.dev.azure.com"),
    ],
)
def test_a_public_host_is_told(program: Program, git: Git, address: str, host: str) -> None:
    git("remote", "add", "origin", address)

    assert not_fine(told(program)) == [
        f"look  The remote 'origin' is on {host}, a public host.",
        "      Records about people belong elsewhere: 'git remote remove origin'.",
        "One thing to look at.",
    ]


@pytest.mark.parametrize(
    "address", ["/srv/cases", "git@notgithub.com:a", "https://git.example.org/github.com"]
)
def test_another_host_is_fine(program: Program, git: Git, address: str) -> None:
    git("remote", "add", "origin", address)

    found = told(program)
    assert "fine  The remote 'origin' is on none of the known public hosts.\n" in found.out
    assert found.status == 0


def test_settings_that_cannot_be_read_are_told(program: Program, git: Git) -> None:
    (program.folder / "rationale.toml").write_text("format = 1\ntimezone = 'Mars'\n")
    git("commit", "--quiet", "--all", "--message", "by hand")

    found = told(program)
    assert found.status == 1
    assert "rationale.toml:2:" in found.out


def test_without_a_folder(tmp_path: Path) -> None:
    found = run("--store", str(tmp_path), "doctor")

    assert (found.status, found.out.splitlines()[2:]) == (
        1,
        [
            f"look  '{tmp_path}' is not a rationale folder.",
            "      Make one with 'rationale init FOLDER', or name one with --store.",
            "",
            "One thing to look at.",
        ],
    )


def test_without_git(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert told(program) == Outcome(
        1,
        "look  Git is not installed or not on PATH.\n"
        "      Install git 2.38 or newer from https://git-scm.com, then try again.\n"
        "\n"
        "One thing to look at.\n",
        "",
    )


def test_without_an_identity(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    assert not_fine(told(program))[0] == (
        "look  Git does not know who is recording: user.name and user.email are not set."
    )


def test_for_programs(program: Program, git: Git) -> None:
    git("remote", "add", "origin", "https://github.com/a/b")
    found = told(program, "--json")
    told_plainly = json.loads(found.out)

    assert found.status == 1
    assert (told_plainly["schema"], told_plainly["folder"], told_plainly["done"]) == (
        1,
        str(program.folder),
        [],
    )
    assert [point["about"] for point in told_plainly["points"]] == [
        "git", "identity", "settings", "law", "branch", "history", "config", "attributes", "wiring",
        "files", "locks", "editors", "drafts", "commit-graph", "remote",
    ]  # fmt: skip
    assert told_plainly["points"][-1] == {
        "about": "remote",
        "state": "look",
        "text": "The remote 'origin' is on github.com, a public host.",
        "hint": "Records about people belong elsewhere: 'git remote remove origin'.",
    }
    assert told_plainly["points"][0]["hint"] is None


def test_looking_changes_nothing(program: Program, record: str) -> None:
    file = file_of(program, record)
    file.write_text(file.read_text() + "# by hand\n")
    (program.folder / ".git" / "index.lock").touch()
    before = {path: path.lstat().st_mtime_ns for path in program.folder.rglob("*")}

    assert told(program).status == 1
    assert {path: path.lstat().st_mtime_ns for path in program.folder.rglob("*")} == before
