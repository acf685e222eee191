"""An interview at a real terminal that is interrupted, whatever is asked and whatever ends it."""

import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import one_of_each
from program import Program
from rationale_cli.codec import draft as draft_text
from rationale_cli.domain.answers import at
from rationale_cli.domain.asking.draft import Draft
from terminal import PROGRAM, Size, Terminal

STOPPED = 130


class Open(NamedTuple):
    """What is open when it ends.

    Attributes:
        question: Id of the question.
        shown: Part of what is below it on the screen.
        keys: Open what is meant, from there.
        then: Shown after these keys.
        path: Where the text of the open field would go; empty where there is no field.
        text: What is typed into it.
    """

    question: str
    shown: str
    keys: str = ""
    then: str = ""
    path: str = ""
    text: str = ""


OPEN = {
    "line": Open("k.line", "Enter: on", path="answers.k.line", text="Half a line"),
    "prose": Open("k.prose", "new line", path="question.statement", text="One.\n\nHalf a se"),
    "choice": Open("k.choice", "Arrows"),
    "several": Open("k.several", "Space marks"),
    "moment": Open("k.moment", "As 14 April", path="answers.k.moment", text="14 Apr"),
    "number": Open("k.number", "A whole number", path="answers.k.number", text="12"),
    "scale": Open("k.scale", "Arrows"),
    "yes-no": Open("k.yes", "Arrows"),
    "list": Open("k.list", "One a line", path="answers.k.list", text="One\nHalf an ent"),
    "party": Open("k.party", "As role@agency", path="by.lead", text="health vis"),
    "rows": Open("k.rows", "a, or what you"),
    "row": Open("k.rows", "a, or what you", "a", "Which role?", "dissent.X1.role", "health vis"),
    "harms": Open("k.harms", "p present"),
    "reason": Open("k.harms", "p present", "p", "Which reason?", "risk.R1.reason", "Bru"),
    "saving": Open("end", "A number, then Enter"),
}


class Way(NamedTuple):
    """How an interview ends, and with which status."""

    end: Callable[[Terminal], None]
    status: int
    puts_right: bool = True
    leaves_text: bool = True


WAYS = {
    "ctrl-c": Way(lambda screen: screen.type("\x03"), STOPPED),
    "ctrl-d": Way(lambda screen: screen.type("\x04"), STOPPED, leaves_text=False),
    "terminated": Way(lambda screen: screen.signal(signal.SIGTERM), 143),
    "hung up": Way(lambda screen: screen.signal(signal.SIGHUP), 129),
    "killed": Way(lambda screen: screen.signal(signal.SIGKILL), -9, puts_right=False),
    "closed": Way(lambda screen: screen.close(), 129, puts_right=False),
}

ALWAYS = {
    ("line", "ctrl-c"),
    ("prose", "killed"),
    ("several", "hung up"),
    ("moment", "ctrl-d"),
    ("list", "terminated"),
    ("row", "closed"),
    ("rows", "ctrl-c"),
    ("harms", "terminated"),
    ("reason", "killed"),
    ("saving", "hung up"),
}
"""What the fast profile tries; the slow one tries all."""


RESIZED = [
    pytest.param(opened, id=name, marks=() if name in {"prose", "harms"} else pytest.mark.slow)
    for name, opened in OPEN.items()
]

PAIRS = [
    pytest.param(
        opened,
        way,
        id=f"{name}-{end}",
        marks=() if (name, end) in ALWAYS else pytest.mark.slow,
    )
    for name, opened in OPEN.items()
    for end, way in WAYS.items()
]


@pytest.fixture(scope="module")
def prepared(module_folder: Path) -> Path:
    """A folder whose own question set has a question of every kind."""
    program = Program(module_folder / "case")
    by = ("--by", "lead social worker@children's social care")
    program("init", str(program.folder), "--bare-minimum", *by, now="2026-03-01T09:00")
    sets = program.folder / "questions"
    sets.mkdir(exist_ok=True)
    (sets / f"{one_of_each.NAME}.toml").write_text(one_of_each.TEXT, encoding="utf-8")
    assert program("questions", "keep", one_of_each.NAME, now="2026-03-01T09:00").status == 0
    return program.folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copytree(prepared, tmp_path / "case"))


def _draft(folder: Path) -> Draft:
    (path,) = (folder / ".git/rationale/drafts").glob("[!.]*")
    return draft_text.decode(path.read_text(encoding="utf-8"), name=path.name)


def _begun(folder: Path, *shell: str, editor: str = "false") -> Terminal:
    """An interview in which the first answer is confirmed."""
    line = ("--store", str(folder), "new", "--question-set", one_of_each.NAME)
    command = (*shell, *(PROGRAM if shell else ()), *line)
    screen = Terminal(*command, environment={"EDITOR": editor})
    screen.until("Which one comes first?", "Enter: on")
    screen.type("Confirmed\r")
    screen.until("Which line?", "Enter: on")
    return screen


def _opened(screen: Terminal, opened: Open) -> None:
    screen.type(f":go {opened.question}\r")
    screen.until(opened.shown)
    if opened.keys:
        screen.type(opened.keys)
        screen.until(opened.then, "Shift-Tab")


