"""How a briefing opens: what was decided, and why."""

from collections.abc import Iterator, Sequence

from rationale_cli.domain.decision import Decision, Kind, Status, chosen
from rationale_cli.domain.telling.briefing import Fact, Opening, Why
from rationale_cli.domain.telling.fact import fact
from rationale_cli.domain.telling.silence import may_be_withheld, silence, was_not
from rationale_cli.domain.words import Words, told

_MOST = 3


def opening(history: Sequence[Decision], words: Words) -> Opening:
    """Tell what was decided, by whom, when, and from when.

    Args:
        history: Oldest first, never empty.
        words: What codes are called.
    """
    decision = history[-1]
    options = chosen(decision)
    choice = "; ".join(f"{one.id}: {one.title}" if one.title else one.id for one in options)
    return Opening(
        heading=_HEADINGS.get(decision.status or Status.DECIDED, "What we decided"),
        question=decision.question.statement.strip("\n"),
        choice=choice or "No option is marked as chosen",
        reason="\n".join(one.reason.strip("\n") for one in options if one.reason),
        facts=(*_when(history), *_facts(decision, words)),
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


_DECIDES = {Kind.CONFIRM, Kind.REVERSE}


def _when(history: Sequence[Decision]) -> Iterator[Fact]:
    """When it was decided: a later title, note or correction decides nothing anew."""
    made = decided_in(history)
    time, by = made.time, made.by
    nothing = "not in this copy" if may_be_withheld(made, "time.decided_at") else "not asked"
    decided = told(time.decided_at) if time.decided_at else f"time {nothing}"
    maker = f"by {by.decision_maker}" if by.decision_maker else _nobody(made)
    verb = "Proposed" if made.status is Status.PROPOSED else "Decided"
    yield Fact(label=verb, text=f"{decided}, {maker}")
    last = history[-1]
    if last.revision != made.revision and last.time.decided_at:
        text = f"{told(last.time.decided_at)} (revision {last.revision})"
        yield Fact(label="Last changed", text=text)


def _nobody(made: Decision) -> str:
    return f"by whom {was_not('asked', made, 'by.decision_maker')}"


def decided_in(history: Sequence[Decision]) -> Decision:
    """Give the revision that made the decision which now stands.

    It is the last one that confirmed or reversed it, or changed the question, the mode or what
    became of an option.
    """
    place = len(history) - 1
    while place and not decides(history[place], history[place - 1]):
        place -= 1
    return history[place]


def decides(decision: Decision, *before: Decision) -> bool:
    """Whether a revision made a decision, rather than told more of one.

    Args:
        decision: What the revision says.
        before: What those say that it follows.
    """
    is_new = all(_choice(decision) != _choice(one) for one in before)
    return decision.kind in _DECIDES or is_new


def _choice(decision: Decision) -> tuple[object, ...]:
    outcomes = tuple((option.id, option.status) for option in decision.option)
    return decision.question.statement, decision.mode, outcomes


def _facts(decision: Decision, words: Words) -> Iterator[Fact]:
    time = decision.time
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
