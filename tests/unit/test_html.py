import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from msgspec import structs

from briefings import brief
from cases import LONDON, revisions
from pages import ATTRIBUTES, FETCHING, Page
from rationale_cli.codec.shipped import words
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.telling.lawful import with_law
from rationale_cli.render import html
from strategies import decisions, texts
from typed_texts import MARKED, holding

SECTIONS = tuple(
    """
    what why changed disagree harm call question options risks risks-over-time reason control
    unthinkable rating law known unknown consulted not-consulted person family trigger action
    approval gap every-change history learned-later stamp reply
    """.split()  # noqa: SIM905 - thirty names read best without quotes
)

LAW = "https://www.legislation.gov.uk/"


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

    assert not re.findall(r'url\(|@import|(?<!href="https:)//|javascript:', text)
    assert all(link[1:] in ids or link.startswith(LAW) for link in links)
    assert [name for name in SECTIONS if name not in ids] == [
        *["risks-over-time"][: count < 3],
        *["every-change"][: count == 1],
    ]
    assert len(ids) == len(set(ids))


def test_links_to_the_law_lead_to_it_as_it_stood_when_the_decision_was_taken() -> None:
    decision = revisions("alder")[0]
    page = html.render(brief((decision,)))

    assert decision.time.decided_at
    assert decision.time.decided_at.day == date(2026, 3, 24)
    assert sorted(set(re.findall(f'href="{LAW}([^"]+)"', page))) == [
        "ukpga/1989/41/section/22C/2026-03-24",
        "ukpga/1989/41/section/38/2026-03-24",
        "uksi/2010/959/regulation/28/2026-03-24",
    ]
    # On paper the address has to be typed.
    assert ">legislation.gov.uk/ukpga/1989/41/section/38/2026-03-24</a>" in page


def test_law_that_was_looked_at_on_another_day_is_shown_as_it_stood_then() -> None:
    looked_at = structs.replace(revisions("alder")[0].law[0], as_at=Moment(date(2025, 11, 3)))
    decision = structs.replace(revisions("alder")[0], law=(looked_at,))

    assert f'href="{LAW}ukpga/1989/41/section/38/2025-11-03"' in html.render(brief((decision,)))


@pytest.mark.parametrize(
    ("site", "leads"),
    [("https://example.invalid", True), ("javascript:alert(1)//", False), ("file:///etc", False)],
)
def test_a_teams_own_provision_leads_to_a_site_or_nowhere(site: str, leads: bool) -> None:  # noqa: FBT001
    own = Provision(id="OUR-1", citation="Our own", plain="Ours.", site=site, path="/our")
    looked_at = structs.replace(revisions("alder")[0].law[0], provision="OUR-1")
    decision = structs.replace(revisions("alder")[0], law=(looked_at,))

    page = html.render(with_law(brief((decision,)), decision, (own,), words=words(), zone=LONDON))

    assert f"{site.removeprefix('https://')}/our" in page
    assert re.findall(r'href="([^#"]+)"', page) == ([f"{site}/our"] if leads else [])


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
    decision = structs.replace(revisions("alder")[0], title="A\u202eB\x1b[31m")

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


def test_what_people_typed_is_a_list_wherever_it_stands() -> None:
    """As quotation, reason, item, cell and behind each label; never as an item of ours."""
    page = html.render(holding(MARKED))

    assert page.count('<ul class="typed" role="list"><li>- a bed \\ a cot\nwith <strong>') == 10
    assert page.count("<li>9) first</li><li>10) last</li></ol>") == 10
    assert page.count("<b>Asks:</b> <p>He <em>*never*</em> hit her_") == 1
