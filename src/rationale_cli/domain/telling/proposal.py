"""What we proposed, what we decided and what a court directed: never in one list."""

from collections.abc import Iterable, Iterator, Sequence

from rationale_cli.domain.decision import Decision, Status, chosen
from rationale_cli.domain.knowledge import KnownKind
from rationale_cli.domain.telling.briefing import Entry, Fact, Section
from rationale_cli.domain.telling.fact import fact
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.telling.silence import silence
from rationale_cli.domain.words import Words, told


def apart(history: Sequence[Decision], words: Words) -> Iterator[Section]:
    """Give three sections: proposed by us, decided by us, directed by the court.

    Only the status of each revision says which it was, and the kind of a known item that a court
    found it; nothing is read out of prose.

    Args:
        history: As its audience may see it, oldest first; never empty.
        words: What codes are called.
    """
    yield _section(
        "proposed",
        "What we proposed",
        _steps(history, _PROPOSED, words),
        "No revision of this record is a proposal.",
    )
    yield _section(
        "we-decided",
        "What we decided, and what took effect",
        _steps(history, _DECIDED, words),
        "No revision of this record was decided or took effect.",
    )
    yield _section(
        "directed",
        "What the court directed or found",
        (*_steps(history, _DIRECTED, words), *_found(history[-1], words)),
        "This record says of nothing that a court directed or found it.",
    )


_PROPOSED = (Status.PROPOSED,)
_DECIDED = (Status.DECIDED, Status.IN_EFFECT)
_DIRECTED = (Status.DIRECTED,)


def _section(anchor: str, heading: str, steps: Iterable[Entry], silence: str) -> Section:
    entries = tuple(steps)
    return Section(
        anchor=anchor, heading=heading, entries=entries, silence="" if entries else silence
    )


def _steps(
    history: Sequence[Decision], statuses: Sequence[Status], words: Words
) -> Iterator[Entry]:
    """Each revision that said something else than the one before, or said it as something else."""
    before = None
    for decision in history:
        now = (decision.status in statuses, tuple(_chosen(decision)), decision.question.statement)
        if now[0] and now != before:
            yield _step(decision, words)
        before = now


def _step(decision: Decision, words: Words) -> Entry:
    decided = decision.time.decided_at or decision.time.recorded_at
    question = decision.question.statement.strip("\n")
    none = "" if decision.option else f" {silence(decision, 'option').text}"
    return Entry(
        title=f"Revision {decision.revision}, {told(decided)}",
        note=capital(words.value("status", decision.status)) if decision.status else "",
        text="\n".join(_chosen(decision)) or f"No option is marked as chosen.{none}",
        facts=(Fact(label="The question", text=question),) if question else (),
    )


def _chosen(decision: Decision) -> Iterator[str]:
    for one in chosen(decision):
        yield f"{one.id}: {one.title}" if one.title else one.id


def _found(decision: Decision, words: Words) -> Iterator[Entry]:
    for one in decision.known:
        if one.kind is KnownKind.FOUND:
            day = told(one.as_of) if one.as_of else ""
            yield Entry(
                id=one.id,
                title=one.text.strip("\n"),
                note=capital(words.value("known.kind", one.kind)),
                facts=(
                    fact(decision, "known.source", one.source, words, item_id=one.id),
                    fact(decision, "known.as_of", day, words, item_id=one.id),
                ),
            )
