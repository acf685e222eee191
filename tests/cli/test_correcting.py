"""Which revision a correction says that it corrects."""

import re

import pytest

from program import Program

R1 = """
title = "Stay with the foster carers"
status = "decided"
[time]
effective_from = 2026-03-02
[by]
lead = { role = "lead social worker", agency = "children's social care" }
[reason]
weight = "Much"
decisive = ["One"]
[[risk]]
harm = "neglect"
likelihood = 2
impact = 3
"""

R2 = """
[time]
next_hearing = 2026-04-01
noticed_at = 2026-03-03
[[risk]]
id = "R1"
impact = 4
[[risk]]
harm = "accident"
"""

R3 = 'case = "CASE-1"\n[reason]\ncomparison = "A is better"\n'

CORRECTIONS = {
    "a field of the first": ('[reason]\nweight = "Little"\n', 1),
    "a list of the first": ('[reason]\ndecisive = ["Another"]\n', 1),
    "a time of the first": ("[time]\neffective_from = 2026-03-03\n", 1),
    "who leads": ('[by]\nlead = { role = "duty manager", agency = "health" }\n', 1),
    "a field of an item, not set since": ('[[risk]]\nid = "R1"\nlikelihood = 3\n', 1),
    "a field of an item, set later": ('[[risk]]\nid = "R1"\nimpact = 5\n', 2),
    "a field that a later item never had": ('[[risk]]\nid = "R2"\nplan = "Ask"\n', 2),
    "a later item": ('[remove]\nrisk = ["R2"]\n', 2),
    "a time of the second": ("[time]\nnext_hearing = 2026-04-02\n", 2),
    "when something was noticed": ("[time]\nnoticed_at = 2026-03-04\n", 2),
    "when the last was decided": ("[time]\ndecided_at = 2026-03-01T08:00:00Z\n", 3),
    "a field, with a time of its own": (
        'title = "Go"\n[time]\ndecided_at = 2026-03-05T08:00:00Z\n',
        1,
    ),
    "two, of which the later counts": ('case = "CASE-2"\n[reason]\nweight = "Little"\n', 3),
    "as somebody says": ('title = "Go"\n[change]\nfrom = 2\n', 2),
}


@pytest.fixture
def third(program: Program) -> str:
    """The id of a record with three revisions."""
    record = program("new", "--answers", "-", stdin=R1, now="2026-03-02T09:00").last[:6]
    for answers in (R2, R3):
        program("amend", record, "--because", "New", "--answers", "-", stdin=answers)
    return record


@pytest.mark.parametrize(("answers", "corrected"), CORRECTIONS.values(), ids=CORRECTIONS)
def test_a_correction_names_the_last_revision_that_wrote_it(
    program: Program, third: str, answers: str, corrected: int
) -> None:
    done = program("correct", third, "--because", "Typed wrongly", "--answers", "-", stdin=answers)

    assert done.last == f"{third} r4"
    assert _from(program("show", third, "--toml").out) == corrected


@pytest.mark.parametrize("verb", ["amend", "correct", "note"])
def test_a_revision_that_is_not_there_is_refused(program: Program, third: str, verb: str) -> None:
    answers = 'title = "Go"\n[change]\nfrom = 9\n'

    found = program(verb, third, "--because", "Wrong", "--answers", "-", stdin=answers)

    assert found.status == 1
    assert found.err.startswith("error: change.from is '9', and there is no such revision\n")
    assert "hint: Name one from 1 to 3, or leave it out: the program then finds it.\n" in found.err


def test_a_new_record_follows_no_revision(program: Program) -> None:
    found = program("new", "--answers", "-", stdin='title = "Go"\n[change]\nfrom = 1\n')

    assert found.err.startswith("error: change.from is '1', and there is no such revision\n")
    assert found.err.endswith("hint: Leave it out: a new record follows nothing.\n")


def _from(text: str) -> int:
    found = re.search(r"(?m)^\[change\]\nfrom = (\d+)$", text)
    assert found is not None
    return int(found[1])
