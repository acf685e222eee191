"""A record full of text that wants to act: no verb obeys any of it, wherever it is shown."""

import os
import re
import subprocess
import sys
import termios
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import tomli
import tomli_w

from cases import CASES
from program import Outcome, Program
from rationale_cli.domain.clean import clean
from rationale_cli.render import readable

ACTING = (
    "=A\u202eB\u2066\u200b\u00ad\U000e0041\ue000 \x1b[2J\x1b]52;c;aGk=\x07 \u009b31m\r"
    "\n::error::forged\n+1 @x [link=file:///x]y[/link] [/17] "
)
"""Bidirectional, zero-width, tag and private-use characters; a screen cleared, a clipboard written
to (with C0 and with C1); a lone return; a line for a build server; a formula; markup of rich."""

SHORT = ACTING.partition("\r")[0]
BY = ("--by", "lead social worker@children's social care")
_FORMULA = re.compile(r"""["=@]|[-+](?!\d*$)""")


def _hostile(value: Any) -> Any:
    """The same answers, every text of several words begun with what acts."""
    if isinstance(value, str):
        return f"{ACTING}{value}" if " " in value and "@" not in value else value
    if isinstance(value, dict):
        return {name: _hostile(one) for name, one in value.items() if name != "harm"} | {
            name: one for name, one in value.items() if name in {"harm", "by", "role", "agency"}
        }
    return [_hostile(one) for one in value] if isinstance(value, list) else value


def _answers(name: str) -> str:
    table = tomli.loads((CASES / "alder" / f"{name}.toml").read_text(encoding="utf-8"))
    return tomli_w.dumps({**_hostile(table), "title": f"{SHORT}t"})


@pytest.fixture(scope="module")
def folder(module_folder: Path) -> tuple[Program, str, str]:
    """A folder with a decision, its replies and a concern, and a provision of the team's own."""
    program = Program(module_folder / "case")
    program("init", str(program.folder), "--bare-minimum", *BY, now="2026-03-24T09:00")
    (program.folder / "law").mkdir()
    row = {"id": "OUR-1", "citation": f"{SHORT}c", "short": f"{SHORT}s", "plain": f"{ACTING}p"}
    (program.folder / "law" / "ours.toml").write_text(
        tomli_w.dumps({"format": 1, "provision": [row]}), encoding="utf-8"
    )
    for arguments in (("add", "law"), ("commit", "--quiet", "--message", "law")):
        subprocess.run(["git", *arguments], cwd=program.folder, check=True)
    new = ("new", "--question-set", "care-plan", "--answers", "-", *BY)
    record = _saved(program(*new, now="2026-03-24T16:10", stdin=_answers("r1")))
    for name, now in (("r2", "2026-03-26T11:50"), ("r3", "2026-04-01T17:05")):
        _saved(program("amend", record, "--answers", "-", *BY, now=now, stdin=_answers(name)))
    question = tomli_w.dumps({"entry": [{"kind": "question", "text": f"{ACTING}why?"}]})
    said = ("--for", "school@school", "--via", "email", "--received", "2026-04-02T09:00")
    program("reply", record, "--answers", "-", *said, *BY, now="2026-04-02T10:00", stdin=question)
    raised = tomli_w.dumps({"statement": f"{ACTING}s", "if_right": f"{ACTING}i", "asks": [ACTING]})
    concern = _saved(
        program(
            "concern", "raise", record, "--answers", "-", *BY, now="2026-04-02T11:00", stdin=raised
        )
    )
    return program, record, concern


def _saved(done: Outcome) -> str:
    assert done.status == 0, done.err
    return done.last[:6]


def _commands(record: str, concern: str) -> Iterator[tuple[str, ...]]:
    for verb in ("show", "history", "diff", "origin", "timeline", "seen", "check", "list", "due"):
        named = () if verb in {"list", "due"} else (record,)
        yield verb, *named
        yield verb, *named, "--json"
    yield "diff", record, "1..3"
    yield "diff", record, "1..3", "--json"
    yield "check", record, "--format", "github"
    for concerning in (("list",), ("show", concern)):
        yield "concern", *concerning
        yield "concern", *concerning, "--json"
    yield "concern", "show", concern, "--form"
    for law in ((), ("OUR-1",)):
        yield "law", *law
        yield "law", *law, "--json"
    yield ("learn",)
    yield "learn", "--json"
    for form in ("html", "md", "txt", "json"):
        yield "brief", record, "--format", form, "-o", "-"
    for form in ("html", "md"):
        yield "diff", record, "1..3", "--format", form, "-o", "-"
        yield "timeline", record, "--format", form, "-o", "-"
    yield "due", "--format", "html", "-o", "-"
    yield "due", "--ics", "-o", "-"


def test_nothing_that_acts_reaches_anybody(folder: tuple[Program, str, str]) -> None:
    program, record, concern = folder
    acted = {}
    for command in _commands(record, concern):
        done = program(*command, now="2026-04-03T09:00")
        assert done.status in {0, 1}, (command, done.err)
        for text in (done.out.replace("\r\n", "\n"), done.err):
            if clean(text) != text:
                acted[command] = [line for line in text.split("\n") if clean(line) != line]

    assert acted == {}


def test_what_acts_is_shown_by_its_number(folder: tuple[Program, str, str]) -> None:
    program, record, concern = folder

    for command in (("show", record), ("concern", "show", concern), ("law", "OUR-1"), ("due",)):
        assert "‹U+202E›" in program(*command, now="2026-04-03T09:00").out, command


