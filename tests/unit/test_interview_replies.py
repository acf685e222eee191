from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

import small_set
from rationale_cli.codec import shipped
from rationale_cli.domain.asking.dates import dated
from rationale_cli.domain.asking.interview import Interview, Mode, Place
from rationale_cli.domain.asking.misread import Misread
from rationale_cli.domain.asking.moving import go
from rationale_cli.domain.asking.reading import Reader, read
from rationale_cli.domain.asking.step import Step, present
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.questions.question import Kind, Question, QuestionSet, Section
from strategies import texts

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 26, 11, 50, tzinfo=LONDON)
SUMMER = timezone(timedelta(hours=1))
READER = Reader(words=shipped.words(), texts=shipped.texts(), now=lambda: NOW, zone=LONDON)
OTHER = structs.replace(
    READER,
    words=structs.replace(
        READER.words,
        values={
            **READER.words.values,
            "month": {**READER.words.values["month"], "4": "Ventre", "5": "Venal"},
            "weekday": {**READER.words.values["weekday"], "5": "Ésdi"},
            "yes-no": {"true": "nai", "false": "oxi"},
        },
    ),
    texts=Texts(
        {
            **READER.texts.said,
            "word.now": "nu",
            "word.at": "ot",
            "word.tomorrow": "oro",
            "word.none": "nil",
        }
    ),
)
"""Somebody who is asked in a language that nobody speaks."""

SAID: Any = {"words": READER.words, "texts": READER.texts}


def _step(kind: Kind, **more: Any) -> Step:
    question = Question(id="q", text="Q?", section="s", kind=kind, **more)
    questions = QuestionSet(
        format=1,
        name="own",
        version=1,
        title="Own",
        sections=(Section(id="s", title="S"),),
        questions=(question,),
    )
    step = present(Interview(questions=questions, texts=READER.texts, place=Place("q")))
    assert step is not None
    return step


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-04-14", date(2026, 4, 14)),
        ("2026-04-14T10:00", datetime(2026, 4, 14, 10, tzinfo=SUMMER)),
        ("2026-04-14 10:00:30Z", datetime(2026, 4, 14, 10, 0, 30, tzinfo=UTC)),
        ("2026-04-14T10:00+01:00", datetime(2026, 4, 14, 10, tzinfo=SUMMER)),
        ("14 April 2026 10:00", datetime(2026, 4, 14, 10, tzinfo=SUMMER)),
        ("14 April 2026, 10:00", datetime(2026, 4, 14, 10, tzinfo=SUMMER)),
        ("14th apr 2026 at 9.05pm", datetime(2026, 4, 14, 21, 5, tzinfo=SUMMER)),
        ("April 14", date(2026, 4, 14)),
        ("14/4/2026", date(2026, 4, 14)),
        ("14.04.2026", date(2026, 4, 14)),
        ("14/4", date(2026, 4, 14)),
        ("14 Apr", date(2026, 4, 14)),
        ("Fri 27 Mar", date(2026, 3, 27)),
        ("today", date(2026, 3, 26)),
        ("tomorrow 10:00", datetime(2026, 3, 27, 10, tzinfo=UTC)),
        ("YESTERDAY", date(2026, 3, 25)),
        ("16:30", datetime(2026, 3, 26, 16, 30, tzinfo=UTC)),
        ("now", datetime(2026, 3, 26, 11, 50, tzinfo=UTC)),
        ("31 December", date(2025, 12, 31)),
    ],
)
def test_a_day_or_time_is_read_as_people_type_it(typed: str, meant: date) -> None:
    assert str(dated(typed, now=NOW, zone=LONDON, **SAID)) == str(meant)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("friday", '"Friday" can be 20 March 2026 or 27 March 2026'),
        ("Thu 27 Mar", "27 March 2026 is a Friday"),
        ("31/2/2026", "there is no such day in the calendar"),
        ("25:00", "there is no time 25:00"),
        ("29 March 2026 01:30", "there was no 29 March 2026, 01:30: the clocks went forward"),
        ("1026-03-26", "the year 1026 is out of reach"),
        ("14/4/26", '"14/4/26" is no day or time'),
        ("soon", '"soon" is no day or time'),
        ("10", '"10" is no day or time'),
    ],
)
def test_a_day_that_could_mean_two_things_is_not_guessed(typed: str, message: str) -> None:
    found = dated(typed, now=NOW, zone=LONDON, **SAID)

    assert isinstance(found, Misread)
    assert found.message == message


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14. Ventre 2026", date(2026, 4, 14)),
        ("14 vent 2026", date(2026, 4, 14)),
        ("14 April 2026", date(2026, 4, 14)),
        ("oro 10:00", datetime(2026, 3, 27, 10, tzinfo=UTC)),
        ("oro ot 10:00", datetime(2026, 3, 27, 10, tzinfo=UTC)),
        ("tomorrow at 10:00", datetime(2026, 3, 27, 10, tzinfo=UTC)),
        ("Ésdi 27 Mar", date(2026, 3, 27)),
        ("Friday 27 March", date(2026, 3, 27)),
        ("nu", datetime(2026, 3, 26, 11, 50, tzinfo=UTC)),
    ],
)
def test_a_day_is_read_in_a_language_of_ones_own_and_in_english(typed: str, meant: date) -> None:
    found = dated(typed, now=NOW, zone=LONDON, words=OTHER.words, texts=OTHER.texts)

    assert str(found) == str(meant)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("sat 3 ventre 2026", "3 Ventre 2026 is a Ésdi"),
        ("14 ven 2026", '"14 ven 2026" is no day or time'),
    ],
)
def test_a_day_is_told_by_the_names_of_its_language(typed: str, message: str) -> None:
    found = dated(typed, now=NOW, zone=LONDON, words=OTHER.words, texts=OTHER.texts)

    assert isinstance(found, Misread)
    assert found.message == message


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Kind.YES_NO, "ye", True),
        (Kind.YES_NO, "n", True),
        (Kind.YES_NO, "NO", False),
        (Kind.YES_NO, "oxi", False),
        (Kind.LIST, "Nil", []),
        (Kind.LIST, "none", []),
    ],
)
def test_yes_no_and_none_are_read_in_either(kind: Kind, typed: str, value: object) -> None:
    assert read(typed, _step(kind), OTHER) == value


