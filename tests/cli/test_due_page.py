"""``rationale due --format html``: one page for a meeting."""

import re
from pathlib import Path

import pytest

from program import Program, run
from replay import played

NOW = "2026-11-20T22:20+00:00"


@pytest.fixture(scope="module")
def cedar(module_folder: Path) -> Program:
    return played("cedar", module_folder / "cedar", count=1)


def _page(*arguments: str) -> str:
    done = run("--now", NOW, *arguments)
    assert done.status == 0, done.err
    return done.out


def test_a_page_has_a_box_to_tick_for_each_thing(cedar: Program) -> None:
    page = _page("--store", str(cedar.folder), "due", "--format", "html", "-o", "-")
    rows = cedar("due", now=NOW).out.splitlines()

    assert page.count('class="box"') == len(rows) > 3
    assert "As at 20 November 2026, 22:20." in page
    assert "20 minutes late" in page
    assert "Look again at the grade." in page


def test_a_page_loads_nothing_and_runs_nothing(cedar: Program) -> None:
    page = _page("--store", str(cedar.folder), "due", "--format", "html", "-o", "-")

    assert "<script" not in page
    assert not re.search(r"(?:src|href)\s*=\s*[\"'](?!#)", page)


def test_a_page_goes_case_by_case_and_says_to_what_it_was_narrowed(
    cedar: Program, tmp_path: Path
) -> None:
    alder = played("alder", tmp_path / "alder", count=1)
    folders = [str(cedar.folder), str(alder.folder)]
    page = _page("due", "--format", "html", "-o", "-", "--within", "5d", "--in", *folders)
    headings = re.findall(r'<h2 id="case-\d">(.*?)</h2>', page)

    assert headings == ["CASE-ALDER", "CASE-CEDAR"]
    assert "Overdue, due within 5d, or without a date." in page


def test_a_folder_that_cannot_be_read_is_named_on_the_page(cedar: Program, tmp_path: Path) -> None:
    folders = [str(cedar.folder), str(tmp_path)]
    done = run("--now", NOW, "due", "--format", "html", "-o", "-", "--in", *folders)

    assert done.status == 1
    assert "Not everything could be read" in done.out


def test_a_format_that_is_none_is_wrong_usage(cedar: Program) -> None:
    assert cedar("due", "--format", "pdf").status == 2
    assert cedar("due", "--format", "html", "--json").status == 2
