"""What happens next, as somebody outside of the team reads it."""

from collections.abc import Iterator

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.telling.briefing import Entry, Fact, Section
from rationale_cli.domain.telling.sheet import prose
from rationale_cli.domain.trigger import TriggerKind
from rationale_cli.domain.words import told


def next_steps(decision: Decision, *, with_owner: bool = True) -> Section:
    """Give what is still to be done, days to look again and the next hearing.

    Args:
        decision: As its audience may see it.
        with_owner: Whether it says who does it.
    """
    return Section(
        anchor="next",
        heading="What happens next",
        notes=tuple(_hearing(decision)),
        entries=tuple(_steps(decision, with_owner=with_owner)),
    )


def _hearing(decision: Decision) -> Iterator[str]:
    time = decision.time
    over = time.decided_at and time.next_hearing and time.next_hearing < time.decided_at
    if time.next_hearing and not over:
        yield f"The court looks at this on {told(time.next_hearing)}."


def _steps(decision: Decision, *, with_owner: bool) -> Iterator[Entry]:
    waiting = [
        *((one.what, one.owner, one.due) for one in decision.action if not one.done_at),
        *(
            (one.text, one.owner, one.due)
            for one in decision.trigger
            if one.kind is TriggerKind.DATE and not one.acted_at
        ),
    ]
    for text, owner, due in waiting:
        who = (Fact(label="Who", text=owner),) if owner and with_owner else ()
        when = (Fact(label="By when", text=told(due)),) if due else ()
        for title in prose((text,)):
            yield Entry(title=title, facts=(*who, *when))
