"""What changed between two revisions, on the command line."""

import json
from pathlib import Path

import pytest

from program import Program

LEAD = "lead social worker@children's social care"
MANAGER = "team manager@children's social care"
STEPS = (
    (
        "2026-03-25T10:00+00:00",
        LEAD,
        "A risk was named.",
        '[[risk]]\nharm = "physical"\nlikelihood = 2',
    ),
    (
        "2026-03-26T10:00+00:00",
        MANAGER,
        "A bruise was seen.",
        'mode = "pause"\n[[risk]]\nid = "R1"\nlikelihood = 4',
    ),
    ("2026-03-27T10:00+00:00", LEAD, "It was explained.", 'mode = "continue"'),
)


@pytest.fixture
def grown(program: Program, record: str) -> str:
    """The id of a record with four revisions."""
    program("amend", record, "--because", "Agreed.", "--answers", "-", stdin='mode = "continue"')
    for now, by, because, answers in STEPS:
        said = ("--because", because, "--answers", "-", "--by", by)
        done = program("amend", record, *said, now=now, stdin=answers)
        assert done.status == 0, done.err
    return record


def _lines(program: Program, *arguments: str) -> list[str]:
    done = program("diff", *arguments)
    assert done.status == 0, done.err
    return done.out.splitlines()


def test_the_last_step_is_told_with_who_made_it_and_why(program: Program, grown: str) -> None:
    assert _lines(program, grown) == [
        f"{grown}: from r4 to r5",
        "",
        "Who changed it, and why",
        "  r5  Amended 27 March 2026, 10:00, by lead social worker, children's social care",
        "      because   It was explained.",
        "",
        "The decision",
        "  Mode: pause → continue",
        "",
        "Who decided",
        (
            "  Written down by: team manager, children's social care → "
            "lead social worker, children's social care"
        ),
    ]


def test_several_steps_are_told_apart_and_what_was_changed_back_is_said(
    program: Program, grown: str
) -> None:
    assert _lines(program, grown, "3..")[:9] == [
        f"{grown}: from r3 to r5",
        "",
        "The decision",
        "  Changed, and changed back",
        "    Mode: changed to pause in r4, and changed back in r5",
        "",
        "Harms",
        ("  r4, 26 March 2026, 10:00, team manager, children's social care: A bruise was seen."),
        "    Risk R1, physical harm: likelihood: unlikely (2) → likely (4), up",
    ]


@pytest.mark.parametrize(
    ("between", "span"),
    [
        ("", "from r4 to r5"),
        ("2", "from r2 to r5"),
        ("r2..r4", "from r2 to r4"),
        ("latest~2..latest", "from r3 to r5"),
        ("..r3", "from r2 to r3"),
        ("2026-03-25..2026-03-26", "from r3 to r4"),
        ("2026-03-25T10:00+00:00..", "from r3 to r5"),
        ("5..3", "from r5 back to r3"),
    ],
)
def test_both_ends_are_named_as_people_name_revisions(
    program: Program, grown: str, between: str, span: str
) -> None:
    assert _lines(program, grown, *([between] if between else []))[0] == f"{grown}: {span}"


def test_a_revision_is_named_by_its_commit(program: Program, grown: str) -> None:
    history = json.loads(program("history", grown, "--json").out)["revisions"]

    told = _lines(program, grown, f"3@{history[2]['commit'][:7]}..4")

    assert told[0] == f"{grown}: from r3 to r4"


def test_looking_back_turns_the_direction_and_says_so(program: Program, grown: str) -> None:
    told = _lines(program, grown, "4..2")

    assert told[1].startswith("This looks back: what came in since is told as taken away")
    assert "  Taken away: risk R1, physical harm" in "\n".join(told)


def test_a_first_revision_has_nothing_to_be_compared_with(program: Program, record: str) -> None:
    assert _lines(program, record) == [
        f"{record}: from r1 to r1",
        "This is r1 alone; there is nothing to compare it with.",
    ]


def test_stat_is_one_line_a_section(program: Program, grown: str) -> None:
    assert _lines(program, grown, "3..5", "--stat") == [
        f"{grown}: from r3 to r5",
        "  The decision: 1 changed back",
        "  Harms: 1 changed",
        "In all: 1 changed, 1 changed back",
    ]


