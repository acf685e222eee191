from datetime import UTC, date, datetime, timedelta

import pytest

from rationale_cli.domain.lapse import between, lapse
from rationale_cli.domain.moment import Moment

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("gap", "told"),
    [
        (timedelta(minutes=1), "1 minute"),
        (timedelta(minutes=179, seconds=59), "179 minutes"),
        (timedelta(hours=3), "3 hours"),
        (timedelta(hours=47, minutes=59), "47 hours"),
        (timedelta(days=2), "2 days"),
    ],
)
def test_a_lapse_is_told_in_the_unit_a_person_would_use(gap: timedelta, told: str) -> None:
    assert lapse(gap) == told


def test_between_two_moments_it_does_not_matter_which_came_first() -> None:
    start, end = Moment(NOON), Moment(NOON + timedelta(minutes=70))

    assert (between(start, end), between(end, start), between(start, start)) == (
        "70 minutes",
        "70 minutes",
        "",
    )


def test_with_a_bare_day_only_days_are_told() -> None:
    day = Moment(date(2026, 7, 1))

    assert between(day, Moment(NOON)) == ""
    assert between(day, Moment(NOON + timedelta(days=1))) == "1 day"
    assert between(Moment(date(2026, 7, 20)), Moment(NOON)) == "19 days"
