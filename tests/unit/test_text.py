import re
from collections.abc import Callable
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from wcwidth import wcswidth

from briefings import brief
from cases import revisions
from rationale_cli.domain.clearing.scanning import folded
from rationale_cli.domain.decision import Decision
from rationale_cli.render import text
from rationale_cli.render.wrapping import wrapped
from strategies import decisions, marked, texts

HOSTILE = (
    "A\u202eB\x1b[31m\x00\r\n=HYPERLINK('https://example.invalid')\n"
    "Who disagrees, in their own words\n=================================\n" + "漢" * 90 + "x" * 200
)


@given(decisions())
def test_no_line_is_wider_than_72_columns(decision: Decision) -> None:
    lines = text.render(brief((decision,))).splitlines()

    assert [line for line in lines if wcswidth(line) > 72] == []


@given(texts(max_size=60) | marked())
def test_wrapping_loses_no_letter(typed: str) -> None:
    assert "".join(wrapped(typed, 4, "* ").split()) == "".join(f"* {typed}".split())


def test_paragraphs_and_lists_typed_by_hand_stay() -> None:
    typed = "One.\n- first of two\n- second\n\nA paragraph of its own."

    assert wrapped(typed, 2) == "  One.\n  - first of two\n  - second\n\n  A paragraph of its own."


def test_what_goes_on_in_an_item_stands_behind_its_mark() -> None:
    typed = f"- {'bed ' * 20}\n  with sides\n10) {'cot ' * 20}\nNow."

    assert wrapped(typed, 2, "* ") == (
        f"  * - {' '.join(['bed'] * 16)}\n      {' '.join(['bed'] * 4)}\n      with sides\n"
        f"    10) {' '.join(['cot'] * 16)}\n        {' '.join(['cot'] * 4)}\n    Now."
    )


def test_an_address_is_never_broken_and_no_other_word_is_wider_than_a_line() -> None:
    address = f"https://example.invalid/{'a/' * 60}"

    assert wrapped(f"see ({address}), {'x' * 80}", 2).splitlines() == [
        "  see", f"  ({address}),", "  " + "x" * 70, "  " + "x" * 10,
    ]  # fmt: skip
    assert "\n" in wrapped(f"https:{'a/' * 60} file:///{'b/' * 60}")


def test_a_list_begins_below_its_label() -> None:
    assert text.labelled("- a\n- b", "Asks") == "Asks:\n- a\n- b"
    assert text.labelled("a\n- b", "Asks") == "Asks: a\n- b"


def test_a_sign_upon_a_letter_stays_with_it() -> None:
    assert wrapped("a" * 71 + "e\u0301" + "b") == "a" * 71 + "e\u0301\nb"


def test_a_blank_title_is_told() -> None:
    decision = msgspec.structs.replace(revisions("alder")[0], title=" \n ")

    assert "\nDecision without a title\n======" in text.render(brief((decision,)))
    assert text.heading("\n") == "\n"


def test_page_one_keeps_its_order() -> None:
    lines = text.render(brief(revisions("alder")[:6])).splitlines()
    parts = [above for above, below in pairwise(lines) if re.fullmatch("=+", below)]

    assert parts == [
        "ended",
        "What we decided",
        "Why",
        "What changed since revision 5",
        "Who disagrees, in their own words",
        "What could go wrong",
        "Call us at once if …",
        "How to question this",
        "As it stands in revision 6",
        "Known at the time",
        "Learned later",
        "Every change",
        "History",
        "Made from",
        "Reply slip",
    ]


@pytest.mark.parametrize("case", ["alder", "cedar"])
def test_each_disagreement_stands_word_for_word(case: str) -> None:
    history = revisions(case)[:6]
    told = folded(text.render(brief(history)))

    assert history[-1].dissent
    for one in history[-1].dissent:
        assert folded(one.words) in told


def test_nobody_can_type_a_heading_or_anything_that_acts() -> None:
    decision = msgspec.structs.replace(
        revisions("alder")[1],
        reason=msgspec.structs.replace(revisions("alder")[1].reason, weight=HOSTILE),
    )

    told = text.render(brief((decision,)))

    assert re.findall("^Who disagrees, in their own words$", told, re.MULTILINE) == [
        "Who disagrees, in their own words"
    ]
    assert "A‹U+202E›B‹U+001B›[31m‹U+0000›" in told
    assert told.replace("\n", "").isprintable()


def test_a_table_is_a_list_where_it_does_not_fit() -> None:
    narrow = {"columns": ("Who", "When"), "rows": (("lead", "1 April"),)}
    wide = {"columns": ("Who", "Why"), "rows": (("lead", "because " * 12),)}

    assert text.laid(narrow) == "  Who   When\n  lead  1 April"
    assert text.laid(wide).splitlines()[:2] == [
        "  * Who: lead",
        "    Why: because because because because because because because because",
    ]


@pytest.mark.parametrize(("case", "count"), [("alder", 1), ("alder", 6), ("cedar", 4)])
def test_documents_read_as_they_did(
    case: str, count: int, golden: Callable[[str, str], None]
) -> None:
    golden(f"{case}-r{count}.txt", text.render(brief(revisions(case)[:count])))
