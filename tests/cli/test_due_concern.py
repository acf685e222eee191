"""``rationale due`` and ``learn`` over a concern that drifts: CASE-ALDER's, step by step."""

from pathlib import Path

import pytest

from cases import CASES
from program import Program, run
from replay import played

LEAD = "lead social worker@children's social care"
MANAGER = "team manager@children's social care"
PHONED = ("--for", "health visitor@health", "--via", "phone")

STEPS = (
    ("2026-03-30T09:30+01:00", "advance", "concern-1-stage-1", LEAD, PHONED),
    ("2026-04-01T16:20+01:00", "advance", "concern-1-stage-2", LEAD, PHONED),
    ("2026-04-02T12:00+01:00", "pause", "concern-1-pause", MANAGER, ()),
    ("2026-04-13T10:00+01:00", "restart", "concern-1-restart", LEAD, PHONED),
    ("2026-04-20T10:05+01:00", "close", "concern-1-close", MANAGER, ()),
)


def _answers(name: str) -> tuple[str, str]:
    return "--answers", str(CASES / "alder" / f"{name}.toml")


def _raised(folder: Path, *, steps: int) -> tuple[Program, str]:
    """The case with its concern, and so many steps of that."""
    program = played("alder", folder, count=2)
    (row,) = program("list").out.splitlines()
    done = program(
        "concern", "raise", row[:6], *_answers("concern-1"), "--by", LEAD, *PHONED,
        now="2026-03-26T11:55+00:00",
    )  # fmt: skip
    assert done.status == 0, done.err
    concern = done.last[:6]
    for now, verb, answers, by, said_by in STEPS[:steps]:
        done = program("concern", verb, concern, *_answers(answers), "--by", by, *said_by, now=now)
        assert done.status == 0, done.err
    return program, concern


def _rows(program: Program, concern: str, *, now: str) -> dict[str, list[str]]:
    rows = [row.split("\t") for row in program("due", now=now).out.splitlines()]
    return {row[3]: row for row in rows if row[4] == concern}


def test_the_stage_that_runs_is_due(tmp_path: Path) -> None:
    program, concern = _raised(tmp_path / "case", steps=2)
    before = _rows(program, concern, now="2026-04-02T09:00+01:00")
    after = _rows(program, concern, now="2026-04-14T09:00+01:00")

    # Good Friday and Easter Monday lie between, and the stage has five working days.
    assert before["stage"][:3] == ["ahead", "2026-04-10", "in 8 days"]
    assert after["stage"][:3] == ["overdue", "2026-04-10", "2 working days late"]


def test_a_pause_without_a_day_is_told_and_the_first_date_stays(tmp_path: Path) -> None:
    program, concern = _raised(tmp_path / "case", steps=3)
    found = _rows(program, concern, now="2026-04-13T09:00+01:00")

    assert found["stage"][1] == "2026-04-10"
    assert "5 working days lost so far" in found["stage"][9]
    assert found["pause"][:3] == ["undated", "-", "no date was set"]
    assert "nobody has said when it goes on" in found["pause"][9]


def test_a_restart_shows_both_dates(tmp_path: Path) -> None:
    program, concern = _raised(tmp_path / "case", steps=4)
    found = _rows(program, concern, now="2026-04-13T11:00+01:00")
    page = program(
        "due", "--format", "html", "-o", "-", "--within", "2w", now="2026-04-13T11:00+01:00"
    ).out

    assert set(found) == {"stage"}
    assert found["stage"][:3] == ["ahead", "2026-04-20", "in 7 days"]
    assert "due 20 April 2026 · originally 10 April 2026" in page


def test_a_concern_that_has_ended_waits_for_nobody(tmp_path: Path) -> None:
    program, concern = _raised(tmp_path / "case", steps=5)

    assert _rows(program, concern, now="2026-05-20T11:00+01:00") == {}


@pytest.mark.parametrize("steps", [3, 4])
def test_an_open_concern_stays_in_sight_when_its_decision_is_closed(
    tmp_path: Path, steps: int
) -> None:
    program, concern = _raised(tmp_path / "case", steps=steps)
    (row,) = program("list").out.splitlines()
    closed = program("close", row[:6], *_answers("r7"), "--by", MANAGER, now="2026-04-20T10:20")
    assert closed.status == 0, closed.err
    rows = program("due", now="2026-04-21T09:00+01:00").out.splitlines()

    assert {row.split("\t")[4] for row in rows} == {concern}


def test_what_the_concern_teaches(tmp_path: Path) -> None:
    program, _ = _raised(tmp_path / "case", steps=5)
    told = run("learn", "--in", str(program.folder)).out

    assert "Stage 1: 1 working day; allowed was 1, and 0 of 1 took longer." in told
    assert "Stage 3: 11 working days; allowed were 5, and 1 of 1 took longer." in told
    assert "Of 1 pause, 1 lacked something: not agreed by two (1)" in told
    assert "health visitor" not in told
