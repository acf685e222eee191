"""Word, e-mail and text as ``rationale brief`` writes them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import word_files
from program import Program
from rationale_cli.cli import document
from rationale_cli.render import readable
from replay import played

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


@pytest.mark.parametrize(
    ("file", "start"),
    [("a.docx", b"PK\x03\x04"), ("a.eml", b"X-Unsent: 1\r\n"), ("a.txt", b"OFF"), ("a.json", b"{")],
)
def test_the_name_of_the_file_asks_for_the_format(cedar: Program, file: str, start: bytes) -> None:
    done = cedar("brief", _id(cedar), "-o", file)

    assert (done.status, done.last) == (0, file)
    assert Path(file).read_bytes().startswith(start)


def test_the_family_gets_nothing_that_is_withheld_in_a_word_document(cedar: Program) -> None:
    cedar("brief", _id(cedar), "-o", "a.docx", "--audience", "family")
    read = readable.from_word(Path("a.docx").read_bytes()).lower()

    assert "not everything is in this copy" in read
    assert "coat" in read
    assert [token for token in TOKENS if token in read] == []


@pytest.mark.parametrize("attach", ["html", "docx", "md"])
def test_the_family_gets_nothing_that_is_withheld_by_e_mail(cedar: Program, attach: str) -> None:
    cedar("brief", _id(cedar), "-o", "a.eml", "--attach", attach, "--audience", "family")
    told, ((name, content),) = readable.from_mail(Path("a.eml").read_bytes())
    whole = readable.from_word(content) if attach == "docx" else content.decode()

    assert name == f"briefing-{_id(cedar)}-r6-family.{attach}"
    assert [token for token in TOKENS if token in (told + whole).lower()] == []


def test_a_withheld_text_in_the_letterhead_is_found(cedar: Program) -> None:
    import docx

    shown = json.loads(cedar("show", _id(cedar), "--json").out)
    secret = next(one["text"] for one in _known(shown) if one["id"] == "K9")
    letterhead = docx.Document()
    letterhead.sections[0].header.paragraphs[0].text = secret
    Path("letterhead.docx").write_bytes(word_files.saved(letterhead))

    done = cedar(
        "brief", _id(cedar), "-o", "a.docx", "--template", "letterhead.docx",
        "--audience", "family",
    )  # fmt: skip

    assert (done.status, done.out) == (1, "")
    assert "withheld from that audience" in done.err
    assert not Path("a.docx").exists()


def test_the_letterhead_is_the_organisations_own(cedar: Program) -> None:
    Path("letterhead.docx").write_bytes(word_files.letterhead())
    done = cedar("brief", _id(cedar), "-o", "a.docx", "--template", "letterhead.docx")
    mailed = cedar(
        "brief", _id(cedar), "-o", "a.eml", "--attach", "docx", "--template", "letterhead.docx"
    )

    assert (done.status, mailed.status) == (0, 0)
    assert "Borough of Nowhere" in readable.from_word(Path("a.docx").read_bytes())
    assert readable.from_mail(Path("a.eml").read_bytes())[1][0][1] == Path("a.docx").read_bytes()


@pytest.mark.parametrize(
    ("options", "status", "told"),
    [
        (("--attach", "md"), 2, "--attach is not for this format"),
        (("--template", "x.docx"), 2, "--template is not for this format"),
        (("--format", "eml", "--attach", "txt"), 2, "'txt' is no format of this document"),
        (("--format", "eml", "--template", "x.docx"), 2, "--template is not for this format"),
        (("--format", "docx", "--template", "x.docx"), 1, "cannot read the template 'x.docx'"),
        (("--format", "docx", "--template", "."), 1, "cannot read the template '.'"),
        (("--format", "odt"), 2, "html, md, txt, json, pdf, docx (Word) or eml (e-mail)."),
    ],
)
def test_what_does_not_go_together_is_said(
    cedar: Program, options: tuple[str, ...], status: int, told: str
) -> None:
    done = cedar("brief", _id(cedar), *options)

    assert (done.status, done.out) == (status, "")
    assert told in done.err
    assert list(Path().iterdir()) == []


def test_without_the_extra_nothing_is_written_and_the_command_is_said(
    cedar: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)

    for file in (("a.docx",), ("a.eml", "--attach", "docx")):
        done = cedar("brief", _id(cedar), "-o", *file)
        assert (done.status, done.out) == (1, "")
        assert f"{sys.executable} -m pip install 'rationale-recorder[word]'" in done.err
        assert "pipx inject rationale-recorder python-docx" in done.err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("-o", "none/a.html"), "hint: Make the folder 'none' first, or name another file"),
        (("-o", "."), "hint: Name a file in that folder with -o FILE; nothing was changed."),
    ],
)
def test_where_it_cannot_be_written_the_next_step_is_said(
    cedar: Program, options: tuple[str, ...], told: str
) -> None:
    done = cedar("brief", _id(cedar), *options)

    assert (done.status, done.out) == (1, "")
    assert told in done.err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    ("file", "options", "told"),
    [
        ("page", (), "does not end in .html"),
        ("a.html", ("--format", "md"), "does not end in .md"),
        ("a.TXT", (), ""),
        ("a.htm", (), ""),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_told(
    cedar: Program, file: str, options: tuple[str, ...], told: str
) -> None:
    done = cedar("brief", _id(cedar), "-o", file, *options)

    assert (done.status, done.last) == (0, file)
    assert told in done.err
    assert bool(told) is ("does not end in" in done.err)


def test_a_pipe_is_written_into_and_stays_one() -> None:
    """Whoever may do so would otherwise put a file in the place of ``/dev/null``."""
    path = Path("pipe")
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        document.write(path, "A briefing.\n")
        assert os.read(reader, 100) == b"A briefing.\n"
    finally:
        os.close(reader)
    assert path.is_fifo()


def test_an_e_mail_needs_no_extra(cedar: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)

    assert cedar("brief", _id(cedar), "-o", "a.eml").status == 0


def _known(shown: dict[str, object]) -> list[dict[str, str]]:
    found = shown.get("decision", shown)
    assert isinstance(found, dict)
    rows: list[dict[str, str]] = found["known"]
    return rows


def test_a_word_document_that_somebody_went_on_writing_in_stays(
    cedar: Program, tmp_path: Path
) -> None:
    import docx

    path = tmp_path / "a.docx"
    made = [cedar("brief", _id(cedar), "-o", str(path)).status for _ in range(2)]
    edited = docx.Document(str(path))
    edited.add_paragraph("Agreed by phone.")
    edited.save(str(path))
    before = path.read_bytes()
    again = cedar("brief", _id(cedar), "-o", str(path))

    assert (made, again.status) == ([0, 0], 1)
    assert f"'{path}' is there already" in again.err
    assert path.read_bytes() == before
