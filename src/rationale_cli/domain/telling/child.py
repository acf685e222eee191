"""The copy for the child: short and gentle, with no list of harms and nobody's argument."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rationale_cli.domain.decision import Decision, Status, chosen
from rationale_cli.domain.people import AgeBand, Person
from rationale_cli.domain.telling.briefing import Briefing, Entry, Fact, Section
from rationale_cli.domain.telling.family import says_anything
from rationale_cli.domain.telling.next_steps import next_steps
from rationale_cli.domain.telling.opening import decided_in
from rationale_cli.domain.telling.sheet import holds, on_a_sheet, section, uncleared
from rationale_cli.domain.words import Words, told


def child(briefing: Briefing, history: Sequence[Decision], _: Words) -> Briefing:
    """Give the child's copy of a briefing.

    Args:
        briefing: Of the decision.
        history: As the child may see it, oldest first; never empty.
    """
    decision = history[-1]
    parts = tuple(part for part in _sections(history) if holds(part))
    asking = section("ask", "Who you can ask", _asking(decision), facts=briefing.questioning)
    page = on_a_sheet(
        briefing,
        (*(parts if says_anything(decision) else (uncleared(),)), asking),
        made_for="For you",
    )
    return replace(
        page,
        title="What was decided, and why",
        case="",
        status="",
        mode="",
        slip=replace(page.slip, boxes=_BOXES, lines=("Date",)),
    )


_BOXES = (
    "I have read this, or somebody has read it to me",
    "I would like somebody to talk it through with me",
    "I have a question",
    "I do not agree with this",
    "I want to say something that is not here",
)

_GROWN = {AgeBand.ADULT, AgeBand.OLDER_ADULT}


def _sections(history: Sequence[Decision]) -> Iterator[Section]:
    decision, made = history[-1], decided_in(history)
    heading = _HEADINGS.get(decision.status or Status.DECIDED, "What was decided")
    when = (Fact(label="When", text=told(made.time.decided_at)),) if made.time.decided_at else ()
    # What it is called; why one and not another is for grown-ups to argue.
    yield section("what", heading, *(one.title for one in chosen(decision)), facts=when)
    yield section("why", "Why", *decision.reason.decisive)
    yield Section(
        anchor="voice",
        heading="What you said or showed us",
        entries=tuple(
            _voice(one)
            for one in decision.person
            if one.voice.strip() and one.age_band not in _GROWN
        ),
    )
    yield next_steps(decision, with_owner=False)


_HEADINGS = {
    Status.PROPOSED: "What we would like to do",
    Status.DIRECTED: "What the court decided",
}


def _voice(one: Person) -> Entry:
    when = (Fact(label="When", text=told(one.voice_date)),) if one.voice_date else ()
    who = (Fact(label="Who wrote it down", text=one.voice_source),) if one.voice_source else ()
    return Entry(title=one.voice.strip("\n"), facts=(*who, *when))


def _asking(decision: Decision) -> str:
    whom = f"the {decision.by.lead.role}" if decision.by.lead else "the person who gave you this"
    return (
        f"You can ask {whom}. No question is too small. "
        "You can say what you think, also if you do not agree. "
        "Somebody can help you to write it down."
    )
