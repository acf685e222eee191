"""``rationale brief --audience``, as whoever makes a copy for somebody runs it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from program import Program
from replay import played

GIVES_AWAY = (
    "chosen",
    "rejected",
    "parked",
    "six-week assessment placement",
    "gives the court the best evidence",
    "waiting for a place uses up",
    "the court needs evidence of daily care",
    "a shows most",
    "an adult whom nobody has assessed",
    "likelihood",
    "team manager",
)
"""What would tell which option the record of ALDER favours at first, or why."""


@pytest.fixture(scope="module")
def alder(module_folder: Path) -> Program:
    return played("alder", module_folder / "alder", count=2)


def _id(program: Program) -> str:
    return program("list").out[:6]


@pytest.mark.parametrize("form", ["html", "md", "txt", "json", "pdf"])
def test_the_page_before_deciding_does_not_tell_what_is_favoured(
    alder: Program, form: str, tmp_path: Path
) -> None:
    path = tmp_path / f"views.{form}"
    asked = ("--audience", "views", "--revision", "1", "-o", str(path))
    done = alder("brief", _id(alder), *asked)
    assert done.status == 0
    assert "everybody who is asked before you decide" in done.err
    if form == "pdf":
        if shutil.which("pdftotext") is None:
            pytest.skip("poppler-utils is not installed")
        read = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True)
        text = read.stdout.decode().lower()
    else:
        text = path.read_text(encoding="utf-8").lower()
    flat = " ".join(text.split())
    assert "what would worry you most?" in flat
    assert "mother-and-baby residential unit" in flat
    style = flat.partition("</style>")[0] if form == "html" else ""
    assert [one for one in GIVES_AWAY if one in flat.removeprefix(style)] == []


@pytest.mark.parametrize("audience", ["family", "child"])
def test_whoever_makes_a_copy_for_which_nothing_is_cleared_is_told_how_to(
    alder: Program, audience: str
) -> None:
    made = ("--audience", audience, "--format", "txt", "-o", "-")
    done = alder("brief", _id(alder), *made)
    assert done.status == 0
    assert "Nothing has been cleared for this copy yet" in done.out
    assert f"[audience.{audience}]" in done.err
    assert "default_label" in done.err
    assert "partner" not in done.out


def test_a_copy_that_names_nobody_asks_for_no_contact(alder: Program, tmp_path: Path) -> None:
    said = {
        audience: alder("brief", _id(alder), "--audience", audience, "-o", str(tmp_path / "a.txt"))
        for audience in ("family", "learning")
    }

    assert "names nobody else to call" in said["family"].err
    assert "names nobody else to call" not in said["learning"].err


def test_following_what_is_said_clears_it(alder: Program, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    shutil.copytree(alder.folder, folder)
    settings = folder / "rationale.toml"
    added = '\n[audience.family]\ndefault_label = "family"\n'
    settings.write_text(settings.read_text(encoding="utf-8") + added, encoding="utf-8")
    subprocess.run(["git", "commit", "-qam", "Settings"], cwd=folder, check=True)

    own = Program(folder)
    done = own("brief", _id(own), "--audience", "family", "--format", "txt", "-o", "-")

    assert done.status == 0
    assert "cleared" not in done.err
    assert "because it is for the family" not in done.out
    assert "Why\n===" in done.out


CLEARED = """
[handling.sensitivity]
title = "family"
"question.statement" = "family"

[[option]]
id = "A"
sensitivity = "family"
"""


def test_what_was_cleared_later_was_not_decided_then(alder: Program, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    shutil.copytree(alder.folder, folder)
    own, file = Program(folder), tmp_path / "clear.toml"
    file.write_text(CLEARED, encoding="utf-8")
    by = (
        "--because",
        "Cleared for the family.",
        "--by",
        "lead social worker@children's social care",
    )
    saved = own("amend", _id(own), "--answers", str(file), *by, now="2026-05-04T09:00")
    assert saved.status == 0

    told = own("brief", _id(own), "--audience", "family", "--format", "txt", "-o", "-").out

    assert "When: 24 March 2026, 15:30" in told
    assert "When: 4 May" not in told


def test_nobody_is_told_so_who_gets_something(alder: Program) -> None:
    done = alder("brief", _id(alder), "--audience", "court", "--format", "md", "-o", "-")
    assert done.status == 0
    assert "cleared" not in done.err


def test_a_slip_in_an_agency_is_asked_about_and_the_copy_made(alder: Program) -> None:
    done = alder("brief", _id(alder), "--audience", "agency:helth", "--format", "md", "-o", "-")
    assert (done.status, "Did you mean 'agency:health'?" in done.err) == (0, True)


def test_changes_are_told_since_the_revision_that_is_named(alder: Program) -> None:
    told = alder("brief", _id(alder), "--since", "1", "--format", "md", "-o", "-").out
    assert "What changed since revision 1" in told
    refused = alder("brief", _id(alder), "--since", "9", "-o", "-")
    assert (refused.status, "'9'" in refused.err) == (1, True)
    both = ("--since", "1", "--since-read", "health visitor@health")
    assert alder("brief", _id(alder), *both, "-o", "-").status == 2


def test_changes_are_told_since_somebody_read_it_last(alder: Program) -> None:
    asked = ("--since-read", "health visitor@health", "--format", "md", "-o", "-")
    never = alder("brief", _id(alder), *asked)
    assert (never.status, "is not known to have read" in never.err) == (1, True)
    assert "--read --via phone --received now'" in never.err


def test_page_one_alone_and_other_audiences_have_files_of_their_own(
    alder: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    record = _id(alder)
    named = [
        alder("brief", record, *more).last
        for more in (
            (),
            ("--length", "page"),
            ("--audience", "family"),
            ("--audience", "agency:health", "--format", "md"),
        )
    ]
    assert named == [
        f"briefing-{record}-r2.html",
        f"briefing-{record}-r2-page.html",
        f"briefing-{record}-r2-family.html",
        f"briefing-{record}-r2-agency-health.md",
    ]
    assert alder("brief", record, "--length", "short").status == 2