def test_today_is_another_day_after_midnight() -> None:
    clock = iter((NOW, NOW + timedelta(days=1)))
    reader = structs.replace(READER, now=lambda: next(clock))
    step = _step(Kind.MOMENT)

    assert [read("today", step, reader) for _ in range(2)] == [date(2026, 3, 26), date(2026, 3, 27)]


@pytest.mark.parametrize(("kind", "text"), [(Kind.LINE, "a\nb"), (Kind.PARTY, "nurse@health\nx")])
def test_a_line_holds_no_line_ends(kind: Kind, text: str) -> None:
    """The editor can write some."""
    assert read(text, _step(kind), READER) == Misread(
        "that has 2 lines, and one is the most", "Write it in one line."
    )


@given(texts() | st.text(alphabet="0123456789:./- apmt", max_size=24))
def test_no_typed_date_breaks_the_reader(typed: str) -> None:
    found = dated(typed, now=NOW, zone=LONDON, **SAID)

    assert isinstance(found, date | Misread)


@pytest.mark.parametrize(
    ("kind", "more", "typed", "value"),
    [
        (Kind.LINE, {}, "  a title ", "a title"),
        (Kind.PROSE, {}, "one", "one"),
        (Kind.PROSE, {}, "\none\n\ntwo\n", "one\n\ntwo\n"),
        (Kind.LIST, {}, "one\n\n two \n", ["one", "two"]),
        (Kind.LIST, {}, "None", []),
        (Kind.NUMBER, {"least": 0, "most": 10}, "7", 7),
        (Kind.SCALE, {}, "4", 4),
        (Kind.YES_NO, {}, "Y", True),
        (Kind.YES_NO, {}, "2", False),
        (Kind.PARTY, {}, "nurse @ health", {"role": "nurse", "agency": "health"}),
        (Kind.CHOICE, {"choices": ("in-place", "planned")}, "2", "planned"),
        (Kind.CHOICE, {"choices": ("in-place", "planned")}, "IN", "in-place"),
        (Kind.CHOICE, {"choices": ("on", "on-hold")}, "on", "on"),
        (Kind.SEVERAL, {"choices": ("a1", "b1", "c1")}, "1, c1,1", ["a1", "c1"]),
        (Kind.SEVERAL, {"choices": ("a1", "b1", "c1")}, "1 3", ["a1", "c1"]),
        (Kind.SEVERAL, {"choices": ("a1", "b1")}, "none", []),
        (Kind.MOMENT, {}, "today", date(2026, 3, 26)),
    ],
)
def test_a_reply_is_read_by_the_kind_of_its_question(
    kind: Kind, more: dict[str, Any], typed: str, value: Any
) -> None:
    assert read(typed, _step(kind, **more), READER) == value


@pytest.mark.parametrize(
    ("kind", "more", "typed", "message"),
    [
        (Kind.LINE, {"most": 5}, "a title", "that has 7 characters, and 5 are the most"),
        (Kind.NUMBER, {"least": 0, "most": 10}, "11", "11 is out of range"),
        (Kind.NUMBER, {}, "1.5", '"1.5" is no whole number'),
        (Kind.SCALE, {}, "9", '"9" is none of the choices'),
        (Kind.SCALE, {}, "٣", '"٣" is none of the choices'),
        (Kind.YES_NO, {}, "maybe", '"maybe" is none of the choices'),
        (Kind.CHOICE, {"choices": ("hard", "harm")}, "h", '"h" can be several: hard, harm'),
        (Kind.SEVERAL, {"choices": ("a1", "b1")}, "1, 7", '"7" is none of the choices'),
        (Kind.SEVERAL, {"choices": ("a1", "b1")}, ",", '"," is none of the choices'),
        (Kind.PARTY, {}, "@health", '"@health" is not ROLE@AGENCY'),
        (Kind.MOMENT, {"to": "time.decided_at"}, "today", "this needs the time as well"),
    ],
)  # fmt: skip
def test_a_reply_that_is_no_answer_is_told_with_what_was_typed(
    kind: Kind, more: dict[str, Any], typed: str, message: str
) -> None:
    found = read(typed, _step(kind, **more), READER)

    assert isinstance(found, Misread)
    assert found.message == message


def test_a_scale_is_chosen_by_its_words_too() -> None:
    there = go(
        small_set.interview({"risk": [{"id": "R1", "harm": "neglect", "status": "present"}]}),
        "s.risk",
    )
    assert there is not None
    likelihood = present(
        structs.replace(there, mode=Mode.FULL, place=Place("s.risk", "neglect", "likelihood"))
    )
    assert likelihood is not None

    assert read("unl", likelihood, READER) == 2


@given(st.sampled_from([one for one in Kind if one not in {Kind.ROWS, Kind.HARMS}]), texts())
def test_no_typed_text_breaks_the_reader_of_any_kind(kind: Kind, typed: str) -> None:
    read(typed, _step(kind, choices=("yes", "no")), READER)
