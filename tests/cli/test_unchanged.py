"""What is worth a revision: whatever somebody said, and never what the program writes itself."""

import pytest

from program import Program

WHY = ("--because", "Looked into it", "--answers", "-")

WORTH_ONE = {
    "whether it stands": '[change]\nstill_stands = "Yes."\n',
    "who was told": '[change]\ntold = ["the health visitor"]\n',
    "when it was noticed": "[time]\nnoticed_at = 2026-03-02\n",
    "why it is late": '[time]\nlate_reason = "The office was closed."\n',
    "when it was decided": "[time]\ndecided_at = 2026-03-01T08:00:00Z\n",
    "an answer of the set": '[answers]\n"n.x" = "Yes"\n',
    "a number that was a yes": '[answers]\n"n.x" = 1\n',
}


@pytest.mark.parametrize("answers", WORTH_ONE.values(), ids=WORTH_ONE)
@pytest.mark.parametrize("verb", ["note", "amend", "correct"])
def test_whatever_is_said_makes_one_revision_and_said_again_no_other(
    program: Program, record: str, verb: str, answers: str
) -> None:
    first = program(verb, record, *WHY, stdin=answers, now="2026-03-03T09:00")
    again = program(verb, record, *WHY, stdin=answers, now="2026-03-04T09:00")

    assert (first.status, first.last) == (0, f"{record} r2")
    assert (again.status, again.last) == (0, f"{record} r2")
    assert again.err == "Nothing has changed, so there is no new revision.\n"


@pytest.mark.parametrize(
    "answers",
    [
        '[change]\nbecause = "Looked into it"\n',
        "[change]\nfrom = 1\n",
        '[change]\nstill_stands = " "\ntold = [""]\n',
        '[by]\nrecorder = { role = "duty manager", agency = "health" }\n',
    ],
)
def test_what_every_revision_has_anew_makes_none(
    program: Program, record: str, answers: str
) -> None:
    same = program("amend", record, *WHY, stdin=answers, now="2026-03-03T09:00")

    assert (same.status, same.last) == (0, f"{record} r1")


def test_another_day_of_deciding_can_be_corrected_from_the_command_line(
    program: Program, record: str
) -> None:
    said = ("--because", "Typed wrongly", "--decided-at", "2026-03-01T08:00", "--answers", "-")
    answers = 'title = "Stay with the foster carers"'

    done = program("correct", record, *said, stdin=answers, now="2026-03-03T09:00")

    assert done.last == f"{record} r2"
    text = program("show", record, "--toml").out
    assert "decided_at = 2026-03-01T08:00:00+00:00\n" in text
    assert "[change]\nfrom = 1\n" in text


def test_nothing_but_confirming_it_makes_a_revision_each_time(
    program: Program, record: str
) -> None:
    said = ("--kind", "confirm", *WHY)
    answers = '[change]\nstill_stands = "Yes."\n'

    program("amend", record, *said, stdin=answers)

    assert program("amend", record, *said, stdin=answers).last == f"{record} r3"
