"""CASE-ALDER with its concern, step by step: what must hold after each step, line by line."""

import json
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from cases import CASES
from program import Outcome, Program
from replay import Whole, played_whole

CHECK = "check {record}"
SHOW = "show {record}"
HISTORY = "history {record}"
TIMELINE = "timeline {record}"
BRIEF = "brief {record} --format md -o -"


class Line(NamedTuple):
    """One thing that must hold.

    Attributes:
        step: After which step of the case.
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
        "the silent harms are errors, each by name, and neglect is not among them",
        CHECK,
        tuple(
            f"  Not yet looked at: {harm}.\n"
            for harm in (
                "physical harm",
                "emotional harm",
                "sexual harm",
                "domestic abuse",
                "harm from our own plan",
                "accident",
                "sudden loss of a carer's care",
            )
        ),
        ("Not yet looked at: neglect",),
    ),
    Line(1, "no unthinkable", CHECK, ("Nobody has been asked to think the unthinkable.",)),
    Line(1, "no event trigger", CHECK, ("No event is named that would make us look again early.",)),
    Line(1, "an adult is not assessed", CHECK, ("which checks are back on each adult",)),
    Line(
        1,
        "the ordinary checks are not mentioned",
        CHECK,
        ("The ordinary checks for a placement with a parent are not mentioned", "CPR-17 is not"),
    ),
    Line(
        1,
        "three roles have a reason and no plan",
        CHECK,
        tuple(
            f"Not consulted, with a reason and no plan: {who}.\n"
            for who in (
                "police safeguarding officer, police",
                "nursery safeguarding lead, education",
                "independent reviewing officer, children's social care",
            )
        ),
    ),
    Line(
        1,
        "C and E are parked without a date, and no other",
        CHECK,
        ("Option C is parked without a date.", "Option E is parked without a date."),
        ("Option A is", "Option B is", "Option D is"),
    ),
    Line(
        1,
        "a likelihood on mixed evidence that nothing would settle",
        CHECK,
        ("Neglect (R1): the likelihood rests on mixed evidence, and no open question and no act",),
    ),
    Line(
        2,
        "heard from her by phone, entered by the lead, and confirmed by her at 11:40",
        SHOW,
        (
            "Written down by: lead social worker, children's social care",
            "      When: 26 March 2026, 11:05\n      How: “phone”\n      View: disagrees\n",
            "      Words confirmed: yes\n      Confirmed on: 26 March 2026, 11:40\n",
        ),
    ),
    Line(
        2,
        "a colleague worries about a harm that nobody has looked at",
        CHECK,
        ("First of all\n  The health visitor (health) worries about physical harm",),
    ),
    Line(6, "an event is named, so that finding is gone", CHECK, (), ("No event is named",)),
    Line(
        6,
        "physical harm: 2 and 4 on thin evidence",
        SHOW,
        (
            (
                "      Likelihood: unlikely (2)\n      Impact: severe (4)\n"
                "      How good the evidence is: thin\n"
            ),
        ),
    ),
    Line(
        8,
        "the lead's own dissent from their manager is kept in their words",
        BRIEF,
        (
            "**X2, Lead social worker, children's social care**, 9 April 2026, 18:20:",
            "I asked to pause tonight. I do not agree that it can wait until Monday.",
            "Our answer, by team manager: Wait for the midpoint meeting on 13 April.",
        ),
    ),
    Line(
        8,
        "U1 is answered and the first unthinkable is written",
        "diff {record} 3..4",
        (
            "answered: “Yes, there is a history",
            "New: unthinkable W1",
            "likelihood possible (3), impact severe (4)",
        ),
        ("Mode:",),
    ),
    Line(
        10,
        "A to D, and physical harm present at 5 and 4",
        "diff {record} 4..5",
        (
            "Chosen option: A (Six-week s.38(6) placement with mother and partner) → D (",
            "cannot be ruled out → present",
            "likelihood: likely (4) → almost certain or happening (5), up",
            "impact: catastrophic (5) → severe (4), down",
        ),
    ),
    Line(
        10,
        "T1 came up at 11:20 and was acted on at 12:30, 70 minutes later",
        TIMELINE,
        (
            "2026-04-14T11:20:00+01:00\ttrigger-fired\t",
            "2026-04-14T12:30:00+01:00\ttrigger-acted\t",
            "\tT1 acted on, 70 minutes after it came up\t",
        ),
    ),
    Line(
        10,
        "recorded 110 minutes late, with the reason",
        HISTORY,
        ("110 minutes later, because: Entered after the strategy discussion and the call",),
    ),
    Line(
        11,
        "D to B, and X1 upheld",
        "diff {record} 5..6",
        ("Chosen option: D (Stay with foster carers, more contact) → B (", "→ upheld"),
    ),
    Line(
        11,
        "hindsight stands apart from the reasons",
        BRIEF,
        (
            (
                "## Learned later\n\n"
                "This is hindsight. It was not known when the decision was made.\n\n"
                "### What became of it\n\n* **S1** 16 April 2026, 17:15 (lead social worker)\n"
            ),
        ),
    ),
    Line(
        11,
        "the harms that are still silent are still named",
        CHECK,
        tuple(
            f"  Not yet looked at: {harm}.\n"
            for harm in (
                "emotional harm",
                "sexual harm",
                "harm from our own plan",
                "accident",
                "sudden loss of a carer's care",
            )
        ),
        ("Not yet looked at: physical", "Not yet looked at: domestic"),
    ),
    Line(
        11,
        "from the first dissent to the reversal, and what escalation lost",
        "diff {record} 1..6",
        (
            (
                "  From the first disagreement (26 March 2026) to the reversal (14 April 2026, "
                "revision 5): 19 calendar days, 11 working days.\n"
                "  Concern {concern} lost 5 working days on the way.\n"
            ),
            "C parked → contingency, D rejected → contingency",
        ),
        ("E parked →",),
    ),
    Line(
        12,
        "what was lost stays visible when the concern has ended",
        SHOW,
        ("ended, resolved on 20 April 2026. 5 working days lost.",),
    ),
    Line(
        13,
        "X2 is only replied to, and closing hides nothing of it",
        BRIEF,
        ("I do not agree that it can wait until Monday.", "**Replied to, still open"),
    ),
    Line(13, "X2 is shown", SHOW, ("      Where it stands: replied to, still open\n",)),
    Line(13, "what was lost stays visible", BRIEF, ("5 working days lost.",)),
)


class Seen(NamedTuple):
    """The case as it was played, and what was shown on the way.

    Attributes:
        told: By step and by what was typed.
        texts: Each revision as TOML, as it was just after it was recorded.
    """

    whole: Whole
    told: dict[tuple[int, str], Outcome]
    texts: dict[int, str]


@pytest.fixture(scope="module")
def alder(module_folder: Path) -> Seen:
    told: dict[tuple[int, str], Outcome] = {}
    texts: dict[int, str] = {}

    def look(whole: Whole, step: int, clock: str) -> None:
        for typed in {line.typed for line in LINES if line.step == step}:
            words = (word.format(record=whole.record) for word in typed.split())
            told[step, typed] = whole.program(*words, now=clock)
        text = whole.program("show", whole.record, "--toml", now=clock).out
        texts.setdefault(_number(text), text)

    return Seen(played_whole(module_folder / "alder", after=look), told, texts)


def _number(text: str) -> int:
    return int(text.partition("revision = ")[2].partition("\n")[0])


@pytest.mark.parametrize("line", LINES, ids=[f"{one.step}: {one.said}" for one in LINES])
def test_it_holds(alder: Seen, line: Line) -> None:
    found = alder.told[line.step, line.typed]

    for text in line.has:
        assert text.replace("{concern}", alder.whole.concern) in found.out
    for text in line.lacks:
        assert text not in found.out


def test_the_first_step_is_saved_with_gaps_and_check_finds_them(alder: Seen) -> None:
    done = alder.whole.done[1]

    assert done.last == f"{alder.whole.record} r1"
    assert "gaps remain" in done.err
    assert alder.told[1, CHECK].status == 1


def test_nothing_is_filled_in_to_make_the_list_shorter(alder: Seen) -> None:
    first = alder.whole.program("show", alder.whole.record, "--revision", "1", "--json").out
    decision = json.loads(first)["decision"]

    assert [(one["id"], one["harm"]) for one in decision["risk"]] == [("R1", "neglect")]
    assert "unthinkable" not in decision


def test_no_revision_changes_once_it_stands(alder: Seen) -> None:
    assert sorted(alder.texts) == [1, 2, 3, 4, 5, 6, 7]
    for number, text in alder.texts.items():
        at = ("--revision", str(number), "--toml")
        assert alder.whole.program("show", alder.whole.record, *at).out == text


def test_nothing_waits_once_it_is_closed(alder: Seen) -> None:
    """Neither of the decision, which has actions that were never done, nor of the concern."""
    for now in ("2026-04-20T10:30+01:00", "2027-01-01T09:00+00:00"):
        found = alder.whole.program("due", "--exit-code", now=now)
        assert (found.status, found.out) == (0, "")


def test_a_concern_that_may_not_be_seen_is_not_counted_aloud(alder: Seen) -> None:
    program, record = alder.whole.program, alder.whole.record
    family = program("diff", record, "1..6", "--audience", "family").out
    team = program("diff", record, "1..6", "--audience", "core-team").out

    assert "How long it took" not in family
    assert alder.whole.concern not in family
    assert f"Concern {alder.whole.concern} lost 5 working days" in team


def test_a_reason_that_may_not_be_seen_is_not_said_to_be_missing(alder: Seen) -> None:
    program, record = alder.whole.program, alder.whole.record
    for typed in (("history", record), ("diff", record, "1..6"), ("diff", record, "4..5")):
        told = program(*typed, "--audience", "family").out
        assert "Not in this copy." in told
        assert "o reason" not in told
        assert "Not asked." not in told
        assert "ot in this copy" not in program(*typed).out


def test_the_trap_is_found_on_the_day_of_the_last_revision_too(alder: Seen, tmp_path: Path) -> None:
    trap = (CASES / "alder" / "law-trap.toml").read_text(encoding="utf-8")
    later = trap.replace("as_at = 2026-03-24", "as_at = 2026-04-20")
    assert later != trap
    program = Program(tmp_path / "copy")
    clone = ["git", "clone", "--quiet", str(alder.whole.program.folder), str(program.folder)]
    subprocess.run(clone, check=True)
    by = ("--by", "team manager@children's social care")
    now = "2026-04-20T11:00+01:00"

    told = program("law", "CA89-31ZA", "--as-at", "2026-04-20", now=now)
    saved = program("amend", alder.whole.record, "--answers", "-", *by, now=now, stdin=later)
    checked = program("check", alder.whole.record, now=now)

    assert "It was not law on this date, 20 April 2026" in told.out
    assert saved.status == 0, saved.err
    assert "was not law on this date, 20 April 2026" in checked.out
