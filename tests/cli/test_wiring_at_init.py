"""``rationale init`` offers to wire the clone, and wires it only if somebody says so."""

import subprocess
from pathlib import Path

import pytest

from program import run
from terminal import Terminal

KEY = "diff.rationale.textconv"


def is_wired(folder: Path) -> bool:
    found = subprocess.run(["git", "-C", folder, "config", "--local", KEY], check=False)
    return found.returncode == 0


@pytest.mark.parametrize(
    ("options", "answer", "expected"),
    [
        ((), "yes", True),
        ((), "no", False),
        ((), "", False),
        (("--wire",), None, True),
        (("--no-wire",), None, False),
    ],
)
def test_a_person_is_asked_unless_it_was_said(
    tmp_path: Path, options: tuple[str, ...], answer: str | None, *, expected: bool
) -> None:
    folder = tmp_path / "case"
    with Terminal("init", *options, str(folder)) as terminal:
        terminal.until("Make a folder for decisions there (yes/no): ")
        terminal.type("yes\r")
        terminal.until("Which questions are usually asked [general]: ")
        terminal.type("\r")
        terminal.until("(Enter: later): ")
        terminal.type("\r")
        if answer is not None:
            terminal.until("Let git do that (yes/no): ")
            terminal.type(f"{answer}\r")
        assert terminal.end() == 0

    assert is_wired(folder) is expected
    assert ("Git tells records in words here" in terminal.seen) is expected


def test_nobody_is_asked_and_nothing_is_wired_without_a_word(tmp_path: Path) -> None:
    folder = tmp_path / "case"

    assert run("init", "--bare-minimum", str(folder)).status == 0
    assert not is_wired(folder)
    assert run("init", "--bare-minimum", str(folder)).status == 1
    assert not is_wired(folder)
    assert run("init", "--wire", str(folder)).status == 0
    assert is_wired(folder)
