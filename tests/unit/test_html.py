import re
from collections.abc import Callable
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given

from briefings import brief
from cases import revisions
from pages import ATTRIBUTES, FETCHING, Page
from rationale_cli.domain.decision import Decision
from rationale_cli.render import html
from strategies import decisions, texts

SECTIONS = tuple(
    """
    what why changed disagree harm call question options risks risks-over-time reason control
    unthinkable rating law known unknown consulted not-consulted person family trigger action
    approval gap every-change history learned-later stamp reply
    """.split()  # noqa: SIM905 - thirty names read best without quotes
)


@given(decisions())
def test_no_text_a_person_types_can_break_out(decision: Decision) -> None:
    page = Page(html.render(brief((decision,))))

    assert not page.open
    assert not FETCHING & {tag for tag, _ in page.tags}
    assert {name for _, attrs in page.tags for name in attrs} <= ATTRIBUTES


@pytest.mark.parametrize("count", [1, 2, 6, 7])
def test_nothing_comes_from_elsewhere_and_every_section_is_there(count: int) -> None:
    text = html.render(brief(revisions("alder")[:count]))
    page = Page(text)
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    links = [str(attrs["href"]) for _, attrs in page.tags if "href" in attrs]

    assert not re.findall(r"url\(|@import|//|javascript:", text.replace("<!DOCTYPE html>", ""))
    assert all(link[1:] in ids for link in links)
    assert {link[:1] for link in links} == {"#"}
    assert [name for name in SECTIONS if name not in ids] == [
        *["risks-over-time"][: count < 3],
        *["every-change"][: count == 1],
    ]
    assert len(ids) == len(set(ids))


def test_headings_never_skip_a_level() -> None:
    levels = Page(html.render(brief(revisions("alder")[:6]))).headings

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_title_and_policy_say_nothing_of_people() -> None:
    text = html.render(brief(revisions("alder")[:6]))

    assert "<title>Decision k7qf2m, revision 6</title>" in text
    policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    assert f'content="{policy}"' in text


@given(texts())
def test_a_marking_cannot_end_the_style_sheets_string(text: str) -> None:
    assert re.fullmatch(r"(?:[A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*", html.css(text))


def test_characters_that_act_are_shown() -> None:
    decision = msgspec.structs.replace(revisions("alder")[0], title="A\u202eB\x1b[31m")

    text = html.render(brief((decision,)))

    assert "A‹U+202E›B‹U+001B›[31m" in text
    assert "\u202e" not in text


def test_the_same_briefing_gives_the_same_bytes() -> None:
    history = revisions("alder")[:6]

    assert html.render(brief(history)) == html.render(brief(history))


@pytest.mark.parametrize(
    ("case", "count"), [("alder", 1), ("alder", 2), ("alder", 6), ("cedar", 4)]
)
def test_pages_look_as_they_did(case: str, count: int, golden: Callable[[str, str], None]) -> None:
    golden(f"{case}-r{count}.html", html.render(brief(revisions(case)[:count])))


def test_a_correction_shows_the_old_text_struck_through_beside_the_new() -> None:
    page = html.render(brief(revisions("cedar")))
    assert (
        "<li>Thing known K10: what is known, corrected in r7: it said "
        "<del>“Seen at the front desk of HOTEL-H at 03:10.”</del>; it now says "
        "<ins>“Seen at the front desk of HOTEL-H at 02:10.”</ins>. "
        "The time of a sighting was typed as 03:10; the police log says 02:10.</li>" in page
    )
