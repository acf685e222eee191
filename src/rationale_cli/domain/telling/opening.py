"""How a briefing opens: what was decided, and why."""

from collections.abc import Iterator

from rationale_cli.domain.decision import Decision, Status
from rationale_cli.domain.option import OptionStatus
from rationale_cli.domain.telling.briefing import Fact, Opening, Why
from rationale_cli.domain.telling.fact import fact
from rationale_cli.domain.telling.silence import silence
from rationale_cli.domain.words import Words, told

_MOST = 3


def opening(decision: Decision, words: Words) -> Opening:
    """Tell what was decided, by whom, and from when."""
    chosen = [one for one in decision.option if one.status is OptionStatus.CHOSEN]
    choice = "; ".join(f"{one.id}: {one.title}" if one.title else one.id for one in chosen)
    return Opening(
        heading=_HEADINGS.get(decision.status or Status.DECIDED, "What we decided"),
        question=decision.question.statement.strip("\n"),
        choice=choice or "No option is marked as chosen",
        reason="\n".join(one.reason.strip("\n") for one in chosen if one.reason),
        facts=tuple(_facts(decision, words)),
    )


def why(decision: Decision) -> Why:
    """Give the first three reasons in the record's own words."""
    reason = decision.reason
    given = [text.strip("\n") for text in (*reason.decisive, reason.weight) if text.strip()]
    rest = len(given) - _MOST
    more = f"{rest} more under “What tipped it”." if rest > 0 else ""
    quiet = "" if given else silence(decision, "reason.decisive").text
    return Why(
        sentences=tuple(given[:_MOST]),
        more=more,
        silence=f"The record holds no reason. {quiet}" if quiet else "",
    )


_HEADINGS = {
    Status.PROPOSED: "What we propose",
    Status.DIRECTED: "What the court directed",
}


def _facts(decision: Decision, words: Words) -> Iterator[Fact]:
    time, by = decision.time, decision.by
    decided = told(time.decided_at) if time.decided_at else "time not asked"
    maker = f", by {by.decision_maker}" if by.decision_maker else ", by whom was not asked"
    verb = "Proposed" if decision.status is Status.PROPOSED else "Decided"
    yield Fact(label=verb, text=decided + maker)
    if time.effective_from:
        until = f" to {told(time.effective_to)}" if time.effective_to else ""
        yield Fact(label=words.field("time.effective_from"), text=told(time.effective_from) + until)
    if time.next_hearing:
        over = time.decided_at and time.next_hearing < time.decided_at
        text = told(time.next_hearing) + (" (before this was decided)" if over else "")
        yield Fact(label=words.field("time.next_hearing"), text=text)
    if time.irreversible_at:
        text = told(time.irreversible_at)
        yield Fact(label=words.field("time.irreversible_at"), text=text)
    question = decision.question
    yield fact(decision, "question.reversibility", question.reversibility, words)
    yield fact(decision, "question.not_deciding", question.not_deciding, words)
