"""What answers take away, what they say there is none of, and what goes with it."""

import pytest

from program import Program

FIRST = """
title = "Stay"
[reason]
weight = "Much"
[[option]]
title = "Stay"
[[option]]
title = "Move"
[[known]]
text = "She sleeps well."
[[risk]]
harm = "neglect"
[[risk]]
harm = "accident"
"""

GAPS = """
none = ["risk.R1.evidence", "risk.R2.evidence"]
[[gap]]
path = "risk.R1.reason"
kind = "skipped"
[[gap]]
path = "risk.R2.reason"
kind = "skipped"
[[gap]]
path = "reason.comparison"
kind = "unknown"
"""


@pytest.fixture
def record(program: Program) -> str:
    """The id of a record with options, a fact and two risks."""
    return program("new", "--answers", "-", stdin=FIRST, now="2026-03-02T09:00").last[:6]


def _amended(program: Program, record: str, answers: str) -> tuple[int, str]:
    done = program("amend", record, "--because", "New", "--answers", "-", stdin=answers)
    return done.status, done.err


FAULTS = {
    '[remove]\nfields = ["title.x"]\n': (
        '2:11: fields names "title.x", which no record has; did you mean "title"?'
    ),
    '[remove]\nfields = ["x"]\n': '2:11: fields names "x", which no record has',
    '[remove]\nfields = ["reason.wieght"]\n': (
        '2:11: fields names "reason.wieght", which no record has; did you mean "reason.weight"?'
    ),
    '[remove]\nfields = ["weight"]\n': (
        '2:11: fields names "weight", which no record has; did you mean "reason.weight"?'
    ),
    '[remove]\nfields = ["risk.R1.harms"]\n': (
        '2:11: fields names "risk.R1.harms", which no record has; did you mean "risk.R1.harm"?'
    ),
    '[remove]\nfields = ["time.recorded_at"]\n': (
        '2:11: fields names "time.recorded_at", which is given by the program'
    ),
    '[remove]\nrisks = ["R1"]\n': '2:1: unknown list "risks"; did you mean "risk"?',
    '[remove]\nconflict = ["Z1"]\n': '2:1: "conflict" is given by the program',
    'none = ["pie"]\n': '1:9: none names "pie", which is no list',
    'none = ["reason.weight"]\n': '1:9: none names "reason.weight", which is no list',
    'none = ["related"]\n': '1:9: none names "related", which is no list',
    'none = ["risks"]\n': '1:9: none names "risks", which is no list; did you mean "risk"?',
    'none = ["views"]\n': '1:9: none names "views", which is no list; did you mean "family.views"?',
    'none = ["option.A.four"]\n': (
        '1:9: none names "option.A.four", which is no list; did you mean "option.A.for"?'
    ),
    'none = ["reason.decisive"]\n[reason]\ndecisive = ["It rained"]\n': (
        '1:9: none says that there is no "reason.decisive", and there is'
    ),
    'none = ["option.A.for"]\n[[option]]\nid = "A"\nfor = ["It rained"]\n': (
        '1:9: none says that there is no "option.A.for", and there is'
    ),
    'none = ["answers.g.day"]\n[answers]\n"g.day" = false\n': (
        '1:9: none says that there is no "answers.g.day", and there is'
    ),
}


@pytest.mark.parametrize(("answers", "fault"), FAULTS.items(), ids=FAULTS.values())
def test_a_name_that_the_format_lacks_is_a_fault_with_its_place(
    program: Program, record: str, answers: str, fault: str
) -> None:
    status, told = _amended(program, record, answers)

    assert status == 1
    assert told.startswith(
        f"error: 'standard input' has 1 fault\n  standard input:{fault}\n  what came"
    )


UNKNOWN = {
    '[remove]\noption = ["C"]\n': ("option", "C"),
    '[remove]\nfields = ["risk.R9.reason"]\n': ("risk", "R9"),
    '[remove]\nrisk = ["R9"]\n': ("risk", "R9"),
    'none = ["option.C.for"]\n': ("option", "C"),
}


