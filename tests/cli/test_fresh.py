"""``amend --fresh``: asked as if it were new, then old and new side by side."""

from pathlib import Path

import pytest

from cases import CASES
from program import Program

LEAD = "lead social worker@children's social care"
NOW = "2026-04-02T10:00+01:00"
FRESH = (
    "Where should she live?\n.\n"  # what is decided
    "\n"  # physical harm: passed
    "present\nShe is shouted at.\n.\n4\n3\n"  # emotional harm
    ":pass\n"
    "A unit for both\nchosen\n\n\n"  # an option, and on
    "\n"  # what would change our mind
    "save\n"
)


@pytest.fixture
def record(program: Program) -> str:
    """Id of a record with one revision."""
    answers = str(CASES / "alder" / "r1.toml")
    done = program("new", "--question-set", "care-plan", "--answers", answers, "--by", LEAD)
    return done.last[:6]


def test_the_old_answers_are_not_shown_before_the_new_ones_are_given(
    program: Program, record: str
) -> None:
    stopped = program("amend", record, "--fresh", "--by", LEAD, stdin=FRESH, now=NOW)

    assert stopped.status == 130
    for old in ("six-week", "foster", "missed appointments", "option F"):
        assert old not in stopped.err
    then = program("resume", f"{record}.fresh", stdin="1\n1\n", now=NOW)
    assert "Six-week s.38(6) placement with mother and partner (chosen)" in " ".join(
        then.err.split()
    )


def test_for_each_difference_the_old_stays_the_new_is_taken_or_both_stand(
    program: Program, record: str
) -> None:
    said = f"{FRESH}3\n2\n1\n1\nA new eye.\n.\nsave\n"

    done = program("amend", record, "--fresh", "--by", LEAD, stdin=said, now=NOW)

    assert (done.status, done.last) == (0, f"{record} r2"), done.err
    shown = program("show", record).out
    assert f"{record} r2, amended" in shown
    assert "Where should she live?" in shown
    assert "six-week assessment" in shown
    assert "Risk R2, emotional harm" in shown
    assert "A unit for both" not in shown
    assert "Answered afresh, before the old answers were shown." in shown
    assert "“A new eye.”" in shown
    assert program("drafts").out == ""


def test_what_differs_in_nothing_is_recorded_as_confirmed_and_reversed_where_that_is_said(
    program: Program, record: str
) -> None:
    nothing = f"{FRESH}1\n1\n1\n1\nA new eye.\n.\nsave\n"
    turned = f"{FRESH}1\n1\n1\n2\nIt cannot go on.\n.\nsave\n"

    program("amend", record, "--fresh", "--by", LEAD, stdin=nothing, now=NOW)
    assert "r2, confirmed" in program("show", record).out
    program("amend", record, "--fresh", "--by", LEAD, stdin=turned, now=NOW)
    assert "r3, reversed" in program("show", record).out


def test_it_can_be_stopped_and_gone_on_with_on_both_sides_of_the_comparison(
    program: Program, record: str
) -> None:
    stopped = program("amend", record, "--fresh", "--by", LEAD, stdin="Where?\n.\n", now=NOW)
    name = f"{record}.fresh"

    assert stopped.status == 130
    assert f"rationale resume {name}" in stopped.err
    assert program("amend", record, "--fresh", "--by", LEAD, stdin="", now=NOW).status == 1
    half = program("resume", name, stdin=":pass\n:pass\nA mark.\n.\nsave\n2\n", now=NOW)
    assert half.status == 130
    rest = program("resume", name, stdin="2\n1\nA new eye.\n.\nsave\n", now=NOW)
    assert (rest.status, rest.last) == (0, f"{record} r2"), rest.err
    assert "“A mark.”" in program("show", record).out


def test_a_record_that_moved_on_is_compared_anew(program: Program, record: str) -> None:
    program("amend", record, "--fresh", "--by", LEAD, stdin=FRESH, now=NOW)
    program("amend", record, "--answers", _file(program, 'title = "Other"\n'), "--because", "Name.")
    last = "3\n2\n1\n1\nA new eye.\n.\nsave\n"

    refused = program("resume", f"{record}.fresh", stdin=last, now=NOW)
    assert refused.status == 1
    assert "--on-latest" in refused.err
    done = program("resume", f"{record}.fresh", "--on-latest", stdin="save\n", now=NOW)
    assert (done.status, done.last) == (0, f"{record} r3"), done.err
    assert program("show", record).out.startswith("Other\n")


def test_nothing_answered_is_nothing_compared(program: Program, record: str) -> None:
    said = "\n:pass\n\n\nsave\n"

    done = program("amend", record, "--fresh", "--by", LEAD, stdin=said, now=NOW)

    assert done.status == 1
    assert "Nothing was answered afresh" in done.err
    assert program("drafts").out == ""


def test_a_file_is_compared_with_what_stands_and_taken(program: Program, record: str) -> None:
    path = _file(
        program,
        '[[risk]]\nharm = "physical"\nstatus = "present"\nlikelihood = 4\nimpact = 5\n'
        '[[option]]\ntitle = "mother-and-baby residential unit"\nstatus = "chosen"\n'
        '[change]\nbecause = "A new eye."\n',
    )

    done = program("amend", record, "--fresh", "--answers", path, "--by", LEAD, now=NOW)

    assert (done.status, done.last) == (0, f"{record} r2"), done.err
    assert "Physical harm. It stands: not yet looked at · Afresh: present" in done.err
    told = program("diff", record).out
    assert "B (Mother-and-baby residential unit)" in told
    same = program("amend", record, "--fresh", "--answers", path, "--by", LEAD, now=NOW)
    assert "Nothing was answered differently." in same.err
    assert "r3, confirmed" in program("show", record).out


def test_fresh_goes_with_no_other_way_of_asking(program: Program, record: str) -> None:
    for other in (("--edit",), ("--question-set", "unthinkable")):
        refused = program("amend", record, "--fresh", *other)
        assert refused.status == 2
        assert f"--fresh and {other[0]} cannot be used together" in refused.err


def _file(program: Program, text: str) -> str:
    path = Path(program.folder).parent / "said.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)
