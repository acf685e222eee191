"""Ladders of concerns: the shipped one is honest and complete, and faults are told."""

import pytest

from rationale_cli.codec import ladder as ladder_text
from rationale_cli.codec.faulty import FaultyFileError, NewerFormatError
from rationale_cli.codec.shipped import LIBRARY
from rationale_cli.domain.concern import Urgency

TYPICAL = ladder_text.shipped("typical")
OWN = """\
format = 1
name = "ours"

[[stage]]
n = 1
name = "Talk"
standard = { days = 2 }
urgent = { hours = 2 }
"""


def test_every_shipped_ladder_is_read_and_has_the_name_of_its_file() -> None:
    found = sorted(path.stem for path in (LIBRARY / "ladders").glob("*.toml"))
    assert found == sorted(ladder_text.SHIPPED)
    assert [ladder_text.shipped(one).name for one in found] == found


def test_the_typical_ladder_begins_with_the_safety_check_and_says_that_it_is_nobodys_own() -> None:
    assert TYPICAL.rungs[0].name == "Safety check"
    assert str(TYPICAL.rungs[0].allowance(Urgency.STANDARD)) == "at once"
    assert "no partnership's own" in TYPICAL.notice
    assert all(one.who and one.what and one.record for one in TYPICAL.rungs)


def test_the_typical_ladder_takes_eighteen_working_days_or_six() -> None:
    standard = [str(one.standard) for one in TYPICAL.from_(1)]
    assert standard == ["1 working day", "2 working days", "5 working days", "10 working days"]
    urgent = [str(one.urgent) for one in TYPICAL.from_(1)]
    assert urgent == ["4 hours", "1 working day", "2 working days", "3 working days"]
    assert sum(one.standard.days for one in TYPICAL.rungs) == 18


def test_a_ladder_of_ones_own_may_begin_with_step_1() -> None:
    found = ladder_text.decode(OWN, name="ours.toml")
    assert (found.last, found.rung(1) is not None, found.rung(2)) == (1, True, None)


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("n = 1", "n = 2", "ours.toml:5:5: n is 2, not 0, the safety check, or 1"),
        ("n = 1", "n = 0", "ours.toml:1:1: stage has no step 1"),
        ("{ days = 2 }", "{ }", "standard does not say either days or hours, 1 or more"),
        ("{ hours = 2 }", "{ days = 1, hours = 2 }", "urgent does not say either days or hours"),
        ("{ days = 2 }", "{ dys = 2 }", 'unknown key "dys"; did you mean "days"?'),
        ('name = "Talk"', "", 'ours.toml:4:1: the key "name" is missing'),
    ],
)
def test_every_fault_of_a_ladder_has_its_place(was: str, now: str, told: str) -> None:
    with pytest.raises(FaultyFileError) as error:
        ladder_text.decode(OWN.replace(was, now), name="ours.toml")
    assert told in "\n".join(error.value.lines)


def test_a_later_format_is_refused_before_anything_else() -> None:
    with pytest.raises(NewerFormatError):
        ladder_text.decode("format = 2\nnothing = 1\n", name="ours.toml")
