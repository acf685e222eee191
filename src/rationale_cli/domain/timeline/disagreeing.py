"""Disagreement on the line of time: raised, answered, and how it ended."""

from collections.abc import Iterator

from rationale_cli.domain.people import Dissent, DissentStatus
from rationale_cli.domain.telling.silence import may_be_withheld
from rationale_cli.domain.timeline.event import Event, EventKind
from rationale_cli.domain.timeline.step import Step, happened
from rationale_cli.domain.viewed import holds_back
from rationale_cli.domain.words import Words


def events(step: Step, words: Words) -> Iterator[Event]:
    """Tell what a revision says of disagreement that was not said before, in whole words."""
    for dissent in step.decision.dissent:
        who = words.roled(dissent.role, dissent.agency)
        if step.is_new("dissent", dissent):
            yield _raised(step, dissent, who)
        answer = _answer(dissent)
        is_ended = dissent.is_closed and step.is_new("dissent", dissent, "status")
        if is_ended:
            yield happened(
                step,
                EventKind.DISSENT_CLOSED,
                f"{_named(dissent, who)}: {_standing(dissent, words)}",
                detail=(answer,),
                by=_answered_by(dissent),
                path=f"dissent.{dissent.id}.status",
            )
        elif dissent.response and step.is_new("dissent", dissent, "response"):
            yield happened(
                step,
                EventKind.DISSENT_ANSWERED,
                f"{_named(dissent, who)}: {_standing(dissent, words) or 'answered'}",
                detail=(answer,),
                by=_answered_by(dissent),
                path=f"dissent.{dissent.id}.response",
            )
        elif _is_opened_again(step, dissent):
            yield happened(
                step,
                EventKind.DISSENT_RAISED,
                f"{_named(dissent, who)}: open again",
                by=who,
                path=f"dissent.{dissent.id}.status",
            )


def _raised(step: Step, dissent: Dissent, who: str) -> Event:
    return happened(
        step,
        EventKind.DISSENT_RAISED,
        f"{dissent.id} raised by {who}",
        at=dissent.at,
        detail=(
            f"“{dissent.words.strip()}”" if dissent.words else _unworded(step, dissent),
            f"Asks: {dissent.asks}" if dissent.asks else "",
        ),
        by=who,
        path=f"dissent.{dissent.id}",
    )


def _unworded(step: Step, dissent: Dissent) -> str:
    path = f"dissent.{dissent.id}.words"
    is_hidden = may_be_withheld(step.decision, path)
    return f"Their words {'are not in this copy' if is_hidden else 'were not noted'}."


def _named(dissent: Dissent, who: str) -> str:
    return f"{dissent.id} of {who}"


def _standing(dissent: Dissent, words: Words) -> str:
    return words.value("dissent.status", dissent.status) if dissent.status else ""


def _answer(dissent: Dissent) -> str:
    return f"Our answer: {dissent.response}" if dissent.response else ""


def _answered_by(dissent: Dissent) -> str:
    """Whoever answered; who took a view back is whose view it was."""
    is_taken_back = dissent.status is DissentStatus.WITHDRAWN
    return dissent.role if is_taken_back else dissent.response_by


def _is_opened_again(step: Step, dissent: Dissent) -> bool:
    earlier = step.earlier("dissent", dissent)
    closed = [one for one in earlier if one is not None and one.is_closed]
    is_told = not holds_back(f"dissent.{dissent.id}.status", step.decision)
    return is_told and bool(closed) and len(closed) == len(earlier) and not dissent.is_closed
