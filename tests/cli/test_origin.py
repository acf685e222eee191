"""``origin``: where each part of a record came from, as a person and a program read it."""

import json
import subprocess
from pathlib import Path

import pytest

from cases import revisions
from histories import linear
from program import Program
from rationale_cli.cli import traced
from rationale_cli.codec import shipped
from rationale_cli.domain.origin import origins
from rationale_cli.domain.sought import sought

RATED = """
[[risk]]
id = "R1"
harm = "physical"
status = "not-ruled-out"
likelihood = 2
"""


def _amended(program: Program, record: str, answers: str, *, because: str, now: str) -> None:
    said = ("--because", because, "--answers", "-")
    done = program("amend", record, *said, stdin=answers, now=now)
    assert done.status == 0, done.err


@pytest.fixture
def rated(program: Program, record: str) -> str:
    """The id of a record whose second revision rates a risk, and whose third rates it anew."""
    _amended(program, record, RATED, because="A bruise.", now="2026-03-03T09:00+00:00")
    worse = '[[risk]]\nid = "R1"\nlikelihood = 4\n'
    _amended(program, record, worse, because="A second one.", now="2026-03-04T10:25+00:00")
    return record


def test_a_pipe_gets_a_row_a_place(program: Program, rated: str) -> None:
    told = program("origin", rated, "risk.R1.likelihood")

    assert (told.status, told.err) == (0, "")
    assert told.out.split("\t") == [
        "risk.R1.likelihood",
        "likely (4)",
        "r3",
        "2026-03-04T10:25:00+00:00",
        "2026-03-04T10:25:00+00:00",
        "lead social worker, children's social care",
        "-",
        "A second one.",
        "unlikely (2)\n",
    ]


def test_all_of_a_record_is_listed_in_the_order_of_the_record(program: Program, rated: str) -> None:
    rows = [line.split("\t") for line in program("origin", rated).out.splitlines()]

    assert [(row[0], row[2]) for row in rows] == [
        ("status", "r1"),
        ("title", "r1"),
        ("question_set", "r1"),
        ("by.recorder", "r1"),
        ("option.A", "r1"),
        ("option.A.title", "r1"),
        ("option.A.status", "r1"),
        ("option.B", "r1"),
        ("option.B.title", "r1"),
        ("risk.R1", "r3"),
        ("risk.R1.harm", "r2"),
        ("risk.R1.status", "r2"),
        ("risk.R1.likelihood", "r3"),
    ]


def test_programs_get_plain_values_and_the_commit(program: Program, rated: str) -> None:
    told = json.loads(program("origin", rated, "risk.R1.likelihood", "--json").out)
    history = json.loads(program("history", rated, "--json").out)["revisions"]

    assert told == {
        "schema": 1,
        "id": rated,
        "revision": 3,
        "origins": [
            {
                "path": "risk.R1.likelihood",
                "now": 4,
                "before": [2],
                "revision": 3,
                "commit": history[2]["commit"],
                "kind": "amend",
                "decided_at": "2026-03-04T10:25:00+00:00",
                "recorded_at": "2026-03-04T10:25:00+00:00",
                "by": "lead social worker, children's social care",
                "decision_maker": None,
                "because": "A second one.",
                "since": 2,
                "gone": None,
                "moved": None,
            }
        ],
    }


def test_where_nothing_was_said_the_silence_is_told(program: Program, record: str) -> None:
    told = program("origin", record, "risk")

    assert (told.status, told.out) == (0, "")
    assert told.err == "Harms: no revision says anything. Not asked.\n"
    assert json.loads(program("origin", record, "risk", "--json").out)["origins"] == []


def test_a_path_typed_wrongly_is_told_what_was_meant(program: Program, rated: str) -> None:
    told = program("origin", rated, "risk.R1.liklihood")

    assert (told.status, told.out) == (1, "")
    assert told.err == (
        "error: no revision holds 'risk.R1.liklihood'\nhint: Did you mean 'risk.R1.likelihood'?\n"
    )


