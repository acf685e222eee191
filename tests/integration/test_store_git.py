import subprocess
import sys
from pathlib import Path

import pytest

from rationale_cli.store import git, repository
from rationale_cli.store.git import GitFailedError, NoGitError, OldGitError
from rationale_cli.store.repository import Store

pytest_plugins = ("integration.store_fixtures",)


def test_without_git_the_user_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoGitError, match="git is not installed or not on PATH"):
        git.find({"PATH": str(tmp_path)})


@pytest.mark.parametrize("version", ["2.37.1", "1.9", "unknown"])
def test_an_old_git_is_refused_with_its_version(tmp_path: Path, version: str) -> None:
    program = tmp_path / "git"
    program.write_text(f"#!/bin/sh\necho git version {version}\n")
    program.chmod(0o755)

    with pytest.raises(OldGitError, match=f"git '{version}' is too old to save safely"):
        git.demand_version(git.find({"PATH": str(tmp_path)}))


@pytest.mark.parametrize("version", ["2.38.0", "2.39.3 (Apple Git-146)", "3.0.0.rc1"])
def test_a_newer_git_is_taken(tmp_path: Path, version: str) -> None:
    program = tmp_path / "git"
    program.write_text(f"#!/bin/sh\necho 'git version {version}'\n")
    program.chmod(0o755)

    git.demand_version(git.find({"PATH": str(tmp_path)}))


def test_nothing_of_gits_environment_gets_through(
    folder: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    hostile = {
        **environment,
        "GIT_DIR": str(tmp_path),
        "GIT_INDEX_FILE": str(tmp_path / "index"),
        "GIT_TRACE": str(tmp_path / "trace"),
        "GIT_OBJECT_DIRECTORY": str(tmp_path),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsync",
        "GIT_CONFIG_VALUE_0": "none",
    }

    with repository.open_store(folder, environment=hostile) as store:
        assert store.config("core.fsync") == "all"
    assert not (tmp_path / "trace").exists()


def test_a_failure_tells_the_verb_and_never_what_git_said(store: Store) -> None:
    with pytest.raises(GitFailedError) as caught:
        store.git.run("rev-parse", "--verify", "a secret title")

    assert str(caught.value) == "'git rev-parse' ended with status 128"
    assert caught.value.detail != b""


def test_starting_costs_no_import_of_gitpython(environment: dict[str, str]) -> None:
    code = (
        "import sys\n"
        "from rationale_cli.store import drafts, heal, init, repository, save\n"
        "sys.exit('git' in sys.modules)"
    )
    source = str(Path(repository.__file__).parents[2])

    ended = subprocess.run(
        [sys.executable, "-c", code], env={**environment, "PYTHONPATH": source}, check=False
    )

    assert ended.returncode == 0
