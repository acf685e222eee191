"""``rationale brief --format pdf``, as a user runs it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from program import Program
from replay import played

poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler-utils is not installed"
)
TOKENS = ("services-s", "hotel-h", "adult-p", "adult-q", "hotel", "motorway", "porter")
SETTINGS = '[audience.family]\nlabels = ["family"]\ndefault_label = "family"\n'


@pytest.fixture(scope="module")
def cedar(module_folder: Path) -> Program:
    program = played("cedar", module_folder / "cedar", count=6)
    path = program.folder / "rationale.toml"
    path.write_text(path.read_text(encoding="utf-8") + SETTINGS, encoding="utf-8")
    subprocess.run(["git", "commit", "-qam", "Settings"], cwd=program.folder, check=True)
    return program


def _id(program: Program) -> str:
    return program("list").out[:6]


def test_the_name_of_the_file_asks_for_it(cedar: Program, tmp_path: Path) -> None:
    path = tmp_path / "for the team.pdf"
    done = cedar("brief", _id(cedar), "-o", str(path))
    assert (done.status, done.last) == (0, str(path))
    assert "core team" in done.err
    assert path.read_bytes().startswith(b"%PDF-")


def test_without_a_name_it_is_named_by_the_record(cedar: Program) -> None:
    done = cedar("brief", _id(cedar), "--format", "pdf")
    assert done.last == f"briefing-{_id(cedar)}-r6.pdf"
    assert Path(done.last).read_bytes().startswith(b"%PDF-")


def test_standard_output_gets_the_same_bytes(cedar: Program, tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    cedar("brief", _id(cedar), "-o", str(path))
    command = (str(Path(sys.executable).with_name("rationale")), "--store", str(cedar.folder))
    told = subprocess.run(
        [*command, "brief", _id(cedar), "--format", "pdf", "-o", "-"],
        check=True,
        capture_output=True,
    )
    assert told.stdout == path.read_bytes()
    assert told.stderr == b""


def test_a_terminal_gets_no_bytes_that_it_would_obey(cedar: Program) -> None:
    command = (str(Path(sys.executable).with_name("rationale")), "--store", str(cedar.folder))
    ours, theirs = os.openpty()
    try:
        told = subprocess.run(
            [*command, "brief", _id(cedar), "--format", "pdf", "-o", "-"],
            check=False,
            stdout=theirs,
            stderr=subprocess.PIPE,
            text=True,
        )
    finally:
        os.close(theirs)
        os.close(ours)
    assert told.returncode == 2
    assert "-o FILE" in told.stderr


@poppler
def test_the_family_gets_nothing_that_is_withheld(cedar: Program, tmp_path: Path) -> None:
    path = tmp_path / "family.pdf"
    assert cedar("brief", _id(cedar), "-o", str(path), "--audience", "family").status == 0
    told = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True).stdout
    read = told.decode().lower()
    assert "not everything is in this copy" in read
    assert "coat" in read
    assert [token for token in TOKENS if token in read] == []
    raw = path.read_bytes().lower()
    assert [token for token in TOKENS if token.encode() in raw] == []


def test_without_the_extra_nothing_is_written_and_the_command_is_said(
    cedar: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    Path("kept.pdf").write_text("as it was", encoding="utf-8")
    done = cedar("brief", _id(cedar), "-o", "kept.pdf")
    assert (done.status, done.out) == (1, "")
    assert f"{sys.executable} -m pip install 'rationale-recorder[pdf]'" in done.err
    assert "pipx inject rationale-recorder typst" in done.err
    assert [one.name for one in Path().iterdir()] == ["kept.pdf"]
    assert Path("kept.pdf").read_text(encoding="utf-8") == "as it was"


def test_other_documents_are_no_pdf_and_say_so(cedar: Program) -> None:
    done = cedar("timeline", _id(cedar), "--format", "pdf")
    assert (done.status, done.out) == (2, "")
    assert "'pdf'" in done.err
