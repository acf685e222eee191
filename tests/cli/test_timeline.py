"""``rationale timeline``: on a screen, in a pipe, for programs, and as a document."""

import json
import subprocess
from pathlib import Path

import pytest

from cases import CASES
from program import Program, run

LEAD = "lead social worker@children's social care"


@pytest.fixture(scope="module")
def alder(module_folder: Path) -> Program:
    """The first five revisions of the case, the last one a reversal."""
    program = Program(module_folder / "alder")
    program("init", str(program.folder), "--bare-minimum", now="2026-03-24T09:00+00:00")
    begun = ("new", "--question-set", "care-plan")
    record_id = _said(program, begun, 1, "2026-03-24T16:10+00:00")[:6]
    for verb, number, clock in (
        ("amend", 2, "2026-03-26T11:50+00:00"),
        ("amend", 3, "2026-04-01T17:05+01:00"),
        ("reassess", 4, "2026-04-09T18:55+01:00"),
    ):
        _said(program, (verb, record_id), number, clock)
    _said(program, ("reassess", record_id, "--kind", "reverse"), 5, "2026-04-14T14:40+01:00")
    return program


def test_in_a_pipe_each_event_is_a_line(alder: Program) -> None:
    record_id = _id(alder)

    told = alder("timeline", record_id)

    rows = [line.split("\t") for line in told.out.splitlines()]
    assert (told.status, told.err) == (0, "")
    assert {len(row) for row in rows} == {8}
    assert [row for row in rows if row[1] == "trigger-acted"] == [
        [
            "2026-04-14T12:30:00+01:00",
            "trigger-acted",
            record_id,
            "r5",
            "health visitor",
            "T1 acted on, 70 minutes after it came up",
            "-",
            "-",
        ]
    ]
    assert [row[7] for row in rows if row[1] == "date"][-1] == "ahead"


def test_the_only_record_of_a_folder_need_not_be_named(alder: Program) -> None:
    assert alder("timeline").out == alder("timeline", _id(alder)).out


def test_for_programs_everything_has_its_code(alder: Program) -> None:
    told = json.loads(alder("timeline", "--json").out)

    assert list(told) == ["schema", "zone", "until", "records", "events"]
    assert (told["schema"], told["zone"], told["until"]) == (
        1,
        "Europe/London",
        "2026-04-14T14:40:00+01:00",
    )
    (record,) = told["records"]
    assert record["revisions"][-1] == {
        "revision": 5,
        "kind": "reverse",
        "at": "2026-04-14T12:50:00+01:00",
    }
    assert [
        [(point["revision"], point["likelihood"], point["impact"]) for point in one["points"]]
        for one in record["risks"]
    ] == [[(1, 3, 3), (4, 3, 3)], [(3, 2, 4), (4, 4, 5), (5, 5, 4)], [(4, 3, 4)]]
    assert [one["since"] for one in record["risks"]] == ["2026-03-24T15:30:00+00:00"] * 3
    assert record["days"][-1] == {
        "path": "time.next_hearing",
        "from": "2026-03-27T10:00:00+00:00",
        "to": None,
        "revision": 1,
        "changed_in": None,
        "changed_at": None,
    }
    assert [one["risks"] for one in record["not_reassessed"]] == [["R1", "R3"]]
    assert told["events"][0] == {
        "at": "2026-03-24T14:00:00+00:00",
        "kind": "risk",
        "words": (
            "Neglect (R1) first looked at: cannot be ruled out, likelihood possible (3), "
            "impact serious (3)"
        ),
        "detail": [
            (
                "Health appointments were missed before, and the home conditions were a reason "
                "for the order."
            )
        ],
        "record": record["id"],
        "revision": 1,
        "revision_kind": "create",
        "by": "lead social worker, children's social care",
        "path": "risk.R1",
        "late": None,
        "learned_later": False,
        "ahead": False,
    }


def test_a_page_is_written_to_a_file_named_by_the_record(
    alder: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    told = alder("timeline", "--format", "html")

    name = f"timeline-{_id(alder)}-r5.html"
    assert (told.status, told.out) == (0, f"{name}\n")
    assert told.err == "Read it before you share it: it was made for the core team.\n"
    assert (tmp_path / name).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("options", "start"),
    [
        (("-o", "-"), "<!DOCTYPE html>"),
        (("-o", "-", "--format", "md"), "# Six-week assessment placement"),
    ],
)
def test_a_document_can_go_to_standard_output(
    alder: Program, options: tuple[str, ...], start: str
) -> None:
    told = alder("timeline", *options)

    assert (told.status, told.err) == (0, "")
    assert start in told.out[:120]


