"""Histories of decisions for tests: revisions as a store would give them, without any store."""

from typing import Any

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.revision import Revision


def linear(*decisions: Decision) -> tuple[Revision, ...]:
    """Give revisions that follow each other."""
    return tuple(
        revision(decision, place, *((place - 1,) if place else ()))
        for place, decision in enumerate(decisions)
    )


def revision(decision: Decision, place: int, *parents: int, **changed: Any) -> Revision:
    """Give a revision at a place of its history, after those at other places."""
    complete: dict[str, Any] = {
        "decision": decision,
        "commit": commit(place),
        "committed_at": decision.time.recorded_at.at,
        "blob": "",
        "sha256": f"{place:064}",
        "parents": tuple(map(commit, parents)),
    }
    return Revision(**{**complete, **changed})


def commit(place: int) -> str:
    """Give the name of the commit at a place of a history."""
    return f"{place:040x}"
