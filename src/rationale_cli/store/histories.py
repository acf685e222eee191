"""The versions of every file below a folder, in one walk through all branches."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from rationale_cli.store.git import Git
from rationale_cli.store.history import Version, without_ancestors
from rationale_cli.store.objects import PLAIN_FILE

# Clocks go wrong, so the order is that of parents. With --full-history both sides of a
# join are walked even if one of them won; -c tells of a join only what is in neither side.
_LOG = (
    "log", "--full-history", "--parents", "--topo-order", "--reverse",
    "-c", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-follow", "--no-color",
    "--no-notes", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all",
    "--format=tformat:%H %cI %P",
)  # fmt: skip


class _Step(NamedTuple):
    commit: str
    parents: tuple[str, ...]
    committed_at: datetime
    changes: list[tuple[str, str, str]]


_Nearest = dict[str, tuple[str, ...]]
"""For each path the commits of the versions that a commit follows, or made itself."""


def histories(git: Git, folder: str) -> dict[str, tuple[Version, ...]]:
    """Give for each file below a folder what `history.versions` gives of it alone.

    Files that are gone at ``HEAD`` are among them.

    Raises:
        GitFailedError: If the branch has no commit yet.
    """
    output = git.run(*_LOG, "HEAD", "--", folder).output
    steps = list(_steps(output.decode("utf-8", "backslashreplace")))
    waiting = _children(steps)
    nearest: dict[str, _Nearest] = {}
    found: dict[str, dict[str, Version]] = {}
    for step in steps:
        own = _joined([_of(parent, nearest, waiting) for parent in step.parents], found)
        for path, mode, blob in step.changes:
            if mode != PLAIN_FILE:
                continue
            parents = own.get(path, ())
            version = Version(step.commit, parents, blob, step.committed_at)
            found.setdefault(path, {})[step.commit] = version
            own[path] = (step.commit,)
        nearest[step.commit] = own
    return {path: tuple(versions.values()) for path, versions in found.items()}


def _children(steps: list[_Step]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for step in steps:
        for parent in step.parents:
            counts[parent] = counts.get(parent, 0) + 1
    return counts


def _of(parent: str, nearest: dict[str, _Nearest], waiting: dict[str, int]) -> _Nearest:
    """Give what a commit left to one that follows it; the last to ask may keep it."""
    # A copy for every commit of a long history would cost as much as the history squared.
    waiting[parent] -= 1
    if waiting[parent]:
        return dict(nearest.get(parent, {}))
    return nearest.pop(parent, {})


def _joined(sides: list[_Nearest], found: dict[str, dict[str, Version]]) -> _Nearest:
    first, *others = sides or [{}]
    for other in others:
        for path, commits in other.items():
            every = dict.fromkeys((*first.get(path, ()), *commits))
            first[path] = without_ancestors(tuple(every), found[path])
    return first


def _steps(output: str) -> Iterator[_Step]:
    step: _Step | None = None
    tokens = iter(output.split("\0"))
    for token in tokens:
        words = token.strip("\n").split(" ")
        if words[0].startswith(":") and step is not None:
            # ":mode mode id id status"; for a join, one more of each for each further parent.
            sides = words[0].count(":") + 1
            step.changes.append((next(tokens), words[sides - 1], words[2 * sides - 1]))
        elif len(words) > 1:
            if step is not None:
                yield step
            commit, time, *parents = words
            above = tuple(filter(None, parents))
            step = _Step(commit, above, datetime.fromisoformat(time), [])
    if step is not None:
        yield step
