"""The usual pages for a panel and for an audit: the same content, in the order that they need."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.lateness import later
from rationale_cli.domain.telling.briefing import Briefing, Entry, Fact, Section
from rationale_cli.domain.telling.over_time import ANCHOR
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.telling.silence import silence
from rationale_cli.domain.words import Words, told


def panel(briefing: Briefing, _: Sequence[Decision], __: Words) -> Briefing:
    """Give a panel's copy: after options and risks the plan, then everything else."""
    return replace(briefing, sections=_first(briefing.sections, _PLAN))


def audit(briefing: Briefing, history: Sequence[Decision], words: Words) -> Briefing:
    """Give an audit's copy: the times of every revision and its gaps stand first."""
    times = Section(
        anchor="times",
        heading="When each revision was decided and recorded",
        intro="Decided and recorded are different facts. A late entry has to say why.",
        entries=tuple(
            Entry(
                id=f"r{one.revision}",
                title=capital(words.value("kind", one.kind)),
                facts=tuple(_times(one)),
            )
            for one in history
        ),
    )
    return replace(briefing, sections=_first((times, *briefing.sections), _GAPS))


_PLAN = (ANCHOR, "control", "trigger", "action", "unthinkable", "reason")
_GAPS = (ANCHOR, "times", "gap", "waiver", "conflict", "approval", "not-consulted")


def _first(sections: Sequence[Section], anchors: Sequence[str]) -> tuple[Section, ...]:
    """Some sections in the order named, then the others in theirs."""
    places = {anchor: place for place, anchor in enumerate(anchors)}
    return tuple(sorted(sections, key=lambda one: places.get(one.anchor, len(places))))


def _times(decision: Decision) -> Iterator[Fact]:
    time = decision.time
    decided = told(time.decided_at) if time.decided_at else None
    if time.noticed_at:
        yield Fact(label="Noticed", text=told(time.noticed_at))
    yield Fact(label="Decided", text=decided or silence(decision, "time.decided_at").text)
    yield Fact(label="Recorded", text=told(time.recorded_at))
    if gap := later(time):
        yield Fact(label="Gap", text=f"Recorded {gap}.")
        why = time.late_reason.strip("\n") or silence(decision, "time.late_reason").text
        yield Fact(label="Why it was late", text=why)
    if time.clock:
        yield Fact(label="Clock", text="The time was given, not read from a clock.")
    if decision.by.recorder:
        yield Fact(label="By", text=str(decision.by.recorder))
