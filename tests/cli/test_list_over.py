"""``rationale list --in``: the decisions of many folders, each with the folder that it is in."""

import json
from pathlib import Path

import pytest

from program import Program, run
from replay import played
from terminal import Size, Terminal


@pytest.fixture(scope="module")
def both(module_folder: Path) -> tuple[Program, Program]:
    return (
        played("alder", module_folder / "alder", count=2),
        played("cedar", module_folder / "cedar", count=1),
    )


def test_each_decision_stands_with_its_folder(both: tuple[Program, Program]) -> None:
    alder, cedar = (str(one.folder) for one in both)
    rows = [row.split("\t") for row in run("list", "--in", alder, cedar).out.splitlines()]
    alone = [row.split("\t") for row in both[0]("list").out.splitlines()]

    assert [row[-1] for row in rows] == [alder, cedar]
    assert rows[0][:-1] == alone[0]


def test_a_folder_that_cannot_be_read_stops_no_other(
    both: tuple[Program, Program], tmp_path: Path
) -> None:
    cedar = str(both[1].folder)
    done = run("list", "--json", "--in", str(tmp_path), cedar)
    told = json.loads(done.out)

    assert done.status == 1
    assert str(tmp_path) in done.err
    assert [one["folder"] for one in told["unreadable"]] == [str(tmp_path)]
    assert [one["folder"] for one in told["decisions"]] == [cedar]
    alone = json.loads(both[1]("list", "--json").out)
    assert (alone["decisions"][0]["folder"], alone["unreadable"]) == (None, [])


def test_the_past_of_each_is_told_by_its_name(both: tuple[Program, Program]) -> None:
    alder, cedar = (str(one.folder) for one in both)
    at = ("--as-of", "2026-03-25")
    done = run("list", *at, "--in", alder, cedar)
    told = json.loads(run("list", "--json", *at, "--in", alder, cedar).out)

    assert f"{alder}: As it was known at the end of 25 March 2026" in done.err
    assert f"{cedar}: As it was known at the end of 25 March 2026" in done.err
    assert [row.split("\t")[1] for row in done.out.splitlines()] == ["r1"]
    assert told["hidden"] == 1


def test_a_record_is_no_folder(both: tuple[Program, Program]) -> None:
    done = both[0]("list", "abc234")

    assert (done.status, done.out) == (2, "")
    assert "'abc234' stands alone" in done.err


def test_at_a_terminal_each_folder_has_its_own_list(both: tuple[Program, Program]) -> None:
    alder, cedar = (str(one.folder) for one in both)
    with Terminal("list", "--in", alder, cedar, size=Size(24, 100)) as screen:
        assert screen.end() == 0
        lines = [line.strip() for line in screen.seen.splitlines()]
    assert lines.count("") <= 2
    assert "".join(lines).index(alder) < "".join(lines).index(cedar)
