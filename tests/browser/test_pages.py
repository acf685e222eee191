"""Every type of page in a real browser, as people with and without a screen reader meet it."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from shown import NAMES

Scheme = Literal["light", "dark"]
WIDTHS = (1280, 320)
CONTRAST = {"runOnly": ["color-contrast"]}
WITHOUT_SKIP_LINK = {"concern-form"}
"""Pages that begin with what they are about."""

STOPS = "a[href], [tabindex], button, input, select, textarea, summary"

every_page = pytest.mark.parametrize("name", NAMES)


@contextmanager
def opened(
    browser: Browser,
    path: Path,
    *,
    scheme: Scheme = "light",
    width: int = 1280,
    forced: bool = False,
) -> Iterator[tuple[Page, list[str]]]:
    """Open a page, and give what it asked for and complained of beside it."""
    context = browser.new_context(
        color_scheme=scheme,
        forced_colors="active" if forced else "none",
        viewport={"width": width, "height": 800},
    )
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: heard.append(request.url))
    page.goto(path.as_uri())
    heard.remove(path.as_uri())
    yield page, heard
    context.close()


def violations(page: Page, options: dict[str, Any] | None = None) -> str:
    """Give what axe finds, as it tells it; nothing if it finds nothing."""
    found = Axe().run(page, options=options or {"resultTypes": ["violations"]})
    return found.generate_report() if found.violations_count else ""


@every_page
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    browser: Browser, pages: dict[str, Path], name: str, width: int
) -> None:
    with opened(browser, pages[name], width=width) as (page, heard):
        assert violations(page) == ""
        wide, seen = page.evaluate(
            "(({scrollWidth, clientWidth}) => [scrollWidth, clientWidth])(document.documentElement)"
        )
        assert wide <= seen == width
        # Only the colours differ in the dark.
        page.emulate_media(color_scheme="dark")
        assert violations(page, CONTRAST) == ""
        assert heard == []


def test_axe_would_find_something(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "wrong.html"
    path.write_text("<title>A</title><p style='color: #aaa'>Pale<img src='data:,'>")
    with opened(browser, path) as (page, _):
        assert "image-alt" in violations(page)
        assert "color-contrast" in violations(page, CONTRAST)


def test_what_is_asked_for_would_be_heard(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "wrong.html"
    path.write_text("<img src='other.png'><script>console.log('said')</script>")
    with opened(browser, path) as (_, heard):
        assert (tmp_path / "other.png").as_uri() in heard
        assert "said" in heard


@every_page
def test_headings_landmarks_and_tables_are_whole(
    browser: Browser, pages: dict[str, Path], name: str
) -> None:
    with opened(browser, pages[name]) as (page, _):
        levels = [int(one[1]) for one in _all(page, "h1, h2, h3, h4, h5, h6", "one.localName")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        for landmark in ("main", "body > header", "body > footer"):
            assert page.locator(landmark).count() == 1
        assert all(_all(page, "table", "!!one.caption?.innerText.trim()"))
        assert all(_all(page, "th", "['row', 'col'].includes(one.scope)"))
        assert all(_all(page, "table", "!!one.querySelector('th[scope=col]')"))
        ids = _all(page, "[id]", "one.id")
        assert len(ids) == len(set(ids))


@every_page
def test_the_keyboard_goes_as_one_reads_and_one_sees_where_it_is(
    browser: Browser, pages: dict[str, Path], name: str
) -> None:
    with opened(browser, pages[name], width=320) as (page, _):
        stops = page.locator(STOPS).count()
        reached = []
        for number in range(stops):
            page.keyboard.press("Tab")
            place, outline, left, right = page.evaluate(
                f"""() => {{
                const one = document.activeElement, box = one.getBoundingClientRect();
                const all = [...document.querySelectorAll("{STOPS}")];
                const style = getComputedStyle(one);
                return [all.indexOf(one), parseFloat(style.outlineWidth), box.left, box.right];
                }}"""
            )
            reached.append(place)
            assert outline >= 3
            assert 0 <= left < right <= 320
            if number == 0 and name not in WITHOUT_SKIP_LINK:
                assert page.locator(":focus").get_attribute("class") == "skip"
        assert reached == list(range(stops))
        assert stops or name in WITHOUT_SKIP_LINK


@every_page
def test_every_link_leads_somewhere(browser: Browser, pages: dict[str, Path], name: str) -> None:
    with opened(browser, pages[name]) as (page, _):
        for link in _all(page, "a", "one.getAttribute('href')"):
            if link.startswith("#"):
                assert page.locator(f"[id='{link[1:]}']").count() == 1
            else:
                assert re.match(r"https://www\.legislation\.gov\.uk/", link)


@every_page
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_that_the_reader_forces_lose_nothing(
    browser: Browser, pages: dict[str, Path], name: str, scheme: Scheme
) -> None:
    """Backgrounds go then: every line of a drawing must have a colour of the reader's own."""
    with opened(browser, pages[name], scheme=scheme, forced=True) as (page, _):
        ink = "rgb(0, 0, 0)" if scheme == "light" else "rgb(255, 255, 255)"
        strokes = set(_all(page, "svg path", "getComputedStyle(one).stroke"))
        assert strokes <= {ink, "none"}


@every_page
def test_paper_gets_a4_and_twelve_points(
    browser: Browser, pages: dict[str, Path], name: str, tmp_path: Path
) -> None:
    path = tmp_path / "page.pdf"
    with opened(browser, pages[name], scheme="dark") as (page, _):
        path.write_bytes(page.pdf(prefer_css_page_size=True))
        page.emulate_media(media="print")
        assert _all(page, "body, main", "getComputedStyle(one).fontSize") == ["16px", "16px"]
        assert (
            _all(page, "body", "getComputedStyle(one).backgroundColor")[0] == "rgb(255, 255, 255)"
        )
        assert _all(page, "tbody tr", "getComputedStyle(one).breakInside") == ["avoid"] * (
            page.locator("tbody tr").count()
        )
    told = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    assert "(A4)" in told


def _all(page: Page, selector: str, wanted: str) -> list[Any]:
    found: list[Any] = page.eval_on_selector_all(selector, f"all => all.map(one => {wanted})")
    return found


def test_the_policy_of_a_page_lets_nothing_run_load_or_be_sent(
    browser: Browser, pages: dict[str, Path]
) -> None:
    """As if a text had broken out of its place after all."""
    with opened(browser, pages["closed"]) as (page, heard):
        page.evaluate(
            """() => {
            const put = (tag, set) => document.body.append(Object.assign(
                document.createElement(tag), set));
            put("script", {textContent: "window.ran = true"});
            put("img", {src: "other.png"});
            put("form", {action: "other.html"});
            put("base", {href: "https://example.invalid/"});
            document.forms[0].submit();
            }"""
        )
        page.wait_for_timeout(200)
        assert page.evaluate("window.ran") is None
        assert page.evaluate("document.baseURI") == pages["closed"].as_uri()
        assert page.url == pages["closed"].as_uri()
        for refused in ("script", "img-src", "form-action", "base-uri"):
            assert any(refused in one for one in heard), refused
