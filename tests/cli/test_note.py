"""``note``: what was heard in one line or one minute, and what it touches."""

import pytest

from program import Outcome, Program

BY = ("--by", "lead social worker@children's social care")
MARK = "A mark was seen on the baby's cheek at drop-off."


def test_a_note_is_made_in_one_line(program: Program, alder: str) -> None:
    noted = _note(program, alder, "--heard-at", "14 April 2026 11:20")

    shown = program("show", alder, "--json").out

    assert (noted.status, noted.last) == (0, f"{alder} r5")
    assert "One change since neglect, physical harm and domestic abuse were last" in noted.err
    for one in (
        f'"text": "{MARK}"',
        '"source": "nursery safeguarding lead, education"',
        '"kind": "reported"',
        '"as_of": "2026-04-14T11:20:00+01:00"',
        '"because": "Heard from nursery safeguarding lead, education."',
    ):
        assert one in shown
    assert '"fired_at"' not in shown  # nothing comes up by itself


def test_a_sign_that_came_up_and_a_control_that_failed_are_kept(
    program: Program, alder: str
) -> None:
    """T1, and the sign of the unthinkable, which says the same, are one."""
    touched = ("--heard-at", "14 Apr 2026 11:20", "--fired", "T1", "--control", "M5=failed")
    noted = _note(program, alder, *touched)

    told = program("diff", alder).out

    assert "look-again point T1 came up on 14 April 2026, 11:20" in noted.err
    assert "came up: 14 April 2026, 11:20, not said before" in told
    assert "not working" in told
    checked = program("check", alder).out
    assert "T1 came up on 14 April 2026, 11:20; nothing says that anybody acted." in checked


def test_a_sign_of_a_risk_becomes_an_event_that_came_up(program: Program, alder: str) -> None:
    _note(program, alder, "--fired", "R3")

    shown = program("show", alder).out

    assert "(“Any call to police from the home.”)\n      Came up: 14 April 2026, 12:00" in shown


def test_what_the_record_does_not_hold_is_refused_with_what_it_holds(
    program: Program, alder: str
) -> None:
    unknown = _note(program, alder, "--fired", "T7")
    odd = _note(program, alder, "--control", "M7=gone")

    assert (unknown.status, odd.status) == (2, 2)
    assert "--fired names 'T7', which this record does not hold\n  T1  Any mark" in unknown.err
    assert "The states are planned, in-place, failed, stopped, unverified." in odd.err


@pytest.mark.parametrize(
    "options", [("--from", "a@b"), ("--text", "Heard", "--answers", "-"), ("--fired", "T1")]
)
def test_what_is_said_of_nothing_is_refused(
    program: Program, alder: str, options: tuple[str, ...]
) -> None:
    assert program("note", alder, *options, stdin="title = 'x'\n").status == 2


def test_the_interview_offers_the_records_own_signs_and_controls(
    program: Program, alder: str
) -> None:
    typed = f"add\n{MARK}\n.\nnursery\n14 April 2026 11:20\n2\n\n\n"
    typed += "T1\n14 April 2026 11:20\n14 April 2026 12:30\nWe met first.\n.\n"
    typed += "m7\n3\n:end\nsave\n"

    noted = program("note", alder, *BY, "--because", "Heard", stdin=typed, now=NOON)

    assert noted.status == 0, noted.err
    assert "T1: Any mark on a baby who is not yet moving." in noted.err
    told = program("diff", alder).out
    assert "\n    acted on: 14 April 2026, 12:30, not said before\n" in told
    assert "\n    70 minutes after it came up\n" in told
    assert "“We met first.”" in program("show", alder).out
    assert "no.signs" not in program("show", alder, "--toml").out


def test_a_record_without_signs_is_not_asked_for_them(program: Program, record: str) -> None:
    asked = program("note", record, *BY, "--because", "Heard", stdin="\n:stop\n").err

    assert "Question 1 of 2" in asked
    assert "warning signs" not in asked


NOON = "2026-04-14T12:00+01:00"


def _note(program: Program, record: str, *options: str) -> Outcome:
    said = ("--text", MARK, "--from", "nursery safeguarding lead@education")
    return program("note", record, *said, *options, *BY, now=NOON)


def test_the_text_can_come_on_standard_input_where_nobody_reads_it(
    program: Program, alder: str
) -> None:
    noted = program("note", alder, "--text", "-", *BY, now=NOON, stdin=f"{MARK}\n")
    empty = program("note", alder, "--text", "-", *BY, now=NOON, stdin="\n")

    assert (noted.last, empty.status) == (f"{alder} r5", 1)
    assert f'"text": "{MARK}"' in program("show", alder, "--json").out
