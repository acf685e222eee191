"""The wheel that people install starts, and has everything in it."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source as it stands."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, installed by itself; its libraries are those of the tests."""
    folder = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    python = folder / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", "--python", python)
    run(*pip, "install", "--no-deps", "--no-index", "--no-cache-dir", wheel)
    (packages,) = folder.glob("lib/python*/site-packages")
    # Found after the wheel's own, and without the editable install that stands among them.
    libraries = Path(pytest.__file__).parents[1]
    (packages / "libraries.pth").write_text(f"{libraries}\n")
    assert run(python, "-c", WHERE).startswith(str(packages))
    return folder / "bin" / "rationale"


WHERE = "import rationale_cli; print(rationale_cli.__file__)"


def test_the_wheel_holds_every_template_and_every_library_file(wheel: Path) -> None:
    wanted = {
        *data_files(ROOT / "templates", "rationale_cli/templates"),
        *data_files(ROOT / "src" / "rationale_cli" / "library", "rationale_cli/library"),
    }

    with ZipFile(wheel) as archive:
        missing = wanted - set(archive.namelist())

    assert "rationale_cli/templates/briefing.html.j2" in wanted
    assert "rationale_cli/library/harms.toml" in wanted
    assert missing == set()


def test_the_installed_command_tells_its_version(command: Path) -> None:
    assert run(command, "--version").startswith("rationale ")


def test_the_installed_command_explains_itself(command: Path) -> None:
    assert run(command, "--help").startswith("Usage: rationale ")


def test_the_installed_command_finds_its_library_and_its_templates(
    command: Path, tmp_path: Path
) -> None:
    folder, answers = tmp_path / "folder", ROOT / "tests" / "cases" / "alder" / "r1.toml"
    run(command, "init", "--bare-minimum", folder)
    saved = run(command, "--store", folder, "new", "--answers", answers)
    record_id, _ = saved.split()

    page = run(command, "--store", folder, "brief", record_id, "--output", "-")

    assert page.startswith("<!DOCTYPE html>")


def data_files(folder: Path, inside: str) -> set[str]:
    """Give where each file of a folder stands in the wheel."""
    return {
        f"{inside}/{path.relative_to(folder).as_posix()}"
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def run(*arguments: object) -> str:
    ended = subprocess.run(
        [str(one) for one in arguments],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PIP_NO_INPUT": "1"},
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout
