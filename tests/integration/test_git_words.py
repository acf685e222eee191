"""Git itself, started by a user in a clone that is wired, tells records in words."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cases import revisions
from program import Program
from rationale_cli.codec import decision as decision_text
from rationale_cli.services.wording import worded
from rationale_cli.store.wiring import settings

SCRIPT = str(Path(sys.executable).with_name("rationale"))

FIRST = """
title = "Stay with the foster carers"
status = "proposed"
[[risk]]
harm = "neglect"
status = "not-ruled-out"
likelihood = 2
reason = "She was hungry. Nobody knows why."
"""
SECOND = """
[[risk]]
id = "R1"
likelihood = 4
reason = "She was hungry twice. Nobody knows why."
"""

Git = Callable[..., str]


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """A wired folder with a record of two revisions, at a path that a shell could trip over."""
    program = Program(tmp_path / "a case, 'quoted' \"twice\" $HOME")
    by = ("--by", "lead social worker@children's social care")
    made = program("init", str(program.folder), "--bare-minimum", "--wire", *by)
    assert made.status == 0
    return program


@pytest.fixture
def record(program: Program) -> str:
    made = program("new", "--answers", "-", now="2026-03-02T09:00", stdin=FIRST).last[:6]
    again = ("amend", made, "--answers", "-", "--because", "The school rang.")
    assert program(*again, now="2026-03-03T09:00", stdin=SECOND).last == f"{made} r2"
    return made


@pytest.fixture
def git(program: Program) -> Git:
    """Plain git, in the folder, with the user's own environment and no pager."""

    def run(*arguments: str) -> str:
        ended = subprocess.run(
            ["git", *arguments], cwd=program.folder, check=True, capture_output=True, text=True
        )
        assert ended.stderr == ""
        return ended.stdout

    return run


def place(record: str) -> str:
    return f"decisions/{record[0]}/{record[1]}/{record}.toml"


def changed(diff: str) -> list[str]:
    """The lines that came and went, and the names of parts above them."""
    lines = (line for line in diff.splitlines() if line.startswith(("+", "-", "@@")))
    words = (line.split("@@")[-1].strip() if line[0] == "@" else line for line in lines)
    return [line for line in words if line and not line.startswith(("+++", "---"))]


AS_TOML = "\n+likelihood = 4\n"
SECOND_IN_WORDS = [
    "-Record {record}, revision 1: first record",
    "+Record {record}, revision 2: amended",
    "+  From revision: 1",
    "+  Why it changed: The school rang.",
    "-  Decided: 2 March 2026, 09:00 (+00:00)",
    "-  Recorded: 2 March 2026, 09:00 (+00:00)",
    "+  Decided: 3 March 2026, 09:00 (+00:00)",
    "+  Recorded: 3 March 2026, 09:00 (+00:00)",
    "Who decided",
    "-  Why we say so: She was hungry.",
    "+  Why we say so: She was hungry twice.",
    "-  Likelihood: unlikely (2)",
    "+  Likelihood: likely (4)",
]


@pytest.mark.parametrize(
    "command",
    [
        ("diff", "HEAD~1"),
        ("diff", "HEAD~1", "HEAD"),
        ("log", "-p", "-1"),
        ("show",),
        ("show", "--format=", "HEAD"),
    ],
    ids=" ".join,
)
def test_git_tells_a_revision_in_words(record: str, git: Git, command: tuple[str, ...]) -> None:
    assert changed(git(*command)) == [line.format(record=record) for line in SECOND_IN_WORDS]


def test_the_first_revision_is_told_whole(record: str, git: Git) -> None:
    text = git("cat-file", "blob", f"HEAD~1:{place(record)}").encode()
    _, _, added = git("show", "--format=", "HEAD~1").partition("\n@@")

    assert added.splitlines()[1:] == [f"+{line}" for line in worded(text).decode().splitlines()]


