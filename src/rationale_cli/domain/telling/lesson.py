"""The copy for learning: what can be learned, and nothing that says whose record it was.

No id, case, title, day or time, and nobody's role: of people only the agency. What the team wrote
stands only where it was cleared for learning, since prose can say anything.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rationale_cli.domain import stamp
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.people import DissentStatus
from rationale_cli.domain.telling.briefing import Briefing, Entry, Fact, Section
from rationale_cli.domain.telling.family import says_anything
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.telling.sheet import holds, on_a_sheet, prose, section, uncleared
from rationale_cli.domain.words import Words


def lesson(briefing: Briefing, history: Sequence[Decision], words: Words) -> Briefing:
    """Give the copy for learning.

    Args:
        briefing: Of the decision.
        history: As it may be seen for learning, oldest first; never empty.
        words: What codes are called.
    """
    decision = history[-1]
    parts = tuple(part for part in _sections(decision, words) if holds(part))
    is_told = says_anything(decision) or bool(parts)
    page = on_a_sheet(briefing, parts if is_told else (uncleared(),), made_for="For learning")
    made_for = stamp.Stamp(audience="learning", marking=briefing.marking)
    return replace(
        page,
        reference=_REFERENCE,
        id="",
        revision="",
        case="",
        title="What can be learned",
        notice=(),
        status="",
        mode="",
        slip=replace(page.slip, reference="what can be learned", lines=("Agency",), send_to=()),
        stamp=(Fact(label="For", text="learning"), Fact(label="Record", text=_UNTRACED)),
        stamp_line=stamp.line(made_for),
        committed=_NO_DAY,
    )


_REFERENCE = "for learning"
_UNTRACED = "Left out on purpose: this copy says nothing that leads back to it."
_NO_DAY = "1970-01-01T00:00:00Z"
"""The day of a copy that may tell none, for formats that cannot be without."""


def _sections(decision: Decision, words: Words) -> Iterator[Section]:
    reason = decision.reason
    yield section("what", "What the question was", decision.question.statement)
    yield Section(
        anchor="options",
        heading="What could have been done",
        entries=tuple(
            Entry(
                title=one.title.strip("\n") or "Without a title",
                note=capital(words.value("option.status", one.status)) if one.status else "",
                text=one.reason.strip("\n"),
            )
            for one in decision.option
        ),
    )
    yield section("why", "Why", *reason.decisive, reason.weight)
    yield section("harm", "Harms that were looked at", *_harms(decision, words))
    yield Section(
        anchor="disagree",
        heading="Who saw it differently",
        entries=tuple(
            Entry(
                title=f"Somebody, {one.agency}" if one.agency else "Somebody",
                note=capital(words.value("dissent.status", one.status or DissentStatus.OPEN)),
                text=one.words.strip("\n"),
            )
            for one in decision.dissent
        ),
    )
    yield section("outcome", "What became of it", *prose(one.text for one in decision.outcome))


def _harms(decision: Decision, words: Words) -> Iterator[str]:
    for one in decision.risk:
        if one.harm and one.status:
            yield f"{capital(words.harm(one.harm))}: {words.value('risk.status', one.status)}."
