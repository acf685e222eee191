"""CASE-CEDAR: what must hold of a night that is told in hours, line by line."""

from pathlib import Path
from typing import NamedTuple

import pytest

from program import Program
from replay import played

DUTY = "duty manager@children's social care"
SHOW = "show {record} --revision {step}"
CHECK = "check {record} --revision {step}"
BRIEF = "brief {record} --revision {step} --format md -o -"
CHANGED = "diff {record} ..{step}"
HISTORY = "history {record}"
TIMELINE = "timeline {record}"


class Line(NamedTuple):
    """One thing that must hold.

    Attributes:
        step: Of which revision it must hold.
        said: What must hold.
        typed: The command that shows it.
        has: What it says.
        lacks: What it does not say.
    """

    step: int
    said: str
    typed: str
    has: tuple[str, ...]
    lacks: tuple[str, ...] = ()


LINES = (
    Line(
        1,
        "decided 18:40 and recorded 19:20, 40 minutes later, with a reason",
        HISTORY,
        ("40 minutes later, because: Five quick answers were written at 18:40 between calls.",),
    ),
    Line(
        1,
        "the unthinkable shows none, and not that nobody asked",
        BRIEF,
        (
            (
                "### Thinking the unthinkable\n\n"
                "The worst that could believably happen, thought through beforehand.\n\n"
                "_Asked: there is none._\n"
            ),
        ),
    ),
    Line(
        1,
        "the silent harms, each by name",
        CHECK,
        tuple(
            f"  Not yet looked at: {harm}.\n"
            for harm in (
                "physical harm",
                "emotional harm",
                "sexual harm",
                "neglect",
                "domestic abuse",
                "criminal exploitation",
                "trafficking",
                "online harm",
                "harm by other children",
                "self-harm",
                "harm where they are placed",
                "harm from our own plan",
                "sudden loss of a carer's care",
            )
        ),
        ("Not yet looked at: going missing", "Not yet looked at: sexual exploitation"),
    ),
    Line(
        2,
        "two dissents of two agencies at one time, one of them confirmed",
        BRIEF,
        (
            "**X1, Exploitation worker, exploitation service**, 20 November 2026, 21:15:",
            "**X2, Home senior, children's home**, 20 November 2026, 21:15:",
            "They confirmed these words.",
            "They have not confirmed these words.",
        ),
    ),
    Line(
        2,
        "check says that X2 is not confirmed, and says nothing of X1",
        CHECK,
        ("X2: the home senior (children's home) has not confirmed these words.",),
        ("X1: the exploitation worker",),
    ),
    Line(
        2,
        "continue with controls, and N1 is gone",
        CHANGED,
        ("Mode: continue → continue with controls", "Taken away: person not asked N1"),
    ),
    Line(
        3,
        "raised to high: A to B, missing 4 and 5, exploitation 4 and 5, W1, X1 upheld, pause",
        CHANGED,
        (
            "Chosen option: A (Grade medium, ring friends, look again at 22:00) → B (Grade high",
            (
                "  Risk R1, going missing\n    likelihood: possible (3) → likely (4), up\n"
                "    impact: severe (4) → catastrophic (5), up\n"
            ),
            (
                "  Risk R2, sexual exploitation\n    thought unlikely → cannot be ruled out\n"
                "    likelihood: unlikely (2) → likely (4), up\n"
                "    impact: severe (4) → catastrophic (5), up\n"
            ),
            "New: unthinkable W1",
            "→ upheld",
            "Mode: continue with controls → pause",
        ),
    ),
    Line(
        4,
        "decided 02:30 and recorded 03:55: 85 minutes late, with the reason",
        HISTORY,
        ("85 minutes later, because: Everybody who could write was with her or on the road",),
    ),
    Line(
        4,
        "A, B and C are gone and U1 is answered",
        CHANGED,
        (
            "Taken away: option A",
            "Taken away: option B",
            "Taken away: option C",
            "answered: “With two adults; found at 02:30.”",
        ),
    ),
    Line(3, "A, B and C are still read", SHOW, ("Option A (", "Option B (", "Option C (")),
    Line(
        4,
        "what came after the decision and before the record has its own time",
        SHOW,
        (
            "  View C5, health on-call, health\n      When: 21 November 2026, 03:30\n",
            "      As of: 21 November 2026, 03:40\n",
        ),
    ),
    Line(
        5,
        "D to G, another lead, and harms named for the first time",
        CHANGED,
        (
            "Chosen option: D (Police protection now) → G (Emergency placement elsewhere",
            "Lead: on-call social worker, children's social care → exploitation worker, exploit",
            "harm where they are placed: not yet looked at → present",
            "harm from our own plan: not yet looked at → cannot be ruled out",
        ),
    ),
    Line(5, "it is a reversal", SHOW, ("{record} r5, reversed, ",)),
    Line(
        5,
        "the diff from the first shows the old assumption and the new",
        "diff {record} 1..5",
        (
            "taken away “The home was a safe place to leave from and to come back to.”",
            "added “The home was not safe, and we had assumed that it was.”",
        ),
    ),
    Line(
        1,
        "the old assumption is still read",
        SHOW,
        ("The home was a safe place to leave from and to come back to.",),
    ),
    Line(
        6,
        "placed: mode, the law on sharing, and what was chosen to share and why",
        CHANGED,
        (
            "Mode: stop and protect → continue with controls",
            "DPA18",
            "Names go to police only; everybody else is told the kind of risk",
            "because the inquiry would be harmed otherwise.",
        ),
    ),
    Line(
        7,
        "the time that was typed wrongly stays beside the right one",
        BRIEF + " --audience lead",
        ("it said ~~“Seen at the front desk of HOTEL-H at 03:10.”~~; it now says “Seen at the",),
    ),
    Line(
        7,
        "several agencies stand in one record, and each view says if they confirmed it",
        SHOW,
        (
            "View C1, police sergeant, police\n",
            "View C2, home senior, children's home\n",
            "View C3, on-call social worker, children's social care\n",
            "View C4, exploitation worker, exploitation service\n",
            "View C5, health on-call, health\n",
        ),
    ),
    Line(
        7,
        "T1 was due at 22:00 and acted on at 22:05, T3 at midnight and at 23:50",
        TIMELINE,
        (
            "2026-11-20T22:00:00+00:00\ttrigger-fired\t",
            "\tT1 acted on, 5 minutes after it came up\t",
            "\tT3 acted on, 10 minutes before it was due\t",
        ),
    ),
)


