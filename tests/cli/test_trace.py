"""The verbs that show: which revision is the latest, what is told of it, and what keeps silent."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from program import Program

AMEND = ("amend", "--because", "New", "--answers", "-")
CORRECT = ("correct", "--because", "Typed into the wrong record", "--answers", "-")
RISK = """
[[risk]]
id = "R1"
harm = "physical"
status = "not-ruled-out"
reason = "A bruise."
likelihood = 2
"""


def _git(program: Program, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=program.folder, capture_output=True, text=True, check=True
    )
    return done.stdout


def _file(program: Program, record: str) -> Path:
    return program.folder / f"decisions/{record[0]}/{record[1]}/{record}.toml"


def _by_hand(program: Program, record: str, text: str) -> str:
    """Commit a text as the record's, past the program; give the commit."""
    _file(program, record).write_text(text, encoding="utf-8")
    _git(program, "commit", "--all", "--message", "by hand")
    return _git(program, "rev-parse", "HEAD").strip()


def _amended(program: Program, record: str, answers: str) -> None:
    verb, *said = AMEND
    done = program(verb, record, *said, stdin=answers)
    assert done.status == 0, done.err


def _page(program: Program, record: str) -> str:
    return program("brief", record, "--format", "md", "-o", "-").out


def _page_one(program: Program, record: str) -> str:
    return _page(program, record).partition("## What changed")[2].partition("\n## ")[0]


@pytest.fixture
def rated(program: Program, record: str) -> str:
    """The id of a record whose second revision rates one risk."""
    _amended(program, record, RISK)
    return record


def test_a_worse_risk_stays_on_page_one_beside_a_none_of_the_same_risk(
    program: Program, rated: str
) -> None:
    _amended(program, rated, '[[risk]]\nid = "R1"\nevidence = []\nlikelihood = 4\n')

    told = program("diff", rated).out.partition("Harms\n")[2].splitlines()
    assert told == [
        "  Risk R1, physical harm: evidence: asked, and there is none",
        "  Risk R1, physical harm: likelihood: unlikely (2) → likely (4), up",
    ]
    assert "likelihood: unlikely (2) → likely (4), up" in _page_one(program, rated)
    assert "there is none" not in _page_one(program, rated)


def test_a_new_risk_with_a_none_is_told_as_new(program: Program, record: str) -> None:
    _amended(program, record, f"{RISK}evidence = []\n")

    assert (
        "  Risk R1, physical harm: not yet looked at → cannot be ruled out, likelihood unlikely (2)"
    ) in program("diff", record).out.splitlines()
    back = program("diff", record, "2..1").out.splitlines()
    assert "  Taken away: risk R1, physical harm" in back
    assert "in another order" not in "".join(back)


def test_a_correction_keeps_what_it_took_away_in_sight(program: Program, rated: str) -> None:
    verb, *said = CORRECT
    program(verb, rated, *said, stdin='[remove]\nrisk = ["R1"]\n')

    was = (
        "risk R1, physical harm; how it stands: cannot be ruled out; why we say so: “A bruise.”; "
        "likelihood: unlikely (2)"
    )
    assert program("show", rated).out.partition("\nCorrections\n")[2] == (
        f"  r3  Risk R1\n      It said: {was}\n      It now says: nothing\n"
        "      Because: Typed into the wrong record\n"
    )
    page = _page(program, rated)
    assert f"Risk R1, corrected in r3: it said ~~{was}~~" in page.replace("\\", "")


def test_a_correction_shows_what_it_added_and_a_none_that_it_changed(
    program: Program, record: str
) -> None:
    verb, *said = CORRECT
    program(verb, record, *said, stdin="dissent = []\n")
    program(verb, record, *said, stdin='[[dissent]]\nrole = "nurse"\nwords = "No."\n')

    told = program("show", record).out.partition("\nCorrections\n")[2].splitlines()
    assert [line.strip() for line in told if "Because" not in line] == [
        "r2  Who sees it differently",
        "It said: nothing",
        "It now says: asked, and there is none",
        "r3  Who sees it differently",
        "It said: asked, and there is none",
        "It now says: nothing",
        "r3  Different view X1",
        "It said: nothing",
        "It now says: different view X1 by nurse; in their words: “No.”",
    ]


def _titles(program: Program, record: str) -> list[str]:
    found = json.loads(program("history", record, "--json").out)["revisions"]
    names = [f"{one['revision']}@{one['commit']}" for one in found]
    return [program("show", record, "--revision", one).out.partition("\n")[0] for one in names]


@pytest.mark.parametrize(("ours", "theirs"), [("Ours", "Theirs"), ("Theirs", "Ours")])
def test_the_latest_is_what_stands_at_head_whichever_side_a_merge_took(
    program: Program, record: str, ours: str, theirs: str
) -> None:
    """Git lists the two sides in an order of its own."""
    branch = _git(program, "branch", "--show-current").strip()
    _git(program, "checkout", "--quiet", "-b", "second")
    _amended(program, record, 'title = "Theirs"')
    _git(program, "checkout", "--quiet", branch)
    _amended(program, record, 'title = "Ours"')
    kept, other = (branch, "second") if ours == "Ours" else ("second", branch)
    _git(program, "checkout", "--quiet", kept)
    _git(program, "merge", "--quiet", "--strategy", "ours", "--message", "one side", other)

    assert program("show", record).out.startswith(f"{ours}\n")
    assert _titles(program, record) == ["Stay with the foster carers", theirs, ours]
    assert program("show", record, "--revision", "2").status == 1


