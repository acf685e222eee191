"""What a start loads: a library that is not needed costs more than the rest of the program."""

import subprocess
import sys
from pathlib import Path

import pytest

ALDER = Path(__file__).parents[1] / "cases" / "alder" / "r1.toml"

RUN = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
from rationale_cli.cli.start import main
main()
"""
SCREEN_AND_DOCUMENTS = {"git", "jinja2", "prompt_toolkit", "rich"}
HEAVY = {*SCREEN_AND_DOCUMENTS, "msgspec", "tomli", "tomli_w"}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_load_nothing_heavy(option: str) -> None:
    assert loaded(option) & HEAVY == set()


def test_the_list_of_an_empty_folder_loads_nothing_heavy(folder: Path) -> None:
    assert loaded("--store", str(folder), "list") & HEAVY == set()


def test_a_list_in_a_pipe_needs_no_screen_and_no_documents(folder: Path) -> None:
    loaded("--store", str(folder), "new", "--answers", str(ALDER))

    modules = loaded("--store", str(folder), "list")

    assert modules & SCREEN_AND_DOCUMENTS == set()
    assert "msgspec" in modules  # the record was read


def test_what_git_starts_for_each_file_loads_no_command_line() -> None:
    """It is started twice for each file of each commit that is shown."""
    modules = loaded("git-driver", "textconv", str(ALDER))

    assert modules & {*SCREEN_AND_DOCUMENTS, "typer", "subprocess"} == set()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder without records."""
    path = tmp_path / "folder"
    loaded("init", "--bare-minimum", str(path))
    return path


def loaded(*arguments: str) -> set[str]:
    """Run the program in a process of its own, and give the modules that it loaded."""
    ended = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        text=True,
    )
    return set(ended.stderr.splitlines()[-1].split())
