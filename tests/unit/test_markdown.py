import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

import mistune
import pytest
from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefings import brief
from cases import revisions
from rationale_cli.domain.clean import clean
from rationale_cli.domain.decision import Decision
from rationale_cli.render import markdown
from strategies import decisions, marked, texts

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OTHER = mistune.create_markdown(
    renderer="ast",
    plugins=[
        "strikethrough", "footnotes", "table", "url", "task_lists", "def_list", "abbr", "mark",
        "insert", "superscript", "subscript", "math", "ruby", "spoiler",
    ],
)  # fmt: skip
INERT = {"paragraph", "inline", "text", "softbreak", "hardbreak"}
SUBSET = INERT | {"bullet_list", "ordered_list", "list_item", "em", "strong", "link"}
SUBSET_OTHER = {
    "paragraph", "text", "softbreak", "linebreak", "blank_line", "block_text", "list", "list_item",
    "emphasis", "strong", "link",
}  # fmt: skip


def _kinds(text: str) -> set[str]:
    """What a reader makes of a text: blocks, and what stands inside them."""
    return {re.sub("_(open|close)$", "", one.type) for one in _tokens(text)}


def _tokens(text: str) -> Iterator[Token]:
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def _said(text: str) -> str:
    """Every letter that a reader shows, and the marks that it knows by what they make."""
    said = ""
    for one in _tokens(text):
        if one.type == "list_item_open":
            said += f"{one.info}{one.markup}"
        elif one.type in {"em_open", "em_close", "strong_open", "strong_close"}:
            said += one.markup
        elif one.type == "text":
            said += one.content
    return _letters(said)


def _told(tokens: Iterable[dict[str, Any]], kinds: set[str]) -> Iterator[str]:
    """The same as the other reader has it, which also tells the kinds of all that it found."""
    for one in tokens:
        kinds.add(one["type"])
        around = {"emphasis": "*", "strong": "**"}.get(one["type"], "")
        yield around + one.get("raw", "")
        if one["type"] == "link":
            assert re.match("https?://", one["attrs"]["url"])
        for number, child in enumerate(one.get("children", ())):
            if one["type"] == "list":
                start = one["attrs"].get("start", 1) + number if one["attrs"]["ordered"] else ""
                yield f"{start}{one['bullet']}"
            yield from _told([child], kinds)
        yield around


def _letters(text: str) -> str:
    return re.sub(r"[\s\0\ufffd]+", "", text)


@given(texts(max_size=60) | marked())
@settings(max_examples=300)
def test_prose_is_never_more_than_its_subset_and_keeps_every_letter(text: str) -> None:
    shown = markdown.prose(clean(text))

    assert _kinds(shown) <= SUBSET
    links = [str(one.attrs["href"]) for one in _tokens(shown) if one.type == "link_open"]
    assert [one for one in links if not re.match("https?://", one)] == []
    assert _said(shown) == _letters(clean(text))


@example("0http://&")
@given(texts(max_size=60) | marked())
@settings(max_examples=300)
def test_another_reader_finds_no_more_and_no_fewer_letters(text: str) -> None:
    shown, kinds = markdown.prose(clean(text)), set[str]()
    told = "".join(_told(cast("list[dict[str, Any]]", OTHER(shown)), kinds))

    assert kinds <= SUBSET_OTHER
    assert _letters(told) == _letters(clean(text))


@given(marked())
def test_prose_behind_a_label_and_in_a_quotation_is_the_same(text: str) -> None:
    below = f"* Why: {markdown.prose(clean(text), '  ', behind=True)}\n* Then: x"
    quoted = f"> {markdown.prose(clean(text), '> ')}"

    assert _kinds(below) | _kinds(quoted) <= SUBSET | {"blockquote"}
    assert _said(below) == f"*Why:{_letters(clean(text))}*Then:x"
    assert _said(quoted) == _letters(clean(text))


@given(texts(max_size=60) | marked())
def test_a_line_stays_one_line(text: str) -> None:
    assert _kinds(f"x {markdown.line(text)}") <= {"paragraph", "inline", "text"}


@given(decisions())
def test_nothing_typed_forges_a_link_an_image_or_html(decision: Decision) -> None:
    told = markdown.render(brief((decision,)))

    assert not _kinds(told) & {"image", "html_block", "html_inline", "fence", "code_block"}
    links = {str(one.attrs["href"]) for one in _tokens(told) if one.type == "link_open"}
    assert [one for one in links if not re.match("https?://", one)] == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("# Decided", "\\# Decided"),
        ("We need:\n- a\n  b\n- c\nNow.", "We need:\n\n- a\\\n  b\n- c\n\nNow."),
        ("Then:\n3) a\n4) b", "Then:\n\n3) a\n4) b"),
        ("1. a\n2. b", "1\\. a\\\n2\\. b"),
        ("* a\n* b", "\\* a\\\n\\* b"),
        ("• a\n• b", "• a\\\n• b"),
        ("- a", "\\- a"),
        ("he *never* hit, **a_b**, 2*3*4", "he *never* hit, **a\\_b**, 2\\*3\\*4"),
        ("1. one", "1\\. one"),
        ("see https://example.invalid", "see <https://example.invalid>"),
        ("javascript:x ftp://y www.z", "javascript:x ftp\\://y www\\.z"),
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
