"""Every type of page in a real browser, as people with and without a screen reader meet it."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise, product
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults  # type: ignore[import-untyped]
from playwright.sync_api import ConsoleMessage, Error, Page, Request

from shown import NAMES

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (1280, 320)
STOPS = "a[href], [tabindex], button, input, select, textarea, summary"
OFF_AT_FIRST = (
    "css-orientation-lock",
    "focus-order-semantics",
    "hidden-content",
    "identical-links-same-purpose",
    "label-content-name-mismatch",
    "p-as-heading",
    "table-fake-caption",
    "target-size",
    "td-has-header",
)
"""Rules that axe follows only if asked to. One more asks for more contrast than the guidelines
do: it is followed for readers who want that much."""

WITH_MORE_CONTRAST = ["color-contrast-enhanced"]
ONE_OF_EACH = ("concern-open", "concern-form", "diff-one-step", "due", "timeline-family")
"""A page by each template; each of them has its own colours."""

every_page = pytest.mark.parametrize("name", NAMES)


def begins_at_once(name: str) -> bool:
    """Whether a page begins with what it is about, so that there is nothing to skip."""
    return name.startswith("concern-form") or name == "hostile-form"


@contextmanager
def opened(
    page: Page,
    path: Path,
    *,
    scheme: Scheme = "light",
    width: int = 1280,
    forced: bool = False,
    contrast: Literal["more", "no-preference"] = "no-preference",
) -> Iterator[list[str]]:
    """Open a page as if for the first time, and give what it asks for and complains of."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(
        media="screen",
        color_scheme=scheme,
        forced_colors="active" if forced else "none",
        contrast=contrast,
    )
    heard: list[str] = []

    def log(message: ConsoleMessage) -> None:
        heard.append(message.text)

    def fail(error: Error) -> None:
        heard.append(str(error))

    def ask(request: Request) -> None:
        heard.append(request.url)

    page.on("console", log)
    page.on("pageerror", fail)
    page.on("request", ask)
    page.goto(path.as_uri())
    heard.remove(path.as_uri())
    yield heard
    page.remove_listener("console", log)
    page.remove_listener("pageerror", fail)
    page.remove_listener("request", ask)


def violations(page: Page, only: Sequence[str] = ()) -> str:
    """Give what axe finds, as it tells it; nothing if it finds nothing."""
    if not page.evaluate("!!window.axe"):
        page.evaluate(AXE_SCRIPT)
    rules = {name: {"enabled": True} for name in OFF_AT_FIRST}
    found = page.evaluate(
        "options => axe.run(options).then(all => all.violations)",
        {"resultTypes": ["violations"], **({"runOnly": only} if only else {"rules": rules})},
    )
    return str(AxeResults({"violations": found}).generate_report()) if found else ""


@every_page
def test_axe_finds_nothing_in_light_and_dark_and_nothing_is_wider_than_the_window(
    page: Page, pages: dict[str, Path], name: str
) -> None:
    with opened(page, pages[name]) as heard:
        for scheme, width in product(SCHEMES, WIDTHS):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 800})
            assert (violations(page), scheme, width) == ("", scheme, width)
            wide, seen = page.evaluate(
                "(one => [one.scrollWidth, one.clientWidth])(document.documentElement)"
            )
            assert wide <= seen == width
        assert heard == []


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_who_asks_for_more_contrast_gets_it(page: Page, pages: dict[str, Path], name: str) -> None:
    for scheme in SCHEMES:
        with opened(page, pages[name], scheme=scheme, contrast="more"):
            assert (violations(page, WITH_MORE_CONTRAST), scheme) == ("", scheme)


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_nothing_moves(page: Page, pages: dict[str, Path], name: str) -> None:
    """So who asks for less motion needs nothing else."""
    with opened(page, pages[name]):
        moving = """one => {
            const {animationName, transitionDuration, scrollBehavior} = getComputedStyle(one);
            return [animationName, transitionDuration, scrollBehavior].join(' ');
        }"""
        found = page.eval_on_selector_all("*", f"all => all.map({moving})")
        assert set(found) == {"none 0s auto"}


def test_axe_would_find_something(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "wrong.html"
    dark = "@media (prefers-color-scheme: dark) { b { color: #333; background: #222 } }"
    path.write_text(
        f"<title>A</title><style>{dark}</style><b>Dark</b><p style='color: #666'>Pale</p>"
        "<img src='data:,'><a href='/1'>x</a><a href='/2'>y</a>"
    )
    with opened(page, path):
        told = violations(page)
        assert "image-alt" in told
        assert "target-size" in told
        assert "color-contrast" not in told
        assert "color-contrast-enhanced" in violations(page, WITH_MORE_CONTRAST)
        page.emulate_media(color_scheme="dark")
        assert "color-contrast" in violations(page)


def test_what_is_asked_for_would_be_heard(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "wrong.html"
    path.write_text("<img src='other.png'><script>console.log('said')</script>")
    with opened(page, path) as heard:
        assert (tmp_path / "other.png").as_uri() in heard
        assert "said" in heard


@every_page
def test_headings_landmarks_tables_and_links_are_whole(
    page: Page, pages: dict[str, Path], name: str
) -> None:
    with opened(page, pages[name]):
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
        for link in _all(page, "a", "one.getAttribute('href')"):
            assert link[1:] in ids or link.startswith("https://www.legislation.gov.uk/")


@every_page
def test_the_keyboard_goes_as_one_reads_and_one_sees_where_it_is(
    page: Page, pages: dict[str, Path], name: str
) -> None:
    with opened(page, pages[name], width=320):
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
            if number == 0 and not begins_at_once(name):
                assert page.locator(":focus").get_attribute("class") == "skip"
        assert reached == list(range(stops))
        assert stops or begins_at_once(name)


@every_page
def test_colours_that_the_reader_forces_lose_nothing(
    page: Page, pages: dict[str, Path], name: str
) -> None:
    """Backgrounds go then: every line of a drawing must have a colour of the reader's own."""
    with opened(page, pages[name], forced=True):
        for scheme in SCHEMES:
            ink = "rgb(0, 0, 0)" if scheme == "light" else "rgb(255, 255, 255)"
            page.emulate_media(color_scheme=scheme)
            strokes = set(_all(page, "svg path", "getComputedStyle(one).stroke"))
            assert strokes <= {ink, "none"}


@every_page
def test_paper_gets_a4_and_twelve_points(
    page: Page, pages: dict[str, Path], name: str, tmp_path: Path
) -> None:
    path = tmp_path / "page.pdf"
    with opened(page, pages[name], scheme="dark"):
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
    page: Page, pages: dict[str, Path]
) -> None:
    """As if a text had broken out of its place after all."""
    with opened(page, pages["closed"]) as heard:
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
