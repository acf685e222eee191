"""Comparisons: two revisions of a record, what is different, and who made it different."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from rationale_cli.domain.attribution import Attributed, attributed, unmade
from rationale_cli.domain.change import diff
from rationale_cli.domain.course import Step, course
from rationale_cli.domain.revision import Revision


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """What is different between two revisions of a record.

    Attributes:
        start: Where one looks from.
        end: Where one looks to.
        is_back: Whether the end is the earlier one: what came in between is then told as gone.
        steps: The revisions on the way, oldest first.
        changes: From start to end, material ones first, each with the revisions that made it.
        unmade: What was changed on the way and changed back.
        labels: What people call each revision on the way and both ends, by commit.
    """

    start: Revision
    end: Revision
    is_back: bool
    steps: tuple[Step, ...]
    changes: tuple[Attributed, ...]
    unmade: tuple[Attributed, ...]
    labels: dict[str, str]


def compare(history: Sequence[Revision], start: Revision, end: Revision) -> Comparison:
    """Compare two revisions.

    Args:
        history: Every revision, each after those that it follows.
        start: Where one looks from; may be the later one.
        end: Where one looks to.
    """
    places = {one.commit: place for place, one in enumerate(history)}
    steps = course(history, start, end)
    changes = diff(start.decision, end.decision)
    return Comparison(
        start=start,
        end=end,
        is_back=places[end.commit] < places[start.commit],
        steps=steps,
        changes=attributed(changes, steps),
        unmade=unmade(changes, steps),
        labels=_labels(history),
    )


def _labels(history: Sequence[Revision]) -> dict[str, str]:
    """Name each revision by its number; with the commit too if two people wrote that number."""
    count = Counter(one.number for one in history)
    return {
        one.commit: f"r{one.number}" + (f"@{one.commit[:7]}" if count[one.number] > 1 else "")
        for one in history
    }
