"""The words of two texts: what was kept, what came and what went."""

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel, Indel_py

from rationale_cli.domain.prose import Span, SpanKind, compared
from strategies import prose, texts

ANY = prose() | texts(max_size=60)
BRACKETS = {SpanKind.KEPT: "{}", SpanKind.REMOVED: "[-{}-]", SpanKind.ADDED: "{{+{}+}}"}


def _marked(before: str, after: str) -> str:
    return "".join(BRACKETS[span.kind].format(span.text) for span in compared(before, after))


@given(ANY, ANY)
def test_the_spans_give_back_both_texts(before: str, after: str) -> None:
    spans = compared(before, after)

    assert "".join(one.text for one in spans if one.kind is not SpanKind.ADDED) == before
    assert "".join(one.text for one in spans if one.kind is not SpanKind.REMOVED) == after


@given(ANY, ANY)
def test_spans_are_never_empty_and_neighbours_never_alike(before: str, after: str) -> None:
    spans = compared(before, after)

    assert all(span.text for span in spans)
    assert all(one.kind is not other.kind for one, other in pairwise(spans))


@given(ANY)
def test_a_text_is_kept_whole_beside_itself(text: str) -> None:
    assert compared(text, text) == ((Span(kind=SpanKind.KEPT, text=text),) if text else ())


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "The hearing is on 27 March. She sleeps well.",
            "The hearing is on 30 March. She sleeps well.",
            "The hearing is on [-27-]{+30+} March. She sleeps well.",
        ),
        ("Seen at 03:10.", "Seen at 02:10.", "Seen at [-03:10-]{+02:10+}."),
        ("She is safe.", "She is not safe.", "She is {+not +}safe."),
        (
            "Two announced visits a week, in the home.",
            "Three unannounced visits a week, in the home.",
            "[-Two announced-]{+Three unannounced+} visits a week, in the home.",
        ),
        (
            "He is calm.\nShe is tired.\n",
            "He is calm.\n\nNobody was hurt.\nShe is tired.\n",
            "He is calm.[-\n-]{+\n\nNobody was hurt.\n+}She is tired.\n",
        ),
    ],
)
def test_changes_are_told_by_word(before: str, after: str, told: str) -> None:
    assert _marked(before, after) == told


def test_a_sentence_that_became_another_is_told_whole() -> None:
    """Words that both happen to hold, as "the" and "a", say nothing."""
    before = "The timetable weighed heavily. The visits go on."
    after = "The injury weighs more than the timetable. The visits go on."

    assert _marked(before, after) == (
        "[-The timetable weighed heavily. -]"
        "{+The injury weighs more than the timetable. +}The visits go on."
    )


def test_a_sentence_put_between_others_leaves_them_alone() -> None:
    before = "She was seen at home. She was seen at school."
    after = "She was seen at home. She was seen at the clinic. She was seen at school."

    assert _marked(before, after) == (
        "She was seen at home. {+She was seen at the clinic. +}She was seen at school."
    )


@given(st.lists(st.integers(0, 5), max_size=40), st.lists(st.integers(0, 5), max_size=40))
def test_the_compiled_and_the_plain_matcher_say_the_same(one: list[int], other: list[int]) -> None:
    """Else a document would have other bytes on a machine without the compiled one."""
    assert list(Indel.opcodes(one, other)) == list(Indel_py.opcodes(one, other))  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_twenty_kilobytes_are_compared_in_a_moment(kept: int) -> None:
    """Every third sentence edited, all of them, or each another one; the bound is generous."""
    line = "On day {} the visitor saw that she was {} and that nobody else was in the home. "
    before = "".join(line.format(n, "calm" if n % 3 else "tired") for n in range(250))
    after = {
        0: "".join(line.format(n, "calm") for n in range(250)),
        1: "".join(line.format(n, "awake") for n in range(250)),
        2: "".join(f"Report {n} says nothing of what {n + 1} said before. " for n in range(400)),
    }[kept]

    began = perf_counter()
    compared(before, after)

    assert perf_counter() - began < 1.0


def test_a_very_long_text_written_anew_is_told_whole() -> None:
    before, after = (f"{word} " * 60_000 for word in ("one", "two"))

    assert [span.kind for span in compared(before, after)] == [SpanKind.REMOVED, SpanKind.ADDED]
