"""Which front end asks: a screen where there is one, plain lines where they are wanted."""

import subprocess
from pathlib import Path

import pytest

from program import Program
from terminal import Terminal

ON_A_SCREEN = "Enter goes on, ? helps, Ctrl-C stops and keeps everything."
IN_PLAIN_LINES = "Type ? for help with a question"


def _new(program: Program, *options: str, **more: object) -> Terminal:
    line = ("--store", str(program.folder), *options, "new")
    return Terminal(*line, **more)  # type: ignore[arg-type]  # whatever a terminal takes


@pytest.mark.parametrize("environment", [{}, {"ACCESSIBLE": "0"}, {"ACCESSIBLE": ""}])
def test_a_terminal_has_a_screen(program: Program, environment: dict[str, str]) -> None:
    with _new(program, environment=environment) as screen:
        screen.until(ON_A_SCREEN, "What decision are we making", "Enter: new line")


@pytest.mark.parametrize(
    ("options", "environment"),
    [
        (["--plain"], {}),
        ([], {"ACCESSIBLE": "1"}),
        ([], {"TERM": "dumb"}),
        ([], {"TERM": ""}),
        ([], {"TERM": "unknown"}),
    ],
)
def test_plain_lines_are_there_for_whoever_wants_them(
    program: Program, options: list[str], environment: dict[str, str]
) -> None:
    with _new(program, *options, environment=environment) as screen:
        screen.until(IN_PLAIN_LINES, "What decision are we making", "> ")
        screen.type("Move?\r.\r:end\rsave\r")
        screen.until(" r1")
        assert screen.end() == 0

    assert "\x1b[2J" not in screen.seen
    assert "Enter: new line" not in screen.seen


def test_a_folder_can_ask_for_plain_lines(program: Program) -> None:
    settings = program.folder / "rationale.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("accessible = false", "accessible = true"), encoding="utf-8")
    # As its first line says.
    subprocess.run(
        ["git", "commit", "--quiet", "-m", "Settings", "rationale.toml"],
        cwd=program.folder,
        check=True,
    )

    with _new(program) as screen:
        screen.until(IN_PLAIN_LINES, "What decision are we making")


def test_what_was_asked_for_goes_elsewhere_and_the_screen_stays(
    program: Program, tmp_path: Path
) -> None:
    """As in ID=$(rationale new)."""
    with _new(program, out=tmp_path / "out") as screen:
        screen.until(ON_A_SCREEN, "What decision are we making")
        screen.type("Move?\r\r\r:end\r")
        screen.until("A number, then Enter")
        screen.type("2\r")
        assert screen.end() == 0

    record_id = program("list").out.partition("\t")[0]
    assert (tmp_path / "out").read_text() == f"{record_id} r1\n"


def test_questions_that_go_into_a_file_are_plain_lines(program: Program, tmp_path: Path) -> None:
    with _new(program, err=tmp_path / "err") as screen:
        screen.until("> ")
        screen.type("Move?\r.\r:end\rsave\r")
        screen.until(" r1")
        assert screen.end() == 0

    told = (tmp_path / "err").read_text()
    assert told.startswith(IN_PLAIN_LINES)
    assert "\x1b" not in told