def test_a_change_by_hand_is_told_before_it_is_saved(
    program: Program, record: str, git: Git
) -> None:
    file = program.folder / place(record)
    file.write_text(file.read_text().replace("likelihood = 4", "likelihood   =   5  # so"))

    assert changed(git("diff")) == [
        "Risk R1, neglect",
        "-  Likelihood: likely (4)",
        "+  Likelihood: almost certain or happening (5)",
    ]


def test_another_layout_is_no_change(program: Program, record: str, git: Git) -> None:
    file = program.folder / place(record)
    file.write_text("# looked over\n" + file.read_text().replace("likelihood = 4", "likelihood=4"))

    assert changed(git("diff")) == []
    assert git("status", "--porcelain") == f" M {place(record)}\n"


@pytest.mark.parametrize(
    "text",
    [
        b"<<<<<<< ours\ntitle = 1\n=======\n>>>>>>> theirs\n",
        b"title = \n",
        b"format = 99\n",
        b"",
        b"\xff\xfe\n",
        b"no line end",
        b"x = [" * 5000,
    ],
    ids=["conflict", "no TOML", "later", "empty", "no UTF-8", "no end", "deep"],
)
def test_what_is_no_record_is_shown_as_it_is(
    program: Program, record: str, text: bytes, git: Git
) -> None:
    file = program.folder / place(record)
    file.write_bytes(text)

    told = subprocess.run(
        [SCRIPT, "git-driver", "textconv", file], capture_output=True, check=False
    )
    assert (told.returncode, told.stdout, told.stderr) == (0, text, b"")
    # What git shows need not be UTF-8 any more.
    shown = subprocess.run(["git", "diff"], cwd=program.folder, capture_output=True, check=True)
    first = text.split(b"\n")[0]
    assert b"\n+" + first in shown.stdout or not first
    assert f"\n-Record {record}, revision 2: amended\n".encode() in shown.stdout
    assert git("log", "-p", "-1", "--format=%s").startswith(f"amend {record} r2\n")


def test_what_acts_on_a_screen_is_shown_as_its_number(tmp_path: Path) -> None:
    (decision, *_) = revisions("alder")
    file = tmp_path / "k7qf2m.toml"
    file.write_text(decision_text.encode(decision).replace("Six-week", "\\u001b[2J\\u202eSix-week"))

    told = subprocess.run(
        [SCRIPT, "git-driver", "textconv", file], capture_output=True, text=True, check=True
    ).stdout
    assert "\nTitle: ‹U+001B›[2J‹U+202E›Six-week assessment placement" in told


def test_the_words_are_the_same_on_every_run_and_never_cached(
    program: Program, record: str, git: Git
) -> None:
    once = git("log", "-p")

    assert git("log", "-p") == once
    assert git("for-each-ref", "--format=%(refname)") == "refs/heads/main\n"
    assert not (program.folder / ".git" / "refs" / "notes").exists()
    assert record in once


@pytest.mark.parametrize("gone", [True, False], ids=["gone", "broken"])
def test_without_the_program_git_shows_the_text(
    record: str, git: Git, tmp_path: Path, *, gone: bool
) -> None:
    """As after the virtual environment was moved: a record can always be read with git alone."""
    script = tmp_path / "bin of old" / "rationale"
    script.parent.mkdir()
    if not gone:
        script.write_text("#!/nowhere/python\n")
        script.chmod(0o755)
    git("config", "diff.rationale.textconv", settings(str(script))["diff.rationale.textconv"])

    assert AS_TOML in git("show")
    assert record in git("log", "-p")


def test_a_clone_decides_anew(program: Program, record: str, tmp_path: Path) -> None:
    """Nothing that is committed starts a program."""
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", program.folder, clone], check=True)
    shown = subprocess.run(
        ["git", "show"], cwd=clone, capture_output=True, text=True, check=True
    ).stdout
    assert AS_TOML in shown

    assert Program(clone)("init", "--wire", str(clone)).status == 0
    shown = subprocess.run(
        ["git", "show"], cwd=clone, capture_output=True, text=True, check=True
    ).stdout
    assert [line for line in changed(shown) if "ikelihood" in line] == [
        "-  Likelihood: unlikely (2)",
        "+  Likelihood: likely (4)",
    ]
    assert record in shown


