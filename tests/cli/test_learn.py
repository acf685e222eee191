"""``rationale learn``: over several folders, and with nothing of a record in it."""

import json
import re
from pathlib import Path

import pytest

from program import Program, run
from replay import played


@pytest.fixture(scope="module")
def both(module_folder: Path) -> tuple[Program, Program]:
    return tuple(played(case, module_folder / case) for case in ("alder", "cedar"))  # type: ignore[return-value]  # two of them


def _learnt(both: tuple[Program, Program], *options: str) -> str:
    done = run("learn", *options, "--in", *(str(one.folder) for one in both))
    assert (done.status, done.err) == (0, "")
    return done.out


def test_two_cases_are_told_together(both: tuple[Program, Program]) -> None:
    text = _learnt(both)

    assert text.startswith("From 2 decisions: too few to compare.")
    assert "From the first disagreement to the reversal: 13 calendar days" not in text
    assert "upheld" in text


def test_nothing_of_a_record_is_in_it(both: tuple[Program, Program]) -> None:
    told = _learnt(both) + _learnt(both, "--json")
    said = set(re.findall(r"[a-z0-9-]{4,}", told.casefold()))

    for program in both:
        (row,) = program("list").out.splitlines()
        record_id, *_, case, title = row.split("\t")
        assert record_id not in told
        assert case not in told
        assert title not in told
    for word in ("visitor", "manager", "sergeant", "services-s", "hotel-h", "adult-p", "baby"):
        assert word not in said, word


def test_for_programs_it_is_numbers(both: tuple[Program, Program]) -> None:
    told = json.loads(_learnt(both, "--json"))

    assert (told["schema"], told["decisions"], told["is_few"]) == (1, 2, True)
    assert told["dissent"] == {
        "count": 4, "upheld": 2, "not_upheld": 0, "withdrawn": 0, "still_open": 2,
    }  # fmt: skip
    assert all(set(one) == {"code", "decisions", "silent_first", "silent_now", "feared"}
               for one in told["harms"])  # fmt: skip


def test_one_folder_is_the_one_around_you(both: tuple[Program, Program]) -> None:
    done = both[0]("learn")

    assert done.status == 0
    assert "19 calendar days; 11 working days" in done.out


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    done = run("learn", "--in", str(tmp_path))

    assert done.status == 1
    assert str(tmp_path) in done.err
    assert "No decision could be read" in done.out


def test_a_decision_of_which_there_is_no_copy_keeps_nobody_from_the_others(tmp_path: Path) -> None:
    program = Program(tmp_path / "decisions")
    program("init", str(program.folder), "--bare-minimum")
    label = '[handling.sensitivity]\n"time.recorded_at" = "police"\n'
    for text in ('title = "One"\n', f'title = "Other"\n{label}'):
        done = program("new", "--by", "nurse@health", "--answers", "-", stdin=text)
        assert done.status == 0, done.err
    done = program("learn", "--audience", "core-team")

    assert (done.status, done.err) == (0, "What is withheld from 'core-team' was not counted.\n")
    assert done.out.startswith("From 1 decision: too few to compare.")
    assert "1 record could not be read and is not counted." in done.out
