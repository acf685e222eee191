"""A form holds everything that stands, asks everything that is asked, and says nothing else."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from rationale_cli.codec import form_text, shipped, toml
from rationale_cli.codec.decision import decode_form
from rationale_cli.codec.fault_marks import marked, unmarked
from rationale_cli.codec.faulty import FaultyFileError, Placed
from rationale_cli.domain.answers import inherited
from rationale_cli.domain.asking import beside
from rationale_cli.domain.asking.draft import Draft
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import seed
from rationale_cli.domain.partial import part
from rationale_cli.domain.questions.question import QuestionSet
from rationale_cli.services.editing import NAME, mendable, with_late_reason
from rationale_cli.services.question_sets import question_set
from small_set import NEGLECT, ONLINE, PHYSICAL, QUESTIONS
from strategies import decisions, texts

TEXTS = shipped.texts()
SETS = {name: question_set(None, name) for name in shipped.question_set_names()}


def _form(answers: dict[str, Any], questions: QuestionSet = QUESTIONS) -> str:
    return form_text.encode(
        Interview(
            questions=questions,
            harms=(PHYSICAL, NEGLECT, ONLINE),
            texts=TEXTS,
            answers=answers,
        ),
        shipped.words(),
        opening="A form.",
    )


def _further(questions: QuestionSet) -> QuestionSet:
    late = with_late_reason(questions, TEXTS)
    return beside.with_reason(beside.with_recorder(late, TEXTS), TEXTS)


def _said(text: str, before: dict[str, Any] | None = None, **used: tuple[str, ...]) -> Any:
    return decode_form(text, name="form", before=before or {}, used=used, zone=UTC)


def _awake(text: str) -> str:
    """The same with every key awake that slept: all that is asked, as if it had been answered."""
    return re.sub(r'(?m)^#(?=[\w\["])', "", text)


@given(decisions(), st.sampled_from(sorted(SETS)))
def test_a_form_that_nobody_changed_changes_nothing(decision: Decision, name: str) -> None:
    before = inherited(seed(decision))

    after = _said(_form(before, _further(SETS[name])), before)

    assert part(before, after) == {}
    assert after == before


@pytest.mark.parametrize("name", sorted(SETS))
def test_everything_that_a_set_asks_stands_in_its_form_once(name: str) -> None:
    """A key that is woken is the key of its question; shapes are put right for TOML first."""
    text = _awake(_form({}, SETS[name]))
    for shape, value in (
        ("YYYY-MM-DDTHH:MM:SS", "2026-01-01T00:00:00"),
        ("YYYY-MM-DD", "2026-01-01"),
    ):
        text = text.replace(shape, value)
    text = text.replace("true/false", "true").replace("= 1-5", "= 1").replace("NUMBER", "1")

    found = toml.read(text)

    for question in SETS[name].questions:
        held: Any = found
        for step in question.path.split(".", 1):
            held = held[step]
        rows = held if question.columns else []
        # A list that is asked about twice has a row asleep below each of its questions.
        asked = {column.id for column in question.columns if not column.makes}
        assert asked <= {key for row in rows for key in row}


@pytest.mark.parametrize("name", sorted(SETS))
def test_nothing_is_wider_than_a_page(name: str) -> None:
    lines = _form({}, _further(SETS[name])).splitlines()

    assert [line for line in lines if len(line) > 78] == []


@pytest.mark.parametrize(
    "shape", ["YYYY-MM-DD", "YYYY-MM-DDTHH:MM:SS", "true/false", "1-5", "NUMBER"]
)
def test_a_shape_that_is_no_answer_is_no_toml(shape: str) -> None:
    """A key that somebody woke and forgot is told, never recorded."""
    with pytest.raises(FaultyFileError):
        _said(f"key = {shape}\n")


def test_a_form_as_a_person_sees_it(golden: Callable[[str, str], None]) -> None:
    answers = {
        "title": "Stay",
        "question": {"statement": "Should she stay?\nFor how long?\n", "why_now": "Friday."},
        "dissent": [{"id": "X1", "role": "nurse", "words": "No.", "confirmed": False}],
        "none": ["reason.decisive"],
    }

    golden("small-form.toml", _form(answers, beside.with_reason(QUESTIONS, TEXTS)))


def test_options_come_before_reasons_and_the_reason_of_a_change_is_the_last_of_all() -> None:
    """The first idea is not to steer the rest: that is why questions have an order."""
    text = _form(
        {"waiver": [{"id": "Y1"}], "reason": {"weight": "Kin."}}, _further(SETS["general"])
    )

    headings = re.findall(r"(?m)^#?\[.*", text)

    order = ("#[[person]]", "#[[known]]", "#[[risk]]", "#[[option]]", "[reason]", "#[[trigger]]")
    assert [one for one in headings if one in order and one != "#[[risk]]"] == [
        one for one in order if one != "#[[risk]]"
    ]
    assert headings[-3:] == ["[[waiver]]", "#[[gap]]", "[change]"]


def test_a_label_is_told_as_one() -> None:
    text = _form({"handling": {"sensitivity": {"reason.weight": "legal"}}})

    assert '# Labels of single fields\nsensitivity."reason.weight" = "legal"\n' in text


def test_blank_text_says_nothing_and_an_empty_list_says_none() -> None:
    text = 'title = ""\nreason.decisive = [""]\nreason.assumptions = []\nrelated = []\n'
    assert _said(text) == {"none": ["reason.assumptions"]}


def test_what_was_not_touched_stays_to_the_last_blank() -> None:
    before = {"case": " Alder ", "known": [{"id": "K1", "text": "a\r\n"}]}

    text = (
        'case = " Alder "\ntitle = " Stay "\n'
        '[[known]]\nid = "K1"\ntext = "a\\r\\n"\nsource = "b\\r\\n"\n'
    )

    assert _said(text, before) == {
        **before,
        "title": "Stay",
        "known": [{"id": "K1", "text": "a\r\n", "source": "b"}],
    }


def test_blocks_in_another_order_are_rows_in_another_order() -> None:
    before = {"option": [{"id": "A", "title": "Stay"}, {"id": "B", "title": "Move"}]}
    text = '[[option]]\nid = "B"\ntitle = "Move"\n[[option]]\nid = "A"\ntitle = "Stay"\n'

    assert part(before, _said(text, before)) == {"order": {"option": ["B", "A"]}}


def test_a_row_without_an_id_gets_a_new_one_and_an_empty_row_is_none() -> None:
    text = '[[option]]\ntitle = "Move"\n[[option]]\n[[option]]\nid = "B"\n[[risk]]\nharm = ""\n'
    assert _said(text, option=("A", "B", "C")) == {
        "option": [{"id": "D", "title": "Move"}, {"id": "B"}]
    }


def test_rows_are_counted_as_they_stand_when_one_is_faulty() -> None:
    text = '[[option]]\n[[option]]\nid = "A"\nstatus = "chosn"\n'
    with pytest.raises(FaultyFileError) as caught:
        _said(text)
    assert [(one.line, one.column) for one in caught.value.placed] == [(4, 10)]


def test_what_the_program_gives_is_neither_shown_nor_taken_away() -> None:
    before = {
        "format": 1,
        "id": "k7qf2m",
        "revision": 2,
        "kind": "amend",
        "question_set": "small/1",
        "supersedes": ["abc234"],
        "time": {"recorded_at": 1, "clock": "given"},
        "title": "Stay",
        "conflict": [{"id": "Z1", "path": "title"}],
    }

    text = _form(before)

    assert re.findall(r"(?m)^[^#\n].*", text) == ['title = "Stay"', "[reason]"]
    assert _said(text, before) == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('id = "k7qf2m"\n', '"id" is given by the program'),
        (
            "[remove]\nfields = []\n",
            "is not needed here: the form itself says what there is, and in which order",
        ),
        ('by.lead = { agency = "health" }\n', 'the key "role" is missing'),
        ('[[option]]\nid = "A"\n[[option]]\nid = "A"\n', 'id "A" stands twice in this list'),
        (
            'none = ["option"]\n[[option]]\ntitle = "A"\n',
            'none says that there is no "option", and there is',
        ),
        ("option = 3\n", "option is the number 3, not a list"),
        ("time = 3\n", "time is the number 3, not a table"),
        ("none = 3\n", "none is the number 3, not a list"),
        ("[[option]]\nid = 3\n", "id is the number 3, not text"),
    ],
)
def test_what_no_record_takes_is_a_fault(text: str, told: str) -> None:
    with pytest.raises(FaultyFileError) as caught:
        _said(text)
    assert [one.message for one in caught.value.placed] == [told]


def test_what_a_set_says_cannot_break_out_of_a_comment() -> None:
    """A team's own set is text from people, too."""
    awkward = "One\n\ntitle = 1\x07\u2028end\r\x7f"
    asked = structs.replace(QUESTIONS.questions[0], text=awkward, help=awkward)
    section = structs.replace(QUESTIONS.sections[0], title=awkward)

    text = _form({}, structs.replace(QUESTIONS, sections=(section,), questions=(asked,)))

    assert _said(text) == {}
    assert re.findall(r"(?m)^[^#\n].*", text) == []


@given(texts(max_size=60), st.lists(st.integers(1, 4), max_size=3))
def test_marks_go_as_they_came(text: str, lines: list[int]) -> None:
    plain = text.replace("\r", "")
    found = [Placed(line, 1, f"Fault {line}.") for line in lines]

    offered = marked(plain, found, "Head.")

    assert unmarked(offered, offered, plain) == plain
    assert unmarked(f"{offered}\nmore", offered, plain) == f"{plain}\nmore"


def test_a_fault_of_another_file_is_not_told_in_the_form() -> None:
    """Its lines are not the form's, and nobody could mend it there."""
    draft = Draft(
        verb="new",
        record="k7qf2m",
        question_set="small/2",
        started_at=datetime(2026, 3, 24, tzinfo=UTC),
    )
    found = [Placed(1, 1, "A fault.")]

    assert mendable(FaultyFileError("questions/own.toml", found), draft) is None
    assert mendable(mine := FaultyFileError(NAME, found), draft) is mine
