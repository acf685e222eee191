"""What changed between two revisions as a document: complete, safe, and readable by anybody."""

import re
from collections.abc import Callable
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from cases import revisions
from evolutions import evolved
from pages import ATTRIBUTES, FETCHING, Page
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.telling.evolution import Evolution
from rationale_cli.render import html, markdown
from strategies import decisions, edits, pairs

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
CASES = (("alder", 1, 6), ("alder", 1, 2), ("alder", 6, 1), ("cedar", 6, 7))


def _case(case: str, start: int, end: int) -> Evolution:
    return evolved(*revisions(case), start=start - 1, end=end - 1)


@pytest.mark.parametrize(("case", "start", "end"), CASES)
def test_documents_look_as_they_did(
    case: str, start: int, end: int, golden: Callable[[str, str], None]
) -> None:
    evolution = _case(case, start, end)

    golden(f"{case}-r{start}-r{end}-diff.html", html.changes(evolution))
    golden(f"{case}-r{start}-r{end}-diff.md", markdown.changes(evolution))


@given(pairs() | edits(), decisions())
def test_no_text_a_person_types_can_break_out(
    pair: tuple[Decision, Decision], last: Decision
) -> None:
    page = Page(html.changes(evolved(*pair, last)))

    assert not page.open
    assert not FETCHING & {tag for tag, _ in page.tags}
    assert {name for _, attrs in page.tags for name in attrs} <= ATTRIBUTES


@given(pairs() | edits())
def test_nothing_typed_forges_a_link_an_image_or_html(pair: tuple[Decision, Decision]) -> None:
    found = set()
    for token in READER.parse(markdown.changes(evolved(*pair))):
        found |= {token.type, *(child.type for child in token.children or ())}

    assert not found & {
        "link_open", "image", "html_block", "html_inline", "fence", "code_block"
    }  # fmt: skip


@pytest.mark.parametrize(("case", "start", "end"), CASES)
def test_a_page_is_whole_and_its_headings_skip_no_level(case: str, start: int, end: int) -> None:
    text = html.changes(_case(case, start, end))
    page = Page(text)
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    links = [str(attrs["href"]) for _, attrs in page.tags if "href" in attrs]

    assert not re.findall(r"url\(|@import|//|javascript:", text.replace("<!DOCTYPE html>", ""))
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; " in text
    assert {link[:1] for link in links} == {"#"}
    assert {link[1:] for link in links} <= set(ids)
    assert len(ids) == len(set(ids))
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(page.headings))


def test_words_that_came_and_went_are_marked_by_words_besides_looks() -> None:
    page = html.changes(_case("cedar", 6, 7))

    assert (
        'HOTEL-H at <del><span class="sr">[was: </span><span class="gone">03:10</span>'
        '<span class="sr">,</span></del> <ins><span class="sr">now: </span>02:10'
        '<span class="sr">]</span></ins>.”'
    ) in page
    assert "HOTEL-H at \\[was: ~~03:10~~, now: **02:10**\\].”" in markdown.changes(
        _case("cedar", 6, 7)
    )


def test_material_changes_come_first_and_the_rest_as_the_record_is() -> None:
    chapters = _case("alder", 1, 6).chapters

    assert [one.heading for one in chapters if one.is_material] == [
        "The decision",
        "Harms",
        "Who sees it differently",
        "When we look again",
    ]
    assert [one.heading for one in chapters][4:] == [
        "The record",
        "Times",
        "What is being decided",
        "Who it is about",
        "The family",
        "What we know",
        "What we do not know",
        "Options",
        "Controls",
        "Thinking the unthinkable",
        "What tipped it",
        "What lets us",
        "Who was asked",
        "Who was not asked",
        "Actions",
        "What came of it (hindsight)",
    ]


def test_a_change_names_who_made_it_when_and_why() -> None:
    (group, *_) = _case("alder", 1, 6).chapters[0].groups

    assert (group.revision, group.recorded, group.who) == (
        "r5",
        "14 April 2026, 14:40",
        "lead social worker, children's social care",
    )
    assert group.because == (
        "The nursery saw a mark on the baby's cheek this morning and the warning sign was met. …"
    )
    assert [line.text for line in group.lines] == [
        "Mode: continue → stop and protect (first in r3)"
    ]


def test_of_one_revision_the_reason_is_told_once() -> None:
    evolution = _case("alder", 1, 2)

    assert [row.revision for row in evolution.revisions] == ["r2"]
    assert {group.revision for one in evolution.chapters for group in one.groups} == {""}


def test_what_was_changed_back_stands_in_its_section() -> None:
    first = revisions("alder")[0]
    paused = msgspec.structs.replace(revisions("alder")[4], revision=2)
    back = msgspec.structs.replace(first, revision=3)

    evolution = evolved(first, paused, back)

    assert evolution.silence == ""
    told = {
        chapter.heading: [line.text for group in chapter.groups for line in group.lines]
        for chapter in evolution.chapters
    }
    assert "Mode: changed to stop and protect in r2, and changed back in r3" in told["The decision"]
    assert "Risk R2, physical harm: new in r2, and taken away again in r3" in told["Harms"]
    assert {group.heading for one in evolution.chapters for group in one.groups} == {
        "Changed, and changed back"
    }


def test_looking_back_says_so() -> None:
    evolution = _case("alder", 6, 1)

    assert evolution.span == "from r6 back to r1"
    assert evolution.intro.startswith("This looks back: ")
