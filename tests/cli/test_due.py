"""``rationale due``: what waits, over one folder or several."""

import json
import subprocess
from pathlib import Path

import pytest

from program import Program, run
from replay import played
from terminal import Size, Terminal


def _rows(program: Program, *options: str, now: str) -> list[list[str]]:
    return [row.split("\t") for row in program("due", *options, now=now).out.splitlines()]


@pytest.fixture(scope="module")
def alder(module_folder: Path) -> Program:
    return played("alder", module_folder / "alder")


def test_nothing_waits_in_a_record_that_was_closed(alder: Program) -> None:
    found = alder("due", "--exit-code", now="2027-01-01T09:00+00:00")

    assert (found.status, found.out, found.err) == (0, "", "")


def test_what_waits_before_the_first_review_of_a_placement(tmp_path: Path) -> None:
    program = played("alder", tmp_path / "alder", count=3)
    rows = _rows(program, now="2026-04-09T09:00+01:00")
    by_path = {row[5]: row for row in rows}

    assert [row[5] for row in rows[:3]] == ["action.J1", "action.J3", "unknown.U1"]
    # Good Friday and Easter Monday lie between.
    assert by_path["action.J3"][:3] == ["overdue", "2026-04-02", "3 working days late"]
    assert by_path["trigger.T0"][:3] == ["ahead", "2026-04-13", "in 4 days"]
    assert "trigger.T1" not in by_path, "an event that has not happened waits for nobody"
    assert by_path["time.effective_to"][0] == "ahead"
    assert "time.next_hearing" not in by_path, "something was recorded since"


def test_the_limit_of_police_protection_is_due(tmp_path: Path) -> None:
    program = played("cedar", tmp_path / "cedar", count=4)
    (limit,) = [row for row in _rows(program, now="2026-11-21T12:00+00:00") if row[3] == "limit"]

    assert limit[:3] == ["ahead", "2026-11-24T02:30:00+00:00", "in 3 days"]


def test_the_review_of_the_same_night_is_told_in_hours(tmp_path: Path) -> None:
    program = played("cedar", tmp_path / "cedar", count=1)
    before = {row[5]: row for row in _rows(program, now="2026-11-20T19:30+00:00")}
    after = {row[5]: row for row in _rows(program, now="2026-11-20T22:20+00:00")}

    assert before["trigger.T1"][:4] == [
        "today", "2026-11-20T22:00:00+00:00", "in 150 minutes", "review",
    ]  # fmt: skip
    assert after["trigger.T1"][2] == "20 minutes late"
    assert program("due", "--exit-code", now="2026-11-20T22:20+00:00").status == 1
    assert program("due", now="2026-11-20T22:20+00:00").status == 0


def test_several_folders_are_one_list(alder: Program, tmp_path: Path) -> None:
    cedar = played("cedar", tmp_path / "cedar", count=1)
    early = played("alder", tmp_path / "early", count=1)
    at = ("--now", "2026-11-20T19:30+00:00")
    done = run(*at, "due", "--in", *(str(one.folder) for one in (alder, cedar, early)))
    folders = {row.split("\t")[8] for row in done.out.splitlines()}

    assert (done.status, folders) == (0, {str(cedar.folder), str(early.folder)})


def test_a_folder_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    cedar = played("cedar", tmp_path / "cedar", count=1)
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    at = ("--now", "2026-11-20T19:30+00:00")
    done = run(*at, "due", "--json", "--in", str(nothing), "--in", str(cedar.folder))
    told = json.loads(done.out)

    assert done.status == 1, "cron must not think that all was looked at"
    assert str(nothing) in done.err
    assert [one["folder"] for one in told["unreadable"]] == [str(nothing)]
    assert {one["folder"] for one in told["due"]} == {str(cedar.folder)}
    page = run(
        *at, "due", "--format", "html", "-o", "-", "--in", str(nothing), str(cedar.folder)
    ).out
    assert f"<p>&#39;{nothing}&#39; is not a rationale folder.</p>" in page


def test_a_record_that_cannot_be_read_is_told(program: Program, record: str) -> None:
    path = program.folder / f"decisions/{record[0]}/{record[1]}/{record}.toml"
    path.write_text("format = 1\nid = 7\n", encoding="utf-8")
    subprocess.run(["git", "commit", "-qam", "by hand"], cwd=program.folder, check=True)
    found = program("due", "--case", "CASE-1", now="2026-03-03T09:00")

    assert found.out.startswith("undated\t-\tno date was set\tunreadable\t")
    assert program("due", "--exit-code", now="2026-03-03T09:00").status == 1


def test_a_record_is_no_folder(program: Program, record: str) -> None:
    done = program("due", record)

    assert (done.status, done.out) == (2, "")
    assert f"'{record}'" in done.err


def test_narrowing_to_a_role_says_what_belongs_to_nobody(program: Program, record: str) -> None:
    answers = '[[action]]\nwhat = "Ring."\n[[action]]\nwhat = "Go."\nowner = "nurse"\n'
    program("amend", record, "--answers", "-", "--because", "Two things to do.", stdin=answers)
    done = program("due", "--owner", "Nurse")

    assert [row.split("\t")[9] for row in done.out.splitlines()] == ["Go."]
    assert "Nobody is named for 1 more" in done.err


def test_an_unreadable_time_is_wrong_usage(program: Program) -> None:
    done = program("due", "--within", "soon")

    assert (done.status, done.out) == (2, "")
    assert "'soon'" in done.err


def test_alone_at_a_terminal_it_is_one_line_and_the_fifth_choice(program: Program) -> None:
    answers = 'title = "A"\n[[action]]\nwhat = "Ring the school about Monday."\ndue = 2026-03-02\n'
    program("new", "--answers", "-", now="2026-03-02T09:00", stdin=answers)
    line = ("--store", str(program.folder), "--now", "2026-03-05T09:00")
    with Terminal(*line, size=Size(24, 60)) as screen:
        screen.until("1 is overdue.")
        screen.until("Which")
        screen.type("5\r")
        screen.until("Ring the school about Monday.")
        assert screen.end() == 0


ENDED = """\
status = "closed"
[change]
because = "She went home, and nothing is left to decide."
[[outcome]]
text = "Ask early who is there at night."
"""


@pytest.mark.parametrize("is_ended", [False, True])
def test_a_question_waits_until_somebody_answers_it(
    program: Program, record: str, *, is_ended: bool
) -> None:
    if is_ended:
        ended = program("close", record, "--answers", "-", now="2026-03-02T09:30", stdin=ENDED)
        assert ended.status == 0, ended.err
    heard = ("--for", "nurse@health", "--via", "phone", "--received", "2026-03-02T10:00")
    question = "Who is there at night?"
    asked = program("reply", record, *heard, "--question", question, now="2026-03-02T10:05")
    waits = _rows(program, now="2026-03-03T09:00")
    answered = program("answer", record, "E1", "--text", "The carer.", now="2026-03-03T09:05")

    assert (asked.status, answered.status) == (0, 0), asked.err + answered.err
    assert ["question", f"From nurse, health: {question}"] in [[row[3], row[9]] for row in waits]
    assert "question" not in {row[3] for row in _rows(program, now="2026-03-03T09:10")}
