"""Objections: who disagrees, in their own words, with our answer and how long it has waited."""

from datetime import timedelta

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.people import Dissent, DissentStatus
from rationale_cli.domain.telling.briefing import Objection
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.telling.silence import may_be_withheld, silence
from rationale_cli.domain.words import Words, roled, told


def objections(decision: Decision, words: Words) -> tuple[Objection, ...]:
    """Give every disagreement: open ones first, then in the order of the record."""
    found = sorted(decision.dissent, key=lambda one: one.is_closed)
    return tuple(_objection(decision, one, words) for one in found)


def no_objections(decision: Decision) -> str:
    """Say why nobody disagrees; empty if somebody does."""
    if decision.dissent:
        return ""
    quiet = silence(decision, "dissent")
    return {
        "none": "Everybody was asked, and nobody sees it differently.",
        "not-asked": "Nobody was asked whether they disagree.",
    }.get(quiet.kind, quiet.text)


def _objection(decision: Decision, dissent: Dissent, words: Words) -> Objection:
    return Objection(
        id=dissent.id,
        who=capital(roled(dissent.role, dissent.agency)),
        raised=told(dissent.at) if dissent.at else _unsaid(decision, dissent, "at"),
        words=dissent.words.strip("\n") or _unsaid(decision, dissent, "words"),
        asks=dissent.asks.strip("\n"),
        worries=", ".join(words.harm(code) for code in dissent.harms),
        answer=dissent.response.strip("\n") or _unsaid(decision, dissent, "response"),
        answered_by=dissent.response_by,
        standing=_standing(decision, dissent, words),
        confirmed=_confirmed(dissent) or _unsaid(decision, dissent, "confirmed"),
        is_open=not dissent.is_closed,
    )


_UNSAID = {
    "at": ("on a day that was not noted", "on a day that is not in this copy"),
    "words": ("Their words were not noted.", "Their words are not in this copy."),
    "response": ("No answer yet.", "No answer is in this copy."),
    "confirmed": (
        "Nobody has asked them whether these are their words.",
        "This copy does not say whether these are their words.",
    ),
}
"""What stands for a field that holds nothing, and what in a copy that may have left it out."""


def _unsaid(decision: Decision, dissent: Dissent, field: str) -> str:
    nobody_said, withheld = _UNSAID[field]
    path = f"dissent.{dissent.id}.{field}"
    return withheld if may_be_withheld(decision, path) else nobody_said


def _standing(decision: Decision, dissent: Dissent, words: Words) -> str:
    if not dissent.status and may_be_withheld(decision, f"dissent.{dissent.id}.status"):
        return "This copy does not say where it stands."
    status = capital(words.value("dissent.status", dissent.status or DissentStatus.OPEN))
    if dissent.is_closed or not dissent.at:
        return f"{status}."
    waited = _waited(dissent.at, decision.time.recorded_at)
    return f"{status}; {f'waiting for {waited}' if waited else 'raised the same day'}."


def _waited(since: Moment, until: Instant) -> str:
    """Minutes, hours or days, as a person would say it; empty for a bare day that is the same."""
    if since.at and (passed := until.at - since.at) < _LONGEST_IN_HOURS:
        minutes = int(passed.total_seconds()) // 60
        return (
            _counted(minutes, "minute") if minutes < _LONGEST else _counted(minutes // 60, "hour")
        )
    days = (until.day - since.day).days
    return _counted(days, "day") if days > 0 else ""


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


_LONGEST = 120
"""Minutes told as minutes."""

_LONGEST_IN_HOURS = timedelta(hours=48)


def _confirmed(dissent: Dissent) -> str:
    """Whether they say that the words are theirs; nothing if nobody said."""
    if dissent.confirmed is None:
        return ""
    if not dissent.confirmed:
        return "They have not confirmed these words."
    when = f" on {told(dissent.confirmed_at)}" if dissent.confirmed_at else ""
    how = f", by {dissent.confirmed_how}" if dissent.confirmed_how else ""
    return f"They confirmed these words{when}{how}."
