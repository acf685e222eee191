"""The versions of one file, through all branches of its history."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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


class _Side(NamedTuple):
    """What stands at the path in a commit, beside one of its parents."""

    before: tuple[str, str]
    after: tuple[str, str]


class _Step(NamedTuple):
    """A commit with its sides: one for each parent that has something else at the path."""

    commit: str
    parents: tuple[str, ...]
    committed_at: datetime
    sides: tuple[_Side, ...] = ()

    @property
    def blob(self) -> str | None:
        """The text that the commit brought; ``None`` if a parent has it, or it is no plain file."""
        if not self.sides or len(self.sides) < len(self.parents):
            return None
        mode, blob = self.sides[0].after
        return blob if mode == PLAIN_FILE else None

    def version(self, parents: tuple[str, ...], blob: str) -> Version:
        """Give the version that the commit made."""
        return Version(self.commit, parents, blob, self.committed_at)


# With --full-history both sides of a join are walked even if one of them won. Clocks go wrong,
# so the order is that of parents.
_LOG = (
    "log", "-z", "--full-history", "--topo-order", "--no-follow", "--no-color", "--no-notes",
)  # fmt: skip
_SIDES = (
    "--raw", "--diff-merges=separate", "--no-abbrev", "--no-renames", "--no-ext-diff",
    "--no-textconv", "--ignore-submodules=all", "--format=tformat:%H %cI %P",
)  # fmt: skip

_NOTHING = ("000000", "0" * 40)


def versions(
    git: Git, path: str, *, each: Callable[[str, str], None] = lambda _commit, _blob: None
) -> tuple[Version, ...]:
    """Give every version of a file up to ``HEAD``, each after those that it follows.

    A commit that deleted the file, or made something else of it than a plain file, gives no
    version; nor does a join that took one side as it was.

    Args:
        git: Of the folder.
        path: Relative to the root.
        each: Told commit and blob of each version in no order, while git looks for the next.

    Raises:
        GitFailedError: If the branch has no commit yet.
    """
    steps = []
    for step in _steps(git.parts(*_LOG, *_SIDES, "HEAD", "--", path)):
        steps.append(step)
        if step.blob is not None:
            each(step.commit, step.blob)
    found = _by_texts(steps)
    if found is None:
        # To let git find the parents costs a quarter more, and is seldom needed.
        lines = git.parts(*_LOG, "--parents", "--format=tformat:%H %P", "HEAD", "--", path)
        found = _by_parents(steps, [line.decode().split() for line in lines])
    return tuple(found.values())


def _by_texts(steps: list[_Step]) -> dict[str, Version] | None:
    """Tell what each version follows by the texts before it, or ``None`` if that is not certain.

    Between two commits that are told here the text stays as it is. So a text leads to the
    version that brought it, unless there are several: one was brought back, say, or two people
    wrote the same.
    """
    standing: dict[tuple[str, str], tuple[str, ...]] = {_NOTHING: ()}
    found: dict[str, Version] = {}
    for step in reversed(steps):
        texts = [side.before for side in step.sides]
        if not texts or any(text not in standing for text in texts):
            return None
        after = step.sides[0].after
        if len(texts) < len(step.parents):
            if after not in standing:
                return None
            texts.append(after)
        parents = _joined((standing[text] for text in texts), found)
        if step.blob is not None:
            found[step.commit] = step.version(parents, step.blob)
            parents = (step.commit,)
        if standing.setdefault(after, parents) != parents:
            return None
    return found


def _by_parents(steps: list[_Step], lines: list[list[str]]) -> dict[str, Version]:
    """Tell what each version follows by the parents of commits.

    Args:
        steps: Every commit that has something else at the path than a parent.
        lines: Some more, each with its nearest ones among them; children first.
    """
    by_commit = {step.commit: step for step in steps}
    nearest: dict[str, tuple[str, ...]] = {}
    found: dict[str, Version] = {}
    for commit, *above in reversed(lines):
        parents = _joined((nearest.get(parent, ()) for parent in above), found)
        step = by_commit.get(commit)
        if step is not None and step.blob is not None:
            found[commit] = step.version(parents, step.blob)
            parents = (commit,)
        nearest[commit] = parents
    return found


def _steps(parts: Iterator[bytes]) -> Iterator[_Step]:
    """Read commits, each "id time parents", followed by the change of the path if it has one.

    A join is told once for each parent that has something else; it is one step all the same.
    """
    step: _Step | None = None
    for part in parts:
        words = part.decode("utf-8", "backslashreplace").strip("\n").split(" ")
        if words[0].startswith(":") and step is not None:
            # ":mode mode id id status", and the path behind it, which may hold anything
            side = _Side((words[0][1:], words[2]), (words[1], words[3]))
            step = step._replace(sides=(*step.sides, side))
            next(parts)
        elif len(words) > 1 and (step is None or words[0] != step.commit):
            if step is not None:
                yield step
            commit, time, *parents = words
            at = datetime.fromisoformat(time)
            step = _Step(commit, tuple(filter(None, parents)), at)
    if step is not None:
        yield step


def _joined(sides: Iterable[tuple[str, ...]], found: Mapping[str, Version]) -> tuple[str, ...]:
    every = dict.fromkeys(commit for side in sides for commit in side)
    return without_ancestors(tuple(every), found)


def without_ancestors(commits: tuple[str, ...], found: Mapping[str, Version]) -> tuple[str, ...]:
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
