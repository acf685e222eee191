"""What bad input gets: one line with the fact, one with the next step, and nothing written."""

import hashlib
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from program import Outcome, Program, run

FOLDER_HINT = "hint: Make one with 'rationale init FOLDER', or name one with --store.\n"
ID_HINT = "hint: Give 3 to 6 letters and digits, as 'rationale list' shows them.\n"
SETS = (
    "hint: Choose one of: best-interests, care-plan, concern, formulation, fresh, general, "
    "incident, note, retell, reunification, risk-update, share, unthinkable.\n"
)


def kept(program: Program, text: str, *, of: str = "new") -> str:
    """The line that says where refused answers from standard input are."""
    name = f"{of}.answers-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
    folder = program.folder / ".git" / "rationale" / "drafts"
    return f"  what came on standard input is kept in {folder / name}\n"


def test_an_unknown_id(program: Program) -> None:
    assert program("show", "zzzzzz") == Outcome(
        1,
        "",
        "error: no record has the id 'zzzzzz'\nhint: List the records with 'rationale list'.\n",
    )


def test_something_that_is_no_id(program: Program) -> None:
    assert program("show", "../etc") == Outcome(
        1, "", f"error: '../etc' is not the id of a record\n{ID_HINT}"
    )


def test_a_place_that_is_no_folder(tmp_path: Path) -> None:
    assert run("--store", str(tmp_path), "list") == Outcome(
        1, "", f"error: '{tmp_path}' is not a rationale folder\n{FOLDER_HINT}"
    )


def test_no_git(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    found = program("list")
    assert (found.status, found.out) == (1, "")
    assert found.err.startswith("error: git is not installed or not on PATH\nhint: ")


def test_no_identity(program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    found = program("new", "--answers", "-", stdin='title = "Stay"\n')
    assert (found.status, found.out) == (1, "")
    assert found.err.startswith(
        "error: git does not know who is recording: user.name and user.email are not set\n"
    )
    assert program("list").out == ""


def test_nobody_says_who_types(tmp_path: Path) -> None:
    program = Program(tmp_path / "other")
    program("init", str(program.folder), "--bare-minimum")
    answers = 'title = "Stay"\n'
    found = program("new", "--answers", "-", stdin=answers)
    assert found.err == (
        "error: nobody says who is recording this\n"
        f"{kept(program, answers)}"
        "hint: Add --by ROLE@AGENCY, or set it once with 'git config rationale.role "
        "\"lead social worker@children's social care\"'.\n"
    )
    assert found.status == 1


def test_broken_toml(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("r1.toml").write_text('title = "Stay\n')
    assert program("new", "--answers", "r1.toml") == Outcome(
        1,
        "",
        "error: 'r1.toml' has 1 fault\n"
        '  r1.toml:1:9: the text "Stay" begins with a quotation mark and has none at the end of '
        "its line; three go around several lines\n"
        "hint: Correct the lines named above and run the command again.\n",
    )


def test_an_unknown_key(program: Program) -> None:
    answers = 'titel = "Stay"\n'
    assert program("new", "--answers", "-", stdin=answers) == Outcome(
        1,
        "",
        "error: 'standard input' has 1 fault\n"
        '  standard input:1:1: unknown key "titel"; did you mean "title"?\n'
        f"{kept(program, answers)}"
        "hint: Correct the lines named above and run the command again.\n",
    )


def test_an_unknown_question_set(program: Program) -> None:
    answers = 'title = "Stay"\n'
    found = program("new", "--question-set", "carepan", "--answers", "-", stdin=answers)
    assert found == Outcome(
        1,
        "",
        "error: there is no question set 'carepan'; did you mean 'care-plan'?\n"
        f"{kept(program, answers)}{SETS}",
    )


@pytest.mark.parametrize("because", [(), ("--because", ""), ("--because", "  ")])
def test_an_empty_reason(program: Program, record: str, because: tuple[str, ...]) -> None:
    answers = 'title = "Go"\n'
    found = program("amend", record, *because, "--answers", "-", stdin=answers)
    assert found == Outcome(
        1,
        "",
        "error: 'amend' needs a reason, and none was given\n"
        f"{kept(program, answers, of=record)}"
        "hint: Say why with --because TEXT, or with because under [change] in the answers.\n",
    )


def test_two_reasons_that_differ(program: Program, record: str) -> None:
    answers = 'title = "Go"\n[change]\nbecause = "One"\n'
    found = program("amend", record, "--because", "Other", "--answers", "-", stdin=answers)
    assert found.status == 2
    assert found.err.startswith(
        "error: --because and change.because of the answers say different things\n"
    )


def test_a_reason_that_is_blank_in_the_answers_says_nothing(program: Program, record: str) -> None:
    answers = 'title = "Go"\n[change]\nbecause = " "\n'
    done = program("amend", record, "--because", "New", "--answers", "-", stdin=answers)
    assert done.last == f"{record} r2"


def test_nobody_to_ask(program: Program) -> None:
    assert program("new") == Outcome(
        1,
        "",
        "error: there is nobody to ask: standard input is not a terminal\n"
        "hint: Give the answers in a file with --answers FILE, or run it at a terminal.\n",
    )


def test_nobody_to_ask_at_init(tmp_path: Path) -> None:
    found = run("init", str(tmp_path / "case"))
    assert found.status == 1
    assert not (tmp_path / "case").exists()


def test_a_folder_in_use(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    found = run("init", str(tmp_path), "--bare-minimum")
    assert found == Outcome(
        1,
        "",
        f"error: '{tmp_path}' is a folder with other files, or a file\n"
        "hint: Choose a folder that is empty or not there yet.\n",
    )


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    found = run("init", str(tmp_path / "file" / "case"), "--bare-minimum")
    assert found.status == 1
    assert found.err.startswith("error: ")


def test_an_unknown_verb(program: Program) -> None:
    assert program("lst") == Outcome(
        2, "", "error: no such command 'lst'. Did you mean 'list'?\nhint: Try 'rationale --help'.\n"
    )


def test_empty_answers(program: Program) -> None:
    found = program("new", "--answers", "-", stdin="# nothing\n")
    assert found.status == 1
    assert found.err.startswith("error: 'standard input' holds no answers\n")


def test_a_closed_pipe_is_left_quietly(program: Program, record: str) -> None:
    command = [sys.executable, "-m", "rationale_cli.cli.app", "--store", str(program.folder)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(
        [*command, "history", record], stdout=writing, stderr=subprocess.PIPE, env=environment,
        check=False,
    )  # fmt: skip

    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_was_closed_is_no_bug(program: Program, record: str, closed: str) -> None:
    """As a job that runs at night may be started."""
    words = [sys.executable, "-m", "rationale_cli.cli.app", "--store", str(program.folder)]

    for verb in ("list", f"show {record}", "templates list"):
        line = f"{shlex.join(words)} {verb} {closed}"
        done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        assert bool(done.stdout) is (">&-" not in closed.replace("2>&-", ""))


def test_a_bug_tells_files_and_lines_and_nothing_of_a_record(
    program: Program, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A foreign exception may quote what was typed."""
    from rationale_cli.cli import app
    from rationale_cli.services import reading

    def fails(*_: object, **__: object) -> None:
        raise KeyError("the neighbour said so")

    monkeypatch.setattr(reading, "resolve", fails)
    monkeypatch.setattr(sys, "argv", ["rationale", "--store", str(program.folder), "show", "abc"])

    with pytest.raises(SystemExit) as caught:
        app.main()

    told = capsys.readouterr().err
    assert caught.value.code == 3
    assert "neighbour" not in told
    assert "KeyError" in told
    assert "show.py" in told
