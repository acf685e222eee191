"""``reassess``: all the others unchanged, whether the decision holds, and when it was looked at."""

import json

import pytest

from program import Program

BY = ("--by", "lead social worker@children's social care")
NOW = "2026-04-20T09:00+01:00"
MOVED = '[[risk]]\nid = "R2"\nlikelihood = 3\n'


def test_what_is_named_was_looked_at_and_of_the_others_nothing_is_claimed(
    program: Program, alder: str
) -> None:
    saved = _reassess(program, alder, stdin=MOVED)

    assert saved == f"{alder} r5"
    assert _looked_at(program, alder) == {
        "R1": "2026-04-09T18:00:00+01:00",
        "R2": "2026-04-20T09:00:00+01:00",
        "R3": "2026-04-09T18:00:00+01:00",
    }


@pytest.mark.parametrize("way", ["option", "answer"])
def test_all_the_others_unchanged_is_one_answer(program: Program, alder: str, way: str) -> None:
    text = f'{MOVED}[answers]\n"ru.rest" = true\n' if way == "answer" else MOVED

    _reassess(program, alder, *["--others-unchanged"] * (way == "option"), stdin=text)

    assert set(_looked_at(program, alder).values()) == {"2026-04-20T09:00:00+01:00"}
    assert "ru.rest" not in program("show", alder, "--toml").out


def test_the_interview_asks_for_it_and_for_whether_the_decision_holds(
    program: Program, alder: str
) -> None:
    typed = "Nothing new.\n.\n:go ru.rest\nyes\n:go ru.holds\nit holds\n:end\nsave\n"

    heard = program("reassess", alder, *BY, now=NOW, stdin=typed)

    assert heard.status == 0, heard.err
    assert "All the others: looked at, and unchanged?" in heard.err
    assert set(_looked_at(program, alder).values()) == {"2026-04-20T09:00:00+01:00"}
    assert "r5  Confirmation" in program("history", alder).out or "r5  confirm" in (
        program("history", alder).out.lower()
    )


def test_the_kind_of_the_command_line_goes_before_the_answer(program: Program, alder: str) -> None:
    text = f'{MOVED}[answers]\n"ru.holds" = "it holds"\n'

    _reassess(program, alder, "--kind", "reverse", stdin=text)

    assert '"kind": "reverse"' in program("show", alder, "--json").out


@pytest.mark.parametrize(("acted", "is_asked"), [("12:30", True), ("12:10", False)])
def test_why_somebody_acted_late_is_asked_only_if_it_was_late(
    program: Program, alder: str, *, acted: str, is_asked: bool
) -> None:
    """ALDER's look-again point came up at 11:20; the set allows an hour."""
    typed = f":go ru.fired\nchange T1\n\n14 April 2026 11:20\n14 April 2026 {acted}\n:stop\n"

    heard = program("reassess", alder, *BY, now="2026-04-14T14:40+01:00", stdin=typed).err

    assert ("If there was a gap between the two" in heard) is is_asked, heard


def _reassess(program: Program, record: str, *options: str, stdin: str) -> str:
    said = ("--because", "Looked again", "--answers", "-", *BY)
    done = program("reassess", record, *options, *said, now=NOW, stdin=stdin)
    assert done.status == 0, done.err
    return done.last


def _looked_at(program: Program, record: str) -> dict[str, str]:
    risks = json.loads(program("show", record, "--json").out)["decision"]["risk"]
    return {one["id"]: one["assessed_at"] for one in risks}