@pytest.fixture(scope="module")
def cedar(module_folder: Path) -> Program:
    return played("cedar", module_folder / "cedar")


@pytest.mark.parametrize("line", LINES, ids=[f"{one.step}: {one.said}" for one in LINES])
def test_it_holds(cedar: Program, line: Line) -> None:
    record = cedar("list").out[:6]
    typed = (word.format(record=record, step=line.step) for word in line.typed.split())
    found = cedar(*typed)

    for text in line.has:
        assert text.replace("{record}", record) in found.out, found.err
    for text in line.lacks:
        assert text not in found.out


def test_every_view_says_whether_they_confirmed_it(cedar: Program) -> None:
    shown = cedar("show", cedar("list").out[:6]).out
    views = shown.partition("\nViews\n")[2].partition("\n\n")[0]

    assert views.count("  View C") == 7
    assert views.count("Confirmed by them: yes") + views.count("Confirmed by them: no") == 7


def test_an_interview_that_was_stopped_keeps_a_draft_and_no_revision(tmp_path: Path) -> None:
    """Five quick answers between two calls: nothing is decided yet, and nothing is lost."""
    program = Program(tmp_path / "store")
    begun = "2026-11-20T18:40+00:00"
    program("init", str(program.folder), "--bare-minimum", now="2026-11-20T09:00+00:00")
    typed = "What do we do tonight?\n.\nMissing tonight\n:stop\n"

    stopped = program("new", "--question-set", "incident", "--by", DUTY, now=begun, stdin=typed)

    assert "rationale resume" in stopped.err
    assert program("list").out == ""
    (draft,) = program("drafts").out.splitlines()
    assert "Missing tonight" in draft
