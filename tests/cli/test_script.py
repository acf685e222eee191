"""Under which name git starts this program in a wired clone."""

import os
import sys
import sysconfig
from pathlib import Path

import pytest

from rationale_cli.cli import script

HERE = Path(sysconfig.get_path("scripts"), "rationale")


def test_the_script_beside_the_interpreter_is_named_by_its_path() -> None:
    assert script.program({"PATH": "/nowhere"}) == str(HERE)
    assert os.access(HERE, os.X_OK)


def test_an_activated_environment_is_not_taken_for_every_terminal() -> None:
    assert script.program({"PATH": f"{HERE.parent}:/usr/bin"}) == str(HERE)


def test_a_link_on_path_is_called_by_its_name(tmp_path: Path) -> None:
    """As pipx makes one."""
    (tmp_path / "rationale").symlink_to(HERE)

    assert script.program({"PATH": f"/nowhere:{tmp_path}"}) == "rationale"


def test_another_program_of_that_name_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "rationale").write_text("#!/bin/sh\n")
    (tmp_path / "rationale").chmod(0o755)

    assert script.program({"PATH": str(tmp_path)}) == str(HERE)


def test_the_script_that_was_started_is_the_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with ``pip install --user``, where it does not stand beside the interpreter."""
    (tmp_path / "rationale").write_text("#!/bin/sh\n")
    (tmp_path / "rationale").chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "rationale")])

    assert script.program({"PATH": "/nowhere"}) == str(tmp_path / "rationale")
