"""What happens next, as somebody outside of the team reads it."""

from collections.abc import Iterator
from datetime import date

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.telling.briefing import Entry, Fact, Section
from rationale_cli.domain.telling.sheet import prose
from rationale_cli.domain.trigger import TriggerKind
from rationale_cli.domain.viewed import holds_back, withholds
from rationale_cli.domain.words import told


def next_steps(decision: Decision, *, with_owner: bool = True) -> Section:
    """Give what is still to be done, days to look again and the next hearing, by their days.

    Args:
        decision: As its audience may see it.
        with_owner: Whether it says who does it.
    """
    steps = tuple(_steps(decision, with_owner=with_owner))
    # Where something was left out, that may be what says so.
    is_whole = not (withholds(decision, "action") or withholds(decision, "trigger"))
    is_late = is_whole and any(fact.text.endswith(_LATE) for one in steps for fact in one.facts)
    return Section(
        anchor="next",
        heading="What happens next",
        notes=(*_hearing(decision), *((_NOT_KNOWN,) if is_late else ())),
        entries=steps,
    )


def _hearing(decision: Decision) -> Iterator[str]:
    time = decision.time
    over = time.decided_at and time.next_hearing and time.next_hearing < time.decided_at
    if time.next_hearing and not over:
        yield f"The court looks at this on {told(time.next_hearing)}."


def _steps(decision: Decision, *, with_owner: bool) -> Iterator[Entry]:
    waiting = [
        *(
            (one.what, one.owner, one.due)
            for one in decision.action
            if not (one.done_at or holds_back(f"action.{one.id}.done_at", decision))
        ),
        *(
            (one.text, one.owner, one.due)
            for one in decision.trigger
            if one.kind is TriggerKind.DATE
            and not (one.acted_at or holds_back(f"trigger.{one.id}.acted_at", decision))
        ),
    ]
    waiting.sort(key=lambda one: one[2].day if one[2] else date.max)
    today = decision.time.recorded_at.day
    for text, owner, due in waiting:
        who = (Fact(label="Who", text=owner),) if owner and with_owner else ()
        late = _LATE if due and due.day < today else ""
        when = (Fact(label="By when", text=f"{told(due)}{late}"),) if due else ()
        for title in prose((text,)):
            yield Entry(title=title, facts=(*who, *when))


_LATE = " (that day has passed)"
_NOT_KNOWN = "Where a day has passed, nothing here says yet whether it was done."
