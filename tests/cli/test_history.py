"""``history``: narrowed, and with the time between deciding and recording in words."""

import json
from pathlib import Path

import pytest

from program import Program
from replay import played


@pytest.fixture(scope="module")
def cedar(module_folder: Path) -> Program:
    return played("cedar", module_folder / "cedar")


def _told(program: Program, *said: str) -> list[str]:
    return program("history", program("list").out[:6], *said).out.splitlines()


def _numbers(program: Program, *said: str) -> list[str]:
    return [line[:2] for line in _told(program, *said) if line.startswith("r")]


def test_a_late_entry_is_told_in_words_with_its_reason(cedar: Program) -> None:
    told = _told(cedar, "--since", "r4", "--kind", "reassess")

    assert told[2:4] == [
        (
            "    recorded  21 November 2026, 03:55 (by a given clock), 85 minutes later, because: "
            "Everybody who could write was with her or on the road until 03:40."
        ),
        "    by        duty manager, children's social care",
    ]
    assert told[-2:] == ["", "Two of seven revisions."]


def test_a_late_entry_without_a_reason_says_so(program: Program, record: str) -> None:
    """More than the hour that the question set allows; less is told and needs no reason."""
    said = ("amend", record, "--because", "New", "--answers", "-", "--decided-at")
    program(*said, "2026-03-03T08:30", stdin='title = "In time"', now="2026-03-03T09:00")
    program(*said, "2026-03-03T10:30", stdin='title = "Late"', now="2026-03-03T13:45")

    recorded = [line[14:] for line in _told(program) if line.startswith("    recorded")]
    assert recorded == [
        "2 March 2026, 09:00 (by a given clock)",
        "3 March 2026, 09:00 (by a given clock), 30 minutes later",
        "3 March 2026, 13:45 (by a given clock), 3 hours later, and nothing says why",
    ]


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        (("--since", "4"), ["r4", "r5", "r6", "r7"]),
        (("--since", "latest~1"), ["r6", "r7"]),
        (("--since", "21 Nov 2026 20:30"), ["r6", "r7"]),
        (("--since", "2026-11-21"), ["r4", "r5", "r6", "r7"]),
        (("--kind", "reverse", "--kind", "Corrected"), ["r5", "r7"]),
        (("--by", "exploitation", "--kind", "reverse"), ["r5"]),
        (("--by", "nurse"), []),
    ],
)
def test_a_history_is_narrowed(cedar: Program, said: tuple[str, ...], numbers: list[str]) -> None:
    assert _numbers(cedar, *said) == numbers


def test_who_leads_and_decides_is_told_where_somebody_is_asked_for(cedar: Program) -> None:
    told = _told(cedar, "--by", "exploitation worker@exploitation", "--kind", "reverse")

    assert told[3:6] == [
        "    by        duty manager, children's social care",
        "    lead      exploitation worker, exploitation service",
        "    decision  duty manager, children's social care",
    ]


def test_nothing_that_fits_is_told_as_nothing(cedar: Program) -> None:
    assert _told(cedar, "--by", "nurse") == ["None of seven revisions."]


def test_programs_get_how_late_it_was_and_how_many_there_are(cedar: Program) -> None:
    record = cedar("list").out[:6]

    found = json.loads(
        cedar("history", record, "--json", "--since", "r3", "--kind", "reassess").out
    )

    assert (found["id"], found["total"]) == (record, 7)
    assert [
        (one["revision"], one["minutes_later"], one["is_late"], one["lead"])
        for one in found["revisions"]
    ] == [
        (3, 8, False, "on-call social worker, children's social care"),
        (4, 85, True, "on-call social worker, children's social care"),
        (6, 20, False, "exploitation worker, exploitation service"),
    ]


@pytest.mark.parametrize(
    ("said", "status", "told"),
    [
        (
            ("--kind", "revers"),
            2,
            "there is no kind of revision 'revers'; did you mean 'reverse'?\nhint: Choose one of: ",
        ),
        (("--since", "r9"), 1, "has no revision 'r9'\nhint: Name one from 1 to 7, "),
        (("--since", "once"), 2, 'error: --since: "once" is no day or time\n'),
    ],
)
def test_what_cannot_be_asked_for_is_refused(
    cedar: Program, said: tuple[str, ...], status: int, told: str
) -> None:
    refused = cedar("history", cedar("list").out[:6], *said)

    assert (refused.status, refused.out) == (status, "")
    assert told in refused.err
