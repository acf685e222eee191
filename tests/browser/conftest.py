"""A real browser, and every type of page that the program makes."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from shown import shown

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
NEEDED = os.environ.get("NEED_BROWSER")
"""Set where a missing browser is a failure, no reason to leave the tests out."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what needs a browser where there is none."""
    if CHROMIUM is None and not NEEDED:
        for item in items:
            if item.path.parent == Path(__file__).parent:
                item.add_marker(pytest.mark.skip(reason="chromium is not installed"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, which has no window and is reached through no driver's download."""
    assert CHROMIUM, "chromium is not installed, and NEED_BROWSER is set"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def pages(module_folder: Path) -> dict[str, Path]:
    """Every type of page, by a name that says what is special about it."""
    return shown(module_folder)