def test_an_earlier_text_that_git_brought_back_is_the_latest(program: Program, record: str) -> None:
    _amended(program, record, 'title = "Go"')
    _git(program, "revert", "--no-edit", "HEAD")

    assert program("show", record).out.startswith("Stay with the foster carers\n")
    told = program("history", record).out.splitlines()
    assert [line[:2] for line in told if line.startswith("r")] == ["r1", "r2", "r1"]
    assert "Name one from 1 to 2, " in program("show", record, "--revision", "9").err


def test_a_broken_version_in_the_past_is_told_and_locks_nothing(
    program: Program, record: str
) -> None:
    text = _file(program, record).read_text()
    commit = _by_hand(program, record, f"{text}colour = 'red'\nstatus = [\n")
    _by_hand(program, record, text.replace("Stay with", "Keep").replace("= 1\nkind", "= 2\nkind"))
    _amended(program, record, 'title = "Go"')

    blocks = program("history", record).out.split("\n\n")
    assert blocks[1].startswith(f"unreadable: decisions/{record[0]}/{record[1]}/{record}.toml@")
    assert f"({commit[:7]})\n    committed " in blocks[1]
    assert len(blocks) == 4
    listed = json.loads(program("history", record, "--json").out)["revisions"][1]
    assert (listed["revision"], listed["commit"]) == (None, commit)
    assert "toml@" in listed["fault"]
    assert program("show", record).out.startswith("Go\n")
    assert (
        "    Title: “Stay with the foster carers” → “Go” (first in r2)"
        in program("diff", record, "latest~2..latest").out.splitlines()
    )
    assert "What changed since revision" in _page(program, record)


def test_a_broken_version_that_is_the_latest_refuses(program: Program, record: str) -> None:
    text = _file(program, record).read_text()
    commit = _by_hand(program, record, f"{text}status = [\n")

    for verb in ("show", "history", "check", "diff"):
        refused = program(verb, record)
        assert (refused.status, refused.out) == (1, "")
        assert f"{record}.toml@{commit[:7]}' has 1 fault" in refused.err


UNSETTLED = """
[[conflict]]
id = "Z1"
path = "reason.decisive"
values = [["Too far."], ["Too soon.", "Too late."]]

[[conflict]]
id = "Z2"
path = "title"
values = ["Stay", "Go"]
"""


def test_a_conflict_is_shown_and_is_an_error_until_it_is_settled(
    program: Program, record: str
) -> None:
    _by_hand(program, record, _file(program, record).read_text() + UNSETTLED)

    shown = program("show", record).out
    assert "        - “Too far.”\n        - “Too soon.”, “Too late.”\n" in shown
    found = program("check", record)
    assert found.status == 1
    told = [line for line in found.out.splitlines() if "Two versions" in line]
    assert told == [
        '  Two versions of "Decisive reasons" wait to be settled.',
        '  Two versions of "Title" wait to be settled.',
    ]
    assert "Too late." in _page(program, record)


def test_an_empty_answer_written_by_hand_is_told_as_none(program: Program, record: str) -> None:
    _by_hand(program, record, f"{_file(program, record).read_text()}\n[answers]\nx = []\n")

    shown = program("show", record).out
    assert "  x: asked, and there is none\n" in shown
    assert "\nAsked about, and there is none: x.\n" in shown


def test_a_view_that_was_withdrawn_still_names_a_harm_that_nobody_looked_at(
    program: Program, record: str
) -> None:
    said = (
        '[[dissent]]\nrole = "nurse"\nwords = "He is hit."\nharms = ["physical"]\n'
        'status = "withdrawn"\n'
    )
    _amended(program, record, said)

    fear = "nurse worries about physical harm"
    assert f"! The {fear}, and nobody has looked at it." in program("show", record).out
    assert f"  The {fear}, and nobody has looked at it." in program("check", record).out
    assert "Nurse worries about physical harm; nobody has looked at it yet." in _page(
        program, record
    )


def _shown(program: Program, *arguments: str, output: int = subprocess.PIPE) -> bytes:
    done = subprocess.run(
        [sys.executable, "-m", "rationale_cli.cli.app", "--store", program.folder, *arguments],
        stdout=output, stderr=subprocess.PIPE, env=dict(os.environ), check=True,
    )  # fmt: skip
    return done.stdout


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_the_text_of_a_file_is_given_as_committed(
    program: Program, record: str, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its sum is what the next revision names; canonical text would have another."""
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    _by_hand(program, record, _file(program, record).read_text() + "# “by hand”\n")
    _amended(program, record, 'title = "Go"')

    text = _shown(program, "show", record, "--revision", "latest~1", "--toml")

    assert text.endswith("# “by hand”\n".encode())
    previous = program("show", record, "--toml").out.partition("previous = [")[2]
    assert f"sha256:{hashlib.sha256(text).hexdigest()}" in previous.partition("]")[0]


ACTING = "safe\u202e\u009b31m\u200b\U000e0041é"


def test_on_a_screen_the_text_of_a_file_does_not_act(program: Program, record: str) -> None:
    _amended(program, record, f'title = "{ACTING}"')
    screen, slave = os.openpty()

    _shown(program, "show", record, "--toml", output=slave)

    os.close(slave)
    told = os.read(screen, 65536).decode()
    os.close(screen)
    assert "safe‹U+202E›‹U+009B›31m‹U+200B›‹U+E0041›é" in told


def test_json_holds_what_acts_as_a_number_that_says_the_same(program: Program, record: str) -> None:
    _amended(program, record, f'title = "{ACTING}"')

    text = program("show", record, "--json").out

    assert '"title": "safe\\u202e\\u009b31m\\u200b\\udb40\\udc41é"' in text
    assert json.loads(text)["decision"]["title"] == ACTING
