"""The order of items: what a part of a record says of it, and what comes of it."""

from datetime import UTC
from typing import Any

import pytest
from msgspec import structs

from cases import revisions
from rationale_cli.codec.decision import decode_answers
from rationale_cli.codec.faulty import FaultyFileError
from rationale_cli.codec.shipped import words
from rationale_cli.domain.answers import Answers, merge
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.item_ids import UnknownItemError, demand_sound
from rationale_cli.domain.laying import Clash, laid
from rationale_cli.domain.order import order
from rationale_cli.domain.partial import part
from rationale_cli.domain.succession import is_unchanged
from rationale_cli.domain.telling.sentences import tell

TITLES = {one.id: one.title for one in revisions("alder")[0].option}


def _of(ids: str, **more: Any) -> Answers:
    """Answers with options of these letters, one after the other."""
    return {"option": [{"id": one, "title": f"Option {one}"} for one in ids], **more}


def _ids(answers: Answers) -> str:
    return "".join(row["id"] for row in answers.get("option", []))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("ABC", "ABC", None),
        ("ABC", "AC", None),
        ("ABC", "ABCD", None),
        ("ABC", "", None),
        ("", "BA", None),
        ("ABC", "BAC", ["B", "A", "C"]),
        ("ABC", "DABC", ["D", "A", "B", "C"]),
        ("ABC", "CA", ["C", "A"]),
    ],
)
def test_an_order_is_told_only_where_merging_gives_another(
    before: str, after: str, told: list[str] | None
) -> None:
    found = order(_of(before), _of(after))

    assert found == ({} if told is None else {"option": told})
    assert _ids(merge(_of(before), part(_of(before), _of(after)), {})) == after


@pytest.mark.parametrize(
    ("named", "result"),
    [(["C"], "CABD"), (["D", "B"], "DBAC"), ([], "ABCD"), (["Z", "C"], "CABD")],
)
def test_items_that_are_not_named_keep_their_places_behind_the_others(
    named: list[str], result: str
) -> None:
    assert _ids(merge(_of("ABCD"), {"order": {"option": named}}, {})) == result


def test_a_new_item_can_be_named_by_the_id_that_it_is_given() -> None:
    answers = {"option": [{"id": "W", "title": "Wait"}], "order": {"option": ["W"]}}

    demand_sound(_of("AB"), answers, {})

    assert _ids(merge(_of("AB"), answers, {})) == "WAB"


def test_the_order_of_a_list_that_is_not_there_says_nothing() -> None:
    assert merge({}, {"order": {"option": ["A"]}}, {}) == {}


def test_an_order_names_items_that_are_there_or_were() -> None:
    demand_sound(_of("AB"), {"order": {"option": ["C", "B"]}}, {"option": ("A", "B", "C")})

    with pytest.raises(UnknownItemError) as caught:
        demand_sound(_of("AB"), {"order": {"option": ["Q"]}}, {"option": ("A", "B", "C")})

    assert str(caught.value) == "the list 'option' of this record has no 'Q'"
    assert caught.value.hint == "Name one of: A, B."


def test_an_order_is_read_from_a_file_of_answers() -> None:
    text = '[order]\noption = ["B", "A"]\nrisk = []\n'

    assert decode_answers(text, name="a.toml", zone=UTC) == {
        "order": {"option": ["B", "A"], "risk": []}
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("order = 1\n", "a.toml:1:9: order is not a table"),
        ("[order]\noptoin = []\n", 'a.toml:2:1: unknown list "optoin"; did you mean "option"?'),
        ("[order]\nfields = []\n", 'a.toml:2:1: unknown list "fields"'),
        ('[order]\nconflict = ["Z1"]\n', 'a.toml:2:1: "conflict" is given by the program'),
        ('[order]\noption = "B"\n', "a.toml:2:10: option is not a list of ids"),
        ("[order]\noption = [1]\n", "a.toml:2:10: option is not a list of ids"),
        ('[order]\noption = ["B", "A", "B"]\n', 'a.toml:2:21: option names "B" twice'),
    ],
)
def test_an_odd_order_is_told_with_its_place(text: str, line: str) -> None:
    with pytest.raises(FaultyFileError) as caught:
        decode_answers(text, name="a.toml", zone=UTC)

    assert caught.value.lines == (line,)


@pytest.mark.parametrize(
    ("said", "newest", "result"),
    [
        ("CAB", "ABC", "CAB"),
        ("CAB", "ABCD", "CABD"),
        ("CAB", "AC", "CA"),
        ("ABC", "BAC", "BAC"),
        ("CAB", "BAC", "BAC"),
        ("CABX", "BAC", "BACX"),
        ("XABC", "ABCD", "XABCD"),
    ],
)
def test_one_s_own_order_stands_unless_a_colleague_moved_items_too(
    said: str, newest: str, result: str
) -> None:
    found = laid(_of("ABC"), _of(said), _of(newest), {})

    assert _ids(found.answers) == result
    assert found.clashes == ()
    assert ("option" in found.changed) is (result not in {newest, newest + "X"})


def test_an_item_on_which_both_differ_leaves_the_order_as_it_is() -> None:
    said, newest = _of("ABC"), _of("ABC")
    said["option"][0] = {"id": "A", "title": "Mine"}
    newest["option"][0] = {"id": "A", "title": "Theirs"}
    gone = _of("BC")

    assert laid(_of("ABC"), said, newest, {}).answers == newest
    assert laid(_of("ABC"), gone, newest, {}).clashes == (Clash("option.A"),)
    assert laid(_of("ABC"), gone, newest, {}).answers == newest


def test_another_order_alone_is_worth_a_revision() -> None:
    first = revisions("alder")[0]

    assert not is_unchanged(first, _reordered(first, "BACDE"), {})
    assert is_unchanged(first, _reordered(first, "ABCDE"), {})


@pytest.mark.parametrize(
    ("ids", "told"),
    [
        ("BACDE", f"Option B ({TITLES['B']}): moved before option A ({TITLES['A']})"),
        ("DABCE", f"Option D ({TITLES['D']}): moved before option A ({TITLES['A']})"),
        ("BCDEA", f"Option A ({TITLES['A']}): moved to the end"),
        ("CDEBA", "Options: in another order, C, D, E, B, A"),
    ],
)
def test_the_item_that_was_moved_is_told_or_else_the_order(ids: str, told: str) -> None:
    first = revisions("alder")[0]

    (section,) = tell(first, _reordered(first, ids), words())

    assert (section.heading, [one.text for one in section.sentences]) == ("Options", [told])


def _reordered(decision: Decision, ids: str) -> Decision:
    rows = {row.id: row for row in decision.option}
    return structs.replace(decision, option=tuple(rows[one] for one in ids))
