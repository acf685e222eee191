"""The copy for the family: plain words, no ids, no numbers, and how to question it.

Our own sentences are short. What the team wrote stands in its own words, as far as it was cleared
for the family. Nothing here may tell what was not asked or what is missing: a family cannot see
whether it was left out.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from rationale_cli.domain.decision import Decision, Status, chosen
from rationale_cli.domain.people import Dissent, DissentStatus
from rationale_cli.domain.risk import ControlState, RiskStatus
from rationale_cli.domain.several import several
from rationale_cli.domain.telling.briefing import Briefing, Entry, Fact, Section
from rationale_cli.domain.telling.changes import SILENT
from rationale_cli.domain.telling.next_steps import next_steps
from rationale_cli.domain.telling.open_questions import still_open
from rationale_cli.domain.telling.opening import decided_in
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.telling.sheet import holds, on_a_sheet, section, uncleared
from rationale_cli.domain.viewed import holds_back
from rationale_cli.domain.words import Words, told


def family(briefing: Briefing, history: Sequence[Decision], words: Words) -> Briefing:
    """Give the family's copy of a briefing.

    Args:
        briefing: Of the decision, with what the law library adds.
        history: As the family may see it, oldest first; never empty.
        words: What codes are called.
    """
    decision = history[-1]
    parts = tuple(part for part in _sections(briefing, history, words) if holds(part))
    asking = section(
        "question", "How to question this", asking_whom(decision), facts=briefing.questioning
    )
    page = on_a_sheet(
        briefing,
        (*(parts if says_anything(decision) else (uncleared(),)), asking),
        made_for="For the family",
    )
    return replace(
        page,
        title=decision.title or "A decision about your family",
        status="",
        mode="",
        slip=replace(page.slip, boxes=_BOXES, lines=("Who you are in the family", "Date")),
    )


def says_anything(decision: Decision) -> bool:
    """Whether anything that somebody wrote was cleared for this copy."""
    reason, texts = decision.reason, decision.change
    written = (decision.title, decision.question.statement, reason.weight, texts.because)
    lists = (decision.option, decision.known, reason.decisive, decision.action, decision.dissent)
    return any(one.strip() for one in written) or any(lists) or bool(decision.family.views)


def asking_whom(decision: Decision) -> str:
    """Say whom to ask, in short sentences."""
    lead = f"the {decision.by.lead}" if decision.by.lead else "whoever gave you this page"
    return (
        f"You can ask about this at any time. Speak to {lead}. "
        "Say what worries you, what could happen if you are right, and what you ask for. "
        "You can also write on the reply slip."
    )


def decided(decision: Decision) -> str:
    """Give the heading above what was decided, or what it is as long as nothing is."""
    return {
        Status.PROPOSED: "What we propose",
        Status.DIRECTED: "What the court directed",
    }.get(decision.status or Status.DECIDED, "What we decided")


_BOXES = (
    "I have read this, or somebody has read it to me",
    "I can say in my own words why",
    "I have a question",
    "I do not agree, because …",
    "I know something that is not written here",
)


def _sections(briefing: Briefing, history: Sequence[Decision], words: Words) -> Iterator[Section]:
    decision = history[-1]
    reason = decision.reason
    texts = (text for one in chosen(decision) for text in (one.title, one.reason))
    yield section("what", decided(decision), *texts, facts=_around(history))
    yield section("why", "Why", *reason.decisive, reason.weight)
    yield section("changed", "What has changed", _because(briefing), facts=_stands(decision))
    yield Section(
        anchor="disagree",
        heading="Who sees it differently",
        entries=tuple(_dissent(decision, one) for one in decision.dissent),
    )
    yield section(
        "must-change",
        "What would change our mind",
        reason.change_mind,
        intro="We look at this decision again if this happens.",
    )
    yield next_steps(decision)
    yield section("worry", "What we worry about", *_worries(decision, words))
    yield section("safe", "What is in place now", *_controls(decision))
    yield _known(decision)
    yield section(
        "open",
        "What we do not know yet",
        *(one.question for one in still_open(decision)),
    )
    yield section("you", "What you told us", *decision.family.views)
    yield _law(briefing, decision, words)


def _around(history: Sequence[Decision]) -> Iterator[Fact]:
    decision, made = history[-1], decided_in(history)
    time = decision.time
    if decision.question.statement:
        yield Fact(label="The question was", text=decision.question.statement.strip("\n"))
    if made.time.decided_at:
        yield Fact(label="When", text=told(made.time.decided_at))
    if time.effective_from:
        until = f" to {told(time.effective_to)}" if time.effective_to else ""
        yield Fact(label="From when", text=told(time.effective_from) + until)
    if decision.question.not_deciding:
        yield Fact(label="Not decided here", text=decision.question.not_deciding.strip("\n"))


def _because(briefing: Briefing) -> str:
    because = briefing.changed.because
    return "" if because in SILENT else because


def _stands(decision: Decision) -> Iterator[Fact]:
    if decision.change.still_stands:
        yield Fact(label="Does it still stand", text=decision.change.still_stands.strip("\n"))


def _dissent(decision: Decision, one: Dissent) -> Entry:
    is_hidden = holds_back(f"dissent.{one.id}.status", decision)
    standing = "" if is_hidden else _STANDING[one.status or DissentStatus.OPEN]
    stands = (Fact(label="Where this stands", text=standing),) if standing else ()
    answer = (Fact(label="Our answer", text=one.response.strip("\n")),) if one.response else ()
    asks = (Fact(label="Asks", text=one.asks.strip("\n")),) if one.asks else ()
    day = f", {told(one.at)}" if one.at else ""
    return Entry(
        title=f"{capital(one.role or 'somebody')}{day}",
        text=f"“{one.words.strip()}”" if one.words.strip() else "",
        facts=(*asks, *answer, *stands),
    )


_STANDING: Mapping[DissentStatus, str] = {
    DissentStatus.OPEN: "We have not agreed yet.",
    DissentStatus.REPLIED: "We have answered. We have not agreed yet.",
    DissentStatus.UPHELD: "They were right.",
    DissentStatus.NOT_UPHELD: "We looked at it and decided otherwise.",
    DissentStatus.WITHDRAWN: "They have taken it back.",
}


def _worries(decision: Decision, words: Words) -> Iterator[str]:
    """Which harms we worry about, by how they stand; never how likely, how bad or why."""
    for status, begins in _WORRIES.items():
        names = [words.harm(one.harm) for one in decision.risk if one.harm and one.status is status]
        if names:
            yield f"{begins} {several(names)}."


_WORRIES: Mapping[RiskStatus, str] = {
    RiskStatus.PRESENT: "We think that this is happening or has happened:",
    RiskStatus.NOT_RULED_OUT: "We think that this could happen:",
    RiskStatus.UNKNOWN: "We do not know enough about this yet:",
}


def _controls(decision: Decision) -> Iterator[str]:
    running = (one for one in decision.control if one.state is ControlState.IN_PLACE)
    return (one.what for one in running)


def _known(decision: Decision) -> Section:
    def facts(source: str, day: str) -> Iterator[Fact]:
        if source:
            yield Fact(label="Who says so", text=source.strip("\n"))
        if day:
            yield Fact(label="When", text=day)

    return Section(
        anchor="known",
        heading="What we know",
        entries=tuple(
            Entry(
                title=one.text.strip("\n"),
                facts=tuple(facts(one.source, told(one.as_of) if one.as_of else "")),
            )
            for one in decision.known
            if one.text.strip()
        ),
    )


def _law(briefing: Briefing, decision: Decision, words: Words) -> Section:
    """The law by its name, how it applies, and when a limit ends."""
    ends = words.field("law.ends")
    added = {
        entry.id: tuple(one for one in entry.facts if one.label == ends)
        for part in briefing.sections
        if part.anchor == "law"
        for entry in part.entries
    }
    return Section(
        anchor="law",
        heading="The law we used",
        entries=tuple(
            Entry(
                title=capital(words.provisions.get(one.provision, one.provision)),
                text=one.met_how.strip("\n"),
                facts=added.get(one.id, ()),
            )
            for one in decision.law
        ),
    )
