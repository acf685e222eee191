"""What each version of a file follows, in histories of any shape."""

import random
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from rationale_cli.store import repository
from rationale_cli.store.repository import Store

PATH = "decisions/k/7/k7qf2m.toml"
OTHER = "decisions/p/3/p3xw9d.toml"

pytest_plugins = ("integration.store_fixtures",)

Environment = dict[str, str]


class Commit(NamedTuple):
    """A commit of a history that was thrown with dice."""

    parents: tuple[int, ...]
    text: str | None
    touches_other: bool


def thrown(seed: int, *, is_tangled: bool) -> list[Commit]:
    """Throw a history: up to three people, who now and then join.

    A tangled one also brings old texts back, deletes the file, takes one side of two as it was,
    and lets two people write the same.
    """
    dice = random.Random(seed)  # noqa: S311 - the same histories on every run
    commits = [Commit((), None, touches_other=True)]
    tips = [0]
    for number in range(1, 40):
        place = dice.randrange(len(tips))
        mine = tips[place]
        if len(tips) > 1 and dice.random() < 0.3:
            theirs = tips[(place + 1) % len(tips)]
            text = _joined(commits, (mine, theirs), dice, is_tangled=is_tangled)
            commits.append(Commit((mine, theirs), text, touches_other=False))
            tips.remove(theirs)
            tips[tips.index(mine)] = number
            continue
        if dice.random() < 0.2 and len(tips) < 3:
            tips.append(mine)
        text = commits[mine].text
        if dice.random() < 0.5:
            old = dice.choice([None, "1", "2", "3"])
            text = old if is_tangled and dice.random() < 0.05 else str(number)
        commits.append(Commit((mine,), text, touches_other=True))
        tips[tips.index(mine)] = number
    while len(tips) > 1:
        mine, theirs = tips[:2]
        text = _joined(commits, (mine, theirs), dice, is_tangled=is_tangled)
        tips[:2] = [len(commits)]
        commits.append(Commit((mine, theirs), text, touches_other=False))
    return commits


def _joined(
    commits: list[Commit], sides: tuple[int, int], dice: random.Random, *, is_tangled: bool
) -> str | None:
    ours, theirs = (commits[side].text for side in sides)
    if ours == theirs:
        return ours
    own = str(len(commits))
    return dice.choice([ours, theirs, *[own] * 8]) if is_tangled else own


def made(commits: list[Commit], folder: Path, environment: Mapping[str, str]) -> None:
    """Make the history with git; every clock of it is wrong by up to a day."""
    dice = random.Random(len(commits))  # noqa: S311 - likewise
    _git(folder, environment, "init", "--quiet", "--initial-branch=main")
    stream = b"".join(_imported(commits, dice))
    _git(folder, environment, "fast-import", "--quiet", given=stream)


def _git(folder: Path, environment: Mapping[str, str], *command: str, given: bytes = b"") -> None:
    subprocess.run(["git", *command], cwd=folder, env=dict(environment), input=given, check=True)


def _imported(commits: list[Commit], dice: random.Random) -> Iterator[bytes]:
    for number, commit in enumerate(commits):
        at = 1_800_000_000 + 60 * number + dice.randrange(-86_400, 86_400)
        above = [f"{one + 1}\n" for one in commit.parents]
        yield f"commit refs/heads/main\nmark :{number + 1}\n".encode()
        yield f"committer T <t@example.invalid> {at} +0000\ndata {len(str(number))}\n".encode()
        yield f"{number}\n".encode()
        yield "".join(f"from :{line}" for line in above[:1]).encode()
        yield "".join(f"merge :{line}" for line in above[1:]).encode()
        yield b"M 100644 inline rationale.toml\ndata 11\nformat = 1\n\n"
        yield f"D {PATH}\n".encode()
        if commit.text is not None:
            text = f"text {commit.text}\n"
            yield f"M 100644 inline {PATH}\ndata {len(text)}\n{text}".encode()
        if commit.touches_other:
            text = f"other {number}\n"
            yield f"M 100644 inline {OTHER}\ndata {len(text)}\n{text}".encode()


def expected(commits: list[Commit]) -> dict[int, tuple[str | None, set[int]]]:
    """Tell by the whole history what each version is and what it follows."""
    nearest: list[set[int]] = []
    found: dict[int, tuple[str | None, set[int]]] = {}
    for number, commit in enumerate(commits):
        above = {one for parent in commit.parents for one in nearest[parent]}
        above -= {old for one in above for old in _older(one, found)}
        before = [commits[parent].text for parent in commit.parents] or [None]
        if commit.text is not None and commit.text not in before:
            found[number] = (commit.text, above)
            above = {number}
        nearest.append(above)
    reached, waiting = set(), [len(commits) - 1]
    while waiting:
        if (number := waiting.pop()) not in reached:
            reached.add(number)
            waiting.extend(commits[number].parents)
    return {number: found[number] for number in sorted(found) if number in reached}


def _older(number: int, found: Mapping[int, tuple[str | None, set[int]]]) -> set[int]:
    older: set[int] = set()
    waiting = [*found[number][1]]
    while waiting:
        if (one := waiting.pop()) not in older:
            older.add(one)
            waiting.extend(found[one][1])
    return older


def told(store: Store) -> dict[int, tuple[str | None, set[int]]]:
    """Give the same as the store tells it."""
    versions = store.versions(PATH)
    numbers = {
        version.commit: int(message.data.rpartition(b"\n\n")[2])
        for version in versions
        if (message := store.objects.one(version.commit)) is not None
    }
    texts = store.blobs(version.blob for version in versions)
    return {
        numbers[version.commit]: (
            text.decode().split()[1],
            {numbers[parent] for parent in version.parents},
        )
        for version, text in zip(versions, texts, strict=True)
    }


@pytest.mark.parametrize("is_tangled", [False, True], ids=["plain", "tangled"])
@pytest.mark.parametrize("seed", range(12))
def test_each_version_follows_those_before_it(
    tmp_path: Path, environment: Environment, seed: int, *, is_tangled: bool
) -> None:
    commits = thrown(seed, is_tangled=is_tangled)
    made(commits, tmp_path, environment)

    with repository.open_store(tmp_path, environment=environment) as store:
        found = told(store)
        order = [*found]
        assert found == expected(commits)
        for number, (_, parents) in found.items():
            assert all(order.index(parent) < order.index(number) for parent in parents)


@pytest.mark.parametrize("setting", ["log.follow=true", "log.showRoot=false", "log.diffMerges=off"])
def test_settings_of_the_user_change_nothing(
    tmp_path: Path, environment: Environment, setting: str
) -> None:
    commits = thrown(3, is_tangled=False)
    made(commits, tmp_path, environment)
    key, _, value = setting.partition("=")
    subprocess.run(["git", "config", "--global", key, value], check=True)

    with repository.open_store(tmp_path, environment=environment) as store:
        assert told(store) == expected(commits)


@pytest.mark.parametrize("seed", range(4))
def test_whoever_listens_hears_every_version_once(
    tmp_path: Path, environment: Environment, seed: int
) -> None:
    made(thrown(seed, is_tangled=True), tmp_path, environment)
    heard: list[tuple[str, bytes]] = []

    with repository.open_store(tmp_path, environment=environment) as store:
        versions = store.versions(PATH, each=lambda *one: heard.append(one))
        texts = store.blobs(version.blob for version in versions)
        expected = [(one.commit, text) for one, text in zip(versions, texts, strict=True)]

    assert sorted(heard) == sorted(expected)
