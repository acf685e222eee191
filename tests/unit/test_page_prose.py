"""Prose of a page: shown as it was typed, and harmless whatever it looks like."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given

from rationale_cli.render.prose import prose
from strategies import marked, texts
from typed_texts import ADDRESSES, HOSTILE


class Read(HTMLParser):
    """What a browser would make of it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.links: list[str] = []
        self.said = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        names = {name for name, _ in attrs}
        assert names <= ({"href"} if tag == "a" else {"class", "role"}), names
        self.links += [str(value) for name, value in attrs if name == "href"]
        if tag in {"p", "ul", "ol", "li"}:
            self.said += " "

    def handle_data(self, data: str) -> None:
        self.said += data


TWO = '<ul class="typed" role="list"><li>- a bed</li><li>- a cot\nwith sides</li></ul>'


def test_hostile_prose_is_shown_as_it_was_typed_and_does_nothing() -> None:
    read = Read(str(prose(HOSTILE)))

    assert set(read.tags) <= {"p", "a"}
    assert set(read.links) == ADDRESSES
    assert read.said.split() == HOSTILE.split()


@given(texts() | marked())
def test_no_word_of_any_text_is_lost_or_changed(text: str) -> None:
    read = Read(str(prose(text)))

    assert set(read.tags) <= {"p", "ul", "ol", "li", "em", "strong", "a"}
    assert all(re.match("https?://", one) for one in read.links)
    # A parser reads a lone return as a line end, and drops what is no letter.
    assert re.sub(r"[\s\0\ufffd]+", "", read.said) == re.sub(r"[\s\0\ufffd]+", "", text)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("One line & more", "One line &amp; more"),
        ("one\ntwo", "one\ntwo"),
        ("one\n\n\ntwo", "<p>one</p><p>two</p>"),
        (
            "We need:\n- a bed\n- a cot\n  with sides\nNow.",
            f"<p>We need:</p>{TWO}<p>Now.</p>",
        ),
        (
            "1. ring\n2. visit",
            '<ol class="typed" role="list"><li>1. ring</li><li>2. visit</li></ol>',
        ),
        (
            "1986. It was a good year\n1987. It was not",
            "1986. It was a good year\n1987. It was not",
        ),
        ("1. ring\n1. visit", "1. ring\n1. visit"),
        ("- 5 degrees outside", "- 5 degrees outside"),
        ("+ 3 days\n+ 4 days", "+ 3 days\n+ 4 days"),
        ("-- M.", "-- M."),
        ("5*3 and 4*2, 2 * 3 * 4", "5*3 and 4*2, 2 * 3 * 4"),
        ("he *never* hit, **never**.", "he <em>*never*</em> hit, <strong>**never**</strong>."),
        ("contact* (*supervised)", "contact* (*supervised)"),
        ("a_b_c _d_ __init__", "a_b_c _d_ __init__"),
        (
            "See https://x.example/a?b=1&c=2.",
            'See <a href="https://x.example/a?b=1&amp;c=2">https://x.example/a?b=1&amp;c=2</a>.',
        ),
        ("https://a@b.example http://x:y@z", "https://a@b.example http://x:y@z"),
        ("HTTPS://x ftp://x mailto:a@b.example", "HTTPS://x ftp://x mailto:a@b.example"),
        ("", ""),
    ],
)
def test_what_was_typed_stays(typed: str, shown: str) -> None:
    assert str(prose(typed)) == shown
