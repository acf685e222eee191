"""``rationale due --ics``: read back by a parser that shares nothing with the writer."""

import re
import tomllib
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from cases import CASES
from program import Program, run
from replay import played

NOW = "2026-11-20T20:00+00:00"
Event = dict[str, tuple[str, str]]


def _parsed(text: str) -> list[Event]:
    """Read a calendar as RFC 5545 says: 3.1 for lines, 3.3.11 for text, 3.6 for components."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    raw = text.encode().split(b"\r\n")[:-1]
    assert all(len(line) <= 75 for line in raw)
    lines = re.sub(r"\r\n[ \t]", "", text).split("\r\n")[:-1]
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    open_, events, head = [], list[Event](), Counter[str]()
    for line in lines:
        found = re.fullmatch(r"([A-Z-]+)((?:;[A-Z-]+=[^;:]+)*):(.*)", line)
        assert found, line
        name, parameters, value = found.groups()
        if name == "BEGIN":
            open_.append(value)
            events += [{}] if value == "VEVENT" else []
        elif name == "END":
            assert open_.pop() == value
        elif open_[-1] == "VEVENT":
            assert name not in events[-1]
            events[-1][name] = (parameters, value)
        elif open_ == ["VCALENDAR"]:
            head[name] += 1
    assert open_ == []
    assert head["PRODID"] == head["VERSION"] == 1
    for event in events:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"][1])
    uids = [event["UID"][1] for event in events]
    assert len(set(uids)) == len(uids)
    return events


def _starts(events: list[Event]) -> list[date]:
    found: list[date] = []
    for event in events:
        parameters, value = event["DTSTART"]
        if parameters == ";VALUE=DATE":
            found.append(datetime.strptime(value, "%Y%m%d").date())  # noqa: DTZ007 - a day
        else:
            found.append(datetime.strptime(value, "%Y%m%dT%H%M%S%z"))
    return found


def _plain(text: str) -> str:
    return re.sub(r"\\([,;\\])", r"\1", text)


@pytest.fixture(scope="module")
def cedar(module_folder: Path) -> Program:
    return played("cedar", module_folder / "cedar", count=4)


def _calendar(program: Program, *options: str, now: str = NOW) -> str:
    done = program("due", "--ics", "-o", "-", *options, now=now)
    assert done.status == 0, done.err
    return done.out


def test_every_date_of_a_record_is_an_entry(cedar: Program) -> None:
    events = _parsed(_calendar(cedar))
    rows = [row.split("\t") for row in cedar("due", now=NOW).out.splitlines()]
    dated = [row for row in rows if row[1] != "-"]

    assert len(events) == len(dated) > 3
    assert [start.isoformat() for start in _starts(events)] == [row[1] for row in dated]
    summaries = [_plain(event["SUMMARY"][1]) for event in events]
    assert f"{dated[0][4]}: limit in law" in {one.partition(",")[0] for one in summaries}
    assert any(one.endswith(", duty manager") for one in summaries)


def test_what_has_no_date_is_said_to_be_left_out(cedar: Program) -> None:
    done = cedar("due", "--ics", "-o", "-", now=NOW)

    assert "Not in the calendar, for no date was set: 1." in done.err


def test_the_calendar_does_not_change_with_the_day(cedar: Program) -> None:
    assert _calendar(cedar) == _calendar(cedar, now="2026-12-24T20:00+00:00")


def test_an_entry_that_was_moved_keeps_its_name(program: Program, record: str) -> None:
    def moved(day: str) -> Event:
        answers = f'[[action]]\nid = "J1"\nwhat = "Ring."\ndue = {day}\n'
        done = program("amend", record, "--answers", "-", "--because", "Moved.", stdin=answers)
        assert done.status == 0, done.err
        (event,) = _parsed(_calendar(program))
        return event

    before, after = moved("2026-03-05"), moved("2026-03-09")

    assert before["UID"] == after["UID"]
    assert before["DTSTART"] == (";VALUE=DATE", "20260305")
    assert int(before["SEQUENCE"][1]) < int(after["SEQUENCE"][1])


def test_nothing_that_anybody_wrote_is_in_a_calendar(cedar: Program, tmp_path: Path) -> None:
    alder = played("alder", tmp_path / "alder", count=3)
    folders = [str(cedar.folder), str(alder.folder)]
    done = run("--now", NOW, "due", "--ics", "-o", "-", "--in", *folders)
    text = re.sub(r"\r\n[ \t]", "", done.out).casefold()

    assert done.status == 0
    for case, count in (("cedar", 4), ("alder", 3)):
        for number in range(1, count + 1):
            for words in _prose(case, number):
                assert words not in text, words


def test_a_name_that_stands_where_a_role_should_is_left_out(program: Program, record: str) -> None:
    answers = '[[action]]\nwhat = "Ring."\nowner = "Jo Bloggs"\ndue = 2026-03-05\n'
    program("amend", record, "--answers", "-", "--because", "One more.", stdin=answers)
    (event,) = _parsed(_calendar(program))

    assert event["SUMMARY"][1] == f"{record}: action"


def test_a_calendar_of_nothing_is_a_calendar(program: Program, record: str) -> None:
    assert record
    assert _parsed(_calendar(program)) == []


def test_a_calendar_is_a_file_named_by_its_day(
    cedar: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = cedar("due", "--ics", now=NOW)

    assert (done.status, done.last) == (0, "due-2026-11-20.ics")
    assert (tmp_path / "due-2026-11-20.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def _prose(case: str, number: int) -> set[str]:
    """Every four words in a row that a step of a case says."""
    table = tomllib.loads((CASES / case / f"r{number}.toml").read_text(encoding="utf-8"))

    def texts(value: object, name: str = "") -> list[str]:
        if isinstance(value, dict):
            return [text for key, one in value.items() for text in texts(one, key)]
        if isinstance(value, list):
            return [text for one in value for text in texts(one, name)]
        is_prose = isinstance(value, str) and name not in {"owner", "role", "agency"}
        return [value] if is_prose and isinstance(value, str) else []

    found = set()
    for text in texts(table):
        words = text.casefold().split()
        found |= {" ".join(words[at : at + 4]) for at in range(len(words) - 3)}
    return found