@pytest.mark.parametrize(("answers", "unknown"), UNKNOWN.items())
def test_an_item_that_was_never_there_is_refused(
    program: Program, record: str, answers: str, unknown: tuple[str, str]
) -> None:
    status, told = _amended(program, record, answers)

    name, item = unknown
    assert status == 1
    assert told.startswith(f"error: the list '{name}' of this record has no '{item}'\n")
    there = {"option": "A, B", "risk": "R1, R2"}[name]
    assert told.endswith(f"hint: Name one of: {there}.\n")


def test_a_new_record_has_nothing_to_take_away(program: Program) -> None:
    answers = 'title = "Go"\n[remove]\nrisk = ["R1"]\n'
    found = program("new", "--answers", "-", stdin=answers)
    assert found.err.startswith("error: the list 'risk' of this record has no 'R1'\n")
    assert found.err.endswith("hint: Leave it out; the list is empty.\n")


def test_what_is_gone_already_can_be_taken_away_again(program: Program, record: str) -> None:
    """A file that is run twice says the same twice."""
    answers = '[remove]\noption = ["B"]\nfields = ["reason.weight", "risk.R2.plan"]\n'

    assert _amended(program, record, answers)[0] == 0
    assert _amended(program, record, answers) == (
        0,
        "Nothing has changed, so there is no new revision.\n",
    )


@pytest.mark.parametrize("answers", ['[remove]\nrisk = ["R1"]\n', '[remove]\nfields = ["risk.R1"]'])
def test_what_was_noted_about_an_item_goes_with_it(
    program: Program, record: str, answers: str
) -> None:
    _amended(program, record, GAPS)

    assert _amended(program, record, answers)[0] == 0

    text = program("show", record, "--toml").out
    assert 'none = ["risk.R2.evidence"]\n' in text
    assert "risk.R1" not in text
    assert 'path = "risk.R2.reason"\n' in text
    assert 'path = "reason.comparison"\n' in text


@pytest.mark.parametrize("blank", ['""', '"  "', '"\\n"'])
def test_blank_text_closes_no_gap(program: Program, record: str, blank: str) -> None:
    """Silence is never taken for an answer."""
    _amended(program, record, GAPS)

    _amended(program, record, f'title = "Go"\n[reason]\ncomparison = {blank}\n')

    assert 'path = "reason.comparison"\n' in program("show", record, "--toml").out


def test_a_word_closes_a_gap(program: Program, record: str) -> None:
    _amended(program, record, GAPS)

    _amended(program, record, '[reason]\ncomparison = "A"\n')

    assert 'path = "reason.comparison"\n' not in program("show", record, "--toml").out


REUSED = {
    '[remove]\noption = ["B"]\n[[option]]\nid = "B"\ntitle = "Other"\n': (
        "the id 'B' was used before in the list 'option' of this record"
    ),
    '[remove]\nfields = ["option.B"]\n[[option]]\nid = "B"\ntitle = "Other"\n': (
        "the id 'B' was used before in the list 'option' of this record"
    ),
    '[[known]]\nid = "k1"\ntext = "Other"\n': (
        "the id 'k1' in the list 'known' is 'K1' but for upper and lower case"
    ),
    '[[known]]\nid = "n1"\ntext = "One"\n[[known]]\nid = "N1"\ntext = "Two"\n': (
        "the id 'N1' in the list 'known' is 'n1' but for upper and lower case"
    ),
}


@pytest.mark.parametrize(("answers", "fact"), REUSED.items(), ids=REUSED.values())
def test_an_id_that_could_mean_two_items_is_refused(
    program: Program, record: str, answers: str, fact: str
) -> None:
    status, told = _amended(program, record, answers)

    assert status == 1
    assert told.startswith(f"error: {fact}\n")
    assert program("show", record).out.splitlines()[1].startswith(f"{record} r1,")


def test_two_ids_of_a_new_record_may_not_look_alike(program: Program) -> None:
    answers = '[[known]]\nid = "n1"\ntext = "One"\n[[known]]\nid = "N1"\ntext = "Two"\n'
    found = program("new", "--answers", "-", stdin=answers)
    assert found.err.startswith("error: the id 'N1' in the list 'known' is 'n1' but for upper")