def test_attributes_that_name_another_driver_start_nothing(
    program: Program, record: str, git: Git
) -> None:
    """A colleague can commit what they like; only this clone's own settings name commands."""
    (program.folder / ".gitattributes").write_text("* diff=evil merge=evil filter=evil\n")
    git("commit", "--quiet", "--all", "--message", "by hand")

    assert AS_TOML in git("show", "HEAD~1")
    assert record in git("log", "-p")


DIFFTOOL = ("difftool", "--tool=rationale", "--no-prompt")


def test_difftool_tells_what_changed(record: str, git: Git) -> None:
    assert git(*DIFFTOOL, "HEAD~1") == (
        f"{record}: from r1 to r2\n"
        "\n"
        "Harms\n"
        "  Risk R1, neglect: likelihood: unlikely (2) → likely (4), up\n"
        "  Risk R1, neglect: why we say so: “She was hungry [added: twice]. Nobody knows why.”\n"
        "\n"
    )


def test_difftool_tells_of_every_kind_of_file(program: Program, record: str, git: Git) -> None:
    file = program.folder / place(record)
    (program.folder / "rationale.toml").write_text("format = 1\nlanguage = 'cy'\n")
    (program.folder / "rationale.toml").write_text(
        (program.folder / ".gitignore").read_text().replace("briefing", "letter")
    )
    file.unlink()
    shown = git(*DIFFTOOL)

    assert shown.startswith(f"{record}: r2 was taken away. It said:\n  Record {record}, revision 2")
    assert "\nrationale.toml: by lines\n@@ -1," in shown
    assert "\n+/letter*.*\n" in shown


def test_difftool_tells_a_new_record_whole(record: str, git: Git) -> None:
    shown = git(*DIFFTOOL, "HEAD~2", "HEAD~1")

    assert shown.startswith(f"{record}: r1 is new. It says:\n  Record {record}, revision 1: first")
    assert "\n    Likelihood: unlikely (2)\n" in shown


def test_difftool_tells_two_texts_of_one_revision(program: Program, record: str, git: Git) -> None:
    file = program.folder / place(record)
    file.write_text(file.read_text().replace("likelihood = 4", "likelihood = 5"))

    assert git(*DIFFTOOL) == (
        f"{record}: two texts of r2\n"
        "\n"
        "Harms\n"
        "  Risk R1, neglect: likelihood: likely (4) → almost certain or happening (5), up\n"
        "\n"
    )
    file.write_text(file.read_text().replace("likelihood = 5", "likelihood=4"))
    assert git(*DIFFTOOL) == (
        f"{record}: two texts of r2\nNothing changed but how it is written down.\n\n"
    )


def test_a_file_that_is_not_there_is_told() -> None:
    told = subprocess.run(
        [SCRIPT, "git-driver", "textconv", "nowhere.toml"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == (
        "error: cannot read 'nowhere.toml'\n"
        "hint: Git starts this by itself; 'rationale doctor' says whether it does here.\n"
    )


def test_the_settings_are_those_that_are_documented(program: Program, git: Git) -> None:
    word = shlex.quote(SCRIPT)
    assert settings(SCRIPT) == {
        "diff.rationale.textconv": (
            f'f() {{ {word} git-driver textconv "$1" 2>/dev/null || cat "$1"; }}; f'
        ),
        "diff.rationale.cachetextconv": "false",
        "difftool.rationale.cmd": f'{word} git-driver difftool "$LOCAL" "$REMOTE"',
    }
    assert [git("config", key).rstrip("\n") for key in settings(SCRIPT)] == [
        *settings(SCRIPT).values()
    ]
    assert os.access(program.folder, os.W_OK)
