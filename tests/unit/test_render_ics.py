"""Lines of a calendar file: folded between letters, with what has a meaning escaped."""

from datetime import UTC, date, datetime

from rationale_cli.domain.due.agenda import Entry
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.render.ics import calendar

STAMP = Instant(datetime(2026, 3, 1, 9, tzinfo=UTC))


def _written(summary: str) -> str:
    entry = Entry(uid="u", summary=summary, start=Moment(date(2026, 3, 2)), stamp=STAMP, sequence=1)
    return calendar([entry])


def test_a_long_line_is_folded_between_letters() -> None:
    summary = "Ŵ" * 200
    text = _written(summary)

    assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))
    assert f"SUMMARY:{summary}\r\n" in text.replace("\r\n ", "")


def test_what_has_a_meaning_is_escaped() -> None:
    assert "SUMMARY:a\\, b\\; c\\\\d\\ne\r\n" in _written("a, b; c\\d\ne")


def test_what_would_act_is_written_as_its_number() -> None:
    text = _written("=A\x1b[2J\u202eB\u2066\rEND:VEVENT\u2028\x00").replace("\r\n ", "")

    assert "SUMMARY:=A‹U+001B›[2J‹U+202E›B‹U+2066›\\nEND:VEVENT\\n‹U+0000›\r\n" in text
    assert text.count("\r\nEND:VEVENT\r\n") == 1
