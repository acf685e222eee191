"""Looking back: said plainly, that it is a view of the past, and what was written down late."""

from collections.abc import Iterator

from rationale_cli.domain.moment import Moment
from rationale_cli.domain.past import AsOf, Basis, Past, ahead, spoken
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.telling.plain import Plain
from rationale_cli.domain.telling.saying import capital, counted
from rationale_cli.domain.words import Words, told


class Lookback(Plain, frozen=True, kw_only=True):
    """What is said of a view of the past. Nothing in it may come from what is hidden.

    Attributes:
        as_of: As ``as of 20 November 2026, 21:30``; stands wherever the revision is named.
        notice: Sentences for the head of the document.
        moment: The time itself, for programs, as ``2026-11-20T21:30:00+00:00``.
        basis: By which of its times a revision counts, for programs.
    """

    as_of: str = ""
    notice: tuple[str, ...] = ()
    moment: str = ""
    basis: str = ""


def headline(as_of: AsOf) -> str:
    """Say in a sentence which past it is, as ``As it was known on 20 November 2026, 21:30``."""
    if as_of.basis is Basis.RECORDED:
        return f"As it was known {spoken(as_of.moment)}."
    when = spoken(as_of.moment).removeprefix("on ").removeprefix("at ")
    return f"As it was decided by {when}."


def notice(past: Past, words: Words) -> Iterator[str]:
    """Say which past it is, how much is hidden, and what was late; nothing for the present.

    Args:
        past: What is looked at.
        words: What items are called.
    """
    if past.as_of is not None:
        hidden = hid(past.hidden, "revision", "revisions")
        yield f"{headline(past.as_of)} {hidden}"
        yield from lateness(past, words)
    for revision in past.covered:
        yield (
            f"Revision {revision.number} was decided by then as well, but follows what was "
            "decided later, so it is hidden too."
        )


def lookback(past: Past, words: Words) -> Lookback:
    """Give what a document says of a view of the past.

    It says the same whether something is hidden or not: not even a number is told of that.
    """
    if past.as_of is None:
        return Lookback()
    spoken_of = spoken(past.as_of.moment).removeprefix("on ").removeprefix("at ")
    by = "by the time of decision" if past.as_of.basis is Basis.DECIDED else ""
    return Lookback(
        as_of=", ".join(one for one in (f"as of {spoken_of}", by) if one),
        notice=(f"{headline(past.as_of)} {_LEFT_OUT}", *lateness(past, words)),
        moment=str(past.as_of.moment),
        basis=str(past.as_of.basis),
    )


_LEFT_OUT = "What came later is left out."


def hid(count: int, noun: str, nouns: str) -> str:
    """Say in a sentence how much is hidden, as ``Two later revisions are hidden``."""
    if not count:
        return f"No later {noun} is hidden."
    verb = "is" if count == 1 else "are"
    return f"{capital(counted(count, f'later {noun}', f'later {nouns}'))} {verb} hidden."


def lateness(past: Past, words: Words) -> Iterator[str]:
    """Say what was written down later than the time, and what says itself that it is later.

    Nothing in it comes from a revision that is hidden.
    """
    if past.as_of is None:
        return
    for revision in past.late:
        yield _late(revision, past.as_of.moment)
    later = [
        f"{words.noun(name)} {item_id} ({_clock(moment, past.as_of.moment)})"
        for name, item_id, moment in ahead(past.revision.decision, past.as_of)
    ]
    if later:
        yield f"Revision {past.revision.number} holds what is dated later: {', '.join(later)}."


def _late(revision: Revision, asked: Moment) -> str:
    time = revision.decision.time
    decided = f"decided {_at(time.decided_at, asked)}" if time.decided_at else "decided by then"
    then = _at(asked, asked) if asked.at else "by then"
    return (
        f"Revision {revision.number} was {decided} and recorded {_at(time.recorded_at, asked)}; "
        f"{then} it was not written down yet."
    )


def _at(moment: Moment, asked: Moment) -> str:
    """The time alone on the day that is asked about, else the day with it."""
    if moment.at and asked.at and moment.day == asked.day:
        return f"at {moment.at:%H:%M}"
    return f"on {told(moment)}"


def _clock(moment: Moment, asked: Moment) -> str:
    return _at(moment, asked).removeprefix("at ").removeprefix("on ")
