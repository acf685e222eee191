"""What the family may not see of CEDAR, over every verb that shows."""

import re
import subprocess
from pathlib import Path

import pytest

from program import Program
from replay import played

TOKENS = ("services-s", "hotel-h", "adult-p", "adult-q", "hotel", "motorway", "porter")
SETTINGS = '[audience.family]\nlabels = ["family"]\ndefault_label = "family"\n'
FAMILY = ("--audience", "family")


@pytest.fixture(scope="module")
def cedar(module_folder: Path) -> Program:
    program = played("cedar", module_folder / "cedar")
    path = program.folder / "rationale.toml"
    path.write_text(path.read_text(encoding="utf-8") + SETTINGS, encoding="utf-8")
    subprocess.run(["git", "commit", "-qam", "Settings"], cwd=program.folder, check=True)
    return program


def _id(program: Program) -> str:
    return program("list").out[:6]


@pytest.mark.parametrize(
    "verb",
    [
        ("list",),
        ("list", "--json"),
        ("list", "--as-of", "2026-11-21"),
        ("history", "ID"),
        ("history", "ID", "--json"),
        ("origin", "ID"),
        ("origin", "ID", "--json"),
        ("origin", "ID", "known"),
        ("timeline", "ID"),
        ("timeline", "ID", "--json"),
        ("timeline", "ID", "--format", "html", "-o", "-"),
        ("timeline", "ID", "--format", "md", "-o", "-"),
    ],
    ids=" ".join,
)
def test_nothing_of_it_is_shown(cedar: Program, verb: tuple[str, ...]) -> None:
    said = cedar(*(_id(cedar) if one == "ID" else one for one in verb), *FAMILY)
    told = (said.out + said.err).lower()
    assert told.strip()
    assert [token for token in TOKENS if token in told] == []


def test_the_folder_itself_shows_it(cedar: Program) -> None:
    assert "hotel-h" in cedar("timeline", _id(cedar)).out.lower()


def test_no_gap_in_the_ids_tells_how_much_is_missing(cedar: Program) -> None:
    told = cedar("origin", _id(cedar), "known", *FAMILY).out
    ids = sorted({int(one) for one in re.findall(r"known\.K(\d+)", told)})
    assert ids == list(range(1, len(ids) + 1))


def test_an_audience_that_is_not_there_is_refused_by_name(cedar: Program) -> None:
    said = cedar("list", "--audience", "familly")
    assert said.status == 2
    assert "'familly'" in said.err
    assert "court" in said.err
