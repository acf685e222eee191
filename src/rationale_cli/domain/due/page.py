"""What waits as a page for a meeting: case by case, with a box to tick by hand."""

from collections.abc import Mapping, Sequence

import msgspec

from rationale_cli.domain.due.due import Due, Urgency
from rationale_cli.domain.due.wording import counted, dates, how_long
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.words import Words


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that waits.

    Attributes:
        long: How long until it is due, or since it was.
        is_late: Whether it is overdue.
        dates: By when, and what else has a date.
        place: Record and path.
        title: Of the decision.
    """

    long: str
    is_late: bool
    dates: str
    kind: str
    text: str
    who: str
    place: str
    title: str


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """What waits in one case, the most urgent first."""

    anchor: str
    heading: str
    count: str
    rows: tuple[Row, ...]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The whole page.

    Attributes:
        reference: Stands on every printed page.
        about: Which time it is told at, and to what it was narrowed.
        counted: How many things wait, in a sentence.
        unread: Folders that could not be read, each with why.
    """

    marking: str
    reference: str
    about: tuple[str, ...]
    counted: str
    unread: tuple[str, ...]
    groups: tuple[Group, ...]


def page(
    found: Sequence[Due],
    *,
    words: Words,
    now: Moment,
    narrowed: Sequence[str] = (),
    marking: str = "",
    faults: Mapping[str, str] | None = None,
) -> Page:
    """Lay out what waits.

    Args:
        found: The most urgent first.
        words: What kinds of it are called.
        now: The time at which it is told.
        narrowed: To what it was narrowed, a sentence each.
        marking: Printed on every page.
        faults: Why a folder could not be read, by its name.
    """
    at = words.told(now)
    return Page(
        marking=marking,
        reference=f"What waits, {at}",
        about=(f"As at {at}.", *narrowed),
        counted=counted(found),
        unread=tuple(
            f"{fault}." if name in fault else f"{name}: {fault}."
            for name, fault in (faults or {}).items()
        ),
        groups=_groups(found, words),
    )


def _groups(found: Sequence[Due], words: Words) -> tuple[Group, ...]:
    """The case with the most urgent thing first."""
    cases = dict.fromkeys(one.record.case for one in found)
    return tuple(
        Group(
            anchor=f"case-{number}",
            heading=case or "No case is named",
            count=counted(own := [one for one in found if one.record.case == case]),
            rows=tuple(_row(one, words) for one in own),
        )
        for number, case in enumerate(cases, start=1)
    )


def _row(one: Due, words: Words) -> Row:
    record = one.record
    about = f", about {record.decision}" if record.decision != record.id else ""
    return Row(
        long=how_long(one),
        is_late=one.urgency is Urgency.OVERDUE,
        dates=" · ".join(dates(one, words)),
        kind=words.value("due.kind", one.waiting.kind),
        text=one.waiting.text,
        who=one.waiting.owner,
        place=" ".join(part for part in (record.id, one.waiting.path) if part) + about,
        title=record.title,
    )
