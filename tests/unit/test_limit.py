"""Limits of time: when they run out, counted from what a record says and never kept in it."""

from datetime import UTC, date, datetime, timedelta, timezone

import msgspec
import pytest

from builders import make_decision
from cases import LONDON, revisions
from rationale_cli.codec import law
from rationale_cli.codec.shipped import words
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.limit import ends, limits
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.provision import Limit
from rationale_cli.domain.reason import Law
from rationale_cli.domain.telling.briefing import Fact
from rationale_cli.domain.telling.lawful import law_facts, plain
from timelines import changed, line_of

ROWS = law.provisions()
SUMMER = timezone(timedelta(hours=1))


def _at(text: str) -> Moment:
    return Moment(datetime.fromisoformat(text))


@pytest.mark.parametrize(
    ("limit", "start", "end"),
    [
        (Limit(hours=72), "2026-11-21T02:30+00:00", "2026-11-24T02:30+00:00"),
        (Limit(hours=72), "2026-03-27T10:00+00:00", "2026-03-30T11:00+01:00"),
        (Limit(hours=72), "2026-10-23T10:00+01:00", "2026-10-26T09:00+00:00"),
        (Limit(hours=72), "2026-11-21T03:30+01:00", "2026-11-24T02:30+00:00"),
        (Limit(days=8), "2026-03-25T10:00+00:00", "2026-04-02T10:00+01:00"),
        (Limit(days=7), "2026-10-20T10:00+01:00", "2026-10-27T10:00+00:00"),
    ],
)
def test_hours_are_counted_as_they_pass_and_days_by_the_clock(
    limit: Limit, start: str, end: str
) -> None:
    assert ends(limit, _at(start), zone=LONDON) == _at(end)


@pytest.mark.parametrize(
    ("limit", "day"), [(Limit(hours=72), 23), (Limit(days=8), 28), (Limit(days=1), 21)]
)
def test_of_a_start_without_its_time_the_last_whole_day_is_given(limit: Limit, day: int) -> None:
    assert ends(limit, Moment(date(2026, 11, 21)), zone=LONDON) == Moment(date(2026, 11, day))


def test_police_protection_in_cedar_ends_seventy_two_hours_after_it_began() -> None:
    for decision in revisions("cedar")[3:]:
        (found,) = limits(decision, ROWS, zone=LONDON)
        assert (found.id, found.provision.id, str(found.limit)) == ("L3", "CA89-46", "72 hours")
        assert found.start == _at("2026-11-21T02:30+00:00")
        assert found.end == _at("2026-11-24T02:30+00:00")
    assert limits(revisions("cedar")[2], ROWS, zone=LONDON) == ()


def test_without_a_start_or_a_limit_nothing_runs() -> None:
    decision = make_decision(
        law=(
            Law(id="L1", provision="CA89-46"),
            Law(id="L2", provision="CA89-47", from_=_at("2026-11-21T02:30+00:00")),
            Law(id="L3", provision="no such", from_=_at("2026-11-21T02:30+00:00")),
        )
    )

    assert limits(decision, ROWS, zone=LONDON) == ()
    assert limits(revisions("cedar")[3], (), zone=LONDON) == ()


def _facts(decision: Decision) -> dict[str, tuple[Fact, ...]]:
    return law_facts(decision, ROWS, words=words(), zone=LONDON)


def test_the_library_adds_the_end_of_a_limit_and_the_text_as_it_stood() -> None:
    found = _facts(revisions("cedar")[3])

    assert [(one.label, one.text) for one in found["L3"]] == [
        ("Runs out", "Tuesday 24 November 2026, 02:30 (72 hours from 21 November 2026, 02:30)"),
        ("The law that day", "legislation.gov.uk/ukpga/1989/41/section/46/2026-11-21"),
    ]
    assert [one.label for one in found["L4"]] == ["The law that day"]


def test_the_day_is_that_of_the_decision_where_the_record_says_none() -> None:
    decision = msgspec.structs.replace(
        revisions("alder")[0], law=(Law(id="L1", provision="CA89-47"),)
    )

    assert _facts(decision)["L1"][0].text.endswith("/section/47/2026-03-24")


def test_what_was_not_law_is_told_to_every_reader() -> None:
    items = (("L1", "CA89-31ZA"), ("L2", "CA89-23"), ("L3", "CA89-31A"), ("L4", "s.47"))
    decision = msgspec.structs.replace(
        revisions("alder")[0],
        law=tuple(Law(id=one, provision=provision) for one, provision in items),
    )

    found = _facts(decision)

    assert found["L1"][0].text.startswith("Was not law on this date, 24 March 2026: it was passed")
    assert found["L2"][0].text.startswith("Was no longer in force on 24 March 2026: its last day")
    assert [one.label for one in found["L3"]] == ["The law that day"]
    assert "L4" not in found


def test_programs_get_the_same() -> None:
    found = plain(revisions("cedar")[3], ROWS, zone=LONDON)

    assert found["L3"] == {
        "citation": "Children Act 1989, section 46",
        "force": "in-force",
        "link": "https://www.legislation.gov.uk/ukpga/1989/41/section/46/2026-11-21",
        "ends": "2026-11-24T02:30:00+00:00",
    }
    assert found["L4"]["ends"] is None


def _ends(*history: Decision) -> list[str]:
    found = line_of(history).events
    return [f"{one.at} {one.words}" for one in found if one.kind == "limit-ends"]


def test_a_line_of_time_tells_the_end_once() -> None:
    assert _ends(*revisions("cedar")) == [
        "2026-11-24T02:30:00+00:00 section 46 Children Act 1989 runs out, 72 hours at the most"
    ]


def test_a_limit_that_was_taken_away_or_began_at_another_time_ends_once() -> None:
    before = revisions("cedar")[3]
    at = Instant(datetime(2026, 11, 22, 9, tzinfo=UTC))
    late = Instant(datetime(2026, 11, 24, 9, tzinfo=UTC))
    begun = _at("2026-11-21T01:30+00:00")
    moved = tuple(
        msgspec.structs.replace(one, from_=begun) if one.id == "L3" else one for one in before.law
    )

    assert _ends(before, changed(before, at, law=())) == []
    assert len(_ends(before, changed(before, late, law=()))) == 1
    (end,) = _ends(before, changed(before, at, law=moved))
    assert end.startswith("2026-11-24T01:30:00+00:00 ")