def test_a_file_is_of_the_form_that_its_name_asks_for(alder: Program, tmp_path: Path) -> None:
    told = alder("timeline", "-o", str(tmp_path / "line.md"))

    assert told.status == 0
    assert "## Risks over time" in (tmp_path / "line.md").read_text(encoding="utf-8")


def test_a_document_is_the_same_on_every_day(alder: Program) -> None:
    first, later = (
        alder("timeline", "-o", "-", now=clock)
        for clock in ("2026-04-15T09:00+01:00", "2027-01-01T09:00+00:00")
    )

    assert first.out == later.out


def test_the_decisions_of_a_case_are_joined(program: Program) -> None:
    ids = [_new(program, "CASE-ONE", hour) for hour in (9, 11)]
    _new(program, "CASE-TWO", 12)

    told = program("timeline", "--case", "case-one")

    assert told.status == 0
    assert [line.split("\t")[2] for line in told.out.splitlines()] == ids


def test_without_a_name_several_records_are_listed(program: Program) -> None:
    first, second = _new(program, "CASE-ONE", 9), _new(program, "", 11)

    told = program("timeline")

    assert (told.status, told.out) == (1, "")
    assert told.err == (
        "error: this folder holds 2 decisions, and none was named\n"
        f"  {second}  no case  Stay at home\n"
        f"  {first}  CASE-ONE  Stay at home\n"
        "hint: Name one of them, or join all those of a case with --case CASE.\n"
    )


def test_a_folder_without_records_says_how_to_begin(program: Program) -> None:
    told = program("timeline")

    assert (told.status, told.err) == (
        1,
        "error: this folder holds no decision yet\nhint: Record one with 'rationale new'.\n",
    )


def test_a_case_that_nobody_named_is_answered_with_those_that_are(program: Program) -> None:
    _new(program, "CASE-ONE", 9)

    told = program("timeline", "--case", "CASE-TWO")

    assert (told.status, told.err) == (
        1,
        (
            "error: no decision of this folder names the case 'CASE-TWO'\n"
            "hint: Cases that are named here: CASE-ONE.\n"
        ),
    )


def test_a_record_that_cannot_be_read_might_belong_to_the_case(program: Program) -> None:
    record_id, other = _new(program, "CASE-ONE", 9), _new(program, "CASE-ONE", 11)
    path = program.folder / "decisions" / other[0] / other[1] / f"{other}.toml"
    path.write_text("not a record\n")
    git = ("git", "-C", str(program.folder), "commit", "--quiet", "--all", "--message", "by hand")
    subprocess.run(git, check=True)

    told = program("timeline", "--case", "CASE-ONE")

    assert told.status == 0
    assert told.err == f"{other} cannot be read, and may belong to this case.\n"
    assert record_id in told.out


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (
            ("abc", "--case", "CASE"),
            (
                "error: both the decision 'abc' and the case 'CASE' were named\n"
                "hint: Name one of them: a case holds all its decisions.\n"
            ),
        ),
        (
            ("--json", "--format", "md"),
            (
                "error: both --json and a document were asked for\n"
                "hint: Ask for one of them: --json writes to standard output.\n"
            ),
        ),
        (
            ("--format", "pdf"),
            "error: 'pdf' is no format of this document\nhint: Choose --format html or md.\n",
        ),
    ],
)
def test_what_contradicts_itself_is_wrong_usage(options: tuple[str, ...], error: str) -> None:
    told = run("timeline", *options)

    assert (told.status, told.out, told.err) == (2, "", error)


def _said(program: Program, command: tuple[str, ...], number: int, clock: str) -> str:
    answers = str(CASES / "alder" / f"r{number}.toml")
    done = program(*command, "--answers", answers, "--by", LEAD, now=clock)
    assert (done.status, done.last[6:]) == (0, f" r{number}")
    return done.last


def _new(program: Program, case: str, hour: int) -> str:
    named = f'case = "{case}"' if case else ""
    text = f'title = "Stay at home"\n{named}\n'
    done = program("new", "--answers", "-", now=f"2026-03-02T{hour:02}:00", stdin=text)
    assert done.status == 0
    return done.last[:6]


def _id(program: Program) -> str:
    return program("list").out[:6]
