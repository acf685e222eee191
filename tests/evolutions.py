"""Histories and evolutions of decisions for tests, without a store."""

from collections.abc import Mapping

from rationale_cli.codec.shipped import words
from rationale_cli.domain.audience import CORE_TEAM
from rationale_cli.domain.comparison import Comparison, compare
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.telling.evolution import Evolution
from rationale_cli.domain.telling.evolving import evolve
from rationale_cli.domain.telling.letterhead import Letterhead


def commit_of(place: int) -> str:
    """Give the commit of the decision at a place, from 1."""
    return f"{place:040x}"


def kept(
    *decisions: Decision, parents: Mapping[int, tuple[int, ...]] | None = None
) -> tuple[Revision, ...]:
    """Give decisions as revisions, the first one first; sums and commits are of no store.

    Args:
        decisions: Each follows the one before it.
        parents: By place, from 1, those that follow others instead.
    """
    follows = {place: (place - 1,) for place in range(2, len(decisions) + 1)} | dict(parents or {})
    return tuple(
        Revision(
            decision=decision,
            commit=commit_of(place),
            committed_at=decision.time.recorded_at.at,
            blob=commit_of(place),
            sha256=f"{place:064x}",
            parents=tuple(map(commit_of, follows.get(place, ()))),
        )
        for place, decision in enumerate(decisions, 1)
    )


def compared(*decisions: Decision, start: int = 0, end: int = -1) -> Comparison:
    """Compare two of some decisions that follow one another."""
    history = kept(*decisions)
    return compare(history, history[start], history[end])


def evolved(*decisions: Decision, start: int = 0, end: int = -1) -> Evolution:
    """Tell what changed between two of some decisions that follow one another."""
    return evolve(
        compared(*decisions, start=start, end=end),
        letterhead=Letterhead(marking="OFFICIAL-SENSITIVE", audience=CORE_TEAM),
        words=words(),
    )
