"""One decision after another: what is taken over, what replaces what, and how it ends."""

import pytest

from program import Program

START = """
title = "Stay"
case = "CASE-1"
[by]
lead = { role = "lead social worker", agency = "children's social care" }
recorder = { role = "duty manager", agency = "health" }
[[person]]
age_band = "5-9"
"""

WHY = ("--because", "New plan")


def _new(program: Program, answers: str, *more: str) -> str:
    done = program("new", *more, "--answers", "-", stdin=answers)
    assert done.status == 0, done.err
    return done.last[:6]


def _text(program: Program, record: str) -> str:
    return program("show", record, "--toml").out


def test_who_typed_one_record_does_not_type_the_next(program: Program) -> None:
    old = _new(program, START)

    text = _text(program, _new(program, 'title = "Next"', "--from", old))

    lead = """{ role = "lead social worker", agency = "children's social care" }"""
    assert f"lead = {lead}\nrecorder = {lead}\n" in text


def test_people_are_taken_over(program: Program) -> None:
    old = _new(program, START)
    text = _text(program, _new(program, 'title = "Next"', "--from", old))
    assert '[[person]]\nid = "P1"\nage_band = "5-9"\n' in text


def test_people_who_are_named_stand_for_all(program: Program) -> None:
    old = _new(program, START)

    text = _text(program, _new(program, '[[person]]\nage_band = "10-15"\n', "--from", old))

    assert text.count("[[person]]") == 1
    assert '[[person]]\nid = "P1"\nage_band = "10-15"\n' in text


def test_that_there_is_nobody_can_be_said(program: Program) -> None:
    old = _new(program, START)
    text = _text(program, _new(program, "person = []\n", "--from", old))
    assert 'none = ["person"]\n' in text
    assert "[[person]]" not in text


def test_closing_takes_no_other_status(program: Program, record: str) -> None:
    found = program("close", record, *WHY, "--answers", "-", stdin='status = "on-hold"\n')

    assert found.status == 2
    assert found.err.startswith(
        "error: status is 'on-hold' in the answers, and 'close' makes it 'closed'\n"
    )
    assert 'status = "decided"' in _text(program, record)


def test_closing_takes_its_own_status(program: Program, record: str) -> None:
    done = program("close", record, *WHY, "--answers", "-", stdin='status = "closed"\n')
    assert done.last == f"{record} r2"


def test_a_record_that_is_there_takes_no_answers(program: Program, record: str) -> None:
    other = _new(program, 'title = "Move"')

    found = program(
        "supersede", record, "--with", other, *WHY, "--answers", "-", stdin='title = "Go"'
    )

    assert found.status == 2
    assert found.err == (
        "error: --with names a record that is there, and --answers makes a new one\n"
        "hint: Leave out one of them; what the other record says is changed with "
        "'rationale amend'.\n"
    )


def test_what_is_said_about_the_change_is_kept_with_what_is_replaced(
    program: Program, record: str
) -> None:
    answers = """
title = "Move after all"
[time]
decided_at = 2026-03-03T08:00:00Z
[by]
recorder = { role = "duty manager", agency = "health" }
[change]
because = "New plan"
still_stands = "No."
told = ["the school"]
"""
    done = program("supersede", record, "--answers", "-", stdin=answers, now="2026-03-04T09:00")

    recorder = 'recorder = { role = "duty manager", agency = "health" }\n'
    old, new = _text(program, record), _text(program, done.last[:6])
    assert (
        '[change]\nfrom = 1\nbecause = "New plan"\nstill_stands = "No."\ntold = ["the school"]\n'
    ) in old
    assert "told" not in new
    for text in (old, new):
        assert recorder in text
        assert "decided_at = 2026-03-03T08:00:00+00:00\n" in text


def test_two_reasons_for_replacing_that_differ(program: Program, record: str) -> None:
    answers = 'title = "Go"\n[change]\nbecause = "Another"\n'
    found = program("supersede", record, *WHY, "--answers", "-", stdin=answers)
    assert found.status == 2
    assert found.err.startswith("error: --because and change.because of the answers say")


@pytest.mark.parametrize("answers", ['[change]\ntold = ["the school"]\n', "[time]\n"])
def test_answers_that_say_nothing_of_a_successor(
    program: Program, record: str, answers: str
) -> None:
    found = program("supersede", record, *WHY, "--answers", "-", stdin=answers)

    assert found.status == 1
    assert found.err.startswith(f"error: nothing says what replaces '{record}'\n")
    assert len(program("list").out.splitlines()) == 1


def test_two_records_cannot_replace_each_other(program: Program, record: str) -> None:
    other = _new(program, 'title = "Move"')
    program("supersede", record, "--with", other, *WHY)

    found = program("supersede", other, "--with", record, *WHY)

    assert found.status == 1
    assert found.err.startswith(
        f"error: '{record}' cannot supersede '{other}': it was itself superseded by it\n"
    )


def test_three_records_cannot_replace_each_other_in_a_ring(program: Program, record: str) -> None:
    second, third = _new(program, 'title = "Two"'), _new(program, 'title = "Three"')
    program("supersede", record, "--with", second, *WHY)
    program("supersede", second, "--with", third, *WHY)

    found = program("supersede", third, "--with", record, *WHY)

    assert found.err.startswith(f"error: '{record}' cannot supersede '{third}': ")
