from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from rationale_cli.cli import times
from rationale_cli.codec import shipped
from rationale_cli.codec.decision import decode
from rationale_cli.codec.faulty import FaultyFileError
from rationale_cli.domain.asking.dates import dated
from rationale_cli.domain.asking.misread import Misread
from rationale_cli.domain.form import tidy
from rationale_cli.domain.localised import Untold, Why, localised
from rationale_cli.errors import UsageError

LONDON = ZoneInfo("Europe/London")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 3, 26, 11, 50, tzinfo=LONDON)

SAID: Any = {"words": shipped.words(), "texts": shipped.texts()}

NEVER = Untold(why=Why.LEAPT_OVER, time=datetime(2026, 3, 29, 1, 30, tzinfo=UTC))
TWICE = Untold(
    why=Why.SHOWN_TWICE,
    time=datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    either=("2026-10-25T01:30+01:00", "2026-10-25T01:30+00:00"),
)
ODD = Untold(why=Why.ODD_OFFSET, time=datetime(1925, 1, 1, 9, tzinfo=UTC))


def _local(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-03-29T00:30", "2026-03-29T00:30:00+00:00"),
        ("2026-03-29T02:00", "2026-03-29T02:00:00+01:00"),
        ("2026-10-25T00:59", "2026-10-25T00:59:00+01:00"),
        ("2026-10-25T02:00", "2026-10-25T02:00:00+00:00"),
        ("2026-10-25T01:30+01:00", "2026-10-25T01:30:00+01:00"),
    ],
)
def test_a_time_has_the_offset_of_its_zone_or_its_own(text: str, found: str) -> None:
    value = localised(_local(text), LONDON)

    assert isinstance(value, datetime)
    assert value.isoformat() == found
    assert isinstance(value.tzinfo, timezone)


def test_a_time_that_never_was_or_was_twice_is_not_guessed() -> None:
    assert localised(_local("2026-03-29T01:30"), LONDON) == NEVER
    assert localised(_local("2026-10-25T01:30"), LONDON) == TWICE


def test_a_time_before_offsets_of_whole_minutes_is_told() -> None:
    assert localised(_local("1925-01-01T09:00"), AMSTERDAM) == ODD


@pytest.mark.parametrize(
    ("untold", "message", "hint"),
    [
        (
            NEVER,
            "there was no 29 March 2026, 01:30: the clocks went forward",
            "Give another time.",
        ),
        (
            TWICE,
            "there are two times 25 October 2026, 01:30: the clocks went back",
            "Add the offset: 2026-10-25T01:30+01:00 or 2026-10-25T01:30+00:00.",
        ),
        (
            ODD,
            "1 January 1925, 09:00 has no offset of whole minutes",
            "Add one that has: 1925-01-01T09:00:00+00:00.",
        ),
    ],
)
def test_why_it_tells_no_instant_is_said(untold: Untold, message: str, hint: str) -> None:
    assert (untold.message, untold.hint) == (message, hint)


@pytest.mark.parametrize(
    ("untold", "typed", "zone"),
    [
        (NEVER, "29/3/2026 01:30", LONDON),
        (TWICE, "25/10/2026 01:30", LONDON),
        (ODD, "1/1/1925 09:00", AMSTERDAM),
    ],
)
def test_the_interview_asks_again(untold: Untold, typed: str, zone: ZoneInfo) -> None:
    found = dated(typed, now=NOW, zone=zone, **SAID)

    assert found == Misread(untold.message, untold.hint)


def test_the_time_that_the_hint_offers_is_taken() -> None:
    found = dated("2026-10-25T01:30+01:00", now=NOW, zone=LONDON, **SAID)

    assert found == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("offset", ["+25:00", "+14:01", "-10:60", "+99:99"])
def test_an_offset_that_no_clock_has_is_not_taken(offset: str) -> None:
    found = dated(f"2026-04-14T10:00{offset}", now=NOW, zone=LONDON, **SAID)

    assert found == Misread(f"there is no offset {offset}", "Type it as +01:00, or leave it out.")


def test_now_is_told_even_in_the_hour_that_is_there_twice() -> None:
    twice = datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=1)

    assert dated("now", now=twice, zone=LONDON, **SAID) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_file_keeps_such_a_time_without_an_offset() -> None:
    never, summer = _local("2026-03-29T01:30"), _local("2026-04-01T09:00")

    assert tidy([never, summer], LONDON) == [
        never,
        summer.replace(tzinfo=timezone(timedelta(hours=1))),
    ]


def test_such_a_time_in_a_file_is_a_fault_with_its_place() -> None:
    text = (
        'format = 1\nid = "k7qf2m"\nrevision = 1\nkind = "create"\nquestion_set = "general/1"\n'
        "[time]\nrecorded_at = 2026-03-24T09:00:00Z\ndecided_at = 2026-03-29T01:30:00\n"
    )

    with pytest.raises(FaultyFileError) as caught:
        decode(text, name="k7qf2m.toml", zone=LONDON)

    (line,) = caught.value.lines
    assert line.startswith("k7qf2m.toml:8:14: ")
    assert line.endswith("is 2026-03-29T01:30:00, a time without a usable offset (as +01:00)")


@pytest.mark.parametrize(
    ("text", "option", "message"),
    [
        ("2026-03-29T01:30", "--decided-at", f", and {NEVER.message}"),
        ("2026-10-25T01:30", "--decided-at", f", and {TWICE.message}"),
        ("1899-12-31T23:59", "--decided-at", ", outside the years 1900 to 2199"),
        ("2200-01-01T00:00", "--now", ", outside the years 1970 to 2199"),
        ("1969-12-31T23:59+00:00", "--now", ", outside the years 1970 to 2199"),
        ("1970-01-01T00:30+01:00", "--now", ", outside the years 1970 to 2199"),
        ("2026-03-24T09:00+25:00", "--decided-at", ", which is no time"),
        ("2026-03-24T09:00+01:00:30", "--decided-at", None),
        ("2026-03-24", "--decided-at", ", which is no time"),
    ],
)
def test_the_command_line_refuses_what_is_no_instant(
    text: str, option: str, message: str | None
) -> None:
    with pytest.raises(UsageError) as caught:
        times.typed(text, option=option, zone=LONDON)

    expected = message or ", and 24 March 2026, 09:00 has no offset of whole minutes"
    assert str(caught.value) == f"{option} is {text!r}{expected}"


def test_a_decision_of_long_ago_can_be_told() -> None:
    found = times.typed("1965-06-01T09:00+00:00", option="--decided-at", zone=LONDON)

    assert found == datetime(1965, 6, 1, 9, tzinfo=UTC)
