"""Plain lines at a real terminal: a pseudo-terminal with keys sent to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from program import Program
from terminal import Terminal

readline = pytest.importorskip("readline")

PASTE = "\x1b[200~{}\x1b[201~"


@pytest.fixture
def terminal(program: Program) -> Iterator[Terminal]:
    with Terminal("--plain", "--store", str(program.folder), "new") as found:
        found.until("in one sentence?", "> ")
        yield found


def _draft(program: Program) -> str:
    (path,) = (program.folder / ".git/rationale/drafts").iterdir()
    return path.read_text(encoding="utf-8")


def test_a_paste_of_several_lines_is_one_answer(program: Program, terminal: Terminal) -> None:
    """A blank line in it must not scatter the rest over the next questions."""
    terminal.type(PASTE.format("\nThe home was clean.\n\nFather works nights.\n") + "\r.\r")
    terminal.until("Question 2")
    terminal.type(":stop\r")

    assert terminal.end() == 130
    assert 'statement = """\nThe home was clean.\n\nFather works nights.\n"""' in _draft(program)


def test_a_line_longer_than_a_terminal_hands_over_is_kept_whole(
    program: Program, terminal: Terminal
) -> None:
    terminal.type(PASTE.format("word " * 1500 + "FINISH") + "\r.\r")
    terminal.until("Question 2")
    terminal.type(":stop\r")

    assert terminal.end() == 130
    assert "word " * 1500 + "FINISH" in _draft(program)


def test_a_slip_can_be_corrected_before_enter(program: Program, terminal: Terminal) -> None:
    terminal.type("Sta\x1b[D\x1b[D\x7fMove s\r.\r")
    terminal.until("Question 2")
    terminal.type(":stop\r")

    assert terminal.end() == 130
    assert 'statement = "Move sta"' in _draft(program)


def test_ctrl_c_keeps_what_was_answered(program: Program, terminal: Terminal) -> None:
    terminal.type("Move?\r.\r")
    terminal.until("Question 2")
    # One that comes while a letter is drawn is heard by Python only with the end of the line.
    terminal.type("half a ti\x03\r")

    assert terminal.end() == 130
    assert 'statement = "Move?"' in _draft(program)


def test_from_first_question_to_saved_revision(program: Program, terminal: Terminal) -> None:
    terminal.type("Move?\r.\r")
    terminal.until("Question 2")
    terminal.type(":end\r")
    terminal.until("Save now?")
    terminal.type("save\r")
    terminal.until(" r1")

    assert terminal.end() == 0
    assert Path(program.folder, ".git/rationale/drafts").is_dir()
    assert program("list").out.count("\n") == 1


def test_a_folder_that_takes_no_more_ends_no_interview(
    program: Program, terminal: Terminal
) -> None:
    """What was said is still in memory, and is kept as soon as there is room again."""
    drafts = program.folder / ".git/rationale/drafts"
    aside = drafts.rename(drafts.with_name("moved"))
    drafts.write_text("in the way")
    terminal.type("Move?\r.\r")
    terminal.until("Not kept yet")
    terminal.until("Question 2")
    drafts.unlink()
    aside.rename(drafts)
    terminal.type("A title\r")
    terminal.until("Question 3")
    terminal.type(":stop\r")

    assert terminal.end() == 130
    assert 'title = "A title"' in _draft(program)
    assert 'statement = "Move?"' in _draft(program)