@pytest.mark.parametrize(("opened", "way"), PAIRS)
def test_nothing_is_lost_whatever_is_open_and_whatever_ends_it(
    folder: Path, opened: Open, way: Way
) -> None:
    text = opened.text if way.leaves_text else ""
    with _begun(folder) as screen:
        _opened(screen, opened)
        # In a text Ctrl-J begins a new line in every kind of field.
        screen.type(text)
        screen.wait_for(lambda: _draft(folder).typed == ({opened.path: text} if text else {}))

        way.end(screen)

        assert screen.end() == way.status
        if way.puts_right:
            assert screen.modes == screen.modes_before
            assert screen.leaves_as_it_was
    kept = _draft(folder)
    assert kept.answers["answers"] == {"k.first": "Confirmed"}
    assert kept.typed == ({opened.path: text} if text else {})
    with Terminal("--store", str(folder), "resume") as screen:
        screen.until(*filter(None, (opened.then, text.rpartition("\n")[2], "Shift-Tab")))
        screen.type("\x03")
        assert screen.end() == STOPPED
    assert _draft(folder) == kept


@pytest.mark.parametrize("opened", RESIZED)
def test_another_size_of_the_window_loses_nothing(folder: Path, opened: Open) -> None:
    typed = {opened.path: opened.text} if opened.text else {}
    with _begun(folder) as screen:
        _opened(screen, opened)
        screen.type(opened.text)
        screen.wait_for(lambda: _draft(folder).typed == typed)

        for size in (Size(rows=20, columns=60), Size(rows=50, columns=160)):
            screen.resize(size)
            # All of it is written anew.
            screen.until(*opened.text.split("\n"), "Shift-Tab")
        screen.type("\x03")

        assert screen.end() == STOPPED
        assert screen.modes == screen.modes_before
    assert _draft(folder).typed == typed


@pytest.mark.parametrize("opened", RESIZED)
def test_what_is_set_aside_is_gone_on_with_where_it_stood(folder: Path, opened: Open) -> None:
    """Ctrl-Z, and later fg, in a shell that knows jobs."""
    typed = {opened.path: opened.text} if opened.text else {}
    job = 'set -m; "$@"; echo "set aside"; read line; fg; echo "ended with $?"'
    with _begun(folder, "/bin/sh", "-c", job, "sh") as screen:
        _opened(screen, opened)
        screen.type(opened.text)
        screen.wait_for(lambda: _draft(folder).typed == typed)

        screen.type("\x1a")
        screen.until("set aside")
        assert screen.modes == screen.modes_before
        assert screen.leaves_as_it_was
        screen.type("\n")
        screen.until(*opened.text.split("\n"), "Shift-Tab")
        screen.type("\x03")

        screen.until(f"ended with {STOPPED}")
        assert screen.end() == 0
        assert screen.modes == screen.modes_before
    assert _draft(folder).typed == typed


PASTED = "\nThe home was clean.\n\n\tFather works nights.\n" + "word " * 2000 + "END\n"


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("prose", PASTED.strip() + "\n"),
        ("list", ["The home was clean.", "Father works nights.", "word " * 2000 + "END"]),
    ],
)
def test_a_long_paste_with_blank_lines_is_one_answer(
    folder: Path, name: str, taken: object
) -> None:
    opened = OPEN[name]
    with _begun(folder) as screen:
        _opened(screen, opened)
        screen.type(f"\x1b[200~{PASTED}\x1b[201~")
        screen.wait_for(lambda: opened.path in _draft(folder).typed)
        screen.type("\r")
        screen.wait_for(lambda: at(_draft(folder).answers, opened.path) == taken)
        screen.type("\x03")

        assert screen.end() == STOPPED


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("line", "lines, and one is the most"),
        ("moment", "is no day or time"),
        ("number", "is no whole number"),
        ("party", "lines, and one is the most"),
        ("row", "lines, and one is the most"),
    ],
)
def test_a_paste_that_does_not_fit_is_not_taken_and_not_lost(
    folder: Path, name: str, told: str
) -> None:
    opened = OPEN[name]
    with _begun(folder) as screen:
        _opened(screen, opened)
        screen.type(f"\x1b[200~{PASTED}\x1b[201~\r")
        screen.until(told)
        screen.type("\x03")

        assert screen.end() == STOPPED
    assert _draft(folder).typed == {opened.path: PASTED}


@pytest.fixture
def slow_editor(tmp_path: Path) -> str:
    """An editor that has saved a text and is still open."""
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\necho " and more" >>"$1"\necho "in the editor"\nread line\n')
    script.chmod(0o700)
    return str(script)


def test_ctrl_c_in_the_editor_is_the_editor_s(folder: Path, slow_editor: str) -> None:
    with _begun(folder, editor=slow_editor) as screen:
        _opened(screen, OPEN["prose"])
        screen.type("Half\x0f")
        screen.until("in the editor")
        assert screen.modes == screen.modes_before

        screen.type("\x03")
        screen.until("Not taken: the editor", "› Half")
        screen.type(" of it\r\r")
        screen.wait_for(lambda: at(_draft(folder).answers, "question.statement") == "Half of it")
        screen.type("\x03")

        assert screen.end() == STOPPED
        assert screen.modes == screen.modes_before


@pytest.mark.parametrize("way", ["terminated", "hung up", "killed", "closed"])
def test_what_stands_in_an_open_editor_is_found_again(
    folder: Path, slow_editor: str, way: str
) -> None:
    with _begun(folder, editor=slow_editor) as screen:
        _opened(screen, OPEN["prose"])
        screen.type("Half\x0f")
        screen.until("in the editor")
        screen.wait_for(lambda: _draft(folder).typed == {"question.statement": "Half"})

        WAYS[way].end(screen)

        assert screen.end() == WAYS[way].status
    assert _draft(folder).typed == {"question.statement": "Half"}
    with Terminal("--store", str(folder), "resume") as screen:
        screen.until("A text from an editor, which no answer has taken, stands in", "Half")
