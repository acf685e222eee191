"""`rationale approve`: who signed it off, in their own terms, shown wherever the decision is."""

import json

import pytest

from program import Program
from terminal import Terminal

NOW = "2026-03-05T09:00+00:00"
OFFICER = ("--for", "nominated officer@children's social care")
APPROVED = (*OFFICER, "--outcome", "approved")
GIVEN = """
[[approval]]
role = "panel chair"
agency = "adoption panel"
outcome = "not approved"
at = 2026-03-04
"""


def test_a_sign_off_is_a_revision_of_its_own_kind_and_its_own_reason(
    program: Program, record: str
) -> None:
    done = program(
        "approve", record, *OFFICER, "--outcome", "approved with conditions",
        "--at", "4 Mar 2026 15:00", "--note", "Weekly visits.", "--via", "phone", now=NOW,
    )  # fmt: skip

    assert (done.status, done.last) == (0, f"{record} r2"), done.err
    decision = json.loads(program("show", record, "--json").out)["decision"]
    assert decision["kind"] == "approve"
    assert decision["approval"] == [
        {
            "id": "V1",
            "role": "nominated officer",
            "agency": "children's social care",
            "outcome": "approved with conditions",
            "at": "2026-03-04T15:00:00+00:00",
            "note": "Heard by phone. Weekly visits.",
        }
    ]
    assert decision["change"]["because"] == (
        "Approved with conditions: nominated officer, children's social care."
    )


def test_it_is_shown_in_history_diff_and_briefing(program: Program, record: str) -> None:
    program("approve", record, *OFFICER, "--outcome", "approved", now=NOW)

    assert "r2  approval recorded" in program("history", record).out
    assert "approval V1, nominated officer, children's social care" in " ".join(
        program("diff", record, "1..2").out.split()
    )
    page = program("brief", record, "--format", "md", "-o", "-").out
    assert "nominated officer" in page.lower()
    assert "approved" in page.lower()


def test_it_comes_from_a_file_as_well(program: Program, record: str) -> None:
    done = program("approve", record, "--answers", "-", now=NOW, stdin=GIVEN)

    assert done.last == f"{record} r2"
    history = program("history", record).out
    assert "because   Not approved: panel chair, adoption panel." in history


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((OFFICER, ""), "--for and --outcome belong together"),
        ((("--outcome", "approved"), ""), "--for and --outcome belong together"),
        ((("--note", "Well."), ""), "--at, --note and --via need --for and --outcome"),
        (((*APPROVED, "--via", "pigeon"), ""), "--via is 'pigeon'"),
        (((*APPROVED, "--answers", "-"), GIVEN), "--answers says all of it"),
        ((("--answers", "-"), 'title = "New"'), "an approval changes nothing else"),
        ((("--answers", "-"), '[change]\nbecause = "So."'), "these answers hold no approval"),
        (((), ""), "there is nobody to ask"),
    ],
)
def test_what_is_half_said_saves_nothing(
    program: Program, record: str, given: tuple[tuple[str, ...], str], told: str
) -> None:
    options, stdin = given
    refused = program("approve", record, *options, now=NOW, stdin=stdin)

    assert refused.status in {1, 2}
    assert refused.err.startswith(f"error: {told}")
    assert len(json.loads(program("history", record, "--json").out)["revisions"]) == 1


def _at(program: Program, *arguments: str) -> Terminal:
    """The program at a terminal, with its clock set."""
    return Terminal("--store", str(program.folder), "--now", NOW, *arguments)


def test_at_a_terminal_it_asks_who_what_and_under_which_conditions(
    program: Program, record: str
) -> None:
    with _at(program, "approve", record) as screen:
        screen.until("Who signs it off, as ROLE@AGENCY")
        screen.type("panel chair@adoption panel\r")
        screen.until("approved, not approved, or how else")
        screen.type("approved\r")
        screen.until("Conditions, or what they said")
        screen.type("\r")
        screen.until(f"{record} r2")
        assert screen.end() == 0

    (given,) = json.loads(program("show", record, "--json").out)["decision"]["approval"]
    assert (given["role"], given["outcome"], given.get("note")) == (
        "panel chair",
        "approved",
        None,
    )


def test_at_a_terminal_an_empty_answer_leaves_it(program: Program, record: str) -> None:
    with _at(program, "approve", record) as screen:
        screen.until("Who signs it off, as ROLE@AGENCY")
        screen.type("\r")
        screen.until("Nothing was saved.")
        assert screen.end() == 1