def test_no_cell_of_a_list_is_a_formula(folder: tuple[Program, str, str]) -> None:
    program, record, _ = folder
    lists = (
        ("list",), ("due",), ("history", record), ("timeline", record), ("seen", record),
        ("origin", record), ("concern", "list"), ("law",), ("diff", record, "1..3"), ("learn",),
        ("check", record),
    )  # fmt: skip

    for command in lists:
        out = program(*command, now="2026-04-03T09:00").out
        if "\t" not in out:
            continue
        begun = {cell for line in out.splitlines() for cell in line.split("\t") if cell}
        assert [one for one in begun if _FORMULA.match(one)] == []


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ('=HYPERLINK("https://x.invalid","y")', '\'=HYPERLINK("https://x.invalid","y")'),
        ("@SUM(1)", "'@SUM(1)"),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("+1", "+1"),
        ("-1", "-1"),
        ("\t=1", "'=1"),
        ("\x1b[31m=1", "‹U+001B›[31m=1"),
        ("\u202e=1\u2066", "‹U+202E›=1‹U+2066›"),
        ("-2 kg since Monday", "'-2 kg since Monday"),
    ],
)
def test_a_title_is_a_text_where_a_spreadsheet_opens_it_and_reads_as_typed_elsewhere(
    tmp_path: Path, title: str, cell: str
) -> None:
    """Numbers are numbers; only a cell of a piped list has an apostrophe of ours before it."""
    program = Program(tmp_path / "case")
    program("init", str(program.folder), "--bare-minimum", *BY, now="2026-03-24T09:00")
    table = tomli.loads((CASES / "alder" / "r1.toml").read_text(encoding="utf-8"))
    action = {"what": title, "owner": "lead social worker", "due": date(2026, 4, 1)}
    answers = tomli_w.dumps({**table, "title": title, "action": [action]})
    new = ("new", "--question-set", "care-plan", "--answers", "-", *BY)
    record = _saved(program(*new, now="2026-03-24T16:10", stdin=answers))
    shown = " ".join(clean(title).split())
    now = "2026-04-03T09:00"

    for verb in ("list", "due"):
        lines = program(verb, now=now).out.splitlines()
        cells = {one for line in lines for one in line.split("\t")}
        assert {one for one in cells if one.strip("'") == cell.strip("'")} == {cell}, verb
    for command in (("show", record), ("brief", record, "--format", "txt", "-o", "-")):
        assert shown in " ".join(program(*command, now=now).out.split()), command
    page = program("brief", record, "--format", "html", "-o", "-", now=now).out
    assert f"<h1>{shown}" in " ".join(unescape(page).split())


@pytest.mark.parametrize("form", ["eml", "docx", "pdf"])
def test_nothing_that_acts_stands_in_a_file_either(
    folder: tuple[Program, str, str], tmp_path: Path, form: str
) -> None:
    program, record, _ = folder
    path = tmp_path / f"briefing.{form}"
    done = program("brief", record, "-o", str(path), now="2026-04-03T09:00")
    assert done.status == 0, done.err
    if form == "pdf":
        command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
        told = subprocess.run(command, check=True, capture_output=True).stdout.decode()
        told = told.replace("\f", "\n").replace("\u2060", "")  # it joins dots and a page number
    else:
        told = readable.from_word(path.read_bytes()) if form == "docx" else _mail(path.read_bytes())

    assert "‹U+202E›" in re.sub(r"\s", "", told)
    assert [line for line in told.split("\n") if clean(line) != line] == []


def _mail(data: bytes) -> str:
    said, files = readable.from_mail(data)
    return "\n".join((said, *(content.decode() for _, content in files))).replace("\r\n", "\n")


def test_no_text_becomes_a_line_for_the_build_server(folder: tuple[Program, str, str]) -> None:
    program, record, _ = folder

    lines = program("check", record, "--format", "github", now="2026-04-03T09:00").out.splitlines()

    assert lines
    assert [one for one in lines if not re.match(r"::(error|warning|notice) ", one)] == []


def test_nothing_acts_on_a_terminal(folder: tuple[Program, str, str]) -> None:
    """NO_COLOR is set in tests: whatever a screen obeys then is out of the record."""
    program, record, concern = folder
    shown = {}
    for command in _commands(record, concern):
        if "--json" in command or "-o" in command:
            continue
        raw = _on_a_screen(program, *command)
        assert raw, command
        assert command[0] != "show" or "‹U+202E›" in raw
        if clean(raw) != raw:
            shown[command] = [line for line in raw.split("\n") if clean(line) != line]

    assert shown == {}


def _on_a_screen(program: Program, *command: str) -> str:
    screen, slave = os.openpty()
    termios.tcsetwinsize(slave, (40, 60))
    written: list[bytes] = []

    def read() -> None:
        with suppress(OSError):  # the other end is closed
            while some := os.read(screen, 65536):
                written.append(some)

    reader = threading.Thread(target=read)
    reader.start()
    subprocess.run(
        [sys.executable, "-m", "rationale_cli.cli.app", "--store", str(program.folder), "--now",
         "2026-04-03T09:00", *command],
        stdin=slave, stdout=slave, stderr=slave, check=False, timeout=60,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "60"},
    )  # fmt: skip
    os.close(slave)
    reader.join()
    os.close(screen)
    return b"".join(written).decode().replace("\r\n", "\n")
