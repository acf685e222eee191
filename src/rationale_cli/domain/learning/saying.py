"""What the records teach, in sentences: to learn from, never a verdict on anybody."""

from collections.abc import Iterator
from datetime import timedelta

import msgspec

from rationale_cli.domain.lapse import lapse
from rationale_cli.domain.learning.lessons import (
    FEW,
    DissentLesson,
    FiredLesson,
    HarmLesson,
    LateLesson,
    Lessons,
    PauseLesson,
    Spread,
    StageLesson,
)
from rationale_cli.domain.learning.observed import Lack
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.words import Words


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """Sentences under a heading."""

    heading: str
    sentences: tuple[str, ...]


def opening(found: Lessons) -> Iterator[str]:
    """Say what it rests on, and that a few say little."""
    if not found.decisions:
        yield "No decision could be read, so there is nothing to learn from yet."
    elif found.is_few:
        yield (
            f"From {_counted(found.decisions, 'decision')}: too few to compare. "
            "What they show is told all the same."
        )
    else:
        yield f"From {_counted(found.decisions, 'decision')}."
    if found.unreadable:
        are = "is" if found.unreadable == 1 else "are"
        yield f"{_counted(found.unreadable, 'record')} could not be read and {are} not counted."


def sections(found: Lessons, words: Words, *, audience: str = "") -> tuple[Section, ...]:
    """Say what the records teach, a section each; one without anything says that.

    Args:
        found: What the records teach.
        words: What codes are called.
        audience: Whose view it was counted in; empty for everything. That there is nothing is
            never said to one: there may be, where they cannot see it.
    """
    if not found.decisions:
        return ()
    nothing = f"Nothing to tell of what {audience!r} may see." if audience else ""
    told = (
        ("Kinds of harm", (_harm(one, words) for one in found.harms),
         "Every kind of harm that was due was looked at from the start."),
        ("Disagreement", _dissent(found.dissent, found.turn_days, found.turn_working_days),
         "Nobody's disagreement is on record."),
        ("Stages of concerns", (_stage(one) for one in found.stages),
         "No stage of a concern has ended." if found.concerns else "No concern was raised."),
        ("Pauses of concerns", _pauses(found.pauses), "No concern was paused."),
        ("Recorded late", _late(found.late, found.revisions, is_view=bool(audience)),
         "Nothing was recorded later than its question set allows."),
        ("Look-again points", _fired(found.fired), "At no look-again point did anything happen."),
    )  # fmt: skip
    return tuple(
        Section(heading=heading, sentences=tuple(sentences) or (nothing or otherwise,))
        for heading, sentences, otherwise in told
    )


def _harm(one: HarmLesson, words: Words) -> str:
    text = (
        f"{capital(words.harm(one.code))}: not looked at when first recorded in "
        f"{one.silent_first} of {_counted(one.decisions, 'decision')}"
    )
    if one.silent_now:
        text += f"; still not in {one.silent_now}"
    if one.feared:
        text += f"; a disagreement named it first in {one.feared}"
    return f"{text}."


def _dissent(found: DissentLesson, days: Spread | None, working: Spread | None) -> Iterator[str]:
    if not found.count:
        return
    yield (
        f"Of {_counted(found.count, 'disagreement')}: {found.upheld} upheld, "
        f"{found.not_upheld} not upheld, {found.withdrawn} withdrawn, "
        f"{found.still_open} still open.{_few(found.count)}"
    )
    if days and working:
        yield (
            "From the first disagreement to the reversal: "
            f"{_spread(days, 'calendar day')}; {_spread(working, 'working day')}."
        )


def _stage(one: StageLesson) -> str:
    text = f"Stage {one.n}: {_spread(one.took, 'working day')}"
    if one.allowed is None:
        return f"{text}; nobody said when it was due.{_few(one.took.count)}"
    text += f"; allowed {'was' if one.allowed == 1 else 'were'} {_number(one.allowed)}"
    text += f", and {one.over} of {one.took.count} took longer"
    return f"{text}.{_few(one.took.count)}"


def _pauses(found: PauseLesson) -> Iterator[str]:
    if not found.count:
        return
    text = f"Of {_counted(found.count, 'pause')}, {found.lacking} lacked something"
    lacks = [f"{_LACKS[lack]} ({found.lacks[lack]})" for lack in Lack if found.lacks.get(lack)]
    text += f": {', '.join(lacks)}" if lacks else ""
    yield f"{text}.{_few(found.count)}"


def _late(found: LateLesson, revisions: int, *, is_view: bool) -> Iterator[str]:
    if not found.count or found.minutes is None:
        return
    seen = " that they may see" if is_view else ""
    yield (
        f"{found.count} of {_counted(revisions, 'entry', 'entries')}, {found.explained} with a "
        f"reason{seen}; {_lapses(found.minutes)}.{_few(found.count)}"
    )


def _fired(found: FiredLesson) -> Iterator[str]:
    if not found.count:
        return
    text = f"Something happened at {_counted(found.count, 'look-again point')}"
    text += f"; nobody has acted on {found.waiting} yet" if found.waiting else ""
    text += f"; {found.called_late} say why it was late" if found.called_late else ""
    yield f"{text}.{_few(found.count)}"
    if found.minutes:
        yield f"Until somebody acted: {_lapses(found.minutes)}."


_LACKS = {
    Lack.REASON: "no reason",
    Lack.AGREED: "not agreed by two",
    Lack.RESTART: "no day on which it goes on",
    Lack.MEASURES: "nothing to keep people safe meanwhile",
}


def _few(count: int) -> str:
    return " Too few to compare." if count < FEW else ""


def _spread(found: Spread, unit: str) -> str:
    if found.count == 1:
        return _counted(found.longest, unit)
    return f"{_number(found.median)} {unit}s in the middle, {found.longest} at the longest"


def _lapses(found: Spread) -> str:
    longest = lapse(timedelta(minutes=found.longest))
    if found.count == 1:
        return longest
    return f"{lapse(timedelta(minutes=found.median))} in the middle, {longest} at the longest"


def _counted(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or f'{one}s'}"


def _number(value: float) -> str:
    return f"{value:g}"
