"""How long it took: the turn of a history, and how it is said."""

from datetime import date

import pytest

from cases import LONDON, revisions
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.telling.taking import Took, lines, plain
from rationale_cli.domain.turn import Turn, turn
from rationale_cli.services.working_days import calendar


def test_the_turn_of_alder_is_the_interim_reversal() -> None:
    found = turn(revisions("alder"), LONDON)

    assert found == Turn(disagreed=date(2026, 3, 26), reversed_on=date(2026, 4, 14), revision=5)
    assert (found.days, found.working_days(calendar(Settings()))) == (19, 11)


@pytest.mark.parametrize("count", [1, 2, 4])
def test_without_a_reversal_there_is_no_turn(count: int) -> None:
    assert turn(revisions("alder")[:count], LONDON) is None


def test_a_day_is_one_day_and_nothing_is_said_of_nothing() -> None:
    found = turn(revisions("cedar"), LONDON)

    assert list(lines(Took(turn=found, lost={"p3xw9d": 1}))) == [
        (
            "From the first disagreement (20 November 2026) to the reversal (21 November 2026, "
            "revision 5): 1 calendar day, 0 working days."
        ),
        "Concern p3xw9d lost 1 working day on the way.",
    ]
    assert list(lines(Took())) == []
    assert plain(Took()) == {"turn": None, "working_days_lost": {}}


def test_what_cannot_be_told_is_said() -> None:
    assert list(lines(Took(unread="Not every concern can be told."))) == [
        "Not every concern can be told."
    ]
