from collections.abc import Callable

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from briefings import brief
from cases import revisions
from rationale_cli.domain.decision import Decision
from rationale_cli.render import markdown
from strategies import decisions, texts

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
INERT = {"paragraph_open", "paragraph_close", "inline"}


def _kinds(text: str) -> set[str]:
    """What a reader makes of a text: blocks, and what stands inside them."""
    found = set()
    for token in READER.parse(text):
        found.add(token.type)
        found.update(child.type for child in token.children or ())
    return found


@given(texts(max_size=60))
def test_prose_is_never_more_than_paragraphs(text: str) -> None:
    assert _kinds(markdown.prose(text)) <= INERT | {"text", "softbreak", "hardbreak"}


@given(texts(max_size=60))
def test_a_line_stays_one_line(text: str) -> None:
    assert _kinds(f"x {markdown.line(text)}") <= INERT | {"text"}


@given(decisions())
def test_nothing_typed_forges_a_link_an_image_or_html(decision: Decision) -> None:
    kinds = _kinds(markdown.render(brief((decision,))))

    assert not kinds & {"link_open", "image", "html_block", "html_inline", "fence", "code_block"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("# Decided", "\\# Decided"),
        ("- a\n- b", "\\- a\\\n\\- b"),
        ("1. one", "1\\. one"),
        ("see https://example.invalid", "see https\\://example.invalid"),
        ("one\n\ntwo\n", "one\n\ntwo"),
    ],
)
def test_prose_keeps_its_lines_and_loses_its_force(typed: str, kept: str) -> None:
    assert markdown.prose(typed) == kept


@pytest.mark.parametrize(("case", "count"), [("alder", 1), ("alder", 6), ("cedar", 4)])
def test_documents_read_as_they_did(
    case: str, count: int, golden: Callable[[str, str], None]
) -> None:
    golden(f"{case}-r{count}.md", markdown.render(brief(revisions(case)[:count])))
