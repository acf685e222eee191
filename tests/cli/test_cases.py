"""The two worked cases, step by step with the commands that a user types."""

import re
from pathlib import Path

import pytest

from program import Program
from replay import played


@pytest.fixture(scope="module")
def alder(module_folder: Path) -> Program:
    return played("alder", module_folder / "alder")


@pytest.fixture(scope="module")
def cedar(module_folder: Path) -> Program:
    return played("cedar", module_folder / "cedar")


def _id(program: Program) -> str:
    return program("list").out[:6]


def _revision(program: Program, number: int) -> str:
    return program("show", _id(program), "--revision", str(number), "--toml").out


def _diff(program: Program, revisions: str) -> str:
    return program("diff", _id(program), revisions).out


def test_alder_begins_with_gaps_and_nothing_blocks(alder: Program) -> None:
    text = _revision(alder, 1)
    assert 'kind = "create"' in text
    assert 'clock = "given"' in text


def test_alder_keeps_the_dissent_word_for_word_until_it_is_closed(alder: Program) -> None:
    words = "I cannot support overnight care by these two until checks are back."
    for number in range(2, 8):
        page = alder("brief", _id(alder), "--revision", str(number), "--format", "md", "-o", "-")
        assert words in page.out


def test_alder_says_at_r2_that_a_colleague_fears_a_harm_nobody_looked_at(alder: Program) -> None:
    shown = alder("show", _id(alder), "--revision", "2").out
    assert (
        "! The health visitor (health) worries about physical harm, and nobody has looked at it."
        in shown
    )


def test_alder_moves_the_visitor_from_no_reply_to_disagrees(alder: Program) -> None:
    assert "no reply → disagrees" in _diff(alder, "1..2")


def test_alder_r3_adds_controls_and_an_event(alder: Program) -> None:
    told = _diff(alder, "2..3")
    assert "Mode: continue → continue with controls" in told
    assert (
        "Risk R2, physical harm: not yet looked at → cannot be ruled out, "
        "likelihood unlikely (2), impact severe (4)" in told
    )
    assert "look-again point T1, event" in told


def test_alder_r4_keeps_the_mode_and_accepts_the_dissent_of_the_lead(alder: Program) -> None:
    told = _diff(alder, "3..4")
    assert "Mode:" not in told
    assert "likelihood: unlikely (2) → likely (4), up" in told
    assert "impact: severe (4) → catastrophic (5), up" in told
    assert "domestic abuse: not yet looked at → cannot be ruled out" in told
    assert "Raised: different view X2 by lead social worker" in told
    assert "New: unthinkable W1" in told


def test_alder_r5_is_a_reversal_with_its_late_reason_and_its_warning_sign(alder: Program) -> None:
    text = _revision(alder, 5)
    assert 'kind = "reverse"' in text
    assert (
        'late_reason = "Entered after the strategy discussion and the call to the court."' in text
    )
    assert "fired_at = 2026-04-14T11:20:00+01:00\nacted_at = 2026-04-14T12:30:00+01:00" in text
    assert "Chosen option: A" in _diff(alder, "4..5")


def test_alder_from_first_to_sixth_says_all_that_a_team_must_hear(alder: Program) -> None:
    told = _diff(alder, "1..6")
    for line in (
        "Chosen option: A (Six-week s.38(6) placement with mother and partner) → B (",
        (
            "A chosen → rejected, B rejected → chosen, C parked → contingency, "
            "D rejected → contingency"
        ),
        (
            "physical harm: not yet looked at → present, "
            "likelihood almost certain or happening (5), impact severe (4)"
        ),
        (
            "domestic abuse: not yet looked at → cannot be ruled out, "
            "likelihood possible (3), impact severe (4)"
        ),
        "answered: “Yes, there is a history",
        "Raised: different view X1 by health visitor, health: upheld",
        "Raised: different view X2 by lead social worker",
        "New: view C6, police safeguarding officer",
        "New: view C7, nursery safeguarding lead",
        "New: view C8, paediatrician",
        "New: view C9, independent reviewing officer",
        "Taken away: person not asked N1, police safeguarding officer",
        "Taken away: person not asked N2, nursery safeguarding lead",
        "Taken away: person not asked N3, independent reviewing officer",
        "legal basis L6, duty, CA89-47",
        "legal basis L7, test, CA89-31",
        "legal basis L8, constraint, HRA98",
        "Mode: continue → stop and protect",
        "Status: proposed → decided",
        "Title: ",
        "The decision: “Should we ask the court",
    ):
        assert line in told, line
    assert re.findall(r"New: thing known (K\d+), (\w+)", told) == [
        ("K6", "fact"),
        ("K7", "fact"),
        ("K8", "reported"),
        ("K9", "fact"),
        ("K10", "fact"),
        ("K11", "fact"),
        ("K12", "fact"),
    ]
    assert set(re.findall(r"\bRisk (R\d+),", told)) == {"R1", "R2", "R3"}
    neglect = told.partition("Risk R1, neglect")[2].partition("Risk R3")[0]
    assert "likelihood" not in neglect
    assert "impact" not in neglect
    assert len(re.findall("Raised: different view", told)) == 2
    assert "Taken away: legal basis" not in told
    assert "Open question U2" not in told
    assert "E parked" not in told


