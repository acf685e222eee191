"""Where somebody stands with a decision, in words; nothing here ever says that they understood."""

from collections.abc import Iterator
from datetime import date

from rationale_cli.domain.answers import split
from rationale_cli.domain.calendar import Calendar
from rationale_cli.domain.decision import ITEM_LETTERS
from rationale_cli.domain.seen import Entry, EntryKind
from rationale_cli.domain.telling.saying import capital, counted, placed
from rationale_cli.domain.understanding.readers import Why
from rationale_cli.domain.understanding.reading_state import Reader, ReadingState, Standing, Waiting
from rationale_cli.domain.words import Words

_WHY = {
    Why.EXPECTED: "expected at the table",
    Why.CONSULTED: "was asked",
    Why.DISSENT: "disagrees or did",
    Why.TOLD: "was told",
}


def summary(state: ReadingState) -> str:
    """Count in a sentence who has not read what now stands, and what waits."""
    everybody = len(state.readers)
    if state.is_copy and not state.unread:
        people = f"This copy names nobody who has yet to read revision {state.revision}."
    elif not everybody:
        people = "Nobody is named who should read this."
    elif not state.unread:
        people = f"Nobody is known to wait for revision {state.revision}."
    else:
        some = counted(len(state.unread), "", "").strip()
        verb = "is" if len(state.unread) == 1 else "are"
        people = (
            f"{capital(some)} of {counted(everybody, 'person', 'people')} {verb} not known to have "
            f"read revision {state.revision}."
        )
    if not state.waiting:
        return people
    verb = "waits" if len(state.waiting) == 1 else "wait"
    return f"{people} {capital(counted(len(state.waiting), 'question', 'questions'))} {verb}."


def why(reader: Reader) -> str:
    """Say why somebody is to understand it; empty if only because something was recorded."""
    return ", ".join(_WHY[one] for one in reader.why if one in _WHY)


def standing(reader: Reader, words: Words) -> str:
    """Say in sentences where somebody stands."""
    return " ".join(_sentences(reader, words))


def lapse(reader: Reader, words: Words) -> str:
    """Name what has changed since somebody read it, each part once."""
    names: dict[str, None] = {}
    for one in reader.lapse:
        name, *rest = split(one.change.path)
        path = f"{name}.{rest[0]}" if name in ITEM_LETTERS and rest else one.change.path
        names[placed(path, words)] = None
    return "; ".join(names)


def question(waiting: Waiting, words: Words) -> str:
    """Say who asked what, and since when it waits."""
    entry = waiting.entry
    who = entry.for_ or words.value("link", "somebody")
    since = words.told(waiting.since)
    return f"{entry.id}, {who}, {since}, about revision {entry.revision}: “{entry.text.strip()}”"


def age(waiting: Waiting, today: date, calendar: Calendar | None) -> str:
    """Say how long a question waits: ``asked today``, ``waits for five days, three of them …``.

    Args:
        waiting: The question.
        today: Until when it is counted.
        calendar: Which days are working days; ``None`` if nobody could say.
    """
    days = (today - waiting.since.day).days
    if days <= 0:
        return "asked today"
    waits = f"waits for {counted(days, 'day', 'days')}"
    if calendar is None:
        return waits
    match calendar.between(waiting.since.day, today):
        case 0:
            return f"{waits}, none of them a working day"
        case 1:
            return f"{waits}, one of them a working day"
        case working:
            return f"{waits}, {counted(working, '', '').strip()} of them working days"


def own_words(reader: Reader, words: Words) -> str:
    """Quote what somebody said in their own words; empty if they did not."""
    entry = reader.in_own_words
    if entry is None:
        return ""
    about = f"{reader.who}, about revision {entry.revision}, {_when(entry, words)}"
    return f"{about}: “{entry.text.strip()}”"


def _sentences(reader: Reader, words: Words) -> Iterator[str]:
    read, shared = reader.read, reader.shared
    match reader.standing:
        case Standing.NOT_SHARED if Why.TOLD in reader.why:
            yield "A revision says that they were told. Nothing is recorded as sent."
        case Standing.NOT_SHARED:
            yield "Nothing is recorded as sent."
        case Standing.DECLINED if reader.declined is not None:
            yield f"Not shared, {_when(reader.declined, words)}: {_line(reader.declined.text)}"
        case Standing.NOT_READ if shared is not None:
            yield f"Was sent {_which(shared, words)}. Not known to have read it."
        case Standing.READ | Standing.LAPSED if read is not None:
            did = "Has read" if read.kind is EntryKind.READ else "Told in their own words"
            yield f"{did} {_which(read, words)}."
            if reader.lapse:
                last = max(one.revisions[-1].number for one in reader.lapse)
                yield f"What matters has changed since, last in revision {last}."
            elif reader.later:
                yield "Nothing that matters has changed since."
            if shared is not None and shared.revision > read.revision:
                yield f"Was sent {_which(shared, words)}."
        case _:
            yield "Nothing is recorded."


def _which(entry: Entry, words: Words) -> str:
    via = f", {words.value('via', entry.via.value)}" if entry.via else ""
    return f"revision {entry.revision}, {_when(entry, words)}{via}"


def _when(entry: Entry, words: Words) -> str:
    return words.told(entry.received or entry.at)


def _line(text: str) -> str:
    return " ".join(text.split())
