from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

import small_set
from rationale_cli.codec.draft import decode, encode
from rationale_cli.codec.faulty import FaultyFileError, NewerFormatError
from rationale_cli.domain.asking.draft import Draft, interview, kept
from rationale_cli.domain.asking.interview import END, Mode, Place
from rationale_cli.domain.form import seed
from rationale_cli.domain.laying import Clash
from strategies import decisions, instants, plain, texts

DRAFT = Draft(
    verb="new",
    record="k7qf2m",
    question_set="small/2",
    started_at=datetime(2026, 3, 24, 15, 30, tzinfo=UTC),
)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    decision = draw(decisions())
    rows: dict[str, Any] = {"dissent.X1": {"id": "X1", "harms": ["a"], "words": draw(texts())}}
    return Draft(
        verb=draw(st.sampled_from(("new", "amend"))),
        record="k7qf2m",
        blob=draw(st.sampled_from(("", "ab" * 20))),
        question_set="small/2",
        mode=draw(st.sampled_from(Mode)),
        started_at=draw(instants()),
        place=draw(st.sampled_from((None, END, Place("g.risk", "neglect", "status")))),
        terms=draw(st.dictionaries(st.sampled_from(("because", "by", "decided_at")), plain())),
        used={"risk": ("R1", "R2")},
        changed=tuple(draw(st.lists(st.just("risk.R1.status"), max_size=2))),
        stood={"dissent": ("X1", "X2")},
        aside={**rows, "time.next_hearing": draw(plain())},
        typed=draw(st.dictionaries(texts(max_size=6), texts(), max_size=2)),
        clashes=draw(st.sampled_from(((), (Clash("title"), Clash("dissent.X1", rows))))),
        answers=seed(decision),
    )


@settings(deadline=None, max_examples=60)
@given(drafts())
def test_a_draft_survives_the_trip_through_its_text(draft: Draft) -> None:
    """To the last character, half-typed answers included."""
    read = decode(encode(draft), name="draft")

    assert read == draft


def test_a_draft_holds_the_answers_in_the_record_s_own_shape() -> None:
    """So that a person can read it, and take it over by hand if need be."""
    text = encode(
        Draft(
            verb="amend",
            record="k7qf2m",
            blob="ab12",
            question_set="small/2",
            mode=Mode.GAPS,
            started_at=datetime(2026, 3, 24, 15, 30, tzinfo=UTC),
            place=END,
            terms={"because": "New facts"},
            answers={"title": "T", "risk": [{"id": "R1", "harm": "neglect"}]},
            typed={"reason.weight": "a\nb"},
        )
    )

    assert text == (
        'title = "T"\n\n'
        '[[risk]]\nid = "R1"\nharm = "neglect"\n\n'
        '[draft]\nformat = 1\nverb = "amend"\nrecord = "k7qf2m"\nblob = "ab12"\n'
        'question_set = "small/2"\nmode = "gaps"\nstarted_at = 2026-03-24T15:30:00+00:00\n'
        'place = {  }\nterms = { because = "New facts" }\n'
        '\n[draft.typed]\n"reason.weight" = """\na\nb"""\n'
    )


def test_a_draft_gives_back_the_interview_that_it_keeps() -> None:
    asked = structs.replace(
        small_set.interview({"title": "T"}, used={"risk": ("R1",)}),
        place=Place("s.court"),
        aside={"time.next_hearing": "x"},
        changed=("title",),
        stood={"dissent": ("X2", "X1")},
        typed={"title": "half"},
        clashes=(Clash("title", "T"),),
    )
    begun = structs.replace(DRAFT, used={"risk": ("R1",)})

    draft = decode(encode(kept(begun, asked)), name="draft")

    assert interview(draft, small_set.QUESTIONS, asked.harms, asked.texts) == asked


def test_drafts_are_named_by_record_and_verb() -> None:
    assert DRAFT.name == "k7qf2m.new"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title = ", 'k.new:1:9: there is no value behind the = sign; write one, as "…"'),
        ('title = "T"\n', "k.new:1:1: the table [draft] is missing"),
        (
            "[draft]\nformat = 1\nverb = 2\n",
            "k.new:1:1: cannot be read: Expected `str`, got `int` - at `$.verb`",
        ),
    ],
)
def test_a_text_that_is_no_draft_is_told_with_its_place(text: str, line: str) -> None:
    with pytest.raises(FaultyFileError) as caught:
        decode(text, name="k.new")

    assert caught.value.lines == (line,)


def test_a_draft_of_a_later_version_is_refused_before_anything_else() -> None:
    with pytest.raises(NewerFormatError):
        decode("[draft]\nformat = 2\nverb = 2\n", name="k.new")