def test_alder_says_beside_each_change_who_made_it_when_and_why(alder: Program) -> None:
    told = _diff(alder, "1..6")
    visitor = told.partition("Who was asked\n")[2].partition("View C5")[0].splitlines()

    assert visitor[:2] == [
        (
            "  r2, 26 March 2026, 11:50, lead social worker, children's social care: "
            "The health visitor disagrees with overnight care before the checks are back, "
            "and the guardian shares …"
        ),
        "    View C4, health visitor, health",
    ]
    assert "view: no reply → disagrees" in visitor[4]
    assert "Risk R2, physical harm: not yet looked at → present" in told
    assert "(first in r3, again in r4 and r5)" in told
    assert "“The agreed warning sign was met.” added in r5, and taken away again in r6" in told


def test_alder_keeps_hindsight_apart(alder: Program) -> None:
    for number in range(1, 6):
        assert "hindsight" not in _revision(alder, number)
    assert "This is hindsight" in _revision(alder, 6)


def test_alder_closed_hides_nothing(alder: Program) -> None:
    text = _revision(alder, 7)
    assert 'status = "closed"' in text
    assert 'status = "replied"' in text


def test_cedar_says_none_where_none_was_the_answer(cedar: Program) -> None:
    text = _revision(cedar, 1)
    assert 'none = ["unthinkable"]' in text
    assert "Asked about, and there is none" in cedar("show", _id(cedar), "--revision", "1").out


def test_cedar_tells_that_the_second_dissent_is_not_confirmed(cedar: Program) -> None:
    text = _revision(cedar, 2)
    assert text.count("[[dissent]]") == 2
    assert 'id = "N1"' not in text


def test_cedar_is_raised_at_r3(cedar: Program) -> None:
    told = _diff(cedar, "2..3")
    assert "Chosen option: A" in told
    assert "  Risk R1, going missing\n    likelihood: possible (3) → likely (4), up\n" in told
    assert "  Risk R2, sexual exploitation\n    thought unlikely → cannot be ruled out\n" in told
    assert "no longer said that there is none" in told
    assert "Mode: continue with controls → pause" in told


def test_cedar_r4_is_late_with_a_reason_and_lets_go_of_old_options(cedar: Program) -> None:
    text = _revision(cedar, 4)
    assert "decided_at = 2026-11-21T02:30:00+00:00" in text
    assert "recorded_at = 2026-11-21T03:55:00+00:00" in text
    assert "late_reason" in text
    assert 'title = "Grade medium' not in text
    assert 'title = "Grade medium' in _revision(cedar, 3)


def test_cedar_r5_changes_the_lead_and_keeps_the_old_assumption_readable(cedar: Program) -> None:
    told = _diff(cedar, "1..5")
    assert "taken away “The home was a safe place to leave from and to come back to.”" in told
    assert 'role = "exploitation worker"' in _revision(cedar, 5).partition("[question]")[0]


def test_cedar_keeps_a_label_with_its_field(cedar: Program) -> None:
    for number in (4, 5, 6):
        assert '"reason.harm_of_waiting" = "police"' in _revision(cedar, number)


def test_cedar_correction_shows_both_texts_and_changes_no_old_revision(cedar: Program) -> None:
    assert "HOTEL-H at 03:10" in _revision(cedar, 4)
    assert "HOTEL-H at 03:10" in _revision(cedar, 6)
    last = _revision(cedar, 7)
    assert 'kind = "correct"' in last
    assert "HOTEL-H at 02:10" in last
    assert "from = 4" in last
    assert (
        "  Thing known K10\n    what is known: "
        "“Seen at the front desk of HOTEL-H at [was: 03:10, now: 02:10].”"
    ) in _diff(cedar, "6..7")
