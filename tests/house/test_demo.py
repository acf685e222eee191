"""The demonstration is the main job, played through the code that a user runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cases import CASES
from rationale_cli.codec import demo


def test_the_demonstration_plays_to_its_end_without_a_git_identity(tmp_path: Path) -> None:
    place = tmp_path / "case"

    done = subprocess.run(
        [sys.executable, "-m", "rationale_cli.cli.app", "demo", place],
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 0, done.stderr
    assert "error: no" not in done.stderr
    revisions = subprocess.run(
        ["git", "rev-list", "--count", "HEAD"], cwd=place, capture_output=True, check=True
    )
    assert int(revisions.stdout) == 1 + 6
    for shown in (
        "$ rationale list",
        "$ rationale check",
        "$ rationale history",
        "$ rationale diff",
    ):
        assert shown in done.stdout
    (page,) = tmp_path.glob("briefing-*.html")
    assert f"The briefing: {page}" in done.stdout
    assert "Mother-and-baby residential unit" in page.read_text(encoding="utf-8")


def test_a_step_that_fails_ends_it_with_its_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from program import run

    faulty = tmp_path / "r1.toml"
    faulty.write_text('titel = "Stay"\n')
    question_set, steps = demo.steps()
    from msgspec.structs import replace

    broken = (replace(steps[0], answers=faulty), *steps[1:])
    monkeypatch.setattr(demo, "steps", lambda: (question_set, broken))

    played = run("demo", str(tmp_path / "case"))

    assert played.status == 1
    assert "$ rationale history" not in played.out


@pytest.mark.parametrize("number", range(1, 7))
def test_it_plays_the_case_that_the_tests_hold_to_account(number: int) -> None:
    told = (demo.FOLDER / f"r{number}.toml").read_bytes()
    assert told == (CASES / "alder" / f"r{number}.toml").read_bytes()
