"""A decision survives the trip through its text, and the text is canonical."""

import pytest
import tomli
from hypothesis import given

from cases import revisions
from rationale_cli.codec import decision as decision_text
from rationale_cli.codec import toml
from rationale_cli.codec.faulty import FaultyFileError, NewerFormatError
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import form, seed
from strategies import AWKWARD, decisions


@given(decisions())
def test_a_decision_survives_the_trip_through_its_file(decision: Decision) -> None:
    assert decision_text.decode(decision_text.encode(decision), name="it") == decision


@given(decisions())
def test_equal_decisions_have_equal_bytes(decision: Decision) -> None:
    text = decision_text.encode(decision)
    again = decision_text.encode(decision_text.decode(text, name="it"))
    assert again.encode() == text.encode()


@given(decisions())
def test_answers_that_seed_a_decision_form_it_again(decision: Decision) -> None:
    assert form(seed(decision)) == decision


@given(decisions())
def test_any_toml_reader_reads_the_text(decision: Decision) -> None:
    assert tomli.loads(decision_text.encode(decision))["id"] == decision.id


@pytest.mark.parametrize("text", AWKWARD, ids=range(len(AWKWARD)))
def test_awkward_text_survives_in_every_place(text: str) -> None:
    table = {
        "line": text,
        "list": [text, text],
        "table": {"inner": text, "party": {"role": text}},
        "row": [{"id": "A", "text": text, "list": [text]}],
    }
    assert toml.read(toml.write(table)) == table


def test_prose_of_200_kilobytes_survives() -> None:
    prose = "A line of prose.\n" * 12_000
    assert toml.read(toml.write({"why": prose})) == {"why": prose}


def test_prose_stands_in_the_file_as_it_was_typed() -> None:
    """A person reads and mends the file without this program."""
    table = {"why": 'He said "no".\nTwice.\n', "none": [], "one": ["a"], "two": ["a", "b"]}
    assert toml.write(table) == (
        'why = """\nHe said "no".\nTwice.\n"""\n'
        "none = []\n"
        'one = ["a"]\n'
        'two = [\n  "a",\n  "b",\n]\n'
    )


@pytest.mark.parametrize("case", ["alder", "cedar"])
def test_the_cases_keep_their_text(case: str) -> None:
    for decision in revisions(case):
        text = decision_text.encode(decision)
        assert decision_text.decode(text, name="it") == decision


def test_a_hand_edited_file_reads_as_it_says() -> None:
    """Other layouts, other orders, inline tables, local times and empty lists are all TOML."""
    from zoneinfo import ZoneInfo

    text = """
question_set = "general/1"
kind = 'create'
id = "abc234"
revision = 1
format = 1
time.recorded_at = 2026-07-01 10:00:00
option = [ {id = "A", title = "Stay", for = ["Known"]}, {id = "B"} ]
unthinkable = []
"""
    found = decision_text.decode(text, name="it", zone=ZoneInfo("Europe/London"))
    assert str(found.time.recorded_at) == "2026-07-01T10:00:00+01:00"
    assert [option.id for option in found.option] == ["A", "B"]
    assert found.none == ("unthinkable",)


FAULTY = """\
format = 1
id = "abc234"
revision = 1
kind = "create"
question_set = "general/1"
titel = "Stay"
status = "decied"

[time]
recorded_at = 2026-03-24
decided_at = "yesterday"

[[risk]]
id = "R1"
likelihood = 9
evidence = "one thing"

[[risk]]
id = "R1"
status = "likely"
[by]
lead = { role = "team manager", agenci = "health" }
"""


def test_every_fault_of_a_file_is_told_at_once_with_its_place() -> None:
    with pytest.raises(FaultyFileError) as caught:
        decision_text.decode(FAULTY, name="r1.toml")
    assert caught.value.lines == (
        'r1.toml:6:1: unknown key "titel"; did you mean "title"?',
        (
            'r1.toml:7:10: status is "decied", not one of proposed, decided, directed, in-effect, '
            'on-hold, superseded, reversed, closed; did you mean "decided"?'
        ),
        "r1.toml:10:15: recorded_at is the day 2026-03-24, not a day with its time",
        'r1.toml:11:14: decided_at is the text "yesterday", not a day with its time',
        "r1.toml:15:14: likelihood is 9, not a number from 1 to 5",
        'r1.toml:16:12: evidence is the text "one thing", not a list',
        'r1.toml:19:6: id "R1" stands twice in this list',
        (
            'r1.toml:20:10: status is "likely", not one of present, not-ruled-out, '
            "thought-unlikely, unknown, not-applicable, not-considered"
        ),
        'r1.toml:22:33: unknown key "agenci"; did you mean "agency"?',
    )


def test_a_newer_format_is_refused_before_anything_else_is_read() -> None:
    with pytest.raises(NewerFormatError) as caught:
        decision_text.decode("format = 2\nid = 7\n[strange]\n", name="r1.toml")
    assert str(caught.value) == "'r1.toml' has format 2, and this version reads up to format 1"


