import pytest

import small_set
from question_files import Blob, Folder
from rationale_cli.codec import shipped
from rationale_cli.codec.faulty import FaultyFileError, NewerFormatError
from rationale_cli.codec.question_set import decode
from rationale_cli.services import question_sets
from rationale_cli.services.starting_set import OddNameError, starting_set

HEAD = 'format = 1\nname = "own"\nversion = 1\ntitle = "Own"\n'


def _faults(text: str) -> tuple[str, ...]:
    with pytest.raises(FaultyFileError) as caught:
        decode(text, name="own.toml", included=lambda _: None)
    return caught.value.lines


def _question(own: str) -> str:
    return (
        f'{HEAD}[[section]]\nid = "a"\ntitle = "A"\n'
        f'[[question]]\nid = "q"\ntext = "Q?"\nsection = "a"\n{own}\n'
    )


@pytest.mark.parametrize("name", shipped.question_set_names())
def test_every_shipped_set_has_no_fault(name: str) -> None:
    assert question_sets.question_set(None, name).name == name


def test_every_fault_of_a_file_is_told_with_its_place() -> None:
    text = f"""{HEAD}
include = ["nope"]
drop = ["x"]

[[section]]
id = "a"
title = "A"

[[question]]
id = "q"
text = "Q?"
kind = "prose"
section = "b"
to = "question.statment"

[[question]]
id = "q"
text = "Q?"
kind = "choice"
section = "a"
after = "qq"
when = [{{ path = "risk.stat", is = ["present"] }}]
"""

    assert _faults(text) == (
        'own.toml:6:12: include is "nope", and there is no such question set',
        'own.toml:7:9: drop is "x", and there is no such included question',
        'own.toml:17:11: section is "b", and there is no such section',
        (
            'own.toml:18:6: to is "question.statment", and there is no such field of a record; '
            'did you mean "question.statement"?'
        ),
        'own.toml:21:6: id "q" stands twice in this set',
        'own.toml:23:8: kind is "choice", and there are no choices',
        'own.toml:25:9: after is "qq", and there is no such question; did you mean "q"?',
        (
            'own.toml:26:18: path is "risk.stat", and there is no such path; '
            'did you mean "risk.status"?'
        ),
    )


@pytest.mark.parametrize(
    ("own", "fault"),
    [
        (
            'kind = "choice"\nto = "question.reversibility"\nchoices = ["hart"]',
            (
                'own.toml:14:12: choices is "hart", and there is no such code of '
                'question.reversibility; did you mean "hard"?'
            ),
        ),
        (
            'kind = "prose"\nto = "reason.decisive"',
            'own.toml:12:8: kind is "prose", and "reason.decisive" takes list or several',
        ),
        (
            'kind = "line"\nto = "id"',
            'own.toml:13:6: to is "id", which the program fills itself',
        ),
        (
            'kind = "line"\nto = "risk.reason"',
            'own.toml:13:6: to is "risk.reason", one field of many rows; ask for it in a column',
        ),
        (
            'kind = "rows"\nto = "option"',
            "own.toml:8:1: a question about rows without a column",
        ),
        (
            'kind = "rows"\nto = "option"\ncolumn = [{ id = "tilte", text = "T" }]',
            (
                'own.toml:14:18: id is "tilte", and there is no such field of option; '
                'did you mean "title"?'
            ),
        ),
        (
            'kind = "line"\nwhen = [{ path = "title" }]',
            'own.toml:13:9: when says neither "is" nor "given"',
        ),
        (
            'kind = "line"\nafter = "q"',
            'own.toml:13:9: after is "q", which comes after this one itself',
        ),
        (
            'kind = "line"\nquik = true',
            'own.toml:13:1: unknown key "quik"; did you mean "quick"?',
        ),
        (
            'kind = "line"\nwhen = [{ path = "title", is = [1.5] }]',
            "own.toml:13:33: is is the number 1.5, not text or a whole number or true or false",
        ),
    ],
)
def test_a_fault_names_the_value_and_what_would_do(own: str, fault: str) -> None:
    assert _faults(_question(own)) == (fault,)