def _lines(case: str, path: str, count: int = 7) -> list[str]:
    history = linear(*revisions(case)[:count])
    found = origins(history)
    chosen = sought(found, path) if path else found
    return list(traced.lines(chosen, history[-1].decision, path, shipped.words()))


def test_one_place_is_told_in_a_paragraph() -> None:
    assert _lines("cedar", "option.G.status") == [
        "Option G: status",
        "    now       chosen",
        (
            "    set in    r5  reversed, decided 21 November 2026, 10:00, "
            "recorded 21 November 2026, 10:25, 25 minutes later"
        ),
        "    by        duty manager, children's social care",
        (
            "    because   The log of the home shows the same car outside on three evenings.\n"
            "              What was assumed at 18:40, that the home was safe, was wrong."
        ),
    ]


def test_an_item_is_told_in_a_block_with_each_revision_once() -> None:
    told = _lines("alder", "risk.R2", 5)

    assert told[:4] == [
        "Risk R2, physical harm",
        "  r5  How it stands: present",
        "      before: cannot be ruled out",
        (
            "  r5  Why we say so: “A bruise on a baby who does not crawl, in a home where the "
            "controls have failed.”"
        ),
    ]
    assert "  r3  the rest" in told
    assert "  r4  What protects: “Mother is at home by night”" in told
    revisions_told = told[told.index("Revisions") :]
    assert [line[2:4] for line in revisions_told if line.startswith("  r")] == ["r3", "r4", "r5"]
    assert told[-1] == "One place alone, in full: 'rationale origin k7qf2m risk.R2.status'."


def test_who_decided_is_told_where_the_revision_decided() -> None:
    by = [line for line in _lines("alder", "mode", 5) if line.startswith("    by")]

    lead = "    by        lead social worker, children's social care"
    assert by == [f"{lead}; the decision by team manager, children's social care"]


def test_an_item_that_was_taken_away_is_told_whole() -> None:
    told = _lines("cedar", "option.A")

    assert told[:2] == [
        "Option A (Grade medium, ring friends, look again at 22:00)",
        "    now       nothing; it was taken away",
    ]
    assert told[2].startswith("    gone in   r4  looked at again, decided 21 November 2026, 02:30")
    assert told[-2].startswith("    before    option A (Grade medium")
    assert "status: rejected" in told[-2]
    assert told[-1] == "    since     r1"


def test_a_whole_record_leaves_out_what_its_items_tell() -> None:
    told = _lines("cedar", "")

    place = told.index("Thing known K7, fact (“Her winter coat is gone.”)")
    assert told[place + 1 : place + 3] == ["  r2  all of it", ""]
    assert "  r4  taken away; it stood there since r1" in told
    assert all(len(line) < 200 for line in told[: told.index("Revisions")])


def test_two_sides_of_a_join_are_told_apart_by_their_commits(program: Program, record: str) -> None:
    """Both wrote a second revision, and each brought something."""
    _git(program.folder, "checkout", "--quiet", "-b", "second")
    _amended(program, record, 'title = "Theirs"', because="Say it.", now="2026-03-03T09:00")
    theirs = _git(program.folder, "rev-parse", "HEAD")
    file = program.folder / f"decisions/{record[0]}/{record[1]}/{record}.toml"
    text = file.read_text()
    _git(program.folder, "checkout", "--quiet", "-")
    _amended(program, record, 'mode = "pause"', because="Wait.", now="2026-03-03T09:05")
    ours = _git(program.folder, "rev-parse", "HEAD")
    _git(program.folder, "merge", "--quiet", "-s", "ours", "--no-commit", "second")
    joined = text.replace("revision = 2", "revision = 3").replace('kind = "amend"', 'kind = "join"')
    file.write_text(joined.replace('title = "Theirs"', 'mode = "pause"\ntitle = "Theirs"'))
    _git(program.folder, "commit", "--all", "--quiet", "--message", "join")

    found = json.loads(program("origin", record, "--json").out)["origins"]

    set_in = {one["path"]: one["commit"] for one in found}
    assert (set_in["title"], set_in["mode"]) == (theirs, ours)


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