def test_text_that_is_no_toml_is_placed() -> None:
    with pytest.raises(FaultyFileError) as caught:
        decision_text.decode('format = 1\nid = "abc\n', name="r1.toml")
    assert [line.rpartition(": ")[0] for line in caught.value.lines] == ["r1.toml:2:6"]


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "[" * 5000 + "]" * 5000,
        ".".join(["a"] * 20_000) + " = 1",
        "x = 0x" + "f" * 400,
        'x = "' + "a" * toml.LARGEST + '"',
        "x = 99999999999999999999999",
    ],
    ids=["deep", "dotted", "hexadecimal", "large", "beyond"],
)
def test_text_made_to_break_a_reader_is_a_fault_like_any_other(text: str) -> None:
    with pytest.raises(FaultyFileError):
        decision_text.decode(text, name="it")


def test_answers_may_not_say_what_the_program_knows() -> None:
    from datetime import UTC

    text = 'id = "abc234"\nrevision = 4\ntitle = "Stay"\n[time]\nrecorded_at = 2026-01-01\n'
    with pytest.raises(FaultyFileError) as caught:
        decision_text.decode_answers(text, name="a.toml", zone=UTC)
    assert caught.value.lines == (
        'a.toml:1:1: "id" is given by the program',
        'a.toml:2:1: "revision" is given by the program',
        'a.toml:5:1: "recorded_at" is given by the program',
        "a.toml:5:15: recorded_at is the day 2026-01-01, not a day with its time",
    )


SENTENCES = "Yes. No. " * 40


@pytest.mark.parametrize(
    "text",
    [
        f'x = """\n{SENTENCES}\n"""',
        f"x = '''\n{SENTENCES}\n'''",
        f'x = """\nHe said \\"no\\""".\n{SENTENCES}\n"""'.replace('""".', '"".'),
        f'x = """\n{SENTENCES}\n""""',
        f'x = ["a", "b, {SENTENCES}"]',
        f"# {SENTENCES}\nx = 1",
        f'x = 1 # a\\\n# {{{SENTENCES}\ny = "{"[" * 40}"',
    ],
    ids=["prose", "literal", "quotes", "quote at the end", "list", "comment", "brackets"],
)
def test_prose_of_short_sentences_is_no_key(text: str) -> None:
    assert toml.read(text) == tomli.loads(text)


@pytest.mark.parametrize("step", ["a", '"a"', "'a'", "a "])
def test_a_key_with_too_many_dots_is_refused_in_its_line(step: str) -> None:
    text = f'x = """\n{SENTENCES}\n"""\n{".".join([step] * 65)} = 1\n'
    with pytest.raises(toml.UnreadableError, match="a key with too many dots") as caught:
        toml.read(text)
    assert caught.value.line == 4


@pytest.mark.parametrize(
    "text",
    ['"""' * 100_000, "'''" * 100_001, '"' + "a. " * 300_000, "a" * 900_000 + "." * 99,
     "[" * 400_000 + "." * 99, " " * 900_000 + "." * 99, '"\\' * 300_000 + "." * 99],
    ids=["quotes", "apostrophes", "unended", "word", "brackets", "blanks", "backslashes"],
)  # fmt: skip
def test_looking_for_such_keys_takes_linear_time(text: str) -> None:
    from time import perf_counter

    before = perf_counter()
    with pytest.raises(toml.UnreadableError):
        toml.read(text)
    assert perf_counter() - before < 5  # a search that tries twice takes hours


def test_a_time_that_no_clock_showed_is_a_fault_of_the_answers() -> None:
    """In the spring the clocks leap; in the autumn they show an hour twice."""
    from zoneinfo import ZoneInfo

    text = "[time]\nnext_hearing = 2026-03-29T01:30:00\n[answers]\nx = 2026-10-25T01:30:00\n"
    with pytest.raises(FaultyFileError) as caught:
        decision_text.decode_answers(text, name="a.toml", zone=ZoneInfo("Europe/London"))
    assert caught.value.lines == (
        (
            "a.toml:2:16: next_hearing is 2026-03-29T01:30:00, a time without a usable offset "
            "(as +01:00)"
        ),
        "a.toml:4:5: x is 2026-10-25T01:30:00, a time without a usable offset (as +01:00)",
    )


@pytest.mark.parametrize("number", ["nan", "inf", "-inf"])
def test_a_number_that_is_none_is_a_fault_of_a_record(number: str) -> None:
    text = FAULTLESS + f"[answers]\nx = {number}\n"
    with pytest.raises(FaultyFileError) as caught:
        decision_text.decode(text, name="r1.toml")
    assert caught.value.lines == (f"r1.toml:9:5: x is {number}, not a number that can be compared",)


def test_a_none_of_a_record_names_a_list() -> None:
    text = 'none = ["reason.decisve"]\n' + FAULTLESS
    with pytest.raises(FaultyFileError) as caught:
        decision_text.decode(text, name="r1.toml")
    assert caught.value.lines == (
        (
            'r1.toml:1:9: none names "reason.decisve", which is no list; did you mean '
            '"reason.decisive"?'
        ),
    )


FAULTLESS = """\
format = 1
id = "abc234"
revision = 1
kind = "create"
question_set = "general/1"
[time]
recorded_at = 2026-03-24T09:00:00Z
"""
