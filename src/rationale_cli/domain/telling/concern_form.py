"""A concern as one page that somebody fills in who does not have this program."""

from collections.abc import Iterator

from rationale_cli.domain.moment import Moment
from rationale_cli.domain.stood import Stood
from rationale_cli.domain.telling import concern as telling
from rationale_cli.domain.telling.briefing import Fact
from rationale_cli.domain.telling.letterhead import Letterhead
from rationale_cli.domain.telling.plain import Plain
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.words import Words


class Box(Plain, frozen=True, kw_only=True):
    """One question of the form; ``ticks`` are answers to tick, else there are empty lines."""

    question: str
    ticks: tuple[str, ...] = ()


class Form(Plain, frozen=True, kw_only=True):
    """A whole form.

    Attributes:
        reference: What a title or subject may say.
        texts: What was said, each under its label.
        boxes: What is asked.
        signing: Lines to fill in.
        send_to: Whom it goes back to.
        notice: Whose ladder it is.
        entering: How the answer is entered by whoever has the program.
    """

    reference: str
    heading: str
    marking: str
    about: str
    statement: str
    facts: tuple[Fact, ...]
    sentences: tuple[str, ...]
    boxes: tuple[Box, ...]
    signing: tuple[str, ...]
    send_to: tuple[Fact, ...]
    notice: str
    entering: str


def form(stood: Stood, letterhead: Letterhead, words: Words) -> Form:
    """Lay a concern out as a form; nothing in it is a name."""
    concern = stood.concern
    against = f", revision {concern.raised_against}" if concern.raised_against else ""
    return Form(
        reference=f"concern {concern.id}, revision {concern.revision}",
        heading=capital(f"{telling.heading(stood, words)}"),
        marking=concern.handling.marking.upper() or letterhead.marking,
        about=f"It is about decision {concern.decision}{against}.",
        statement=concern.statement.strip("\n") or "What the concern is was not written down.",
        facts=tuple(_facts(stood)),
        sentences=tuple(telling.lines(stood, words)),
        boxes=_ASKED if concern.is_open else _ASKED_AFTER,
        signing=("Role and agency", "Date and time"),
        send_to=tuple(
            Fact(label=capital(label), text=text)
            for label, text in letterhead.contacts
            if label == "concerns" and text.strip()
        ),
        notice=_notice(stood),
        entering=_entering(stood, words),
    )


_ASKED = (
    Box(question="On what do we agree?"),
    Box(question="Where do we differ, and what does each point mean for the risk?"),
    Box(question="What do you ask for, or offer?"),
    Box(question="What keeps people safe until this is settled?"),
    Box(
        question="How does this stage end for you?",
        ticks=("agreed", "agreed in part", "not agreed: take it to the next stage"),
    ),
)
_ASKED_AFTER = (
    Box(question="Did it end as you see it? What is missing here?"),
    Box(question="What should all of us learn from it?"),
)
"""What is asked while a concern is open, and once it has ended: no stage is left to end then."""


def _facts(stood: Stood) -> Iterator[Fact]:
    concern = stood.concern
    if concern.if_right:
        yield Fact(label="If it is right", text=concern.if_right.strip("\n"))
    for label, texts in (
        ("What is asked for", concern.asks),
        ("On what both sides agree", concern.agreed),
        ("Where they differ", concern.disputed),
    ):
        if texts:
            yield Fact(label=label, text="\n".join(texts))
    stage = stood.standing.stage
    rung = stood.ladder.rung(stage.n) if stood.ladder and stage else None
    if rung is not None:
        acts = [capital(one) for one in (rung.who, rung.what) if one]
        yield Fact(label="Who acts in this stage", text="\n".join(acts))
        if rung.record:
            yield Fact(label="What must be recorded", text="; ".join(rung.record))


def _notice(stood: Stood) -> str:
    ladder = stood.ladder
    return " ".join(one for one in (ladder.notice, ladder.link) if one) if ladder else ""


def _entering(stood: Stood, words: Words) -> str:
    if not stood.concern.is_open:
        return "This concern has ended. Whoever is still worried can raise a new one."
    day = words.told(Moment(stood.at.day))
    return (
        f"As of {day}. Whoever keeps the record enters the answer with: rationale concern advance "
        f"{stood.concern.id} --for ROLE@AGENCY --via form --received TIME"
    )
