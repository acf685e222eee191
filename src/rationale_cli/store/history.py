"""The versions of one file, through all branches of its history."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from rationale_cli.store.git import Git
from rationale_cli.store.objects import PLAIN_FILE


class Version(NamedTuple):
    """A file as one commit left it.

    Attributes:
        commit: Id of the commit that changed the file.
        parents: Commits of the versions that it follows, not those of the commit: other
            files' commits in between are left out. Empty for the first, several for a join.
        blob: Id of the bytes.
        committed_at: Aware, to the second.
    """

    commit: str
    parents: tuple[str, ...]
    blob: str
    committed_at: datetime


# Clocks go wrong, so the order is that of parents. With --full-history both sides of a
# join are walked even if one of them won; -c tells of a join only what is in neither side.
LOG = (
    "log", "--full-history", "--parents", "--topo-order", "--reverse",
    "-c", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-color", "--no-notes",
    "--no-ext-diff", "--no-textconv", "--ignore-submodules=all",
    "--format=tformat:%H %cI %P",
)  # fmt: skip
"""Asks git for commits, each "id time parents", each followed by what it changed."""


class _Step(NamedTuple):
    commit: str
    parents: tuple[str, ...]
    committed_at: datetime
    mode: str = ""
    blob: str = ""


def versions(git: Git, path: str) -> tuple[Version, ...]:
    """Give every version of a file up to ``HEAD``, each after those that it follows.

    A commit that deleted the file, or made something else of it than a plain file, gives no
    version; nor does a join that took one side as it was.

    Raises:
        GitFailedError: If the branch has no commit yet.
    """
    output = git.run(*LOG, "HEAD", "--", path).output
    nearest: dict[str, tuple[str, ...]] = {}
    found: dict[str, Version] = {}
    for step in _steps(output.decode("utf-8", "backslashreplace")):
        above = (version for parent in step.parents for version in nearest.get(parent, ()))
        parents = without_ancestors(tuple(dict.fromkeys(above)), found)
        nearest[step.commit] = parents
        if step.mode == PLAIN_FILE:
            found[step.commit] = Version(step.commit, parents, step.blob, step.committed_at)
            nearest[step.commit] = (step.commit,)
    return tuple(found.values())


def _steps(output: str) -> Iterator[_Step]:
    """Read commits, each "id time parents", followed by the change of the path if it has one."""
    step: _Step | None = None
    tokens = iter(output.split("\0"))
    for token in tokens:
        words = token.strip("\n").split(" ")
        if words[0].startswith(":") and step is not None:
            step = _changed(step, words)
            next(tokens)  # the path, which may hold anything
        elif len(words) > 1:
            if step is not None:
                yield step
            commit, time, *parents = words
            at = datetime.fromisoformat(time)
            step = _Step(commit, tuple(filter(None, parents)), at)
    if step is not None:
        yield step


def _changed(step: _Step, words: list[str]) -> _Step:
    # ":mode mode id id status"; for a join, one more colon, mode and id for each further parent.
    sides = words[0].count(":") + 1
    return step._replace(mode=words[sides - 1], blob=words[2 * sides - 1])


def without_ancestors(commits: tuple[str, ...], found: dict[str, Version]) -> tuple[str, ...]:
    """Leave out what another one of them follows: a join that took one side did not fork."""
    if len(commits) < 2:  # noqa: PLR2004 - one alone has no rival
        return commits
    older: set[str] = set()
    waiting = [parent for commit in commits for parent in found[commit].parents]
    while waiting:
        if (commit := waiting.pop()) not in older:
            older.add(commit)
            waiting.extend(found[commit].parents)
    return tuple(commit for commit in commits if commit not in older)
