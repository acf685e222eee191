"""Where a folder is found: without a process if it is plainly ours, else by what git says."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from rationale_cli.store import location
from rationale_cli.store.git import Git, find
from rationale_cli.store.location import Location

pytest_plugins = ("integration.store_fixtures",)

Environment = dict[str, str]


@pytest.fixture
def asked(environment: Environment, tmp_path: Path) -> tuple[Git, Path]:
    """A git that notes each of its starts, and where it notes them."""
    noted = tmp_path / "noted"
    noted.touch()
    real = find(environment).executable
    wrapper = tmp_path / "bin" / "git"
    wrapper.parent.mkdir()
    wrapper.write_text(f'#!/bin/sh\necho started >> {noted}\nexec {real} "$@"\n')
    wrapper.chmod(0o755)
    return Git(str(wrapper), environment), noted


@pytest.mark.parametrize("below", ["", "decisions", "decisions/k"])
def test_a_plain_folder_is_found_without_asking(
    folder: Path, asked: tuple[Git, Path], below: str
) -> None:
    (folder / "decisions" / "k").mkdir(parents=True)
    git, noted = asked

    found = location.locate(git, folder / below)

    assert found == Location(folder, folder / ".git", folder / ".git")
    assert noted.read_text() == ""


def test_a_link_to_a_folder_leads_to_it(folder: Path, asked: tuple[Git, Path]) -> None:
    link = folder.parent / "link"
    link.symlink_to(folder)

    assert location.locate(asked[0], link) == Location(folder, folder / ".git", folder / ".git")


def _linked(folder: Path) -> Path:
    subprocess.run(
        ["git", "worktree", "add", "--quiet", "--detach", "../linked"], cwd=folder, check=True
    )
    return folder.parent / "linked"


def _apart(folder: Path) -> Path:
    subprocess.run(
        ["git", "init", "--quiet", "--separate-git-dir", "../apart"], cwd=folder, check=True
    )
    return folder


def _placed_elsewhere(folder: Path) -> Path:
    other = folder.parent / "other"
    other.mkdir()
    subprocess.run(["git", "config", "core.worktree", other], cwd=folder, check=True)
    return folder


def _said_bare(folder: Path) -> Path:
    subprocess.run(["git", "config", "core.bare", "true"], cwd=folder, check=True)
    return folder


def _inside_git(folder: Path) -> Path:
    return folder / ".git" / "objects"


def _in_a_bare_one(folder: Path) -> Path:
    subprocess.run(["git", "init", "--quiet", "--bare", "bare"], cwd=folder, check=True)
    return folder / "bare" / "refs"


def _without_head(folder: Path) -> Path:
    (folder / ".git" / "HEAD").write_text("")
    return folder


def _with_a_link_for_git(folder: Path) -> Path:
    (folder / ".git").rename(folder.parent / "moved")
    (folder / ".git").symlink_to(folder.parent / "moved")
    return folder


@pytest.mark.parametrize(
    "changed",
    [
        _linked,
        _apart,
        _placed_elsewhere,
        _said_bare,
        _inside_git,
        _in_a_bare_one,
        _without_head,
        _with_a_link_for_git,
    ],
)
def test_anything_else_is_for_git_to_say(
    folder: Path, asked: tuple[Git, Path], changed: Callable[[Path], Path]
) -> None:
    start = changed(folder)
    git, noted = asked
    answer = subprocess.run(
        [find(os.environ).executable, "-c", "safe.bareRepository=explicit", "rev-parse",
         "--path-format=absolute", "--show-toplevel", "--absolute-git-dir", "--git-common-dir"],
        cwd=start, capture_output=True, text=True, check=False,
    )  # fmt: skip
    expected = Location(*map(Path, answer.stdout.splitlines())) if answer.returncode == 0 else None

    assert location.locate(git, start) == expected
    assert noted.read_text() == "started\n"
