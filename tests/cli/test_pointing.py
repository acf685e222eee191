"""A list on a screen: the row that is pointed at is the one that a person means."""

import pytest
from msgspec.structs import replace

import small_set
from keyboard import DOWN, ENTER, UP, held
from rationale_cli.domain.asking.interview import Interview, Place

ROLES = ("nurse", "teacher", "carer", "doctor")


def _interview() -> Interview:
    rows = [{"id": f"X{number}", "role": role} for number, role in enumerate(ROLES, 1)]
    return replace(small_set.interview({"dissent": rows}), place=Place("s.who"))


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (UP * 3 + "r", "X2 X3 X4"),
        (UP * 3 + "rr", "X3 X4"),
        ("rr", "X1 X2"),
        (UP + "rr", "X1 X2"),
        (UP * 3 + "rbr", "X2 X3 X4"),
        (UP * 2 + "rb-", "X2 X1 X3 X4"),
        (UP * 3 + "+" + "+", "X2 X3 X1 X4"),
        (UP * 3 + "-", "X1 X2 X3 X4"),
        (UP * 3 + DOWN * 9 + "-", "X1 X2 X4 X3"),
        (UP * 3 + "aguardian" + ENTER * 3 + "-", "X1 X2 X3 X5 X4"),
        (UP * 3 + "rru", "X2 X3 X4"),
    ],
)
def test_a_key_acts_on_the_row_that_a_person_means(keys: str, left: str) -> None:
    found = held(keys, _interview()).interview.answers["dissent"]

    assert " ".join(row["id"] for row in found) == left
