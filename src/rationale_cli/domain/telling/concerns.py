"""Concerns at the top of a briefing."""

from rationale_cli.domain.moment import Moment
from rationale_cli.domain.stood import About, Stood
from rationale_cli.domain.telling import concern as telling
from rationale_cli.domain.telling.contested import Concerns, Contested, DayTold
from rationale_cli.domain.telling.days_strip import Strip, strip
from rationale_cli.domain.words import Words


def concerns(found: About, words: Words) -> Concerns:
    """Give what a briefing says of concerns: open ones whole, the others in a line each."""
    is_open = [one for one in found.stood if one.concern.is_open]
    counted = words.told(Moment(is_open[0].at.day)) if is_open else ""
    return Concerns(
        open=tuple(_contested(one, words) for one in is_open),
        ended=tuple(
            telling.in_a_line(one, words) for one in found.stood if not one.concern.is_open
        ),
        unread=found.unread,
        counted=f"Working days are counted up to {counted}." if counted else "",
    )


def _contested(stood: Stood, words: Words) -> Contested:
    found = strip(stood, words)
    return Contested(
        id=stood.concern.id,
        heading=telling.heading(stood, words),
        statement=stood.concern.statement.strip("\n"),
        if_right=stood.concern.if_right.strip("\n"),
        sentences=tuple(telling.lines(stood, words)),
        days=_days(found, words) if found else (),
        ends=_place(found.place(found.ends)) if found else "",
    )


def _days(found: Strip, words: Words) -> tuple[DayTold, ...]:
    return tuple(
        DayTold(
            day=words.told(one.day),
            text=one.text,
            code=one.kind,
            place=_place(found.place(one.day)),
        )
        for one in found.tags
    )


def _place(share: float) -> str:
    return f"{share * 100:.1f}"
