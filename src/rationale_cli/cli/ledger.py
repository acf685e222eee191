"""Who has seen a decision, on a screen and for programs."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from rationale_cli.cli.session import Session
from rationale_cli.domain import form
from rationale_cli.domain.calendar import Calendar
from rationale_cli.domain.seen import Entry
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.understanding import told
from rationale_cli.domain.understanding.reading_state import Reader, ReadingState, Standing
from rationale_cli.domain.words import Words
from rationale_cli.errors import RationaleError


def working_days(session: Session, state: ReadingState) -> Calendar | None:
    """Give the working days of the folder if a question waits; ``None`` if nobody knows them."""
    if not state.waiting:
        return None
    from rationale_cli.services.working_days import UnknownRegionError, calendar

    try:
        return calendar(session.settings)
    except UnknownRegionError:
        return None


def whole(
    state: ReadingState, words: Words, today: date, calendar: Calendar | None
) -> Iterator[str]:
    """Tell where everybody stands, those first who have not read what now stands."""
    yield f"{state.id} r{state.revision}: {told.summary(state)}"
    declined = [one for one in state.readers if one.standing is Standing.DECLINED]
    read = [one for one in state.readers if one.standing is Standing.READ]
    for heading, readers in (
        (f"Not known to have read revision {state.revision}", state.unread),
        ("It was decided not to share it with", declined),
        ("Have read what now stands", read),
    ):
        if readers:
            yield ""
            yield heading
        for reader in readers:
            yield from _reader(reader, words, state.id)
    yield from _waiting(state, words, today, calendar)
    yield from _own_words(state, words)


def short(state: ReadingState, words: Words, today: date) -> Iterator[str]:
    """Tell it as a part of something longer; days are those of the calendar, which cost nothing."""
    yield ""
    yield "Who has seen this"
    yield f"  {told.summary(state)}"
    for reader in state.unread:
        yield f"  - {reader.who}: {told.standing(reader, words)}"
    for waiting in state.waiting:
        yield f"  ? {told.question(waiting, words)} ({told.age(waiting, today, None)})"
    for reader in state.readers:
        if text := told.own_words(reader, words):
            yield f"  In their own words: {text}"


def unreadable(error: RationaleError) -> Iterator[str]:
    """Tell in the place of that part that it cannot be read, and why."""
    yield ""
    yield "Who has seen this"
    yield f"  ! It cannot be read: {'; '.join((str(error), *error.lines))}"


def rows(state: ReadingState) -> Iterator[tuple[str, ...]]:
    """Give it for programs: a row each, readers and then the questions that wait.

    A reader's are: ``reader``, role, agency, standing, revision sent, when, revision read, when,
    revisions since then, and why they are to read it. A question's: ``question``, role, agency,
    ``waits``, revision, since when, its id, and its text.
    """
    for one in state.readers:
        yield (
            "reader",
            one.who.role,
            one.who.agency or "-",
            one.standing.value,
            *_cells(one.shared),
            *_cells(one.read),
            str(one.later) if one.read else "-",
            ",".join(one.why),
        )
    for waiting in state.waiting:
        entry = waiting.entry
        who = entry.for_
        yield (
            "question",
            who.role if who else "-",
            (who.agency if who else "") or "-",
            "waits",
            f"r{entry.revision}",
            str(waiting.since),
            entry.id,
            entry.text,
        )


def plain(state: ReadingState, today: date, calendar: Calendar | None) -> dict[str, Any]:
    """Give it for programs; ``docs/json.md`` describes it."""
    return {
        "id": state.id,
        "revision": state.revision,
        "readers": [_plain_reader(one) for one in state.readers],
        "waiting": [
            {
                **(_plain(one.entry) or {}),
                "since": str(one.since),
                "days": max(0, (today - one.since.day).days),
                "working_days": calendar.between(one.since.day, today) if calendar else None,
            }
            for one in state.waiting
        ],
    }


def _reader(reader: Reader, words: Words, record_id: str) -> Iterator[str]:
    why = told.why(reader)
    yield f"  {reader.who}{f' ({why})' if why else ''}"
    yield f"      {told.standing(reader, words)}"
    if reader.lapse:
        yield f"      Changed: {told.lapse(reader, words)}."
        who = f"{reader.who.role}@{reader.who.agency}"
        yield f'      In full: rationale diff {record_id} --since-read "{who}"'


def _waiting(
    state: ReadingState, words: Words, today: date, calendar: Calendar | None
) -> Iterator[str]:
    if state.waiting:
        yield ""
        yield "Questions that wait for an answer"
    for one in state.waiting:
        yield f"  {told.question(one, words)}"
        yield f"      {capital(told.age(one, today, calendar))}."
        yield f"      Answer it: rationale answer {state.id} {one.entry.id}"


def _own_words(state: ReadingState, words: Words) -> Iterator[str]:
    said = [text for one in state.readers if (text := told.own_words(one, words))]
    if said:
        yield ""
        yield "In their own words"
    for text in said:
        yield f"  {text}"


def _cells(entry: Entry | None) -> tuple[str, str]:
    if entry is None:
        return "-", "-"
    return f"r{entry.revision}", str(entry.received or entry.at)


def _plain_reader(one: Reader) -> dict[str, Any]:
    return {
        "role": one.who.role,
        "agency": one.who.agency or None,
        "why": list(one.why),
        "standing": one.standing,
        "is_unread": one.is_unread,
        "shared": _plain(one.shared),
        "declined": _plain(one.declined),
        "read": _plain(one.read),
        "later": one.later if one.read else None,
        "changed": [each.change.path for each in one.lapse],
        "in_own_words": _plain(one.in_own_words),
    }


def _plain(entry: Entry | None) -> dict[str, Any] | None:
    return form.plain(entry) if entry is not None else None
