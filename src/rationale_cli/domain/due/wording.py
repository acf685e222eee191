"""How long until something is due, or since it was, as a person would say it."""

from collections.abc import Sequence
from datetime import timedelta

from rationale_cli.domain.due.due import Due, Urgency
from rationale_cli.domain.due.waiting import Kind
from rationale_cli.domain.lapse import lapse
from rationale_cli.domain.words import Words

NOTHING = "Nothing waits."
"""Said of a folder in which everything was done."""

_COMES = {Kind.WARNING_SIGN, Kind.LIMIT, Kind.HEARING, Kind.END}
_CLOSE = timedelta(days=2)
_MINUTE = timedelta(minutes=1)


def how_long(one: Due) -> str:
    """Say it: ``2 working days late``, ``85 minutes late``, ``in 3 hours``, ``tomorrow``."""
    if one.gap is None or one.days is None or one.when is None:
        return "no date was set"
    if one.when.at and abs(one.gap) < _CLOSE:
        if abs(one.gap) < _MINUTE:
            return "now"
        told = lapse(abs(one.gap))
        return f"{told} {_late(one)}" if one.urgency is Urgency.OVERDUE else f"in {told}"
    if one.urgency is Urgency.OVERDUE:
        if one.working_days:
            return f"{_counted(one.working_days, 'working day')} {_late(one)}"
        return f"{_counted(-one.days, 'day')} {_late(one)}"
    named = {0: "today", 1: "tomorrow"}
    return named.get(one.days) or f"in {_counted(one.days, 'day')}"


def _late(one: Due) -> str:
    """Somebody's work is late; what came by itself is some time ago."""
    return "ago" if one.waiting.kind in _COMES else "late"


def counted(found: Sequence[Due]) -> str:
    """Say in one sentence how many things wait, as ``2 are overdue, 1 is due today``."""
    if not found:
        return NOTHING
    told = []
    for urgency, one, several in _TOLD:
        number = sum(each.urgency is urgency for each in found)
        if number:
            told.append(f"{number} {one if number == 1 else several}")
    sentence = ", ".join(told)
    return f"{sentence}."


_TOLD = (
    (Urgency.OVERDUE, "is overdue", "are overdue"),
    (Urgency.TODAY, "is due today", "are due today"),
    (Urgency.AHEAD, "is ahead", "are ahead"),
    (Urgency.UNDATED, "has no date", "have no date"),
)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def dates(one: Due, words: Words) -> tuple[str, ...]:
    """Say by when, when at first if that was moved, and since when if there is no date."""
    waiting = one.waiting
    happened = waiting.kind is Kind.WARNING_SIGN
    found = (
        f"{'happened' if happened else 'due'} {words.told(one.when)}" if one.when else "",
        f"originally {words.told(waiting.originally)}" if waiting.originally else "",
        f"since {words.told(waiting.since)}" if waiting.since and not one.when else "",
    )
    return tuple(part for part in found if part)


def details(one: Due, words: Words) -> tuple[str, ...]:
    """Say by when, whose it is, where it stands and to which case it belongs; no empty ones."""
    waiting, record = one.waiting, one.record
    found = (
        *dates(one, words),
        waiting.owner or "nobody named",
        waiting.path,
        f"about {record.decision}" if record.decision != record.id else "",
        record.case,
        record.folder,
    )
    return tuple(part for part in found if part)
