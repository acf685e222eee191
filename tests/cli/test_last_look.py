"""The last look over a finished document: it stops a leak, and nothing else."""

import tomllib
from pathlib import Path

import pytest

from cases import CASES
from program import Program
from rationale_cli.services import comparing, telling, timing
from replay import played


@pytest.fixture(scope="module")
def cedar(module_folder: Path) -> Program:
    return played("cedar", module_folder / "cedar")


@pytest.mark.parametrize("audience", ["family", "child", "court", "learning", "audit", "lead"])
def test_words_of_our_own_that_a_record_uses_as_well_stop_nothing(
    cedar: Program, audience: str
) -> None:
    """A withheld risk says "at once", and so does a heading of every briefing."""
    record = cedar("list").out[:6]
    for form in ("html", "md"):
        said = cedar("brief", record, "--format", form, "-o", "-", "--audience", audience)
        assert said.status == 0
        assert "withheld" not in said.err


def test_a_document_that_leaks_is_not_handed_over(
    cedar: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A template of the future may be wrong: what it lets through still goes nowhere."""
    record, path = cedar("list").out[:6], tmp_path / "page.html"
    monkeypatch.setattr(
        telling,
        "render",
        lambda *_, **__: "Found at 02:30 in a room at HOTEL-H with ADULT-P and ADULT-Q.",
    )
    said = cedar("brief", record, "-o", str(path), "--audience", "family")
    assert said.status == 1
    assert "withheld" in said.err
    assert "HOTEL" not in said.err
    assert not path.exists()


def test_a_concern_that_is_withheld_goes_nowhere_either(
    module_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    alder, path = played("alder", module_folder / "alder", count=2), tmp_path / "page.html"
    record = alder("list").out[:6]
    answers = CASES / "alder" / "concern-1.toml"
    visitor = ("--for", "health visitor@health", "--via", "phone")
    by = ("--by", "lead social worker@children's social care")
    now = "2026-03-26T11:55+00:00"
    raised = alder("concern", "raise", record, *visitor, *by, "--answers", str(answers), now=now)
    assert raised.status == 0
    statement = tomllib.loads(answers.read_text(encoding="utf-8"))["if_right"]
    monkeypatch.setattr(telling, "render", lambda *_, **__: f"<p>{statement}</p>")
    for audience, status in (("family", 1), ("core-team", 0)):
        said = alder("brief", record, "-o", str(path), "--audience", audience)
        assert (said.status, path.exists()) == (status, not status), said.err


@pytest.mark.parametrize("command", ["brief", "diff", "timeline"])
def test_markdown_hides_no_leak_behind_its_escapes(
    cedar: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    record, path = cedar("list").out[:6], tmp_path / "page.md"
    told = "> Found at 02\\:30 in a\\\n> room at HOTEL\\-H with ADULT\\-P and ADULT\\-Q\\."
    for service in (telling, comparing, timing):
        monkeypatch.setattr(service, "render", lambda *_, **__: told)
    said = cedar(command, record, "-o", str(path), "--audience", "family")

    assert said.status == 1
    assert "withheld" in said.err
    assert not path.exists()


def test_what_another_record_tells_is_no_secret_of_the_line_of_time(tmp_path: Path) -> None:
    program = Program(tmp_path / "two")
    program("init", str(program.folder), "--bare-minimum", now="2026-03-24T09:00")
    said = (
        'case = "CASE-TWO"\n[[dissent]]\nid = "X1"\nrole = "nurse"\nat = 2026-03-23\n'
        'words = "He works nights at the harbour."\n'
    )
    for label in ('sensitivity = "police"\n', ""):
        by = ("--by", "lead@social care", "--answers", "-")
        done = program("new", *by, stdin=said + label, now="2026-03-24T10:00")
        assert done.status == 0, done.err
    line = ("timeline", "--case", "CASE-TWO", "--format", "html", "-o", "-")
    told = program(*line, "--audience", "core-team")

    assert told.status == 0, told.err
    assert "He works nights at the harbour." in told.out
