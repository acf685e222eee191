"""The line of time as documents: one page with nothing to load, and Markdown."""

import re
from collections.abc import Callable
from itertools import pairwise
from xml.etree import ElementTree as ET

import msgspec
import pytest
from hypothesis import given

from builders import make_decision
from cases import revisions
from rationale_cli.cli import days
from rationale_cli.codec.shipped import words
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.keeping import Outcome
from rationale_cli.domain.timeline.page import Behind
from rationale_cli.domain.timeline.reading import Reading
from rationale_cli.render import timeline
from strategies import decisions
from timelines import charts_of, line_of, line_of_case, page_of

FETCHING = {"script", "img", "image", "use", "link", "iframe", "object", "embed", "base", "form"}
CASES = pytest.mark.parametrize("case", ["alder", "cedar"])


@CASES
def test_pages_look_as_they_did(case: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{case}-timeline.html", _html(case))


@CASES
def test_markdown_reads_as_it_did(case: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{case}-timeline.md", timeline.markdown(page_of(line_of_case(case))))


@CASES
def test_a_screen_says_what_it_did(case: str, golden: Callable[[str, str], None]) -> None:
    lines = days.told(line_of_case(case), words())

    golden(f"{case}-timeline.txt", "".join(f"{one}\n" for one in lines))


@CASES
def test_the_picture_is_well_formed_and_says_in_words_what_it_shows(case: str) -> None:
    (svg,) = _tree(_html(case)).iter("svg")
    (chart,) = charts_of(line_of_case(case))

    assert svg.attrib == {
        "class": "chart",
        "viewBox": f"0 0 {chart.width} {chart.height}",
        "role": "img",
        "aria-labelledby": "chart-1-title chart-1-desc",
    }
    assert [(one.tag, one.text) for one in list(svg)[:2]] == [
        ("title", chart.title),
        ("desc", chart.desc),
    ]
    assert [one.text for one in svg.iter("text")] == [one.text for one in chart.texts]


@CASES
def test_the_table_has_the_numbers_of_the_picture(case: str) -> None:
    line = line_of_case(case)
    (record,) = line.records

    cells = [
        tuple("".join(cell.itertext()) for cell in row)
        for row in _tree(_html(case)).iter("tr")
        if row.find("td") is not None
    ]

    assert cells == [
        (one.harm, one.when, one.source, one.status, one.likelihood, one.impact, one.evidence)
        for one in page_of(line).readings
    ]
    points = [point for one in record.series for point in one.points]
    assert sum("Not yet looked at" not in row for row in cells) == len(points)


@CASES
def test_nothing_comes_from_elsewhere(case: str) -> None:
    text = _html(case)
    page = _tree(text)
    ids = [one.attrib["id"] for one in page.iter() if "id" in one.attrib]

    assert not re.findall(r"url\(|@import|//|javascript:|xlink", text)
    assert not FETCHING & {one.tag for one in page.iter()}
    assert len(ids) == len(set(ids))
    assert {one.attrib["href"] for one in page.iter("a")} == {"#risks"}
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; " in text


@CASES
def test_headings_never_skip_a_level(case: str) -> None:
    levels = [int(one.tag[1]) for one in _tree(_html(case)).iter() if re.match(r"h[1-6]$", one.tag)]

    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_picture_scrolls_in_a_region_of_its_own() -> None:
    (region,) = [
        one for one in _tree(_html("alder")).iter("div") if one.attrib.get("class") == "scroll"
    ]

    assert region.attrib == {
        "class": "scroll",
        "role": "region",
        "aria-label": "Chart 1, which can be scrolled",
        "tabindex": "0",
    }


@given(decisions())
def test_no_text_a_person_types_can_break_out(decision: Decision) -> None:
    page = page_of(line_of((decision,)), marking="")
    tree = _tree(timeline.html(page))

    assert not FETCHING & {one.tag for one in tree.iter()}
    assert {name for one in tree.iter() for name in one.attrib} <= {
        "anchor", "aria-label", "aria-labelledby", "charset", "class", "content", "d",
        "data-label", "datetime", "href", "http-equiv", "id", "lang", "name", "role", "scope",
        "stroke-dasharray", "tabindex", "text-anchor", "transform", "viewBox", "x", "y",
    }  # fmt: skip


def test_characters_that_act_are_shown() -> None:
    decision = make_decision(title="A\u202eB\x1b[31m")

    text = timeline.html(page_of(line_of((decision,))))

    assert "A‹U+202E›B‹U+001B›[31m" in text
    assert "\u202e" not in text


def test_what_was_learned_later_is_said_to_be_hindsight() -> None:
    decision = make_decision(outcome=(Outcome(id="S1", text="Nobody came."),))
    page = page_of(line_of((decision,)))

    (entry,) = [one for day in page.days for one in day.entries if one.is_hindsight]
    assert (entry.kind, entry.words, entry.detail) == (
        "Learned later",
        "S1, not known when the decision was made",
        ("Nobody came.",),
    )
    assert "* **11:00** Learned later: S1, not known" in timeline.markdown(page)


def test_a_record_whose_risks_nobody_rated_has_no_picture_and_says_so() -> None:
    page = page_of(line_of((make_decision(),)))

    assert page.charts == ()
    assert "there is nothing to draw" in timeline.html(page)


def test_what_is_behind_and_what_nobody_named_stand_first() -> None:
    page = page_of(line_of_case("cedar"))

    assert page.behind == (
        Behind(
            text="Not reassessed since 21 November 2026, 10:00: "
            "harm where they are placed, harm from our own plan.",
            changes=("K14 came to be known (revision 6)",),
        ),
    )
    assert page.unnamed == (
        (
            "Nobody has looked at: physical harm, emotional harm, sexual harm, neglect, "
            "domestic abuse, criminal exploitation, trafficking, online harm, "
            "harm by other children, self-harm, sudden loss of a carer's care."
        ),
    )


def test_several_records_are_told_apart() -> None:
    first = revisions("alder")[0]
    other = msgspec.structs.replace(first, id="abc234", title="Another decision")

    page = page_of(line_of((first,), (other,)))

    assert (page.title, page.case, page.reference) == (
        "2 decisions of CASE-ALDER",
        "CASE-ALDER",
        "k7qf2m, revision 1; abc234, revision 1",
    )
    assert [(one.id, one.heading) for one in page.charts] == [
        ("chart-1", "k7qf2m, Six-week assessment placement with mother and partner"),
        ("chart-2", "abc234, Another decision"),
    ]
    assert page.days[0].entries[0].source == "abc234 r1"
    assert page.readings[0] == Reading(
        harm="Neglect, k7qf2m",
        when="from 24 March 2026, 14:00",
        source="r1",
        status="Cannot be ruled out",
        likelihood="possible (3)",
        impact="serious (3)",
        evidence="mixed",
    )


def test_the_same_page_gives_the_same_bytes() -> None:
    assert _html("cedar") == _html("cedar")


def _html(case: str) -> str:
    return timeline.html(page_of(line_of_case(case)))


def _tree(text: str) -> ET.Element:
    """The page as a tree; it is XML but for what HTML never closes and two letters it allows."""
    closed = re.sub(r"<(meta [^>]*)>", r"<\1/>", text.replace("<!DOCTYPE html>", ""))
    closed = re.sub("[\ufffe\uffff]", "?", closed)
    return ET.fromstring(closed)  # noqa: S314 - the page is our own
