"""A folder of decisions in real git, and plain git to look at it from outside."""

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from rationale_cli.store import init, repository
from rationale_cli.store.repository import Store
from rationale_cli.store.save import Saved, Write, save

AT = datetime(2026, 3, 24, 16, 10, 5, tzinfo=timezone(timedelta(hours=1)))
SETTINGS = b"format = 1\n"


@pytest.fixture
def environment() -> Mapping[str, str]:
    return dict(os.environ)


@pytest.fixture
def folder(tmp_path: Path, environment: Mapping[str, str]) -> Path:
    """A new folder with settings and nothing else."""
    path = tmp_path / "folder"
    init.make(
        path,
        files={"rationale.toml": SETTINGS},
        message="init\n",
        at=AT,
        environment=environment,
    )
    return path


@pytest.fixture
def store(folder: Path, environment: Mapping[str, str]) -> Iterator[Store]:
    with repository.open_store(folder, environment=environment) as opened:
        yield opened


@pytest.fixture
def git(folder: Path) -> Callable[..., str]:
    """Run plain git in the folder, as a user would, and give what it prints."""

    def run(*arguments: str, check: bool = True) -> str:
        ended = subprocess.run(
            ["git", *arguments], cwd=folder, check=check, capture_output=True, text=True
        )
        return ended.stdout.rstrip("\n")

    return run


@pytest.fixture
def put(store: Store) -> Callable[..., Saved]:
    """Save files, by path, as they stand at the head."""

    def run(files: Mapping[str, bytes], message: str = "note k7qf2m r1\n") -> Saved:
        present = {path: store.read(path) for path in files}
        writes = tuple(
            Write(path, data, blob.id if (blob := present[path]) else None)
            for path, data in files.items()
        )
        return save(store, writes, message=message, at=AT)

    return run
