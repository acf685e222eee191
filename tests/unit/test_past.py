"""What of a history was there at a time, and what is said of it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_decision
from cases import revisions
from histories import linear, revision
from rationale_cli.codec.shipped import words
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.keeping import Times
from rationale_cli.domain.knowledge import Known
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.past import AsOf, Basis, NotThereYetError, Past, past, up_to
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.telling.looking_back import lookback, notice

CEDAR = linear(*revisions("cedar"))
DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)


def _at(hours: float) -> datetime:
    return DAY + timedelta(hours=hours)


def _as_of(time: datetime, basis: Basis = Basis.RECORDED) -> AsOf:
    return AsOf(moment=Moment(time), limit=time, basis=basis)


def _cedar(day: int, hour: int, minute: int, basis: Basis = Basis.RECORDED) -> Past:
    return past(CEDAR, _as_of(datetime(2026, 11, day, hour, minute, tzinfo=UTC), basis))


def _made(number: int, recorded: float, decided: float | None = None) -> Decision:
    time = Times(
        recorded_at=Instant(_at(recorded)),
        decided_at=Instant(_at(decided)) if decided is not None else None,
    )
    return make_decision(revision=number, title=f"Title {number}", time=time)


def _numbers(found: Past) -> tuple[int, ...]:
    return tuple(one.number for one in found.history)


def _told(found: Past) -> tuple[str, ...]:
    return tuple(notice(found, words()))


def test_without_a_time_everything_is_there_and_nothing_is_said() -> None:
    found = past(CEDAR, None)

    assert found == Past(history=CEDAR)
    assert _told(found) == ()
    assert lookback(found, words()).notice == ()


def test_what_was_recorded_later_is_not_there_at_all() -> None:
    found = _cedar(20, 21, 30)

    assert (_numbers(found), found.hidden, found.late, found.covered) == ((1, 2), 5, (), ())
    assert _told(found) == (
        "As it was known on 20 November 2026, 21:30. Five later revisions are hidden.",
    )


def test_by_decision_what_was_written_down_later_counts_and_is_named() -> None:
    by_record = _cedar(21, 3, 0)
    by_decision = _cedar(21, 3, 0, Basis.DECIDED)

    assert (_numbers(by_record), _numbers(by_decision)) == ((1, 2, 3), (1, 2, 3, 4))
    assert _told(by_decision) == (
        "As it was decided by 21 November 2026, 03:00. Three later revisions are hidden.",
        (
            "Revision 4 was decided at 02:30 and recorded at 03:55; "
            "at 03:00 it was not written down yet."
        ),
        (
            "Revision 4 holds what is dated later: thing known K10 (03:10), thing known K12 "
            "(03:40), risk R1 (03:40), risk R2 (03:40), view C5 (03:30)."
        ),
    )


def test_a_time_exactly_then_is_then() -> None:
    assert _numbers(past(CEDAR, _as_of(CEDAR[2].decision.time.recorded_at.at))) == (1, 2, 3)


def test_a_late_entry_of_another_day_is_told_with_its_day() -> None:
    history = linear(_made(1, 0, 0), _made(2, 30, 1))

    told = _told(past(history, _as_of(_at(2), Basis.DECIDED)))

    assert told[1] == (
        "Revision 2 was decided at 13:00 and recorded on 2 March 2026, 18:00; "
        "at 14:00 it was not written down yet."
    )


def test_as_of_a_day_is_told_as_its_end() -> None:
    end = datetime(2026, 11, 20, 23, 59, 59, tzinfo=UTC)
    moment = Moment(date(2026, 11, 20))
    by_record = past(CEDAR, AsOf(moment=moment, limit=end))
    by_decision = past(CEDAR, AsOf(moment=moment, limit=end, basis=Basis.DECIDED))

    assert _told(by_record)[0].startswith("As it was known at the end of 20 November 2026. Four ")
    assert _told(by_decision)[0].startswith("As it was decided by the end of 20 November 2026. ")


def test_a_record_that_was_not_there_says_when_it_was_first() -> None:
    with pytest.raises(NotThereYetError) as by_record:
        _cedar(20, 19, 0)
    with pytest.raises(NotThereYetError) as by_decision:
        _cedar(20, 18, 0, Basis.DECIDED)

    assert str(by_record.value) == "'c3d4r7' was not recorded yet on 20 November 2026, 19:00"
    assert by_record.value.hint == (
        "It was first recorded on 20 November 2026, 19:20; name that time or a later one."
    )
    assert str(by_decision.value) == "'c3d4r7' was not decided yet on 20 November 2026, 18:00"
    assert by_decision.value.hint == (
        "It was first decided on 20 November 2026, 18:40; name that time or a later one."
    )


def test_a_decision_written_on_top_of_a_later_one_is_hidden_with_it() -> None:
    """Its text holds what was decided later."""
    history = linear(_made(1, 0, 0), _made(2, 5, 5), _made(3, 9, 2))

    found = past(history, _as_of(_at(3), Basis.DECIDED))

    assert (_numbers(found), found.hidden, found.covered) == ((1,), 2, (history[2],))
    assert _told(found)[1] == (
        "Revision 3 was decided by then as well, but follows what was decided later, "
        "so it is hidden too."
    )


def test_a_clock_that_went_wrong_lets_nothing_through() -> None:
    """What says that it was recorded before what it follows was not there before that."""
    history = linear(_made(1, 0), _made(2, 5), _made(3, 2))

    assert _numbers(past(history, _as_of(_at(3)))) == (1,)
    assert _numbers(past(history, _as_of(_at(5)))) == (1, 2, 3)


def test_a_change_by_hand_counts_from_its_commit() -> None:
    """Nobody who edits a file by hand thinks of the time in it."""
    first, edited = _made(1, 0), _with(_made(1, 0), title="By hand")
    history = (revision(first, 0), revision(edited, 1, 0, committed_at=_at(8)))

    assert past(history, _as_of(_at(7))).revision is history[0]
    assert past(history, _as_of(_at(8))).revision is history[1]


def test_of_two_copies_not_yet_joined_the_later_stands() -> None:
    history = (
        revision(_made(1, 0), 0),
        revision(_made(2, 4), 1, 0),
        revision(_made(2, 3), 2, 0),
        revision(_made(3, 9), 3, 1, 2),
    )

    found = past(history, _as_of(_at(5)))

    assert found.history == (history[0], history[2], history[1])
    assert found.hidden == 1


def test_what_stands_at_the_end_stays_there_whatever_a_side_says() -> None:
    history = (
        revision(_made(1, 0), 0),
        revision(_made(2, 4), 1, 0),
        revision(_made(2, 3), 2, 0),
    )

    assert past(history, _as_of(_at(5))).revision is history[2]


def test_a_past_can_end_earlier_and_then_says_nothing_of_the_rest() -> None:
    found = _cedar(21, 3, 0, Basis.DECIDED)

    third = up_to(found, found.history[2])

    assert (_numbers(third), third.late) == ((1, 2, 3), ())
    assert len(_told(third)) == 1


def test_a_document_says_the_same_whether_something_is_hidden_or_not() -> None:
    as_of = _as_of(datetime(2026, 11, 21, 3, 0, tzinfo=UTC), Basis.DECIDED)

    whole, cut = (lookback(past(one, as_of), words()) for one in (CEDAR, CEDAR[:4]))

    assert whole == cut
    assert whole.as_of == "as of 21 November 2026, 03:00, by the time of decision"
    assert whole.notice[0] == (
        "As it was decided by 21 November 2026, 03:00. What came later is left out."
    )


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=6))
def test_nothing_follows_what_is_hidden(times: list[tuple[int, int]]) -> None:
    line = [_made(number, *both) for number, both in enumerate(times, start=1)]
    history = linear(*line)

    for basis in Basis:
        found = _numbers_or_none(history, _as_of(_at(5), basis))
        assert found == tuple(range(1, len(found) + 1))


def _numbers_or_none(history: tuple[Revision, ...], as_of: AsOf) -> tuple[int, ...]:
    try:
        return _numbers(past(history, as_of))
    except NotThereYetError:
        return ()


def test_a_thing_of_that_day_is_not_later_than_a_time_on_it() -> None:
    known = (
        Known(id="K1", text="Today.", as_of=Moment(date(2026, 3, 1))),
        Known(id="K2", text="Tomorrow.", as_of=Moment(date(2026, 3, 2))),
    )
    history = linear(_with(_made(1, 0, 0), known=known))

    assert (
        _told(past(history, _as_of(_at(1))))[1:]
        == (
            "Revision 1 holds what is dated later: thing known K2 (2 March 2026).",
            "Revision 1 holds what is dated later: thing known K2 (2 March 2026).",
        )[:1]
    )


def _with(decision: Decision, **fields: Any) -> Decision:
    return msgspec.structs.replace(decision, **fields)
