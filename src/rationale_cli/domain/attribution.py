"""Attribution: which revisions made a change, and what was made and unmade on the way."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from rationale_cli.domain.change import Change, ChangeKind
from rationale_cli.domain.course import Step
from rationale_cli.domain.revision import Revision


class Attributed(msgspec.Struct, frozen=True, kw_only=True):
    """A change with the revisions that touched what it is about.

    Attributes:
        change: Between the two ends; of what was unmade, the first change on the way.
        revisions: Oldest first; the last one set what stands there now.
    """

    change: Change
    revisions: tuple[Revision, ...]


def attributed(changes: Iterable[Change], steps: Sequence[Step]) -> tuple[Attributed, ...]:
    """Say of each change between two revisions which revisions on the way made it.

    Args:
        changes: Between the ends, in either direction.
        steps: The course from the one end to the other, never empty.
    """
    touched = _touched(steps)
    return tuple(
        Attributed(change=one, revisions=_revisions(_places(one, touched), steps))
        for one in changes
    )


def unmade(changes: Iterable[Change], steps: Sequence[Step]) -> tuple[Attributed, ...]:
    """Give what was changed on the way and changed back, so that the ends say nothing of it.

    What happened to the fields of an item that came and went is told with the item.

    Args:
        changes: Between the ends, in either direction.
        steps: The course from the one end to the other.
    """
    told = {one.about for one in changes}
    passing: dict[tuple[str, ...], list[int]] = defaultdict(list)
    first: dict[tuple[str, ...], Change] = {}
    for place, step in enumerate(steps):
        for one in step.changes:
            if one.path != _RECORDER and one.about not in told and (one.item,) not in told:
                passing[one.about].append(place)
                first.setdefault(one.about, one)
    coming = {one.item for one in first.values() if one.kind in _COMING}
    return tuple(
        Attributed(change=one, revisions=_revisions(passing[about], steps))
        for about, one in first.items()
        if len(set(passing[about])) > 1 and (one.kind in _COMING or one.item not in coming)
    )


_RECORDER = "by.recorder"
"""Who types is somebody else each time, and each revision says so itself."""

_COMING = (ChangeKind.ITEM_ADDED, ChangeKind.ITEM_REMOVED)


class _Touched(msgspec.Struct):
    """Places of steps, by what they touched.

    Attributes:
        exactly: By what a change is about.
        path: By path, whatever happened there.
        item: By the path of an item, with all its fields.
        coming: By the path of an item that came or went as a whole.
    """

    exactly: dict[tuple[str, ...], list[int]]
    path: dict[str, list[int]]
    item: dict[str, list[int]]
    coming: dict[str, list[int]]


def _touched(steps: Sequence[Step]) -> _Touched:
    found = _Touched(
        exactly=defaultdict(list),
        path=defaultdict(list),
        item=defaultdict(list),
        coming=defaultdict(list),
    )
    for place, step in enumerate(steps):
        for one in step.changes:
            found.exactly[one.about].append(place)
            found.path[one.path].append(place)
            if one.item:
                found.item[one.item].append(place)
            if one.kind in _COMING:
                found.coming[one.item].append(place)
    return found


def _places(change: Change, touched: _Touched) -> list[int]:
    if change.kind in _COMING:
        return touched.item.get(change.path, [])
    found = [*touched.exactly.get(change.about, []), *touched.coming.get(change.item, [])]
    # An order can change by what came and went, and nobody moved anything.
    return found or touched.path.get(change.path, [])


def _revisions(places: Iterable[int], steps: Sequence[Step]) -> tuple[Revision, ...]:
    """Give the revisions at some places; the last one of all if none is known to have done it."""
    found = sorted(set(places)) or [-1]
    return tuple(steps[place].revision for place in found)
