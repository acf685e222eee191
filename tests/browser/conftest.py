"""A real browser, and every type of page that the program makes."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

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
def page() -> Iterator[Page]:
    """A page of Chromium, which has no window and is reached through no driver's download.

    It is one for all tests: to open another one takes four times as long as to go elsewhere in it.
    """
    assert CHROMIUM, "chromium is not installed, and NEED_BROWSER is set"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield browser.new_page()
        browser.close()


@pytest.fixture(scope="module")
def pages(module_folder: Path) -> dict[str, Path]:
    """Every type of page, by a name that says what is special about it."""
    return shown(module_folder)
