"""How often git is started: twice at most for what reads, and never once a revision."""

from collections.abc import Callable
from pathlib import Path

import pytest

from program import Program
from rationale_cli.store import git

FIRST = 'title = "Stay"\n[[option]]\ntitle = "Stay"\nstatus = "chosen"\n'


@pytest.fixture
def program(tmp_path: Path) -> Program:
    program = Program(tmp_path / "case")
    by = ("--by", "lead social worker@children's social care")
    assert program("init", str(program.folder), "--bare-minimum", *by).status == 0
    return program


@pytest.fixture
def record(program: Program) -> str:
    """A record with six revisions, among others."""
    for title in ("Move", "Wait"):
        program("new", "--answers", "-", stdin=f'title = "{title}"\n')
    made = program("new", "--answers", "-", stdin=FIRST).last[:6]
    for number in range(2, 7):
        again = ("amend", made, "--answers", "-", "--because", f"Change {number}.")
        answers = f'[reason]\nweight = "Weighed {number} times."\n'
        assert program(*again, stdin=answers).last == f"{made} r{number}"
    return made


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Put a git on ``PATH`` that notes the verb of each of its starts."""
    noted = tmp_path / "noted"
    folder = tmp_path / "bin"
    folder.mkdir()
    real = git.find({"PATH": "/usr/local/bin:/usr/bin:/bin"}).executable
    script = folder / "git"
    script.write_text(f'#!/bin/sh\necho "$@" >> {noted}\nexec {real} "$@"\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    def verbs() -> list[str]:
        lines = noted.read_text().splitlines() if noted.exists() else []
        verbs = ("cat-file", "log", "rev-parse", "config", "status", "rev-list", "ls-tree")
        return [next((word for word in verbs if f" {word} " in line), line) for line in lines]

    return verbs


@pytest.mark.parametrize(
    "command",
    [
        ("history",),
        ("history", "--json"),
        ("diff",),
        ("diff", "1..6"),
        ("diff", "1..6", "--json"),
        ("origin",),
        ("show",),
        ("show", "--revision", "2"),
    ],
    ids=" ".join,
)
def test_git_is_started_twice_however_many_revisions_there_are(
    program: Program, record: str, started: Callable[[], list[str]], command: tuple[str, ...]
) -> None:
    verb, *more = command

    assert program(verb, record[:4], *more).status == 0
    assert started() == ["cat-file", "log"]


def test_a_list_starts_git_once(
    program: Program, record: str, started: Callable[[], list[str]]
) -> None:
    assert record in program("list").out
    assert started() == ["cat-file"]
