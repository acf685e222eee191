"""Working days from 2025 to 2030, against the bank holidays of England and Wales."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import LONDON
from rationale_cli.domain.calendar import Calendar
from rationale_cli.domain.ladder import Allowance
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.settings import Settings
from rationale_cli.services.working_days import UnknownRegionError, calendar

# 2025 to 2027 as published for England and Wales on https://www.gov.uk/bank-holidays, substitute
# days included. 2028 to 2030, which are published year by year, by the rule that they follow: the
# Banking and Financial Dealings Act 1971, schedule 1; the first Monday in May and 1 January by
# yearly proclamation; Easter Sunday on 16 April 2028, 1 April 2029 and 21 April 2030.
BANK_HOLIDAYS = {
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2029: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2030: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
}
ENGLAND = calendar(Settings(calendar="GB-ENG"))
DAYS = st.dates(date(2025, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize("year", BANK_HOLIDAYS)
def test_every_free_weekday_of_a_year_is_a_bank_holiday_and_every_one_is_free(year: int) -> None:
    first = date(year, 1, 1)
    days = [first + timedelta(one) for one in range((date(year + 1, 1, 1) - first).days)]
    free = [one for one in days if one.weekday() < 5 and not ENGLAND.is_working(one)]

    assert " ".join(f"{one:%m-%d}" for one in free) == BANK_HOLIDAYS[year]
    assert not any(ENGLAND.is_working(one) for one in days if one.weekday() >= 5)


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        ("2026-03-26", 1, "2026-03-27"),
        ("2026-03-27", 1, "2026-03-30"),  # across the clock change of 29 March
        ("2026-04-01", 5, "2026-04-10"),  # Good Friday and Easter Monday
        ("2026-03-26", 18, "2026-04-23"),
        ("2026-04-02", 1, "2026-04-07"),
        ("2026-10-23", 1, "2026-10-26"),  # across the clock change of 25 October
        ("2026-12-24", 1, "2026-12-29"),  # Boxing Day was a Saturday
        ("2026-12-31", 1, "2027-01-04"),
        ("2027-12-24", 2, "2027-12-30"),  # two substitute days
        ("2027-12-31", 1, "2028-01-04"),  # 1 January was a Saturday
        ("2025-04-17", 2, "2025-04-23"),
        ("2026-04-04", 1, "2026-04-07"),  # from a day that is none itself
        ("2026-04-04", 0, "2026-04-04"),
    ],
)
def test_the_nth_working_day_after_a_day(day: str, count: int, then: str) -> None:
    first, last = date.fromisoformat(day), date.fromisoformat(then)
    assert ENGLAND.after(first, count) == last
    if count:
        assert ENGLAND.between(first, last) == count


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        ("2026-03-26", "2026-04-14", 11),
        ("2026-04-02", "2026-04-13", 5),
        ("2026-04-03", "2026-04-06", 0),
        ("2026-04-13", "2026-04-02", 0),
        ("2025-12-31", "2026-12-31", 253),
    ],
)
def test_how_many_working_days_lie_between(first: str, last: str, count: int) -> None:
    assert ENGLAND.between(date.fromisoformat(first), date.fromisoformat(last)) == count


@given(DAYS, st.integers(1, 60))
def test_counting_forth_and_back_is_the_same(day: date, count: int) -> None:
    then = ENGLAND.after(day, count)
    assert ENGLAND.is_working(then)
    assert ENGLAND.between(day, then) == count
    assert ENGLAND.between(day, then - timedelta(1)) == count - 1


@pytest.mark.parametrize(
    ("opened", "due"),
    [
        # 01:00 on 29 March 2026 became 02:00; four hours are four hours all the same.
        ("2026-03-28T23:30+00:00", "2026-03-29T04:30:00+01:00"),
        ("2026-03-29T00:59+00:00", "2026-03-29T05:59:00+01:00"),
        # 02:00 on 25 October 2026 became 01:00.
        ("2026-10-25T00:30+01:00", "2026-10-25T03:30:00+00:00"),
        ("2026-10-24T23:00+01:00", "2026-10-25T02:00:00+00:00"),
        # Hours go on over the night, and from Thursday before Easter into Good Friday.
        ("2026-04-02T21:15+01:00", "2026-04-03T01:15:00+01:00"),
        ("2026-12-31T22:00+00:00", "2027-01-01T02:00:00+00:00"),
    ],
)
def test_hours_pass_by_the_sun_and_not_by_the_clock_on_the_wall(opened: str, due: str) -> None:
    found = Allowance(hours=4).due(Moment(datetime.fromisoformat(opened)), ENGLAND, LONDON)
    assert str(found) == due


def test_days_count_from_the_day_that_the_clocks_of_the_team_show() -> None:
    late = Moment(datetime(2026, 4, 8, 23, 30, tzinfo=UTC))
    assert Allowance(days=1).due(late, ENGLAND, LONDON) == Moment(date(2026, 4, 10))
    assert Allowance(days=1).due(late, ENGLAND, UTC) == Moment(date(2026, 4, 9))


def test_hours_cannot_be_counted_from_a_bare_day() -> None:
    day = Moment(date(2026, 4, 8))
    assert Allowance(hours=4).due(day, ENGLAND, LONDON) == day


def test_a_team_has_its_own_region_and_its_own_free_days() -> None:
    scotland = calendar(Settings(calendar="GB-SCT"))
    assert not scotland.is_working(date(2026, 11, 30))
    assert scotland.is_working(date(2026, 4, 6))
    own = calendar(Settings(extra=(date(2026, 6, 5),)))
    assert (own.is_working(date(2026, 6, 5)), ENGLAND.is_working(date(2026, 6, 5))) == (False, True)


def test_a_calendar_without_holidays_knows_weekends() -> None:
    assert Calendar().after(date(2026, 4, 2), 1) == date(2026, 4, 3)
    assert Calendar().after(date(2026, 4, 3), 1) == date(2026, 4, 6)


@pytest.mark.parametrize(
    "region", ["GB-XX", "Narnia", "", "gb", "__doc__", "HolidayBase", "list_supported_countries"]
)
def test_a_region_that_nobody_knows_is_said_to_be_none(region: str) -> None:
    with pytest.raises(UnknownRegionError, match=r"rationale\.toml"):
        calendar(Settings(calendar=region))