@pytest.mark.parametrize("way", [(), ("--stat",), ("--json",), ("--format", "md", "-o", "-")])
def test_the_exit_code_tells_whether_anything_differs(
    program: Program, grown: str, way: tuple[str, ...]
) -> None:
    assert program("diff", grown, "3..5", "--exit-code", *way).status == 1
    assert program("diff", grown, "5..5", "--exit-code", *way).status == 0
    assert program("diff", grown, "3..5", *way).status == 0


def test_json_is_whole_and_stable(program: Program, grown: str) -> None:
    found = json.loads(program("diff", grown, "3..5", "--json").out)
    history = json.loads(program("history", grown, "--json").out)["revisions"]

    commits = [one["commit"] for one in history]
    assert found == {
        "schema": 1,
        "id": grown,
        "from": 3,
        "from_commit": commits[2],
        "to": 5,
        "to_commit": commits[4],
        "looks_back": False,
        "revisions": [
            {
                "label": f"r{number}",
                "revision": number,
                "kind": "amend",
                "decided_at": f"2026-03-2{number + 2}T10:00:00+00:00",
                "recorded_at": f"2026-03-2{number + 2}T10:00:00+00:00",
                "by": by,
                "because": because,
                "commit": commits[number - 1],
            }
            for number, by, because in (
                (4, "team manager, children's social care", "A bruise was seen."),
                (5, "lead social worker, children's social care", "It was explained."),
            )
        ],
        "took": {"turn": None, "working_days_lost": {}},
        "changes": [
            {
                "path": "risk.R1.likelihood",
                "kind": "changed",
                "before": 2,
                "after": 4,
                "place": None,
                "section": "Harms",
                "material": True,
                "direction": "up",
                "words": None,
                "set_in": "r4",
                "touched_in": ["r4"],
            }
        ],
        "changed_back": [
            {
                "path": "mode",
                "kind": "changed",
                "before": "continue",
                "after": "pause",
                "place": None,
                "section": "The decision",
                "material": True,
                "direction": None,
                "words": None,
                "set_in": "r5",
                "touched_in": ["r4", "r5"],
            },
        ],
    }


def test_json_gives_a_reworded_text_word_by_word(program: Program, record: str) -> None:
    said = ("--because", "Late.", "--answers", "-")
    program("amend", record, *said, stdin='[reason]\nweight = "She is safe. "')
    program("amend", record, *said, stdin='[reason]\nweight = "She is not safe."')

    (change,) = json.loads(program("diff", record, "--json").out)["changes"]

    assert change["words"] == [{"kept": "She is "}, {"added": "not "}, {"kept": "safe."}]


def test_a_document_goes_where_it_is_wanted(
    program: Program, grown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    page = program("diff", grown, "2..4", "--format", "html")
    text = program("diff", grown, "2..4", "-o", "told.md")
    out = program("diff", grown, "2..4", "--format", "md", "-o", "-").out

    assert page.out == f"changes-{grown}-r2-r4.html\n"
    assert Path(page.out.strip()).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert text.out == "told.md\n"
    assert Path("told.md").read_text(encoding="utf-8") == out
    assert "Read it before you share it" in text.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--json", "--stat"), "--json and --stat cannot be used together"),
        (("--stat", "--format", "md"), "--stat and --format cannot be used together"),
        (("--json", "-o", "x.md"), "--json and -o cannot be used together"),
        (("--format", "pdf"), "'pdf' is no format of this document"),
    ],
)
def test_what_cannot_be_done_together_is_wrong_usage(
    program: Program, grown: str, arguments: tuple[str, ...], told: str
) -> None:
    done = program("diff", grown, *arguments)

    assert (done.status, done.out) == (2, "")
    assert told in done.err


@pytest.mark.parametrize("between", ["9", "1..9", "1...2", "x..2", "2020-01-01.."])
def test_a_revision_that_is_not_there_is_named(program: Program, grown: str, between: str) -> None:
    done = program("diff", grown, between)

    assert (done.status, done.out) == (1, "")
    assert "has no revision" in done.err