def test_choices_left_out_are_those_of_the_field() -> None:
    (question,) = decode(
        _question('kind = "choice"\nto = "question.reversibility"'),
        name="own.toml",
        included=lambda _: None,
    ).questions

    assert question.choices == ("easy", "costly", "hard", "irreversible")


def test_a_newer_format_is_refused_before_anything_else() -> None:
    with pytest.raises(NewerFormatError, match="has format 2, and this version reads up to"):
        decode("format = 2\nnew_key = 1\n", name="own.toml", included=lambda _: None)


def test_a_set_takes_over_drops_replaces_and_puts_after() -> None:
    text = f"""{HEAD}
include = ["small"]
drop = ["s.undo"]

[[section]]
id = "ours"
title = "Ours"

[[question]]
id = "s.title"
text = "Another text"
kind = "line"
section = "decision"
to = "title"

[[question]]
id = "o.first"
text = "First?"
kind = "line"
section = "decision"
after = "s.court"

[[question]]
id = "o.second"
text = "Second?"
kind = "line"
section = "decision"
after = "s.court"

[[question]]
id = "o.chained"
text = "Chained?"
kind = "line"
section = "decision"
after = "o.first"

[[question]]
id = "o.last"
text = "Last?"
kind = "line"
section = "decision"

[[question]]
id = "o.ours"
text = "Ours?"
kind = "line"
section = "ours"
"""
    own = decode(text, name="own.toml", included=lambda _: small_set.QUESTIONS)

    assert own.key == "own/1"
    assert [section.id for section in own.sections] == ["decision", "harms", "ours"]
    assert [question.id for question in own.questions] == [
        "s.ask", "s.title", "s.court", "o.first", "o.chained", "o.second", "s.hearing",
        "s.who", "o.last", "s.risk", "s.tipped", "o.ours",
    ]  # fmt: skip
    assert own.questions[1].text == "Another text"


def test_a_team_s_own_set_wins_over_a_shipped_one() -> None:
    own = starting_set("ours").replace('"ours"', '"general"')
    own = own.replace('include = ["general"]', "include = []")
    folder = Folder({"questions/general.toml": own})

    found = question_sets.question_set(folder, "general/1")

    assert (found.title, len(found.questions)) == ("Our own questions", 3)
    assert question_sets.names(folder)[4] == ("general", "questions/general.toml")


def test_a_team_s_own_set_can_include_a_shipped_one() -> None:
    folder = Folder({"questions/ours.toml": starting_set("ours")})

    ours = question_sets.question_set(folder, "ours")
    general = question_sets.question_set(folder, "general")

    assert len(ours.questions) == len(general.questions) + 3


def test_sets_that_include_each_other_are_refused() -> None:
    folder = Folder(
        {
            "questions/a.toml": starting_set("a").replace('"general"', '"b"'),
            "questions/b.toml": starting_set("b").replace('"general"', '"a"'),
        }
    )

    with pytest.raises(question_sets.IncludingItselfError) as caught:
        question_sets.question_set(folder, "a")

    assert str(caught.value) == "the question set 'a' includes itself: a > b > a"


def test_an_unknown_set_names_what_was_probably_meant() -> None:
    with pytest.raises(question_sets.UnknownQuestionSetError) as caught:
        question_sets.question_set(None, "care-pan")

    assert str(caught.value) == "there is no question set 'care-pan'; did you mean 'care-plan'?"
    assert caught.value.hint.startswith("Choose one of: best-interests, care-plan, concern")


def test_a_file_that_is_no_text_is_a_fault_and_not_a_crash() -> None:
    folder = Folder({"questions/bad.toml": ""})
    folder.read = lambda _path: Blob(b"\xff\xfe")  # type: ignore[method-assign]  # bytes that are no text

    with pytest.raises(FaultyFileError):
        question_sets.question_set(folder, "bad")


@pytest.mark.parametrize("name", ["", "Ours", "../x", "a b", "ü", "a" * 41, "-a"])
def test_a_name_that_would_not_do_for_a_file_is_refused(name: str) -> None:
    with pytest.raises(OddNameError):
        starting_set(name)
