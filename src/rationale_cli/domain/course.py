"""The course between two revisions: what each revision on the way changed."""

from collections.abc import Sequence

import msgspec

from rationale_cli.domain.change import Change, diff
from rationale_cli.domain.revision import Revision


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One revision on the way, with what it changed itself."""

    revision: Revision
    changes: tuple[Change, ...]


def course(history: Sequence[Revision], start: Revision, end: Revision) -> tuple[Step, ...]:
    """Give the steps that lead from one revision to another, oldest first.

    They are the revisions that the one grew out of and the other did not; which of the two is
    older makes no difference. A revision that joins two others changed what differs from both.

    Args:
        history: Every revision, each after those that it follows.
        start: One of them.
        end: Another.
    """
    places = {one.commit: place for place, one in enumerate(history)}
    before = [[places[one] for one in each.parents if one in places] for each in history]
    ours = _roots(before, places[start.commit])
    theirs = _roots(before, places[end.commit])
    return tuple(
        Step(revision=history[place], changes=_changed(history, before[place], place))
        for place in sorted(ours ^ theirs)
    )


def _roots(before: Sequence[Sequence[int]], place: int) -> set[int]:
    """Give the place of a revision with those of all that it grew out of."""
    found: set[int] = set()
    waiting = [place]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(before[one])
    return found


def _changed(history: Sequence[Revision], before: Sequence[int], place: int) -> tuple[Change, ...]:
    decision = history[place].decision
    if not before:
        return ()
    first, *others = (diff(history[one].decision, decision) for one in before)
    new = [{change.about for change in other} for other in others]
    return tuple(one for one in first if all(one.about in other for other in new))
