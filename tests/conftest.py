"""Fixtures for every test: a clean environment, a folder of its own, real git."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

KEPT = ("PATH", "VIRTUAL_ENV", "SYSTEMROOT", "COVERAGE_FILE", "SLOW", "CI")

# The fast profile tries the same values each time, so that a green run stays green; SLOW=1 tries
# many more, and new ones each time. See `make slow`.
settings.register_profile("fast", max_examples=60, deadline=None, derandomize=True)
settings.register_profile("slow", max_examples=2000, deadline=None)
settings.load_profile("slow" if os.environ.get("SLOW") else "fast")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden documents be written anew."""
    parser.addoption("--update-golden", action="store_true", help="Write golden documents anew")


@pytest.fixture(scope="session", autouse=True)
def clean_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing of the developer's machine reaches a test, and no test reaches their home."""
    with pytest.MonkeyPatch.context() as patch:
        for name in tuple(os.environ):
            if name not in KEPT and not name.startswith(("PYTEST_", "HYPOTHESIS_")):
                patch.delenv(name)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        patch.setenv("TZ", "UTC")
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("COLUMNS", "100")
        patch.setenv("NO_COLOR", "1")
        patch.setenv("HOME", str(_home(tmp_path_factory.mktemp("home"))))
        yield


@pytest.fixture(autouse=True)
def hermetic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of its own, and an empty working folder: a forgotten ``--store`` fails."""
    empty = tmp_path / "empty"
    empty.mkdir()
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(_home(tmp_path / "home")))
    monkeypatch.chdir(empty)


@pytest.fixture(scope="module")
def module_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder that the tests of a module share."""
    return tmp_path_factory.mktemp("module")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a file of tests/golden; --update-golden writes that file anew."""

    def check(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return check


def _home(folder: Path) -> Path:
    (folder / ".gitconfig").write_text(
        "[user]\n\tname = Test Recorder\n\temail = recorder@example.invalid\n"
    )
    return folder
